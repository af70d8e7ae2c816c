//! The map is drawn from the atlas, with every actor on it once.

use std::path::PathBuf;

use backgrounder::page::Drawing;
use backgrounder::site::{Atlas, draw};

use crate::flagship::oman_talks;
use crate::tiny::{added, read_tiny};

fn drawing() -> Drawing {
    draw(&atlas(), &oman_talks())
}

pub fn atlas() -> Atlas {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("node_modules/world-atlas/countries-50m.json");
    Atlas::read(&std::fs::read_to_string(path).expect("run `make setup`")).unwrap()
}

#[test]
fn every_actor_with_a_reaction_is_on_the_map_once() {
    let drawing = drawing();
    let marked = drawing.marks.iter().chain(drawing.insets.iter().map(|inset| &inset.mark));
    let mut marked: Vec<&str> = marked.map(|mark| mark.actor.as_str()).collect();
    marked.sort_unstable();
    assert_eq!(marked, ["fr", "il", "ir", "om", "qa", "sa", "tr", "us"]);
}

#[test]
fn far_actors_are_in_insets_of_one_height() {
    let drawing = drawing();
    let far: Vec<&str> = drawing.insets.iter().map(|inset| inset.mark.actor.as_str()).collect();
    assert_eq!(far, ["us", "fr"]);
    assert!(drawing.insets.iter().all(|inset| inset.height == drawing.insets[0].height));
}

#[test]
fn an_actor_without_a_place_has_no_pin() {
    let drawing = drawing();
    let israel = drawing.marks.iter().find(|mark| mark.actor.as_str() == "il").unwrap();
    assert!(!israel.point);
}

#[test]
fn every_actors_country_has_an_outline() {
    let drawing = drawing();
    for mark in &drawing.marks {
        assert!(
            drawing.shapes.iter().any(|shape| shape.actor.as_ref() == Some(&mark.actor) && shape.path.len() > 20),
            "{}",
            mark.actor
        );
    }
}

#[test]
fn muscat_is_east_of_doha_and_south_of_tehran() {
    let drawing = drawing();
    let at =
        |id: &str| drawing.marks.iter().find(|mark| mark.actor.as_str() == id).map(|mark| (mark.x, mark.y)).unwrap();
    assert!(at("om").0 > at("qa").0);
    assert!(at("om").1 > at("ir").1);
}

#[test]
fn a_file_that_is_no_atlas_is_refused_with_the_remedy() {
    let error = Atlas::read("{}").unwrap_err().to_string();
    assert!(
        error.starts_with("the atlas is not TopoJSON:") && error.ends_with("install it again with `make setup`"),
        "{error}"
    );
}

#[test]
fn places_of_events_are_on_the_map_once_with_those_who_took_part() {
    let drawing = drawing();
    let muscat: Vec<_> = drawing.scenes.iter().filter(|scene| scene.name == "Muscat").collect();
    assert_eq!(muscat.len(), 1);
    assert!(muscat[0].events.len() >= 2, "{} events in Muscat", muscat[0].events.len());
    for id in ["us", "ir", "om"] {
        assert!(muscat[0].events.iter().flatten().any(|actor| actor.as_str() == id), "{id} was in Muscat");
    }
    assert!(!drawing.scenes.iter().any(|scene| scene.name == "Vienna"), "Vienna is not in the region");
}

#[test]
fn nobody_who_reacted_falls_off_the_map() {
    let far = |id: &str, place: &str| {
        format!(
            "\n[[actor]]\nid = \"{id}\"\nname = \"{id}\"\n{place}\n\n[[actor.reaction]]\nstance = \"welcomes\"\ndate = \"2026-02-06\"\ntext = \"It spoke.[^began]\"\n"
        )
    };
    let actors = [
        far("far-state-without-a-seat", "kind = \"state\"\niso = \"BR\""),
        far("far-organisation", "kind = \"organisation\"\nplace = { name = \"Vienna\", point = [48.208, 16.374] }"),
        far("at-sea", "kind = \"organisation\"\nplace = { name = \"A ship\", point = [-40.0, -120.0] }"),
        far("near-state-without-a-seat", "kind = \"state\"\niso = \"IR\""),
    ];
    let story = read_tiny(&added("actors.toml", &actors.concat())).unwrap();
    let drawing = draw(&atlas(), &story);
    let marked = drawing.marks.iter().chain(drawing.insets.iter().map(|inset| &inset.mark));
    let mut marked: Vec<&str> = marked.map(|mark| mark.actor.as_str()).collect();
    marked.sort_unstable();
    assert_eq!(marked, ["at-sea", "far-organisation", "far-state-without-a-seat", "near-state-without-a-seat", "om"]);
    for inset in &drawing.insets {
        let (x, y) = (inset.mark.x, inset.mark.y);
        assert!(
            (0.0..=inset.width).contains(&x) && (0.0..=inset.height).contains(&y),
            "{} is on its sheet",
            inset.mark.actor
        );
    }
}
