//! What Trunk left in its `index.html`: the names of the files that it built.
//!
//! Deliberately absent: the rest of that page, which readers never see.

/// The files that Trunk built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shell {
    /// The module that wasm-bindgen wrote.
    pub glue: String,
    /// The islands.
    pub wasm: String,
}

/// The names are not there.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("Trunk's index.html has no `{0}`; keep the line pattern_script of Trunk.toml as it was")]
pub struct ShellError(&'static str);

/// Reads the names from Trunk's `index.html`.
///
/// # Errors
///
/// One of them is not there.
pub fn read_shell(html: &str) -> Result<Shell, ShellError> {
    let value = |name: &'static str| {
        let rest = html.split_once(&format!("{name}=")).ok_or(ShellError(name))?.1;
        // Trunk leaves quotes out where HTML needs none.
        let value = rest.trim_start_matches('"').split(['"', '>', ' ']).next().ok_or(ShellError(name))?;
        Ok(value.trim_start_matches("./").trim_start_matches('/').to_owned())
    };
    Ok(Shell { glue: value("data-glue")?, wasm: value("data-wasm")? })
}
