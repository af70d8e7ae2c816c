//! Compressed copies of files, and what they weigh.
//!
//! Deliberately absent: files that are compressed already.

use std::io::Write;

use compression_codecs::brotli::params::EncoderParams;
use compression_codecs::core::Level;
use compression_codecs::core::util::{PartialBuffer, WriteBuffer};
use compression_codecs::{BrotliEncoder, EncodeV2};
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

/// How much time compressing may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// As far as it goes: about half a second for a page.
    Full,
    /// About a hundredth of that, for pages that are a third larger.
    Quick,
}

impl Strength {
    /// How far brotli goes, of 11.
    fn brotli(self) -> i32 {
        match self {
            Self::Full => 11,
            Self::Quick => 3,
        }
    }

    fn gzip(self) -> Compression {
        match self {
            Self::Full => Compression::best(),
            Self::Quick => Compression::fast(),
        }
    }
}

/// Below so many bytes a quick pass leaves a file alone.
const SMALL: usize = 1_024;

/// How many bytes of window brotli has, as a power of two; the most that browsers accept.
const WINDOW: i32 = 22;

/// How many bytes brotli hands over at a time.
const CHUNK: usize = 65_536;

/// Compresses a file; `None` where its kind gains nothing.
///
/// # Errors
///
/// Memory cannot be had.
pub fn pack(name: &str, bytes: &[u8], strength: Strength) -> std::io::Result<Option<Packed>> {
    let endings = [".html", ".css", ".js", ".mjs", ".wasm", ".json", ".xml", ".svg", ".txt"];
    // Of what is small or is meant to be saved, a host may as well make copies when it is asked.
    let spared = strength == Strength::Quick && (bytes.len() < SMALL || name.ends_with(".single.html"));
    if spared || !endings.iter().any(|ending| name.ends_with(ending)) {
        return Ok(None);
    }
    let mut gzip = GzEncoder::new(Vec::new(), strength.gzip());
    gzip.write_all(bytes)?;
    let brotli = brotli(bytes, strength)?;
    Ok(Some(Packed { name: name.to_owned(), raw: bytes.len(), gzip: gzip.finish()?, brotli }))
}

fn brotli(bytes: &[u8], strength: Strength) -> std::io::Result<Vec<u8>> {
    let quality = Level::Precise(strength.brotli());
    let mut encoder = BrotliEncoder::new(EncoderParams::default().quality(quality).window_size(WINDOW));
    let mut input = PartialBuffer::new(bytes);
    let mut space = vec![0; CHUNK];
    let mut packed = Vec::new();
    loop {
        let mut output = WriteBuffer::new_initialized(&mut space);
        let read = input.unwritten().is_empty();
        let ended = read && encoder.finish(&mut output)?;
        if !read {
            encoder.encode(&mut input, &mut output)?;
        }
        packed.extend_from_slice(output.written());
        if ended {
            return Ok(packed);
        }
    }
}

/// What a file weighs, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weight {
    /// Its name within the site.
    pub name: String,
    /// As it is.
    pub raw: usize,
    /// As `.gz`.
    pub gzip: usize,
    /// As `.br`.
    pub brotli: usize,
}

impl Packed {
    /// What it weighs.
    pub fn weight(&self) -> Weight {
        Weight { name: self.name.clone(), raw: self.raw, gzip: self.gzip.len(), brotli: self.brotli.len() }
    }
}

/// The sizes of all files as a table.
pub fn table(files: &[Weight]) -> String {
    let widest = files.iter().map(|file| file.name.chars().count()).max().unwrap_or(4).max(4);
    let mut table = format!("{:widest$} {:>9} {:>9} {:>9}\n", "file", "raw", "gzip", "brotli");
    for file in files {
        table.push_str(&format!("{:widest$} {:>9} {:>9} {:>9}\n", file.name, file.raw, file.gzip, file.brotli));
    }
    table
}
