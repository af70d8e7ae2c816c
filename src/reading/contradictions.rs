//! Settings that contradict each other: each is sound, and together they do not work.
//!
//! Deliberately absent: settings of one file, which its reader holds together.

use super::problem::Problem;
use super::{Files, Site, without_mark};
use crate::story::Story;

/// What of a story does not work on the site.
pub(super) fn contradictions(site: &Site, story: &Story, files: &Files) -> Vec<Problem> {
    let address = site.address.as_deref().filter(|address| address.starts_with("https:"));
    let server = story.talk.server.as_deref().filter(|server| server.starts_with("http:") && !is_own_machine(server));
    address.zip(server).map(|(address, server)| unreachable(address, server, files)).into_iter().collect()
}

/// Whether it runs where the reader sits, which browsers allow.
fn is_own_machine(server: &str) -> bool {
    let rest = server.split_once("//").map_or(server, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let port = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()));
    ["127.0.0.1", "localhost", "[::1]"].contains(&port.map_or(host, |(name, _)| name))
}

fn unreachable(address: &str, server: &str, files: &Files) -> Problem {
    const FILE: &str = "story.toml";
    let text = files.get(FILE).map(|bytes| String::from_utf8_lossy(without_mark(bytes))).unwrap_or_default();
    let line = text.find("\nserver").map_or(0, |at| at + 1);
    let span = text.get(line..).and_then(|rest| rest.find(server)).map(|at| line + at..line + at + server.len());
    Problem {
        file: FILE.into(),
        span,
        message: format!("from {address} no browser reaches a comment server at http:"),
        label: "refused by browsers".into(),
        remedy: "write its address with https:, which the server has to answer, or leave `server` out: comments then stay on the reader's device".into(),
    }
}
