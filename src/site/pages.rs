//! The pages of all stories, and each panel alone.
//!
//! Deliberately absent: pages that belong to no story.

use std::iter;
use std::sync::Arc;

use serde::Serialize;

use super::atlas::Atlas;
use super::fingerprint::fingerprinted;
use super::headers::policy;
use super::markup::{lead_out, tidy, with_root};
use super::oembed::oembed;
use super::single::single;
use super::style::Styles;
use crate::page::{
    Assets, Choice, Drawing, Edition, PageKind, Panel, Place, beside, choices, embeds, line, panels, render,
    render_choice, render_examples, world,
};
use crate::reading::Site;
use crate::story::{Evidence, Story};
use crate::words::page::in_language;

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// Its path from the site's root.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// A story, and what all of its pages have in common.
struct Printer<'a> {
    site: &'a Site,
    story: &'a Story,
    drawing: Arc<Drawing>,
    assets: Assets,
}

/// For every story a page and its panels under the story's own address, the flagship's also at the root, and the whole
/// story as a single file, with all styles in it.
pub fn pages(site: &Site, stories: &[Story], atlas: &Atlas, assets: &Assets, styles: &Styles) -> Vec<Output> {
    stories.iter().flat_map(|story| story_pages(site, story, atlas, assets, styles)).collect()
}

/// The same for one story.
pub fn story_pages(site: &Site, story: &Story, atlas: &Atlas, assets: &Assets, styles: &Styles) -> Vec<Output> {
    let mut outputs = Vec::new();
    let policy = policy(story.talk.origin().as_deref(), &styles.first);
    let assets = Assets { policy, ..assets.clone() };
    let mut printer = Printer { site, story, drawing: atlas.drawing(story), assets };
    let data = printer.data();
    let own = format!("{}/", story.slug);
    if story.slug == site.flagship {
        outputs.extend(printer.all_below(""));
        outputs.push(printer.examples());
    }
    outputs.extend(printer.all_below(&own));
    outputs.push(printer.single(&styles.whole()));
    outputs.extend(printer.evidence());
    outputs.extend(data);
    outputs
}

/// The way to the root from a page that is so far below it.
fn root_of(path: &str) -> String {
    match path.matches('/').count() {
        0 => "./".into(),
        depth => "../".repeat(depth),
    }
}

