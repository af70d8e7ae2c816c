//! The map is drawn from the atlas, with every actor on it once.

use std::path::PathBuf;

use backgrounder::islands::map::sheet;
use backgrounder::page::{Anchor, Drawing, Label, Mark, Named, Sheet};
use backgrounder::site::{Atlas, draw};
use backgrounder::story::Stance;

use crate::flagship::oman_talks;
use crate::printed::{atlas, printed, site_of};
use crate::stories::all;
use crate::tiny::{added, read_tiny};

fn drawing() -> Drawing {
    draw(&atlas(), &oman_talks())
}

/// Those whose places the view of the region has, on its own sheet and in insets.
fn of_region(drawing: &Drawing) -> impl Iterator<Item = &Mark> {
    drawing.region.marks.iter().chain(drawing.insets.iter().flat_map(|inset| &inset.marks))
}

fn actors<'a>(marks: impl IntoIterator<Item = &'a Mark>) -> Vec<&'a str> {
    let mut actors: Vec<&str> = marks.into_iter().map(|mark| mark.actor.as_str()).collect();
    actors.sort_unstable();
    actors
}

#[test]
fn every_actor_with_a_reaction_is_in_each_view_once() {
    let drawing = drawing();
    let all = ["fr", "il", "ir", "om", "qa", "sa", "tr", "us"];
    assert_eq!(actors(of_region(&drawing)), all);
    assert_eq!(actors(&drawing.world.marks), all);
}

#[test]
fn far_actors_are_in_insets_of_one_height() {
    let drawing = drawing();
    let far: Vec<&str> = drawing.insets.iter().map(|inset| inset.marks[0].actor.as_str()).collect();
    assert_eq!(far, ["us", "fr"]);
    assert!(drawing.insets.iter().all(|inset| inset.marks.len() == 1));
    assert!(drawing.insets.iter().all(|inset| inset.height == drawing.insets[0].height));
}

#[test]
fn an_actor_without_a_place_has_no_pin() {
    let drawing = drawing();
    let israel = drawing.region.marks.iter().find(|mark| mark.actor.as_str() == "il").unwrap();
    assert!(!israel.point);
}

#[test]
fn every_actors_country_has_an_outline() {
    let drawing = drawing();
    for sheet in drawing.insets.iter().chain([&drawing.region, &drawing.world]) {
        for mark in &sheet.marks {
            let has_outline = sheet.shapes.iter().any(|shape| shape.actor == mark.actor && shape.path.len() > 20);
            assert!(has_outline, "{}", mark.actor);
        }
    }
}

#[test]
fn muscat_is_east_of_doha_and_south_of_tehran() {
    let drawing = drawing();
    let at = |id: &str| {
        drawing.region.marks.iter().find(|mark| mark.actor.as_str() == id).map(|mark| (mark.x, mark.y)).unwrap()
    };
    assert!(at("om").0 > at("qa").0);
    assert!(at("om").1 > at("ir").1);
}

#[test]
fn a_file_that_is_no_atlas_is_refused_with_the_remedy() {
    let error = Atlas::read("{}").unwrap_err().to_string();
    assert!(
        error.starts_with("the atlas is not TopoJSON:")
            && error.ends_with("restore geometry/countries-50m.json from the repository"),
        "{error}"
    );
}

#[test]
fn places_of_events_are_on_the_map_once_with_those_who_took_part() {
    let drawing = drawing();
    let muscat: Vec<_> = drawing.region.scenes.iter().filter(|scene| scene.name == "Muscat").collect();
    assert_eq!(muscat.len(), 1);
    assert!(muscat[0].events.len() >= 2, "{} events in Muscat", muscat[0].events.len());
    for id in ["us", "ir", "om"] {
        assert!(muscat[0].events.iter().flatten().any(|actor| actor.as_str() == id), "{id} was in Muscat");
    }
    assert!(!drawing.region.scenes.iter().any(|scene| scene.name == "Vienna"), "Vienna is not in the region");
    assert!(drawing.world.scenes.iter().any(|scene| scene.name == "Vienna"), "it is in the world");
}

