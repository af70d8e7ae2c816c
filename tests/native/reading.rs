//! A sound story is read as it was meant.

use backgrounder::story::{Block, Inline, Target, plain};

use crate::tiny::{added, files, read_tiny, replaced};

#[test]
fn the_small_story_has_no_mistakes() {
    assert_eq!(read_tiny(&files()).err(), None);
}

#[test]
fn quotes_and_dashes_become_typographic() {
    let story =
        read_tiny(&replaced("faq.md", "So that it can be broken.", "So that it \"can\" be -- and it's -- broken."))
            .unwrap();
    let Block::Paragraph(text) = &story.questions[0].answer[0] else { panic!("a paragraph") };
    assert_eq!(plain(text), "So that it “can” be – and it’s – broken.");
}

#[test]
fn links_lead_to_things_of_the_story() {
    let story = read_tiny(&files()).unwrap();
    let Block::Paragraph(text) = &story.article.sections[0].body[0] else { panic!("a paragraph") };
    let targets: Vec<&Target> = text
        .iter()
        .filter_map(|piece| match piece {
            Inline::Link { to, .. } => Some(to),
            _ => None,
        })
        .collect();
    assert!(matches!(targets[..], [Target::Term(_), Target::Actor(_)]), "{targets:?}");
}

#[test]
fn a_paragraph_in_the_editors_own_voice_needs_no_claim() {
    assert_eq!(read_tiny(&added("article.md", "\n*We say so ourselves.*\n")).err(), None);
}

#[test]
fn a_claim_covers_what_stands_before_it_even_across_sentences() {
    assert_eq!(read_tiny(&replaced("faq.md", "So that", "First. So that")).err(), None);
}

#[test]
fn an_answer_may_hold_for_another_day() {
    let story = read_tiny(&replaced("faq.md", "{#why}", "{#why as_of=2026-02-17}")).unwrap();
    assert_eq!(story.questions[0].as_of.map(|date| date.from.to_string()), Some("2026-02-17".into()));
}

#[test]
fn an_event_after_the_storys_day_is_later() {
    let story = read_tiny(&replaced("timeline.toml", "2026-02-06", "2026-02-09")).unwrap();
    assert!(story.is_later(&story.events[0].date));
    let story = read_tiny(&replaced("timeline.toml", "2026-02-06", "2026-02-08")).unwrap();
    assert!(!story.is_later(&story.events[0].date));
}

#[test]
fn every_construct_of_the_format_is_read() {
    let mut all = added(
        "article.md",
        "\n### A heading within\n\n1. **One**.[^began]\n2. *Two*.[^began]\n\n| A | B |\n|---|---|\n| a | b.[^began] |\n",
    );
    all.insert("story.toml".into(), [
        &files()["story.toml"][..],
        b"[[figure]]\nid = \"f\"\nquestion = \"How many?\"\nnote = \"Little.\"\n[[figure.count]]\nvalue = \"At most 1\"\nbound = \"most\"\nunit = \"thing\"\nwho = \"Oman\"\ndate = \"about 2026\"\nuncertainty = \"Sure.\"\nclaim = \"began\"\n[[note]]\nkind = \"correction\"\ndate = \"2026-02-08\"\ntext = \"Mended.\"\nabout = \"section:began\"\nwas = \"Broken.\"\n[[related]]\nshelf = \"also\"\ntitle = \"More\"\ntext = \"It is more.\"\nlink = \"era:days\"\n",
    ].concat());
    let story = read_tiny(&all).unwrap();
    assert_eq!(story.article.sections[0].body.len(), 5);
    assert_eq!((story.figures.len(), story.notes.len(), story.related.len()), (1, 1, 1));
}
