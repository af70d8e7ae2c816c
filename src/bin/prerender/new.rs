//! A new story, from the files of `template/`.
//!
//! Deliberately absent: changing a story that is there.

use std::path::{Path, PathBuf};
use std::{env, fs};

use backgrounder::reading::{self, FILES, Files};

use super::{Outcome, read};

/// Where the files are from which a story starts.
const TEMPLATE: &str = "template";

/// What stands in them for the day on which a story is begun.
const TODAY: &str = "TODAY";

/// Writes a small sound story into a folder of its own.
pub fn begin(slug: &str) -> Outcome<()> {
    if !reading::is_slug(slug) {
        return Err(format!(
            "`{slug}` cannot be the name of a story; write lower-case letters, digits and single hyphens, as in make new STORY=harbour-tunnel; `assets` and `embed` are taken"
        )
        .into());
    }
    let stories = PathBuf::from(env::var("STORIES").unwrap_or_else(|_| "stories".into()));
    let folder = stories.join(slug);
    if folder.exists() {
        let there = folder.display();
        return Err(format!("there is a story in {there} already; choose another name, or change that one").into());
    }
    let today = today()?;
    let files = template()?;
    fs::create_dir_all(&folder).map_err(|error| {
        format!("{} cannot be made: {error}; name the folder of the stories with STORIES=", folder.display())
    })?;
    for (name, text) in files {
        fs::write(folder.join(name), String::from_utf8(text)?.replace(TODAY, &today))?;
    }
    println!(
        "{} is there and has no mistakes; begin with sources.toml and claims.toml (docs/writing.md goes through all files), and check it with `make stories`",
        folder.display()
    );
    Ok(())
}

/// The files from which a story starts.
pub fn template() -> Outcome<Files> {
    let file = |name: &str| Ok((name.to_owned(), read(&Path::new(TEMPLATE).join(name))?.into_bytes()));
    FILES.into_iter().map(file).collect()
}

/// The day, as `make new` gives it.
fn today() -> Outcome<String> {
    env::var(TODAY).map_err(|_| "TODAY is not set; run `make new STORY=…`, or give a day as in TODAY=2026-02-08".into())
}
