//! The stories on the disk: which there are, and each with its mistakes.
//!
//! Deliberately absent: what a story's files may hold, which is `reading`'s, and writing them.

use std::env;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use crate::reading::{self, Files, Known, Problem, Site, Style};
use crate::story::Story;

/// The folder of all stories.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stories {
    folder: PathBuf,
    slugs: Vec<String>,
    /// Those that are still being written.
    drafts: Vec<String>,
    /// Whether the site may begin with a draft, as in a preview.
    shows_drafts: bool,
}

/// Files with mistakes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistakes {
    /// The folder of the files.
    pub within: PathBuf,
    /// The files.
    pub files: Files,
    /// What is wrong with them.
    pub problems: Vec<Problem>,
}

/// The disk does not give what is asked of it.
#[derive(Debug, thiserror::Error)]
pub enum StoriesError {
    /// The folder of the stories cannot be read.
    #[error("{} cannot be read: {error}; name the folder of the stories with STORIES=", folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// There is no story in the folder.
    #[error("there is no story in {}; a story is a folder of its own", .0.display())]
    Empty(PathBuf),
    /// There are only stories that are still being written.
    #[error("all stories in {} are drafts; take `draft = true` out of the article.md of one that is finished", .0.display())]
    OnlyDrafts(PathBuf),
    /// A story's folder or file cannot be read.
    #[error("{} cannot be read: {error}", path.display())]
    Unreadable {
        /// The folder or file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// `ADDRESS` is no address.
    #[error("ADDRESS={0} is not a web address; write it whole, as in ADDRESS=https://example.org/")]
    Address(String),
}

impl Stories {
    /// The stories of a folder.
    ///
    /// # Errors
    ///
    /// The folder cannot be read, or has no story.
    pub fn within(folder: &Path) -> Result<Self, StoriesError> {
        let slugs = slugs(folder).map_err(|error| StoriesError::Folder { folder: folder.to_owned(), error })?;
        if slugs.is_empty() {
            return Err(StoriesError::Empty(folder.to_owned()));
        }
        let article = |slug: &String| fs::read(folder.join(slug).join("article.md")).unwrap_or_default();
        let is_draft = |slug: &&String| reading::is_draft(&String::from_utf8_lossy(&article(slug)));
        let drafts = slugs.iter().filter(is_draft).cloned().collect();
        Ok(Self { folder: folder.to_owned(), slugs, drafts, shows_drafts: false })
    }

    /// The same where the site may begin with a draft: for a preview.
    #[must_use]
    pub fn with_drafts(self) -> Self {
        Self { shows_drafts: true, ..self }
    }

    /// Those that are not still being written.
    ///
    /// # Errors
    ///
    /// There is none.
    pub fn published(&self) -> Result<Vec<&str>, StoriesError> {
        let published: Vec<&str> = self.slugs().into_iter().filter(|slug| !self.is_draft(slug)).collect();
        if published.is_empty() { Err(StoriesError::OnlyDrafts(self.folder.clone())) } else { Ok(published) }
    }

    /// Those that are still being written.
    pub fn drafts(&self) -> Vec<&str> {
        self.drafts.iter().map(String::as_str).collect()
    }

    fn is_draft(&self, slug: &str) -> bool {
        self.drafts.iter().any(|draft| draft == slug)
    }

    /// The folder of all stories.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The names of the stories' folders, in order.
    pub fn slugs(&self) -> Vec<&str> {
        self.slugs.iter().map(String::as_str).collect()
    }

    /// The files that stand beside the stories.
    ///
    /// # Errors
    ///
    /// One of them cannot be read.
    pub fn common_files(&self) -> Result<Files, StoriesError> {
        files(&self.folder)
    }

    /// The files of a story.
    ///
    /// # Errors
    ///
    /// One of them cannot be read.
    pub fn files(&self, slug: &str) -> Result<Files, StoriesError> {
        files(&self.folder.join(slug))
    }

    /// The stories to which one may link, or, where none is named, the site: a published one to no draft, which readers
    /// would not find.
    fn known_to(&self, slug: &str) -> Known<'_> {
        let is_site = slug.is_empty();
        let drafts = if self.is_draft(slug) || is_site && self.shows_drafts { Vec::new() } else { self.drafts() };
        Known { stories: self.slugs().into_iter().filter(|slug| !drafts.contains(slug)).collect(), drafts }
    }

    /// What all stories have in common, or the mistakes in it; with the address that was given for this build, if one
    /// was (`ADDRESS`).
    ///
    /// # Errors
    ///
    /// That address is none.
    pub fn site(&self, files: &Files) -> Result<Result<Site, Mistakes>, StoriesError> {
        let read = reading::read_site(files, &self.known_to(""));
        match read.map_err(|problems| Mistakes { within: self.folder.clone(), files: files.clone(), problems }) {
            Ok(site) => Ok(Ok(published(site)?)),
            Err(mistakes) => Ok(Err(mistakes)),
        }
    }

    /// A story of these files on this site, or the mistakes in them.
    ///
    /// # Errors
    ///
    /// Every mistake.
    pub fn story(&self, site: Option<&Site>, slug: &str, files: &Files) -> Result<Story, Mistakes> {
        let known = self.known_to(slug);
        let read = match site {
            Some(site) => reading::read_for(site, slug, files, &known),
            None => reading::read_among(slug, files, &known),
        };
        read.map_err(|problems| Mistakes { within: self.folder.join(slug), files: files.clone(), problems })
    }
}

impl Mistakes {
    /// Prints all of them to where errors go, in colours if that is a terminal.
    pub fn print(&self) {
        let colour = io::stderr().is_terminal() && env::var_os("NO_COLOR").is_none();
        let style = if colour { Style::Colour } else { Style::Plain };
        let folder = self.within.display().to_string();
        eprint!("{}", reading::report(&folder, &self.files, &self.problems, style, 100));
    }
}

/// How many there are, in words.
pub fn counted(mistakes: usize) -> String {
    if mistakes == 1 { "1 mistake".into() } else { format!("{mistakes} mistakes") }
}

fn published(mut site: Site) -> Result<Site, StoriesError> {
    if let Ok(given) = env::var("ADDRESS") {
        site.address = Some(reading::site_address(&given).ok_or(StoriesError::Address(given))?);
    }
    Ok(site)
}

/// Folders that operating systems and servers make beside others.
const NOT_OURS: [&str; 8] = [
    "__MACOSX",
    "@eaDir",
    "#recycle",
    "$RECYCLE.BIN",
    "System Volume Information",
    "lost+found",
    "node_modules",
    "CVS",
];

/// The folders in it, but for those that nobody made as a story.
fn slugs(folder: &Path) -> io::Result<Vec<String>> {
    let mut slugs = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() && !name.starts_with('.') && !NOT_OURS.contains(&name.as_str()) {
            slugs.push(name);
        }
    }
    slugs.sort();
    Ok(slugs)
}

fn files(folder: &Path) -> Result<Files, StoriesError> {
    let unreadable = |path: &Path, error| StoriesError::Unreadable { path: path.to_owned(), error };
    let mut files = Files::new();
    for entry in fs::read_dir(folder).map_err(|error| unreadable(folder, error))? {
        let path = entry.map_err(|error| unreadable(folder, error))?.path();
        if let (true, Some(name)) = (path.is_file(), path.file_name()) {
            let bytes = fs::read(&path).map_err(|error| unreadable(&path, error))?;
            files.insert(name.to_string_lossy().into_owned(), bytes);
        }
    }
    Ok(files)
}
