//! Noticing that files change, and reading the stories anew.
//!
//! Deliberately absent: what is read, which is `drafts`'s.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::watch::{Receiver, Sender, channel};

use super::PreviewError;
use super::drafts::Drafts;
use crate::finished::Finished;
use crate::site::Atlas;
use crate::stories::Stories;

/// For how long nothing must happen before files are read: text editors save in several steps.
const QUIET: Duration = Duration::from_millis(50);

/// Where the drafts come from.
struct Desk {
    site: PathBuf,
    stories: PathBuf,
    atlas: Arc<Atlas>,
}

/// Reads the stories, and again whenever a file of theirs or of the finished site changes. It ends when nobody holds
/// what is returned any more.
pub(super) fn follow(site: &Path, stories: &Path, atlas: &Path) -> Result<Receiver<Arc<Drafts>>, PreviewError> {
    let atlas = Arc::new(self::atlas(atlas)?);
    let desk = Desk { site: site.to_owned(), stories: stories.to_owned(), atlas };
    let (heard, changed) = unbounded_channel();
    // Watched before it is read, so that no change is missed between.
    let watcher = watcher(&desk, heard)?;
    let drafts = Arc::new(desk.read(None)?);
    tell(&drafts, None);
    let (sender, receiver) = channel(drafts);
    tokio::spawn(keep_up(desk, watcher, changed, sender));
    Ok(receiver)
}

fn atlas(path: &Path) -> Result<Atlas, PreviewError> {
    let failed = |error: String| PreviewError::Atlas { path: path.display().to_string(), error };
    let json = std::fs::read_to_string(path).map_err(|error| failed(error.to_string()))?;
    Atlas::read(&json).map_err(|error| failed(error.to_string()))
}

fn watcher(desk: &Desk, heard: UnboundedSender<()>) -> notify::Result<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if event.is_ok_and(|event| is_change(event.kind)) {
            // Nobody listens any more once the server ends.
            let _ = heard.send(());
        }
    })?;
    for folder in [&desk.stories, &desk.site] {
        watcher.watch(folder, RecursiveMode::Recursive)?;
    }
    Ok(watcher)
}

/// Whether a file may be another one afterwards; reading it ourselves makes events too.
fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(kind) => kind == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}

async fn keep_up(
    desk: Desk,
    watcher: RecommendedWatcher,
    mut changed: UnboundedReceiver<()>,
    sender: Sender<Arc<Drafts>>,
) {
    let desk = Arc::new(desk);
    while !sender.is_closed() && changed.recv().await.is_some() {
        while let Ok(Some(())) = tokio::time::timeout(QUIET, changed.recv()).await {}
        let (desk, before) = (desk.clone(), sender.borrow().clone());
        let read = tokio::task::spawn_blocking(move || desk.read(Some(&before))).await;
        match read {
            Ok(Ok(drafts)) => {
                tell(&drafts, Some(&sender.borrow()));
                sender.send_replace(Arc::new(drafts));
            }
            // While a site is built anew there is none for a moment.
            Ok(Err(PreviewError::NotBuilt(_))) | Err(_) => {}
            Ok(Err(error)) => eprintln!("{error}"),
        }
    }
    drop(watcher);
}

impl Desk {
    fn read(&self, before: Option<&Drafts>) -> Result<Drafts, PreviewError> {
        let built = Finished::within(&self.site)?;
        let stories = Stories::within(&self.stories)?.with_drafts();
        Ok(Drafts::read(&stories, built, self.atlas.clone(), before)?)
    }
}

/// Says in the terminal what is wrong, where it is something else than before.
fn tell(drafts: &Drafts, before: Option<&Drafts>) {
    let mistakes: Vec<_> = drafts.mistakes().collect();
    if before.map_or(mistakes.is_empty(), |before| mistakes == before.mistakes().collect::<Vec<_>>()) {
        return;
    }
    mistakes.iter().for_each(|mistakes| mistakes.print());
    match mistakes.len() {
        0 => println!("no mistakes any more"),
        _ => eprintln!("the pages say so too, until it is mended\n"),
    }
}
