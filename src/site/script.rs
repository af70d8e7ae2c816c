//! The script for hosts, as a module and as a classic script.
//!
//! Deliberately absent: making it smaller.

/// The classic script that does what the module does by itself, for pages that include scripts by their address.
pub fn classic(module: &str) -> String {
    let body = module.replace("import.meta.url", "document.currentScript.src").replace("\nexport const ", "\nconst ");
    format!("(() => {{\n{body}}})();\n")
}

#[cfg(test)]
mod tests {
    use super::classic;

    #[test]
    fn nothing_of_a_module_is_left() {
        let module = "const home = new URL(\".\", import.meta.url);\nexport const open = () => home;\n";
        let script =
            "(() => {\nconst home = new URL(\".\", document.currentScript.src);\nconst open = () => home;\n})();\n";
        assert_eq!(classic(module), script);
    }
}
