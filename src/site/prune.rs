//! The islands without what no page calls.
//!
//! Deliberately absent: making the code itself smaller, which the compiler has done.

/// The islands cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("the islands' wasm cannot be read: {0}; delete target/hydrate and build again")]
pub struct PruneError(String);

/// How the names begin that Leptos' server functions export for streams. No page has server functions; but whatever is
/// exported is kept by the linker, with all that it needs.
const UNUSED: [&str; 2] = ["intounderlying", "__wbg_intounderlying"];

/// Takes out of the islands what no page calls.
///
/// # Errors
///
/// The wasm cannot be read.
pub fn pruned(wasm: &[u8]) -> Result<Vec<u8>, PruneError> {
    let mut module = walrus::Module::from_buffer(wasm).map_err(|error| PruneError(error.to_string()))?;
    let is_unused = |name: &str| UNUSED.iter().any(|unused| name.starts_with(unused));
    let unused: Vec<_> =
        module.exports.iter().filter(|export| is_unused(&export.name)).map(walrus::Export::id).collect();
    for export in unused {
        module.exports.delete(export);
    }
    walrus::passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}
