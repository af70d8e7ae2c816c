//! Compressed copies of files, and what they weigh.
//!
//! Deliberately absent: files that are compressed already.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

/// A file with its compressed copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// Its name within the site.
    pub name: String,
    /// Its size in bytes.
    pub raw: usize,
    /// Its copy for `.gz`.
    pub gzip: Vec<u8>,
    /// Its copy for `.br`.
    pub brotli: Vec<u8>,
}

/// How many bytes of window brotli has, as a power of two; the most that browsers accept.
const WINDOW: u32 = 22;

/// Compresses a file as far as it goes; `None` where its kind gains nothing.
///
/// # Errors
///
/// Memory cannot be had.
pub fn pack(name: &str, bytes: &[u8]) -> std::io::Result<Option<Packed>> {
    let endings = [".html", ".css", ".js", ".mjs", ".wasm", ".json", ".xml", ".svg", ".txt"];
    if !endings.iter().any(|ending| name.ends_with(ending)) {
        return Ok(None);
    }
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    let mut brotli = Vec::new();
    brotli::CompressorWriter::new(&mut brotli, 4096, 11, WINDOW).write_all(bytes)?;
    Ok(Some(Packed { name: name.to_owned(), raw: bytes.len(), gzip: gzip.finish()?, brotli }))
}

/// The sizes of all files as a table.
pub fn table(files: &[Packed]) -> String {
    let widest = files.iter().map(|file| file.name.chars().count()).max().unwrap_or(4).max(4);
    let mut table = format!("{:widest$} {:>9} {:>9} {:>9}\n", "file", "raw", "gzip", "brotli");
    for file in files {
        table.push_str(&format!(
            "{:widest$} {:>9} {:>9} {:>9}\n",
            file.name,
            file.raw,
            file.gzip.len(),
            file.brotli.len()
        ));
    }
    table
}
