//! The sites that journeys visit.

use std::path::PathBuf;
use std::sync::Mutex;

use tempfile::TempDir;

use super::{dist, root, small_site};

/// A finished site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Site {
    /// `tests/fixtures`: one small story, made up, with almost every construct of the format.
    Fixture,
    /// The stories that are published.
    Published,
    /// The same with a debug build of the islands.
    Debug,
}

/// The fixture, once it is built.
static FIXTURE: Mutex<Option<TempDir>> = Mutex::new(None);

impl Site {
    /// Where its files are. The fixture is built when it is first asked for.
    pub fn folder(self) -> PathBuf {
        match self {
            Self::Fixture => {
                let mut built = FIXTURE.lock().unwrap();
                built.get_or_insert_with(|| small_site::built(&root().join("tests/fixtures"))).path().to_owned()
            }
            Self::Published => dist(),
            Self::Debug => {
                let folder = root().join("target/dist-debug");
                assert!(folder.join("index.html").exists(), "there is no debug build; run `make debug` first");
                folder
            }
        }
    }
}

/// Removes what was built; for when no journey is left.
pub fn remove() {
    FIXTURE.lock().unwrap().take();
}
