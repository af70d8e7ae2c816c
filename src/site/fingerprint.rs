//! Names of files that change with their bytes, so that they can be cached for ever.
//!
//! Deliberately absent: security; the sum guards against stale caches, not against people.

use std::hash::{DefaultHasher, Hasher};

/// `assets/boot.js` → `assets/boot-1f2e3d4c5b6a7988.js`.
pub fn fingerprinted(path: &str, bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    let (stem, ending) = path.rsplit_once('.').unwrap_or((path, ""));
    format!("{stem}-{:016x}.{ending}", hasher.finish())
}
