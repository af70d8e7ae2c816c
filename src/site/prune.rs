//! The islands without what no page calls.
//!
//! Deliberately absent: making the code itself smaller, which the compiler has done.

use std::collections::HashSet;

use walrus::ir::{Visitor, dfs_in_order};
use walrus::{FunctionBuilder, FunctionId, FunctionKind, LocalFunction, Module, ModuleConfig};

/// The islands cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("the islands' wasm cannot be read: {0}; delete target/hydrate and build again")]
pub struct PruneError(String);

/// How the names begin that Leptos' server functions export for streams. No page has server functions; but whatever is
/// exported is kept by the linker, with all that it needs.
const UNUSED_EXPORTS: [&str; 2] = ["intounderlying", "__wbg_intounderlying"];

/// What the names of functions contain that only say what a panic was. A release build says that by the trap alone;
/// where one of these would have been called, the module traps at once.
const PANICS: [&str; 13] = [
    "core::panicking::",
    "core::str::slice_error_fail",
    "core::slice::index::slice_",
    "core::option::unwrap_failed",
    "core::option::expect_failed",
    "core::result::unwrap_failed",
    "core::cell::panic_already",
    "alloc::raw_vec::handle_error",
    "alloc::raw_vec::capacity_overflow",
    "handle_alloc_error",
    "std::panicking::",
    "rust_panic",
    "rust_begin_unwind",
];

/// What the names of functions contain that write for those who mend, that belong to the streams of server functions,
/// or to views that wake bit by bit: every island here wakes at once. The linker keeps them since they stand in tables.
/// The compiler makes one of functions that do the same, under the name of any of them; so whatever is called by
/// something else stays.
const UNUSED: [&str; 9] = [
    " as core::fmt::Debug>::fmt",
    "core::fmt::builders::",
    "fmt::builders::PadAdapter",
    "escape_debug_ext",
    "core::unicode::printable::",
    "futures_util::abortable::",
    "js_sys::futures::future_to_promise",
    "wasm_streams::",
    "::hydrate_async",
];

/// Takes out of the islands what no page calls, and the names of all functions.
///
/// # Errors
///
/// The wasm cannot be read.
pub fn pruned(wasm: &[u8]) -> Result<Vec<u8>, PruneError> {
    let mut module = ModuleConfig::new()
        .generate_name_section(false)
        .generate_producers_section(false)
        .parse(wasm)
        .map_err(|error| PruneError(error.to_string()))?;
    let is_unused = |name: &str| UNUSED_EXPORTS.iter().any(|unused| name.starts_with(unused));
    let unused: Vec<_> =
        module.exports.iter().filter(|export| is_unused(&export.name)).map(walrus::Export::id).collect();
    for export in unused {
        module.exports.delete(export);
    }
    for function in never_called(&module) {
        empty(&mut module, function);
    }
    walrus::passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}

/// Takes out of the islands' glue the classes for streams of server functions, which no page has: each from its head to
/// the line that has it freed, and what would free it.
pub fn pruned_glue(glue: &str) -> String {
    let mut kept = String::with_capacity(glue.len());
    let mut until: Option<&str> = None;
    for line in glue.split_inclusive('\n') {
        if line.starts_with("export class IntoUnderlying") {
            until = Some("if (Symbol.dispose)");
        } else if line.starts_with("const IntoUnderlying") {
            until = Some(":");
        }
        match until {
            None => kept.push_str(line),
            Some(end) if line.trim_start().starts_with(end) => until = None,
            Some(_) => {}
        }
    }
    kept
}

/// The functions that only say what a panic was, and those that nothing calls but what is itself never called.
fn never_called(module: &Module) -> HashSet<FunctionId> {
    let panics = named(module, &PANICS);
    let mut unused = named(module, &UNUSED);
    let calls: Vec<(FunctionId, Calls)> = module.funcs.iter_local().map(|(id, body)| (id, calls(body))).collect();
    loop {
        let kept = unused.len();
        for (caller, calls) in &calls {
            if !panics.contains(caller) && !unused.contains(caller) {
                unused.retain(|function| !calls.0.contains(function));
            }
        }
        if unused.len() == kept {
            return panics.into_iter().chain(unused).collect();
        }
    }
}

/// The functions of the module whose names have one of these parts.
fn named(module: &Module, parts: &[&str]) -> HashSet<FunctionId> {
    let functions = module.funcs.iter().filter(|function| matches!(function.kind, FunctionKind::Local(_)));
    let has_part = |name: &str| {
        let name = without_hashes(name);
        parts.iter().any(|part| name.contains(part))
    };
    functions.filter(|function| function.name.as_deref().is_some_and(has_part)).map(walrus::Function::id).collect()
}

/// The functions that a function calls.
#[derive(Default)]
struct Calls(HashSet<FunctionId>);

