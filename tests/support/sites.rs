//! The sites that journeys visit.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, OnceLock};

use tempfile::TempDir;

use super::{ADDRESS, dist, root, small_site};

/// A finished site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Site {
    /// `tests/fixtures`: one small story, made up, with almost every construct of the format.
    Fixture,
    /// The stories that are published.
    Published,
    /// The same, which says where it is published.
    Addressed,
    /// The published ones with a debug build of the islands.
    Debug,
}

/// The fixture, once it is built.
static FIXTURE: Mutex<Option<TempDir>> = Mutex::new(None);

/// The published site with its address, once it was told it.
static ADDRESSED: OnceLock<PathBuf> = OnceLock::new();

impl Site {
    /// Where its files are. The fixture is built when it is first asked for.
    pub fn folder(self) -> PathBuf {
        match self {
            Self::Fixture => {
                let mut built = FIXTURE.lock().unwrap();
                built.get_or_insert_with(|| small_site::built(&root().join("tests/fixtures"))).path().to_owned()
            }
            Self::Published => dist(),
            Self::Addressed => ADDRESSED.get_or_init(addressed).clone(),
            Self::Debug => {
                let folder = root().join("target/dist-debug");
                assert!(folder.join("index.html").exists(), "there is no debug build; run `make debug` first");
                folder
            }
        }
    }
}

/// A copy of the finished site that was told where it is published.
fn addressed() -> PathBuf {
    let site = root().join("target/addressed");
    let _ = std::fs::remove_dir_all(&site);
    copy(&dist(), &site);
    let mut command = Command::new(env!("CARGO_BIN_EXE_prerender"));
    command.arg("address").arg(&site).envs([("ADDRESS", ADDRESS), ("PACK", "quick")]).current_dir(root());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    site
}

/// A copy of a site, in a folder that is made for it.
pub fn copy(site: &Path, folder: &Path) {
    for (path, bytes) in small_site::files_below(site) {
        let copy = folder.join(path);
        std::fs::create_dir_all(copy.parent().unwrap()).unwrap();
        std::fs::write(copy, bytes).unwrap();
    }
}

/// Removes what was built; for when no journey is left.
pub fn remove() {
    FIXTURE.lock().unwrap().take();
}
