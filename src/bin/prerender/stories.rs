//! The stories' files, from the disk, and their mistakes, to the terminal.
//!
//! Deliberately absent: what a story's files may hold, which is `reading`'s.

use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use backgrounder::reading::{self, Files, Problem, Site, Style};
use backgrounder::story::Story;
use rayon::prelude::*;

use super::Outcome;

/// The folder of all stories.
pub struct Stories {
    folder: PathBuf,
    slugs: Vec<String>,
}

/// What is wrong with some files, as an editor reads it.
struct Mistakes {
    count: usize,
    report: String,
}

impl Stories {
    /// The folder that `STORIES` names.
    pub fn find() -> Outcome<Self> {
        let folder = PathBuf::from(std::env::var("STORIES").unwrap_or_else(|_| "stories".into()));
        let slugs = folders(&folder)?;
        Ok(Self { folder, slugs })
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.slugs.len()
    }

    /// Reads every story and does something with each, on all cores; in the order of the stories what came of it. Of
    /// stories that are read the files are not kept, so that many of them take no more room than a few.
    ///
    /// # Errors
    ///
    /// A story has a mistake, or the site's file has; all mistakes of all are printed. Or what was to be done failed.
    pub fn each<T: Send>(&self, act: impl Fn(&Site, &Story) -> Result<T, String> + Sync) -> Outcome<(Site, Vec<T>)> {
        let site = self.site()?;
        let read = |slug: &String| {
            self.read(slug).map(|story| story.map(|story| site.as_ref().ok().map(|site| act(site, &story))))
        };
        let outcomes: Vec<_> = self.slugs.par_iter().map(read).collect();
        let (mut mistakes, mut done) = (site.as_ref().err().map_or(0, Mistakes::print), Vec::new());
        for outcome in outcomes {
            match outcome? {
                Ok(outcome) => done.extend(outcome.transpose()?),
                Err(found) => mistakes += found.print(),
            }
        }
        match site {
            Ok(site) if mistakes == 0 => Ok((site, done)),
            _ => {
                let mistakes = if mistakes == 1 { "1 mistake".into() } else { format!("{mistakes} mistakes") };
                Err(format!("{mistakes} in {}; nothing was written", self.folder.display()).into())
            }
        }
    }

    fn slugs(&self) -> Vec<&str> {
        self.slugs.iter().map(String::as_str).collect()
    }

    fn site(&self) -> Outcome<Result<Site, Mistakes>> {
        let files = files(&self.folder)?;
        let read = reading::read_site(&files, &self.slugs());
        match read.map_err(|problems| Mistakes::new(&self.folder, &files, &problems)) {
            Ok(site) => Ok(Ok(published(site)?)),
            Err(mistakes) => Ok(Err(mistakes)),
        }
    }

    fn read(&self, slug: &str) -> Result<Result<Story, Mistakes>, String> {
        let within = self.folder.join(slug);
        let files = files(&within)?;
        let read = reading::read(slug, &files, &self.slugs());
        Ok(read.map_err(|problems| Mistakes::new(&within, &files, &problems)))
    }
}

impl Mistakes {
    fn new(within: &Path, files: &Files, problems: &[Problem]) -> Self {
        let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        let style = if colour { Style::Colour } else { Style::Plain };
        let report = reading::report(&within.display().to_string(), files, problems, style, 100);
        Self { count: problems.len(), report }
    }

    /// Prints them and says how many they are.
    fn print(&self) -> usize {
        eprint!("{}", self.report);
        self.count
    }
}

/// The site with the address that was given for this build, if one was.
fn published(mut site: Site) -> Outcome<Site> {
    if let Ok(given) = std::env::var("ADDRESS") {
        site.address = reading::site_address(&given).ok_or_else(|| {
            format!("ADDRESS={given} is not a web address; write it whole, as in ADDRESS=https://example.org/")
        })?;
    }
    Ok(site)
}

fn folders(folder: &Path) -> Outcome<Vec<String>> {
    let unreadable =
        |error| format!("{} cannot be read: {error}; name the folder of the stories with STORIES=", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry?;
        if entry.path().is_dir() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    if names.is_empty() {
        return Err(format!("there is no story in {}; a story is a folder of its own", folder.display()).into());
    }
    Ok(names)
}

fn files(folder: &Path) -> Result<Files, String> {
    let unreadable = |error| format!("{} cannot be read: {error}", folder.display());
    let mut files = Files::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if let (true, Some(name)) = (path.is_file(), path.file_name()) {
            files.insert(name.to_string_lossy().into_owned(), fs::read(&path).map_err(unreadable)?);
        }
    }
    Ok(files)
}
