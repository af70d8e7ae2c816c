//! Reading where a link leads.
//!
//! Deliberately absent: asking whether a web page answers.

use std::ops::Range;

use super::problem::Complaint;
use super::sheet::{Kind, Sheet};
use crate::story::{ActorId, EraId, EventId, PlaceId, QuestionId, SectionId, Slug, Target, TermId};

/// Reads a link's destination; complains and returns nothing where it is not one that a story may have.
pub(super) fn target(sheet: &Sheet<'_>, written: &str, span: Range<usize>) -> Option<Target> {
    let (scheme, rest) = written.split_once(':').unwrap_or(("", written));
    if matches!(scheme, "http" | "https") {
        if is_web(rest) {
            return Some(Target::Web(written.to_owned()));
        }
        sheet.complain(
            span,
            Complaint::new(
                format!("`{written}` is not a web address"),
                "not an address",
                "write it whole, as in https://example.org/page",
            ),
        );
        return None;
    }
    let (kind, target) = match scheme {
        "actor" => (Kind::Actor, Target::Actor(ActorId::new(rest))),
        "era" => (Kind::Era, Target::Era(EraId::new(rest))),
        "event" => (Kind::Event, Target::Event(EventId::new(rest))),
        "place" => (Kind::Place, Target::Place(PlaceId::new(rest))),
        "faq" => (Kind::Question, Target::Question(QuestionId::new(rest))),
        "section" => (Kind::Section, Target::Section(SectionId::new(rest))),
        "story" => (Kind::Story, Target::Story(Slug::new(rest))),
        "term" => (Kind::Term, Target::Term(TermId::new(rest))),
        _ => {
            sheet.complain(span, refused(written));
            return None;
        }
    };
    sheet.mention(kind, rest, span);
    Some(target)
}

fn refused(written: &str) -> Complaint {
    Complaint::new(
        format!("a link to `{written}` is refused"),
        "leads nowhere that a story may lead",
        "link to https://…, http://…, actor:…, term:…, event:…, era:…, place:…, faq:…, section:… or story:…",
    )
}

/// Reads the address of a comment server: http or https, a host, perhaps a port and a path, and nothing else.
pub(super) fn server(sheet: &Sheet<'_>, written: &str, span: Range<usize>) -> Option<String> {
    let rest = written.strip_prefix("https:").or_else(|| written.strip_prefix("http:")).unwrap_or_default();
    // What comes after a host in a policy's list would be read as another rule.
    let is_plain = !rest.contains(['?', '#', '@', ';', ',', '\'']);
    if is_web(rest) && is_plain {
        return Some(written.trim_end_matches('/').to_owned());
    }
    sheet.complain(
        span,
        Complaint::new(
            format!("`{written}` is not the address of a comment server"),
            "not such an address",
            "write it as in https://comments.example.org, with a path if the server has one, and without ? and #",
        ),
    );
    None
}

/// Reads where the owner can be told of a comment.
pub(super) fn contact(sheet: &Sheet<'_>, written: &str, span: Range<usize>) -> Option<String> {
    let (scheme, rest) = written.split_once(':').unwrap_or(("", written));
    let is_mail = scheme == "mailto" && rest.contains('@') && is_web(&format!("//{rest}"));
    if is_mail || matches!(scheme, "http" | "https") && is_web(rest) {
        return Some(written.to_owned());
    }
    sheet.complain(
        span,
        Complaint::new(
            format!("`{written}` is no way to tell the owner of a comment"),
            "neither a web address nor an e-mail address",
            "write it as in mailto:desk@example.org or https://example.org/contact",
        ),
    );
    None
}

pub(super) fn is_web(rest: &str) -> bool {
    let host = rest.strip_prefix("//").unwrap_or_default();
    !host.is_empty()
        && !host.starts_with('/')
        && !rest
            .chars()
            .any(|letter| letter.is_whitespace() || letter.is_control() || matches!(letter, '<' | '>' | '"' | '\\'))
}
