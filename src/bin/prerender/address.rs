//! Tells a finished site where it is published, without building it anew.
//!
//! Deliberately absent: everything of a site but its pages and what others read of them; nothing else names its address.

use std::fs;
use std::path::Path;

use backgrounder::finished::Finished;
use backgrounder::reading::Site;
use backgrounder::site::{self, Atlas, Output};
use backgrounder::stories::Stories;

use super::staging::Staging;
use super::{ATLAS, Outcome, read, stories, strength};

/// What a site lacks whose address nobody knows.
pub const MISSING: &str = "The site has no address yet. Its pages work wherever they are put; left out is what names an address: oembed.json, by which a page is embedded where its address is pasted, and canonical links.\nSay where it will be published: with `address = \"https://news.example/\"` in stories/site.toml, with ADDRESS=https://news.example/ make build, or, when it is built, with make address ADDRESS=https://news.example/";

const UNSAID: &str = "where will the site be published? make address ADDRESS=https://news.example/";

/// Says if nobody knows the address; mistakes in the site's file are for the check to tell.
///
/// # Errors
///
/// The stories are not there, or the address that was given is none.
pub fn ask() -> Outcome<()> {
    let found = stories::find()?;
    if let Ok(Site { address: None, .. }) = found.site(&found.common_files()?)? {
        println!("{MISSING}");
    }
    Ok(())
}

/// Writes what names the address anew.
///
/// # Errors
///
/// The address is missing or wrong, there is no finished site, or it is not what the stories say now. Then nothing is
/// written.
pub fn give(folder: &Path) -> Outcome<()> {
    let found = stories::find()?;
    let finished = Finished::within(folder)?;
    let atlas = Atlas::read(&read(Path::new(ATLAS))?)?;
    let staging = Staging { folder: folder.to_owned(), strength: strength(found.slugs().len())? };
    let pages = |site: &Site, story: &_| site::story_pages(site, story, &atlas, &finished.assets, &finished.styles);
    let before = before(&found, folder)?;
    stories::each(&found, |site, story| {
        site.address.as_ref().ok_or(UNSAID)?;
        let before = Site { address: before.clone(), ..site.clone() };
        pages(&before, story).iter().try_for_each(|page| unchanged(folder, page))
    })?;
    let (site, written) = stories::each(&found, |site, story| {
        let pages = pages(site, story);
        pages.iter().try_for_each(|page| staging.write(&page.path, page.text.as_bytes()).map(drop))?;
        Ok(pages.len())
    })?;
    let (files, address) = (written.iter().sum::<usize>(), site.address.unwrap_or_default());
    println!("{} now says that it is at {address} ({files} files were written anew).", folder.display());
    Ok(())
}

/// The address that the finished site has until now, if it has one.
fn before(stories: &Stories, folder: &Path) -> Outcome<Option<String>> {
    let page = read(&folder.join("index.html"))?;
    let Some(own) = site::canonical_of(&page) else { return Ok(None) };
    let of_a_story = |slug: &&str| own.ends_with(&format!("/{slug}/"));
    let slug = stories.slugs().into_iter().find(of_a_story).ok_or_else(|| changed("index.html", folder))?;
    Ok(own.strip_suffix(&format!("{slug}/")).map(str::to_owned))
}

fn unchanged(folder: &Path, page: &Output) -> Result<(), String> {
    match fs::read_to_string(folder.join(&page.path)) {
        Ok(text) if text == page.text => Ok(()),
        _ => Err(changed(&page.path, folder)),
    }
}

fn changed(path: &str, folder: &Path) -> String {
    format!(
        "{} is not what the stories say now, so nothing was changed; build the site anew: ADDRESS=https://news.example/ make build",
        folder.join(path).display()
    )
}
