//! A term opens where a section or an answer first uses it, and nowhere else in it.

use backgrounder::reading::Files;
use backgrounder::story::{Block, Inline, Story, Target, plain};

use crate::flagship::oman_talks;
use crate::printed::printed;
use crate::tiny::{added, read_tiny, replaced};

/// Words, and where they lead.
type Run<'a> = (String, Option<&'a Target>);

fn runs(text: &[Inline]) -> Vec<Run<'_>> {
    text.iter()
        .flat_map(|piece| match piece {
            Inline::Words(words) => vec![(words.clone(), None)],
            Inline::Emphasis(inner) | Inline::Strong(inner) => runs(inner),
            Inline::Link { to, text } => vec![(plain(text), Some(to))],
            Inline::Claim(_) => Vec::new(),
        })
        .collect()
}

/// The words of blocks without those of headings, in which editors link no terms.
fn runs_in_blocks(blocks: &[Block]) -> Vec<Run<'_>> {
    blocks
        .iter()
        .flat_map(|block| match block {
            Block::Paragraph(text) => runs(text),
            Block::Heading(_) => Vec::new(),
            Block::List { items, .. } => items.iter().flat_map(|item| runs_in_blocks(item)).collect(),
            Block::Table { head, rows } => {
                head.iter().chain(rows.iter().flatten()).flat_map(|cell| runs(cell)).collect()
            }
        })
        .collect()
}

/// Every section, its summary first, and every answer, under its id.
fn passages(story: &Story) -> Vec<(&str, Vec<Run<'_>>)> {
    let sections = story.article.sections.iter().map(|section| {
        let body = runs_in_blocks(&section.body);
        (section.id.as_str(), [runs(&section.summary), body].concat())
    });
    let answers = story.questions.iter().map(|question| (question.id.as_str(), runs_in_blocks(&question.answer)));
    sections.chain(answers).collect()
}

/// Whether words have a name in them, whole; one without capitals may have one at the start of a sentence.
fn names(words: &str, name: &str) -> bool {
    let has_capitals = name.chars().any(char::is_uppercase);
    let words = if has_capitals { words.to_owned() } else { words.to_lowercase() };
    let goes_on = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    words
        .match_indices(name)
        .any(|(at, _)| !goes_on(words[..at].chars().next_back()) && !goes_on(words[at + name.len()..].chars().next()))
}

#[test]
fn a_name_is_whole_and_may_begin_a_sentence() {
    assert!(names("Sanctions, again", "sanctions") && names("the “E3”", "E3"));
    assert!(!names("a mediatory part", "mediator") && !names("the iaea", "IAEA"));
}

#[test]
fn every_passage_links_a_term_where_it_first_names_it() {
    let story = oman_talks();
    let mut linked = 0;
    for (place, runs) in passages(&story) {
        for term in &story.terms {
            let target = Target::Term(term.id.clone());
            // Words within a link to something else cannot hold a second one.
            let mut free = runs.iter().filter(|(_, to)| to.is_none_or(|to| *to == target));
            let Some((words, to)) = free.find(|(words, _)| names(words, &term.name)) else { continue };
            assert!(to.is_some(), "{place} first names `{}` without a link, in `{words}`", term.name);
            linked += 1;
        }
    }
    assert!(linked >= 15, "{linked} terms were found");
}

/// The page of a story.
fn page(files: &Files) -> String {
    printed(read_tiny(files).unwrap())
}

/// A page from the element with that id to the end of the section around it.
fn part<'a>(html: &'a str, id: &str) -> &'a str {
    let (_, part) = html.split_once(&format!(" id=\"{id}\"")).unwrap_or_else(|| panic!("#{id} is in the page"));
    part.split("</section>").next().unwrap()
}

/// The words of the links to terms.
fn links(html: &str) -> Vec<&str> {
    let links = html.split("\"to-term\"").skip(1).map(|rest| rest.split_once('>').unwrap().1);
    links.map(|words| words.split('<').next().unwrap()).collect()
}

/// What a reader sees.
fn seen(html: &str) -> String {
    html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, words)| words)).collect()
}

const MORE: &str = "
It went on in [that city](term:muscat).[^began]

## It ended {#ended}

> It ended in [the capital](term:muscat).[^began]

It ended in [Muscat](term:muscat).[^began]
";

#[test]
fn a_section_links_a_term_once_and_the_next_one_links_it_again() {
    let html = page(&added("article.md", MORE));
    let (began, ended) = (part(&html, "began"), part(&html, "ended"));
    assert_eq!(links(began), ["Muscat"]);
    assert!(seen(began).contains("It went on in that city."), "{}", seen(began));
    assert_eq!(links(ended), ["the capital"], "that of the summary");
    assert!(seen(ended).contains("It ended in Muscat."), "{}", seen(ended));
}

#[test]
fn an_answer_links_a_term_once_and_the_next_one_links_it_again() {
    let more = "
So it was in [Muscat](term:muscat), as *[that city](term:muscat)* is called.[^began]

## And where? {#where}

In [the capital](term:muscat).[^began]
";
    let html = page(&added("faq.md", more));
    let faq = part(&html, "faq");
    assert_eq!(links(faq), ["Muscat", "the capital"]);
    assert!(seen(faq).contains("So it was in Muscat, as that city is called."), "{}", seen(faq));
}

#[test]
fn outside_of_sections_and_answers_every_link_to_a_term_opens() {
    let text = "It began in [Muscat](term:muscat), in [that city](term:muscat).";
    let html = page(&replaced("timeline.toml", "It began.", text));
    assert_eq!(links(part(&html, "event-beginning")), ["Muscat", "that city"]);
}
