//! Scripts as browsers get them: the one for hosts as a module and as a classic script, and all of them made small.
//!
//! Deliberately absent: what is in them, which is in `public/`.

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// How a browser takes a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScriptKind {
    /// As a module.
    Module,
    /// As a script of old.
    Classic,
}

/// A script is not what browsers read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{name} is not JavaScript: {what}")]
pub struct ScriptError {
    name: String,
    what: String,
}

/// The script without what only those need who read it: comments, room, and names within it.
///
/// # Errors
///
/// It is not JavaScript.
pub fn minified(name: &str, script: &str, kind: ScriptKind) -> Result<String, ScriptError> {
    let allocator = Allocator::default();
    let source = match kind {
        ScriptKind::Module => SourceType::mjs(),
        ScriptKind::Classic => SourceType::script(),
    };
    let read = Parser::new(&allocator, script, source).parse();
    if let Some(mistake) = read.diagnostics.first() {
        return Err(ScriptError { name: name.to_owned(), what: mistake.to_string() });
    }
    let mut program = read.program;
    let made = Minifier::new(MinifierOptions::default()).minify(&allocator, &mut program);
    Ok(Codegen::new().with_options(CodegenOptions::minify()).with_scoping(made.scoping).build(&program).code)
}

/// The classic script that does what the module does by itself, for pages that include scripts by their address.
pub fn classic(module: &str) -> String {
    let body = module.replace("import.meta.url", "document.currentScript.src").replace("\nexport const ", "\nconst ");
    format!("(() => {{\n{body}}})();\n")
}

#[cfg(test)]
mod tests {
    use super::{ScriptKind, classic, minified};

    #[test]
    fn nothing_of_a_module_is_left() {
        let module = "const home = new URL(\".\", import.meta.url);\nexport const open = () => home;\n";
        let script =
            "(() => {\nconst home = new URL(\".\", document.currentScript.src);\nconst open = () => home;\n})();\n";
        assert_eq!(classic(module), script);
    }

    #[test]
    fn what_only_those_need_who_read_it_is_left_out() {
        let script = "// Why.\nexport const open = (something) => something + 1;\n";
        assert_eq!(minified("a.js", script, ScriptKind::Module).as_deref(), Ok("export const open=e=>e+1;"));
    }

    #[test]
    fn what_is_no_script_is_refused_by_its_name() {
        let said = minified("public/boot.js", "const = 1;", ScriptKind::Module).map_err(|error| error.to_string());
        assert_eq!(said, Err("public/boot.js is not JavaScript: Unexpected token".to_owned()));
    }
}
