//! The comment, and the stores that keep it: the reader's device, or a server that the story names.
//!
//! Deliberately absent: how comments look, and the browser. A store asks a [`Database`] and a [`Transport`], which
//! `browser` brings and tests replace.

mod comment;
mod database;
mod device;
mod drafts;
mod file;
mod isso;
mod json;
mod memory;
mod passage;
mod record;
mod store;
mod text;
mod wire;

pub use comment::{Comment, DeliveryStatus, Quote, Thread};
pub use database::{Database, DatabaseHandle, INDEXES, Index, Query, Rows, StoreName, WriteOp};
pub use device::Device;
pub use drafts::{drafts, keep};
pub use file::{
    ExportFile, FORMAT, ImportError, ImportFile, ImportReport, LARGEST_FILE, Unposted, read_file, write_file,
};
pub use isso::Isso;
pub use json::{parse as parse_json, to_number};
pub use memory::Memory;
pub use passage::{Found, Passage, find};
pub use record::{RawRecord, Reading, Record, VERSION, read, write};
pub use store::{Answer, Capabilities, Counts, Failure, Page, Request, Sort, Store};
pub use text::{Piece, paragraphs};
pub use wire::{Body, Call, Method, NewComment, Reply, Transport};