impl Visitor<'_> for Calls {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.0.insert(*function);
    }
}

fn calls(body: &LocalFunction) -> Calls {
    let mut calls = Calls::default();
    dfs_in_order(&mut calls, body, body.entry_block());
    calls
}

/// A name without what tells one build of a crate from another, as in `core[c5930c85a12de822]::fmt`.
fn without_hashes(name: &str) -> String {
    let mut parts = name.split('[');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((hash, rest)) if hash.len() == 16 => plain.push_str(rest),
            _ => plain.push_str(&format!("[{part}")),
        }
    }
    plain
}

/// Has a function trap at once, so that whatever it alone needed can go.
fn empty(module: &mut Module, function: FunctionId) {
    let (parameters, results) = module.types.params_results(module.funcs.get(function).ty());
    let (parameters, results) = (parameters.to_vec(), results.to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    builder.func_body().unreachable();
    let arguments = parameters.iter().map(|kind| module.locals.add(*kind)).collect();
    module.funcs.get_mut(function).kind = FunctionKind::Local(builder.local_func(arguments));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one function of that name, which answers 7 and is exported.
    fn module(name: &str) -> Vec<u8> {
        let mut module = Module::default();
        let mut builder = FunctionBuilder::new(&mut module.types, &[], &[walrus::ValType::I32]);
        builder.name(name.to_owned()).func_body().i32_const(7);
        let function = builder.finish(vec![], &mut module.funcs);
        module.exports.add("answer", function);
        module.emit_wasm()
    }

    fn is_emptied(name: &str) -> bool {
        let bytes = pruned(&module(name)).unwrap_or_default();
        // The body is `unreachable` and `end`, in place of `i32.const 7` and `end`.
        assert!(bytes.ends_with(&[0x00, 0x0b]) || bytes.ends_with(&[0x41, 0x07, 0x0b]));
        bytes.ends_with(&[0x00, 0x0b])
    }

    #[test]
    fn what_only_says_what_a_panic_was_traps_at_once() {
        assert!(is_emptied("core[c5930c85a12de822]::panicking::panic_fmt"));
        assert!(is_emptied("<str as core[c5930c85a12de822]::fmt::Debug>::fmt"));
        assert!(is_emptied("<T as tachys::view::any_view::IntoAny>::into_any::hydrate_async::{{closure}}::h294d"));
    }

    #[test]
    fn what_is_called_stays_as_it_was() {
        assert!(!is_emptied("core[c5930c85a12de822]::fmt::write"));
        assert!(!is_emptied("<[u8] as core[c5930c85a12de822]::fmt::Display>::fmt"));
        assert!(!is_emptied("backgrounder::islands::faq::wake"));
    }

    /// The compiler has made one of two functions that do the same.
    #[test]
    fn what_something_else_calls_stays_under_whatever_name() {
        let mut module = Module::default();
        let mut merged = FunctionBuilder::new(&mut module.types, &[], &[walrus::ValType::I32]);
        merged.name("<T as tachys::IntoAny>::into_any::hydrate_async::h1".into()).func_body().i32_const(7);
        let merged = merged.finish(vec![], &mut module.funcs);
        let mut caller = FunctionBuilder::new(&mut module.types, &[], &[walrus::ValType::I32]);
        caller.name("backgrounder::islands::faq::wake".into()).func_body().call(merged);
        let caller = caller.finish(vec![], &mut module.funcs);
        module.exports.add("answer", caller);
        assert!(!never_called(&module).contains(&merged));
    }

    #[test]
    fn classes_for_streams_are_taken_out_of_the_glue() {
        let glue = "export class IntoUnderlyingSink {\n    free() {\n    }\n}\nif (Symbol.dispose) IntoUnderlyingSink.prototype.free;\n\nexport function faq() {}\nconst IntoUnderlyingSinkFinalization = (typeof FinalizationRegistry)\n    ? {}\n    : new FinalizationRegistry();\nconst here = 1;\n";
        assert_eq!(pruned_glue(glue), "\nexport function faq() {}\nconst here = 1;\n");
    }

    #[test]
    fn no_name_of_a_function_stays() {
        let name = "backgrounder::islands::faq::wake";
        let bytes = pruned(&module(name)).unwrap_or_default();
        assert!(!bytes.windows(name.len()).any(|window| window == name.as_bytes()));
    }

    #[test]
    fn what_is_no_wasm_is_refused_with_what_to_do() {
        let error = pruned(b"no wasm").map(|_| ()).map_err(|error| error.to_string());
        let said = error.err().unwrap_or_default();
        assert!(said.starts_with("the islands' wasm cannot be read: "), "{said}");
        assert!(said.ends_with("; delete target/hydrate and build again"), "{said}");
    }
}
