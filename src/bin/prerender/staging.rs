//! Trunk's staging folder: files go in with their compressed copies.
//!
//! Deliberately absent: putting the site in place, which is Trunk's when all of this went well.

use std::fs;
use std::path::PathBuf;

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

    /// Takes away what Trunk left there: its own page, and the islands before they were split.
    ///
    /// # Errors
    ///
    /// A file cannot be removed.
    pub fn clear(&self) -> std::io::Result<()> {
        for entry in fs::read_dir(&self.folder)? {
            let path = entry?.path();
            if path.is_file() {
                fs::remove_file(path)?;
            }
        }
        Ok(())
    }
}