impl Printer<'_> {
    fn edition<'a>(&'a self, place: Place<'a>) -> Edition<'a> {
        let words = in_language(&self.story.article.language);
        Edition::new(self.story, &self.site.name, words, &self.drawing, &self.assets, place)
    }

    fn place<'a>(&'a self, root: &'a str, path: &'a str, kind: PageKind) -> Place<'a> {
        Place { root, path, kind, address: self.site.address.as_deref() }
    }

    /// The data that tools fetch, whose names pages know from then on.
    fn data(&mut self) -> Vec<Output> {
        let own = format!("{}/", self.story.slug);
        let edition = self.edition(self.place("../", &own, PageKind::Story));
        let beside = beside(&edition);
        let beside = (!beside.panels.is_empty()).then(|| self.file("beside", &beside));
        let evidence = self.file("evidence", &Evidence::of(self.story));
        let strips = line(&edition).map(|line| self.file("strips", &line));
        let world = self.file("world", &world(&edition));
        let embeds = self.file("embeds", &embeds(&edition));
        drop(edition);
        self.assets.beside = beside.as_ref().map(|file| file.path.clone()).unwrap_or_default();
        self.assets.evidence.clone_from(&evidence.path);
        self.assets.strips = strips.as_ref().map(|file| file.path.clone()).unwrap_or_default();
        self.assets.world.clone_from(&world.path);
        self.assets.embeds.clone_from(&embeds.path);
        beside.into_iter().chain([evidence]).chain(strips).chain([world, embeds]).collect()
    }

    /// Facts as a file of JSON, under a name that changes with them.
    fn file(&self, name: &str, facts: &impl Serialize) -> Output {
        let text = json(facts);
        let path = fingerprinted(&format!("{}/data/{name}.json", self.story.slug), text.as_bytes());
        Output { path, text }
    }

    /// The page, its panels, and how each is embedded.
    fn all_below(&self, base: &str) -> Vec<Output> {
        let root = root_of(base);
        let edition = self.edition(self.place(&root, base, PageKind::Story));
        let panels = panels(&edition);
        let mut outputs = vec![Output { path: format!("{base}index.html"), text: tidy(&render(&edition)) }];
        outputs.extend(self.loader(base));
        outputs.extend(self.oembed(base, base, &Choice::of(Panel::Card)));
        for panel in panels {
            let path = format!("{base}embed/{}/", panel.key());
            outputs.push(self.panel(&path, panel));
            outputs.extend(self.oembed(&path, base, &Choice::of(panel)));
            outputs.extend(choices(self.story, panel).iter().flat_map(|choice| self.choice(base, choice)));
        }
        outputs
    }

    /// The copy of the loader for the page at `path`; the site's root has the loader itself.
    fn loader(&self, path: &str) -> Option<Output> {
        let assets = &self.assets;
        (!path.is_empty())
            .then(|| Output { path: format!("{path}{}", assets.boot), text: assets.boot_text.to_string() })
    }

    /// What those who paste an address can choose, and how it is then embedded.
    fn choice(&self, base: &str, choice: &Choice) -> Vec<Output> {
        let path = format!("{base}embed/{}", choice.path());
        let root = root_of(&path);
        let edition = self.edition(self.place(&root, &path, PageKind::Panel(choice.panel)));
        let page = Output { path: format!("{path}index.html"), text: tidy(&render_choice(&edition, choice)) };
        iter::once(page).chain(self.oembed(&path, base, choice)).collect()
    }

    fn panel(&self, path: &str, panel: Panel) -> Output {
        let root = root_of(path);
        let edition = self.edition(self.place(&root, path, PageKind::Panel(panel)));
        let html = tidy(&render(&edition));
        let whole = format!("{root}{}/", self.story.slug);
        // What is not led out, which no HTML of ours is, is as good as it was.
        let led = lead_out(&html, &whole).unwrap_or(html);
        Output { path: format!("{path}index.html"), text: led }
    }

    /// How the page at `path` is embedded: as a panel of the story below `base`.
    fn oembed(&self, path: &str, base: &str, choice: &Choice) -> Option<Output> {
        Some(Output { path: format!("{path}oembed.json"), text: oembed(self.site, self.story, base, choice)? })
    }

    fn examples(&self) -> Output {
        let edition = self.edition(self.place("./", "", PageKind::Story));
        Output { path: "embedding.html".into(), text: tidy(&render_examples(&edition)) }
    }

    /// What the story rests on, as a page; its claims lead back to where the story's page refers to them.
    fn evidence(&self) -> Vec<Output> {
        let own = format!("{}/", self.story.slug);
        let story = self.edition(self.place("../", &own, PageKind::Story));
        // Which claims it refers to is known once it is laid out.
        render(&story);
        let path = format!("{own}sources/");
        let edition = self.edition(self.place("../../", &path, PageKind::Evidence)).after(&story);
        let page = Output { path: format!("{path}index.html"), text: tidy(&render(&edition)) };
        iter::once(page).chain(self.loader(&path)).collect()
    }

    /// The whole story as a single file. Without an address its links lead to pages beside it.
    fn single(&self, style: &str) -> Output {
        let (address, words) = (self.site.address.as_deref(), in_language(&self.story.article.language));
        let own = format!("{}/", self.story.slug);
        let page = tidy(&render(&self.edition(self.place("../", &own, PageKind::Single))));
        let html = with_root(&page, "../", address.unwrap_or("./"));
        Output {
            path: format!("{}.single.html", self.story.slug),
            text: single(&html, style, address.map(|address| format!("{address}{own}")).as_deref(), words),
        }
    }
}

/// Facts as JSON, in the form in which the wasm reads them.
fn json(facts: &impl Serialize) -> String {
    // Types of ours have no keys but names, so they can always be written.
    serde_json::to_string(facts).unwrap_or_default()
}
