//! The stories as their files are at one moment, and the page for an address.
//!
//! Deliberately absent: noticing that files change, which is `watch`'s.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, OnceLock};

use super::page;
use crate::finished::Finished;
use crate::reading::{Files, Site};
use crate::serving::Rules;
use crate::site::{Atlas, headers_file, headers_of, story_pages};
use crate::stories::{Mistakes, Stories, StoriesError};
use crate::story::Story;

/// All stories at one moment.
pub(super) struct Drafts {
    atlas: Arc<Atlas>,
    built: Finished,
    common: Files,
    site: Result<Site, Mistakes>,
    stories: BTreeMap<String, Arc<Draft>>,
    rules: Rules,
}

/// One story.
struct Draft {
    files: Files,
    version: String,
    story: Result<Story, Mistakes>,
    /// Its pages by path, once one of them has been asked for.
    pages: OnceLock<BTreeMap<String, String>>,
}

/// What is at an address.
pub(super) enum Answer {
    Page(String),
    /// The page that says what is wrong.
    Mistakes(String),
    Elsewhere(String),
    Nothing,
}

impl Drafts {
    /// Reads the stories; those of `before` whose files are the same are kept.
    pub fn read(
        stories: &Stories,
        built: Finished,
        atlas: Arc<Atlas>,
        before: Option<&Self>,
    ) -> Result<Self, StoriesError> {
        let common = stories.common_files()?;
        let site = stories.site(&common)?;
        let before = before.filter(|before| {
            let known: Vec<&str> = before.stories.keys().map(String::as_str).collect();
            before.common == common && before.built == built && known == stories.slugs()
        });
        let mut drafts = BTreeMap::new();
        for slug in stories.slugs() {
            let files = stories.files(slug)?;
            let kept = before.and_then(|before| before.stories.get(slug)).filter(|draft| draft.files == files);
            let draft = kept.cloned().unwrap_or_else(|| {
                let version = version(&(&common, &files, stories.slugs(), &built.styles, &built.assets.wasm));
                Arc::new(Draft {
                    story: stories.story(site.as_ref().ok(), slug, &files),
                    files,
                    version,
                    pages: OnceLock::new(),
                })
            });
            drafts.insert(slug.to_owned(), draft);
        }
        let rules = rules(&site, &drafts, &built.styles.first);
        Ok(Self { atlas, built, common, site, stories: drafts, rules })
    }

    /// The headers with which pages are sent.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// What changes whenever the pages of a story do; empty where there is no such story.
    pub fn version(&self, slug: &str) -> &str {
        self.stories.get(slug).map_or("", |draft| &draft.version)
    }

    /// Whether there is a folder of that name on the site, so that a slash is missing at the end of the path.
    pub fn is_folder(&self, path: &str) -> bool {
        self.stories.contains_key(path.trim_start_matches('/'))
    }

    /// Everything that is wrong.
    pub fn mistakes(&self) -> impl Iterator<Item = &Mistakes> {
        let stories = self.stories.values().filter_map(|draft| draft.story.as_ref().err());
        self.site.as_ref().err().into_iter().chain(stories)
    }

    /// What is at a path of the site.
    pub fn answer(&self, path: &str) -> Answer {
        if self.is_folder(path) {
            return Answer::Elsewhere(format!("{path}/"));
        }
        let path = path.trim_start_matches('/');
        let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        let site = match &self.site {
            Ok(site) => site,
            Err(mistakes) => return Answer::Mistakes(self.mistaken(mistakes, self.stories.keys().next())),
        };
        let slug = self.slug_of(&path, site);
        let Some(draft) = self.stories.get(&slug) else { return Answer::Nothing };
        let story = match &draft.story {
            Ok(story) => story,
            Err(mistakes) => return Answer::Mistakes(self.mistaken(mistakes, Some(&slug))),
        };
        match draft.pages.get_or_init(|| self.pages(site, story)).get(&path) {
            Some(text) if path.ends_with("index.html") => Answer::Page(page::followed(text, &slug, &draft.version)),
            Some(text) => Answer::Page(text.clone()),
            None => Answer::Nothing,
        }
    }

    /// The story to which a path belongs: what is not below a story's own address is the flagship's.
    fn slug_of(&self, path: &str, site: &Site) -> String {
        let single = path.strip_suffix(".single.html");
        let first = single.or_else(|| path.split_once('/').map(|(first, _)| first)).unwrap_or_default();
        match first {
            "" | "embed" => site.flagship.to_string(),
            slug => slug.to_owned(),
        }
    }

    fn pages(&self, site: &Site, story: &Story) -> BTreeMap<String, String> {
        let pages = story_pages(site, story, &self.atlas, &self.built.assets, &self.built.styles);
        pages.into_iter().map(|page| (page.path, page.text)).collect()
    }

    fn mistaken(&self, mistakes: &Mistakes, slug: Option<&String>) -> String {
        let slug = slug.map_or("", String::as_str);
        page::mistaken(mistakes, slug, self.version(slug), &self.built.assets.style)
    }
}

fn version(of: &impl Hash) -> String {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// What `_headers` would say of the stories as they are.
fn rules(site: &Result<Site, Mistakes>, drafts: &BTreeMap<String, Arc<Draft>>, style: &str) -> Rules {
    let stories = drafts.values().filter_map(|draft| draft.story.as_ref().ok());
    let parts: Vec<String> = match site {
        Ok(site) => stories.map(|story| headers_of(site, story, style)).collect(),
        Err(_) => Vec::new(),
    };
    Rules::read(&headers_file(&parts))
}
