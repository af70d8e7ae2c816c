//! The names that pages, islands, styles and scripts share are those of the contract, and of nobody else.

mod sides;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use backgrounder::contract::{attribute, event, id};
use backgrounder::reading::{Files, read};
use backgrounder::story::{Depth, Story};

use crate::printed::site_of;
use sides::{Piece, Side, pieces};

/// Attributes and events of the contract, each with its constant.
fn constants() -> impl Iterator<Item = (&'static str, &'static str)> {
    attribute::ALL.iter().chain(event::ALL).copied()
}

/// Where a name is: the sides, and the files on them.
type Places = BTreeMap<Side, BTreeSet<String>>;

/// The names of attributes and events, each with where it is.
fn names<'a>(pieces: impl Iterator<Item = &'a Piece>) -> BTreeMap<String, Places> {
    let mut names: BTreeMap<String, Places> = BTreeMap::new();
    for piece in pieces {
        for name in piece.names() {
            names.entry(name).or_default().entry(piece.side).or_default().insert(piece.path.clone());
        }
    }
    names
}

#[test]
fn what_two_sides_name_is_in_the_contract() {
    let pieces = pieces();
    let known: BTreeSet<&str> = constants().map(|(_, name)| name).collect();
    let shared = names(pieces.iter());
    let unknown: Vec<String> = shared
        .into_iter()
        .filter(|(name, places)| places.len() > 1 && !known.contains(name.as_str()))
        .map(|(name, places)| format!("`{name}` has no constant in src/contract and is shared: {places:?}"))
        .collect();
    assert!(unknown.is_empty(), "{}", unknown.join("\n"));
}

#[test]
fn every_name_of_the_contract_is_on_two_sides() {
    let pieces = pieces();
    let places = names(pieces.iter());
    let mut dead: Vec<String> = Vec::new();
    for (constant, name) in constants() {
        let places = places.get(name).cloned().unwrap_or_default();
        if places.len() < 2 {
            dead.push(format!("src/contract: {constant}, `{name}`, is shared by nobody: {places:?}"));
        }
    }
    for (constant, id) in id::ALL {
        let of = pieces.iter().filter(|piece| piece.has_id(constant, id));
        let places: BTreeSet<(Side, &str)> = of.map(|piece| (piece.side, piece.path.as_str())).collect();
        if places.iter().map(|(side, _)| side).collect::<BTreeSet<_>>().len() < 2 {
            dead.push(format!("src/contract/id.rs: {constant}, `{id}`, is shared by nobody: {places:?}"));
        }
    }
    assert!(dead.is_empty(), "{}", dead.join("\n"));
}

#[test]
fn islands_spell_no_name_of_the_contract_out() {
    let known: BTreeSet<&str> = constants().map(|(_, name)| name).collect();
    for piece in pieces().iter().filter(|piece| piece.side == Side::Islands) {
        for name in piece.literals() {
            assert!(!known.contains(name.as_str()), "{} spells `{name}` out; use its constant", piece.path);
        }
        assert_eq!(
            piece.asked_ids(),
            [""; 0],
            "{} asks for ids that it spells out; use src/contract/id.rs",
            piece.path
        );
        for asks in ["by_id(\"", "details_around(\""] {
            assert!(!piece.text.contains(asks), "{} has `{asks}`; use src/contract/id.rs", piece.path);
        }
    }
}

#[test]
fn nothing_in_rust_spells_an_id_of_the_contract_out() {
    let is_rust = |piece: &&Piece| matches!(piece.side, Side::Pages | Side::Islands);
    for piece in pieces().iter().filter(is_rust) {
        for (constant, id) in id::ALL {
            let message = format!("{} spells `{id}` out; use src/contract/id.rs", piece.path);
            assert!(!piece.spells_id(constant, id), "{message}");
        }
    }
}

#[test]
fn styles_and_scripts_ask_for_ids_of_the_contract_alone() {
    let is_known = |name: &str| {
        let is_it =
            |(constant, id): &(&str, &str)| name == *id || (constant.ends_with("_PREFIX") && name.starts_with(id));
        id::ALL.iter().any(is_it)
    };
    for piece in pieces().iter().filter(|piece| matches!(piece.side, Side::Styles | Side::Scripts)) {
        for name in piece.asked_ids() {
            assert!(is_known(&name), "{} asks for `#{name}`, which src/contract/id.rs does not know", piece.path);
        }
    }
}

/// The story that journeys visit: it has almost every construct of the format.
fn fixture() -> Story {
    let slug = "harbour-tunnel";
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(slug);
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let name = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
    let files: Files = paths.map(|path| (name(&path), std::fs::read(&path).unwrap())).collect();
    read(slug, &files, &[slug]).unwrap()
}

/// The ids that the pages of a story must have.
fn ids_of(story: &Story) -> Vec<String> {
    let whole = [id::ARTICLE, id::COMMENTS, id::TIP, id::WHO_SAYS_SO, id::VIEW_REGION, id::VIEW_WORLD];
    let mut ids: Vec<String> = whole.map(str::to_owned).into();
    ids.extend([id::depth(Depth::Full.key()), id::side("all"), id::legend("all"), id::heading(id::COMMENTS)]);
    ids.extend(story.actors.iter().map(|actor| id::actor(actor.id.as_str())));
    ids.extend(story.claims.iter().map(|claim| id::claim(claim.id.as_str())));
    ids.extend(story.eras.iter().map(|era| id::era(era.id.as_str())));
    ids.extend(story.events.iter().map(|event| id::event(event.id.as_str())));
    ids.extend(story.landmarks.iter().map(|landmark| id::place(landmark.id.as_str())));
    ids.extend(story.questions.iter().map(|question| id::question(question.id.as_str())));
    ids.extend(story.sources.iter().map(|source| id::source(source.id.as_str())));
    ids.extend(story.terms.iter().map(|term| id::term(term.id.as_str())));
    ids.extend(story.article.sections.iter().map(|section| id::heading(section.id.as_str())));
    ids
}

#[test]
fn pages_have_the_ids_of_the_contract() {
    let story = fixture();
    let ids = ids_of(&story);
    let pages: String = site_of(story).into_iter().map(|output| output.text).collect();
    for id in &ids {
        assert!(pages.contains(&format!(" id=\"{id}\"")), "no page has `{id}`");
    }
    // Comments come later, and what is before an id in the address of a host is in no page of ours.
    for (constant, prefix) in id::ALL.iter().filter(|(constant, _)| constant.ends_with("_PREFIX")) {
        let is_elsewhere = [id::COMMENT_PREFIX, id::HOST_PREFIX].contains(prefix);
        assert!(
            is_elsewhere || ids.iter().any(|id| id.starts_with(prefix)),
            "{constant}, `{prefix}`, is not looked for"
        );
    }
}