#[test]
fn nobody_who_reacted_falls_off_the_map() {
    let far = |id: &str, place: &str| {
        format!(
            "\n[[actor]]\nid = \"{id}\"\nname = \"{id}\"\n{place}\n\n[[actor.reaction]]\nstance = \"welcomes\"\ndate = \"2026-02-06\"\ntext = \"It spoke.[^began]\"\n"
        )
    };
    let far_ones = [
        far("far-state-without-a-seat", "kind = \"state\"\niso = \"BR\""),
        far("far-organisation", "kind = \"organisation\"\nplace = { name = \"Vienna\", point = [48.208, 16.374] }"),
        far("at-sea", "kind = \"organisation\"\nplace = { name = \"A ship\", point = [-40.0, -120.0] }"),
        far(
            "far-state-up-to-the-pole",
            "kind = \"state\"\niso = \"RU\"\nplace = { name = \"Moscow\", point = [55.756, 37.617] }",
        ),
        far("near-state-without-a-seat", "kind = \"state\"\niso = \"IR\""),
    ];
    let story = read_tiny(&added("actors.toml", &far_ones.concat())).unwrap();
    let drawing = draw(&atlas(), &story);
    let all = [
        "at-sea",
        "far-organisation",
        "far-state-up-to-the-pole",
        "far-state-without-a-seat",
        "near-state-without-a-seat",
        "om",
    ];
    assert_eq!(actors(of_region(&drawing)), all);
    assert_eq!(actors(&drawing.world.marks), all);
    for sheet in drawing.insets.iter().chain([&drawing.world]) {
        for mark in &sheet.marks {
            let is_on = (0.0..=sheet.width).contains(&mark.x) && (0.0..=sheet.height).contains(&mark.y);
            assert!(is_on, "{} is on its sheet", mark.actor);
        }
    }
}

/// Complaint 17, names and borders on maps.
#[test]
fn the_map_prints_no_name_but_those_of_actors_and_says_how_it_names() {
    let story = oman_talks();
    let known: Vec<&str> = story.reacting().map(|actor| actor.id.as_str()).collect();
    let drawing = draw(&atlas(), &story);
    let marked = actors(of_region(&drawing).chain(&drawing.world.marks));
    assert!(!marked.is_empty() && marked.iter().all(|actor| known.contains(actor)));
    let caption = backgrounder::words::page::in_language("en").map_caption;
    for part in ["Natural Earth", "held in fact", "United Nations", "contested"] {
        assert!(caption.contains(part), "the caption says {part}: {caption}");
    }
}

/// The most that the outlines of the world may weigh, in bytes.
const WORLD: usize = 14_000;

#[test]
fn the_world_is_drawn_with_few_lines() {
    let world = drawing().world;
    let bytes = world.land.len() + world.shapes.iter().map(|shape| shape.path.len()).sum::<usize>();
    assert!((5_000..WORLD).contains(&bytes), "{bytes} bytes");
    assert_eq!((world.width, world.height), (640.0, 278.0));
}

/// Left, top, right and bottom of each ring of a path as the map writes it.
fn rings(path: &str) -> Vec<[f64; 4]> {
    path.split('M').skip(1).map(ring).collect()
}

fn ring(path: &str) -> [f64; 4] {
    let (start, steps) = path.trim_end_matches('z').split_once('l').unwrap();
    let start: Vec<f64> = start.split(' ').map(|number| number.parse().unwrap()).collect();
    let steps = steps.replace('-', " -");
    let steps: Vec<f64> = steps.split_whitespace().map(|number| number.parse().unwrap()).collect();
    let (mut x, mut y) = (start[0], start[1]);
    let mut bounds = [x, y, x, y];
    for step in steps.chunks(2) {
        (x, y) = (x + step[0], y + step[1]);
        bounds = [bounds[0].min(x), bounds[1].min(y), bounds[2].max(x), bounds[3].max(y)];
    }
    bounds
}

#[test]
fn a_country_on_both_sides_of_the_date_line_is_whole_in_its_inset() {
    let russia = "\n[[actor]]\nid = \"ru\"\nname = \"Russia\"\nkind = \"state\"\niso = \"RU\"\nplace = { name = \"Moscow\", point = [55.756, 37.617] }\n\n[[actor.reaction]]\nstance = \"welcomes\"\ndate = \"2026-02-06\"\ntext = \"It spoke.[^began]\"\n";
    let drawing = draw(&atlas(), &read_tiny(&added("actors.toml", russia)).unwrap());
    let [inset] = &drawing.insets[..] else { panic!("one inset") };
    let [left, top, right, bottom] = rings(&inset.shapes[0].path)
        .into_iter()
        .max_by(|one, other| (one[2] - one[0]).total_cmp(&(other[2] - other[0])))
        .unwrap();
    assert!(left > 0.0 && right < inset.width && top > 0.0 && bottom < inset.height, "all of it is on the sheet");
    assert!(right - left > inset.width * 0.8, "and fills it: from {left} to {right}");
    assert!(inset.marks[0].x < inset.width * 0.3, "Moscow is in the west: {}", inset.marks[0].x);
}

