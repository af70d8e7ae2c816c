//! Every story in turn, on all cores, and all mistakes to the terminal.
//!
//! Deliberately absent: stopping at the first story with mistakes.

use std::path::PathBuf;

use backgrounder::reading::Site;
use backgrounder::stories::{Mistakes, Stories, counted};
use backgrounder::story::Story;
use rayon::prelude::*;

use super::Outcome;

/// The stories of the folder that `STORIES` names.
pub fn find() -> Outcome<Stories> {
    let folder = PathBuf::from(std::env::var("STORIES").unwrap_or_else(|_| "stories".into()));
    Ok(Stories::within(&folder)?)
}

/// Reads every story and does something with each, on all cores; in the order of the stories what came of it. Of
/// stories that are read the files are not kept, so that many of them take no more room than a few.
///
/// # Errors
///
/// A story has a mistake, or the site's file has; all mistakes of all are printed. Or what was to be done failed.
pub fn each<T: Send>(
    stories: &Stories,
    act: impl Fn(&Site, &Story) -> Result<T, String> + Sync,
) -> Outcome<(Site, Vec<T>)> {
    let site = stories.site(&stories.common_files()?)?;
    let read = |slug: &&str| -> Result<_, String> {
        let files = stories.files(slug).map_err(|error| error.to_string())?;
        let story = stories.story(site.as_ref().ok(), slug, &files);
        Ok(story.map(|story| site.as_ref().ok().map(|site| act(site, &story))))
    };
    let outcomes: Vec<_> = stories.published()?.par_iter().map(read).collect();
    let (mut mistakes, mut done) = (site.as_ref().err().map_or(0, print), Vec::new());
    for outcome in outcomes {
        match outcome? {
            Ok(outcome) => done.extend(outcome.transpose()?),
            Err(found) => mistakes += print(&found),
        }
    }
    match site {
        Ok(site) if mistakes == 0 => Ok((site, done)),
        _ => {
            let folder = stories.folder().display();
            Err(format!("{} in {folder}; what was built before stays as it is", counted(mistakes)).into())
        }
    }
}

/// Prints mistakes and says how many they are.
fn print(mistakes: &Mistakes) -> usize {
    mistakes.print();
    mistakes.problems.len()
}
