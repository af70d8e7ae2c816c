//! Trunk's staging folder: files go in with their compressed copies.
//!
//! Deliberately absent: putting the site in place, which is Trunk's when all of this went well.

use std::fs;
use std::path::{Path, PathBuf};

use backgrounder::site::{Strength, Weight, pack};

/// The folder into which the site is written.
pub struct Staging {
    pub folder: PathBuf,
    pub strength: Strength,
}

impl Staging {
    /// Writes a file, and its compressed copies if its kind has any; gives what they weigh.
    ///
    /// # Errors
    ///
    /// It cannot be written.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<Option<Weight>, String> {
        let packed = pack(name, bytes, self.strength).map_err(|error| format!("{name} cannot be packed: {error}"))?;
        self.put(name, bytes)?;
        if let Some(packed) = &packed {
            self.put(&format!("{name}.gz"), &packed.gzip)?;
            self.put(&format!("{name}.br"), &packed.brotli)?;
        }
        Ok(packed.map(|packed| packed.weight()))
    }

    fn put(&self, name: &str, bytes: &[u8]) -> Result<(), String> {
        let path = self.folder.join(name);
        // Most files come into a folder that is there already.
        let written = fs::write(&path, bytes).or_else(|_| {
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::write(&path, bytes)
        });
        written.map_err(|error| format!("{} cannot be written: {error}", path.display()))
    }

    /// Takes a file of Trunk's away that is there under another name.
    pub fn remove(&self, name: impl AsRef<Path>) -> std::io::Result<()> {
        fs::remove_file(self.folder.join(name))
    }
}