#[test]
fn the_name_in_an_inset_is_on_it_on_the_smallest_screen_and_not_on_its_mark() {
    for story in all() {
        for inset in draw(&atlas(), &story).insets {
            let mark = &inset.marks[0];
            let (name, label) = (&story.actor(&mark.actor).unwrap().name, mark.label.unwrap());
            let wide = name.chars().fold(0.0, |sum, _| sum + 27.0 * 0.59);
            let left = match label.anchor {
                Anchor::Start => label.x,
                Anchor::Middle => label.x - wide / 2.0,
                Anchor::End => label.x - wide,
            };
            let line = [left, label.y - 22.0, left + wide, label.y + 7.0];
            let is_on = line[0] >= -1.0 && line[1] >= 0.0 && line[2] <= inset.width + 1.0 && line[3] <= inset.height;
            assert!(is_on, "{name} is on its sheet: {line:?}");
            let around = [mark.x - 15.0, mark.y - 15.0, mark.x + 15.0, mark.y + 15.0];
            assert!(!overlap(line, around), "{name} is not on its mark: {line:?}");
        }
    }
}

#[test]
fn no_land_is_drawn_across_the_world() {
    let world = drawing().world;
    let paths = world.shapes.iter().map(|shape| &shape.path).chain([&world.land]);
    let rings: Vec<[f64; 4]> = paths.flat_map(|path| rings(path)).collect();
    assert!(rings.len() > 40, "{} rings", rings.len());
    for [left, top, right, bottom] in rings {
        assert!(right - left < world.width / 2.0, "from {left} to {right}");
        let is_on = left >= -1.0 && right <= world.width + 1.0 && top >= -1.0 && bottom <= world.height + 1.0;
        assert!(is_on, "{left} {top} {right} {bottom} is on the sheet, so Antarctica is not");
    }
}

#[test]
fn the_world_is_the_right_way_round() {
    let world = drawing().world;
    let at = |id: &str| world.marks.iter().find(|mark| mark.actor.as_str() == id).map(|mark| (mark.x, mark.y)).unwrap();
    assert!(at("us").0 < at("fr").0 && at("fr").0 < at("tr").0 && at("tr").0 < at("ir").0 && at("ir").0 < at("om").0);
    assert!(at("fr").1 < at("tr").1 && at("tr").1 < at("ir").1 && at("ir").1 < at("om").1);
    let middle = world.width / 2.0;
    assert!((at("fr").0 - middle).abs() < 20.0, "Paris is near the middle meridian");
}

type Bounds = [f64; 4];

fn overlap(one: Bounds, other: Bounds) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

/// The line of a printed name on a small screen, when the sheet is shown so many times larger.
fn line(mark: &Mark, name: &str, zoom: f64) -> Option<Bounds> {
    let label = mark.label?;
    let (x, y) = (mark.x * zoom + label.x - mark.x, mark.y * zoom + label.y - mark.y);
    let [left, _, right, _] = letters(Label { x, ..label }, name, 24.0);
    Some([left, y - 25.0, right, y + 7.0])
}

/// The room that the letters of a name take which are so high.
fn letters(label: Label, name: &str, high: f64) -> Bounds {
    let wide = name.chars().fold(0.0, |sum, _| sum + high * 0.66);
    let left = match label.anchor {
        Anchor::Start => label.x,
        Anchor::Middle => label.x - wide / 2.0,
        Anchor::End => label.x - wide,
    };
    [left, label.y - high * 0.8, left + wide, label.y + high * 0.25]
}

fn names(sheet: &Sheet, zoom: f64) -> Vec<(String, Bounds)> {
    let story = oman_talks();
    let name = |mark: &Mark| story.actor(&mark.actor).unwrap().name.clone();
    sheet.marks.iter().filter_map(|mark| Some((name(mark), line(mark, &name(mark), zoom)?))).collect()
}

#[test]
fn no_name_in_the_world_covers_another_or_a_mark_however_close_it_is_looked_at() {
    let world = drawing().world;
    assert!(names(&world, 1.0).len() >= 3, "some names are printed");
    for zoom in (10..=80).map(|tenths| f64::from(tenths) / 10.0) {
        let names = names(&world, zoom);
        for (at, (one, line)) in names.iter().enumerate() {
            for (other, its) in &names[at + 1..] {
                assert!(!overlap(*line, *its), "{one} covers {other} at {zoom}");
            }
            for mark in &world.marks {
                let (x, y) = (mark.x * zoom, mark.y * zoom);
                assert!(!overlap(*line, [x - 7.0, y - 7.0, x + 7.0, y + 7.0]), "{one} covers {} at {zoom}", mark.actor);
            }
        }
    }
    for (name, [left, top, right, bottom]) in names(&world, 1.0) {
        assert!(left >= 0.0 && top >= 0.0 && right <= world.width && bottom <= world.height, "{name} is on the sheet");
    }
}

