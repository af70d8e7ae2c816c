//! The site's own address: without one nothing names a wrong one, and a finished site can be told it.
//!
//! Deliberately absent: what is embedded by it, which `embed` looks at.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::html::between;
use crate::support::sites::{Site, copy};
use crate::support::small_site::{files_below, islands};
use crate::support::{copied_stories, dist, make, root};
use crate::{documents, documents_below};

const MISSING: &str = "The site has no address yet. Its pages work wherever they are put; left out is what names an address: oembed.json, by which a page is embedded where its address is pasted, and canonical links.\nSay where it will be published: with `address = \"https://news.example/\"` in stories/site.toml, with ADDRESS=https://news.example/ make build, or, when it is built, with make address ADDRESS=https://news.example/\n";

/// The published stories name none, so that nobody publishes theirs as ours.
#[test]
fn a_site_without_an_address_names_none() {
    for (path, bytes) in files_below(&dist()) {
        let name = path.display().to_string();
        assert!(!name.contains("oembed.json"), "{name}");
        if let Ok(text) = String::from_utf8(bytes) {
            assert!(!text.contains("127.0.0.1") && !text.contains("localhost"), "{name} names this machine");
        }
    }
    for (name, html) in documents() {
        assert!(!html.contains("rel=\"canonical\"") && !html.contains("oembed.json"), "{name}");
    }
}

#[test]
fn a_build_says_first_and_last_that_there_is_no_address() {
    let (stories, site) = (root().join("stories"), tempfile::tempdir().unwrap());
    let makefile = fs::read_to_string(root().join("Makefile")).unwrap();
    let recipe = makefile.split("\nbuild:").nth(1).unwrap().lines().nth(1).unwrap();
    assert_eq!(recipe, "\t@target/ssr/debug/prerender address");
    let command = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_prerender"));
        command.args(arguments).current_dir(root()).env("STORIES", &stories).env_remove("ADDRESS");
        command.envs([("PACK", "quick")]).env("ISLANDS", islands()).env("TRUNK_STAGING_DIR", site.path());
        command
    };
    let said = |command: &mut Command| String::from_utf8(command.output().unwrap().stdout).unwrap();
    assert_eq!(said(&mut command(&["address"])), MISSING);
    assert_eq!(said(command(&["address"]).env("ADDRESS", "https://news.example/")), "");
    assert!(said(&mut command(&[])).ends_with(MISSING));
    let told = "The site says that it is at https://news.example/.\n";
    assert!(said(command(&[]).env("ADDRESS", "https://news.example")).ends_with(told));
}

/// A preview reader takes a canonical address for the address itself, so it is whole and leads to the story.
#[test]
fn every_document_with_an_address_names_the_page_it_belongs_to() {
    let site = Site::Addressed.folder();
    for (name, html) in documents_below(&site) {
        let is_choice = html.contains("http-equiv=\"refresh\"");
        let canonical = between(&html, "rel=\"canonical\" href=\"", "\"");
        if is_choice || name == "embedding.html" {
            assert_eq!(canonical, Vec::<&str>::new(), "{name}");
            continue;
        }
        assert_eq!(canonical.len(), 1, "{name}");
        let path =
            canonical[0].strip_prefix(crate::support::ADDRESS).unwrap_or_else(|| panic!("{name}: {canonical:?}"));
        assert!(site.join(path).join("index.html").exists(), "{name}: {path}");
        assert_eq!(path.ends_with("/sources/"), name.ends_with("/sources/index.html"), "{name}: {path}");
    }
}

fn give(site: &Path, stories: &Path, address: &[&str]) -> Output {
    let mut command = make("address");
    command.arg(format!("DIST={}", site.display())).env("PACK", "quick").env_remove("ADDRESS");
    command.arg(format!("STORIES={}", stories.display())).args(address).output().unwrap()
}

/// The files of a site that are not compressed.
fn plain(site: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let is_packed = |path: &Path| path.extension().is_some_and(|ending| ending == "br" || ending == "gz");
    files_below(site).into_iter().filter(|(path, _)| !is_packed(path)).collect()
}

/// It is told one after the other: each time all that names the old one names the new one, and nothing else changes.
#[test]
fn a_finished_site_can_be_told_its_address_again_and_again() {
    let folder = tempfile::tempdir().unwrap();
    copy(&dist(), folder.path());
    let stories = root().join("stories");
    let mut sites = Vec::new();
    for address in ["https://one.example/", "https://two.example/news/", "https://one.example/"] {
        let output = give(folder.path(), &stories, &[&format!("ADDRESS={address}")]);
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let expected = format!("{} now says that it is at {address} (", folder.path().display());
        assert!(said.starts_with(&expected) && said.ends_with(" files were written anew).\n"), "{said}");
        sites.push(plain(folder.path()));
    }
    assert_eq!(sites[0], sites[2], "the second address is gone without a trace");
    let first = fs::read_to_string(folder.path().join("oembed.json")).unwrap();
    assert!(first.contains("\"provider_url\": \"https://one.example/\""), "{first}");
    let before = plain(&dist());
    let changed: Vec<&PathBuf> =
        before.iter().filter(|(path, bytes)| sites[0].get(*path) != Some(*bytes)).map(|(path, _)| path).collect();
    assert!(changed.iter().all(|path| path.extension().is_some_and(|ending| ending == "html")), "{changed:?}");
    assert!(before.keys().all(|path| sites[0].contains_key(path)), "nothing is lost");
}

#[test]
fn what_cannot_be_told_is_said_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    copy(&dist(), folder.path());
    let (stories, copied) = (root().join("stories"), copied_stories());
    let article = copied.path().join("oman-talks/article.md");
    fs::write(&article, fs::read_to_string(&article).unwrap().replacen("title = \"", "title = \"New: ", 1)).unwrap();
    let empty = tempfile::tempdir().unwrap();
    let told = "ADDRESS=https://news.example/";
    let cases: [(&Path, &Path, &[&str], String); 4] = [
        (
            folder.path(),
            &stories,
            &[],
            "where will the site be published? make address ADDRESS=https://news.example/".into(),
        ),
        (
            folder.path(),
            &stories,
            &["ADDRESS=news.example"],
            "ADDRESS=news.example is not a web address; write it whole, as in ADDRESS=https://example.org/".into(),
        ),
        (
            empty.path(),
            &stories,
            &[told],
            format!("there is no finished site in {}; build it with `make build`", empty.path().display()),
        ),
        (
            folder.path(),
            copied.path(),
            &[told],
            format!(
                "{} is not what the stories say now, so nothing was changed; build the site anew: ADDRESS=https://news.example/ make build",
                folder.path().join("index.html").display()
            ),
        ),
    ];
    for (site, stories, address, message) in cases {
        let output = give(site, stories, address);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && said.starts_with(&format!("{message}\n")), "{said}");
    }
    assert_eq!(plain(folder.path()), plain(&dist()));
}