/// Where the name of a place stands on a map of that kind.
fn printed_on(wide: bool, label: Option<Named>) -> Option<Label> {
    match label? {
        Named::Everywhere(label) => Some(label),
        Named::WhereWide(label) => wide.then_some(label),
    }
}

#[test]
fn no_name_of_a_place_covers_another_name_or_a_mark() {
    for story in all() {
        let region = draw(&atlas(), &story).region;
        for (wide, high, actors_high) in [(false, 24.0, 27.0), (true, 20.0, 20.0)] {
            let mut taken: Vec<Bounds> = Vec::new();
            for mark in &region.marks {
                let name = &story.actor(&mark.actor).unwrap().name;
                taken.extend(mark.label.map(|label| letters(label, name, actors_high)));
                taken.extend(mark.point.then_some([mark.x - 11.0, mark.y - 11.0, mark.x + 11.0, mark.y + 11.0]));
            }
            taken.extend(region.landmarks.iter().map(|spot| [spot.x - 7.0, spot.y - 7.0, spot.x + 7.0, spot.y + 7.0]));
            for spot in &region.landmarks {
                let Some(label) = printed_on(wide, spot.label) else { continue };
                let bounds = letters(label, &spot.name, high);
                assert!(
                    !taken.iter().any(|other| overlap(bounds, *other)),
                    "{}: {} covers something",
                    story.slug,
                    spot.name
                );
                taken.push(bounds);
            }
        }
    }
}

#[test]
fn a_place_for_which_a_narrow_map_has_no_room_is_named_on_a_wide_one() {
    let deal = all().into_iter().find(|story| story.slug.as_str() == "iran-nuclear-deal").unwrap();
    let html = printed(deal);
    let name_of = |place: &str| {
        let mark = html.split(&format!("href=\"#place-{place}\" aria-label")).nth(1).unwrap();
        mark.split("<text").nth(1).unwrap().split('>').next().unwrap().to_owned()
    };
    assert!(name_of("fordow").contains("data-unprinted=\"narrow\""), "{}", name_of("fordow"));
    assert!(
        !name_of("muscat").contains("data-unprinted"),
        "it stands on Oman's mark, and its name above: {}",
        name_of("muscat")
    );
}

#[test]
fn a_touch_in_the_world_means_one_place() {
    let world = drawing().world;
    for (at, one) in world.marks.iter().enumerate() {
        assert!(one.reach > 1.0, "{} can be touched", one.actor);
        for other in &world.marks[at + 1..] {
            let apart = (one.x - other.x).hypot(one.y - other.y);
            assert!(one.reach + other.reach <= apart, "{} and {}", one.actor, other.actor);
        }
    }
}

#[test]
fn each_view_says_of_every_actor_what_the_list_says() {
    let story = oman_talks();
    let site = site_of(oman_talks());
    let map = site[0].text.split_once("<div class=\"map\"").unwrap().1.split("</figure>").next().unwrap();
    let world = site.iter().find(|output| output.path.contains("/data/world-")).unwrap();
    let world: sheet::Sheet = serde_json::from_str(&world.text).unwrap();
    for actor in story.reacting() {
        let place = format!("#actor-{}", actor.id);
        let link = format!("href=\"{place}\"");
        assert_eq!(map.matches(&link).count(), 1, "{} is in the region or beside it once", actor.name);
        let marks: Vec<_> = world.marks.iter().filter(|mark| mark.href == place).collect();
        let [mark] = marks[..] else { panic!("{} is in the world once", actor.name) };
        let reaction = &actor.reactions[0];
        let usual = backgrounder::words::page::in_language("en").stance(reaction.stance);
        let said = story.wording.stance(reaction.stance).unwrap_or(usual);
        let said = format!("{}: {said}. ", actor.name);
        assert!(map.contains(&format!("aria-label=\"{said}")), "its place says {said}");
        assert!(mark.said.starts_with(&said), "and so does that in the world: {}", mark.said);
    }
    for (stance, pattern) in [("mediates", "zoomed-mediates"), ("party", "stance-party")] {
        assert!(map.contains(&format!("id=\"{pattern}\"")), "{stance} has its pattern");
        assert!(map.contains(&format!("fill=\"url(#{pattern})\"")), "and countries are filled with it");
    }
}

#[test]
fn the_style_sheet_knows_every_stance_of_the_legend() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("style/map.css");
    let style = std::fs::read_to_string(path).unwrap();
    let asked = |stance: &Stance| style.matches(&format!("#legend-{}:checked", stance.key())).count();
    assert_eq!(Stance::ALL.map(|stance| asked(&stance)), [4; 6]);
}
