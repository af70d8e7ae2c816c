//! Whether attacks on a page did nothing but say something in its comments.

use serde_json::json;

use super::attacks;
use super::page::Page;

/// How many characters are handed to a page at once.
const PORTION: usize = 200_000;

/// Notes what only an attack does, and how the page was when it was first watched.
const WATCH: &str = r##"(() => {
  window.called = [];
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
    window[name] = (...words) => { window.called.push(`${name}(${words})`); };
  }
  const all = [...document.querySelectorAll("#comments *")];
  const outside = all.filter((one) => !one.parentElement.closest(".comments-list"));
  sessionStorage.before ??= JSON.stringify({
    address: location.href,
    loading: document.querySelectorAll("script, iframe, frame, object, embed, base, meta, link, style").length,
    tags: outside.map((one) => one.localName),
    attributes: outside.flatMap((one) => one.getAttributeNames()),
  });
})()"##;

/// What is wrong with the page, in words.
const FAULTS: &str = r##"((server) => {
  const faults = [];
  const hold = (fault, holds) => { if (!holds) faults.push(String(fault).replace(/[^ -~]/g, "?").slice(0, 300)); };
  const kind = (value) => window.Object.prototype.toString.call(value).slice(8, -1);
  const before = JSON.parse(sessionStorage.before);
  hold(`called: ${window.called}`, window.called.length === 0);
  hold(`gone to ${location.href}`, location.href === before.address);
  hold(`forbidden: ${window.probe.violations}`, window.probe.violations.length === 0);
  const loading = document.querySelectorAll("script, iframe, frame, object, embed, base, meta, link, style").length;
  hold(`${loading} elements that load or set something, not ${before.loading}`, loading === before.loading);
  for (const { name } of performance.getEntriesByType("resource")) {
    hold(`request to ${name}`, [location.origin, server].includes(new URL(name).origin));
  }

  const TAGS = ["li", "header", "bdi", "a", "time", "span", "q", "div", "p", "br", "button", "ol"];
  const ATTRIBUTES = ["class", "id", "href", "rel", "target", "referrerpolicy", "dir", "title", "datetime", "hidden",
    "tabindex", "type", "disabled"];
  const all = [...document.querySelectorAll("#comments *")];
  const inside = new Set(document.querySelectorAll(".comments-list *"));
  const outside = all.filter((one) => !inside.has(one)).map((one) => one.localName);
  hold(`around the list there is ${outside}`, outside.join() === before.tags.join());
  for (const one of all) {
    const isOurs = !inside.has(one) || TAGS.includes(one.localName) && one.namespaceURI.endsWith("xhtml");
    if (!isOurs) hold(`<${one.localName}>`, false);
    const isAllowed = (name) => inside.has(one) ? ATTRIBUTES.includes(name) || /^(aria|data)-[a-z-]+$/.test(name)
      : before.attributes.includes(name) || name === "hidden";
    for (const name of one.getAttributeNames()) hold(`${one.localName}.${one.className}[${name}]`, isAllowed(name));
  }
  for (const link of document.querySelectorAll(".comments-list a[href]")) {
    const href = link.getAttribute("href");
    hold(`link to ${href}`, /^#|^https?:\/\//.test(href) && ["http:", "https:", ":"].includes(link.protocol));
    const [rel, target, sends] = [link.rel, link.target, link.referrerPolicy];
    const isOut = rel === "nofollow noopener ugc" && target === "_blank" && sends === "no-referrer";
    hold(`link with rel ${rel}, target ${target}, ${sends}`, href.startsWith("#") || isOut);
  }
  const ids = new Set();
  for (const { id } of document.querySelectorAll("[id]")) hold(`twice: #${id}`, ids.size < ids.add(id).size);

  hold("#comments", document.getElementById("comments").localName === "section");
  hold("body", kind(document.body) === "HTMLBodyElement" && kind(document.head) === "HTMLHeadElement");
  hold("document", kind(document.forms) === "HTMLCollection" && !("attributes" in document)
    && typeof document.querySelector === "function" && typeof document.cookie === "string");
  for (const form of document.querySelectorAll("form")) hold("form", kind(form.attributes) === "NamedNodeMap");
  hold("prototypes", window.Object.keys(window.Object.prototype).length === 0
    && !("polluted" in window.Object.prototype) && !("polluted" in window.Array.prototype));
  const { scrollWidth, clientWidth } = document.documentElement;
  hold(`${scrollWidth} pixels wide, not ${clientWidth}`, scrollWidth <= clientWidth);
  return faults.slice(0, 20);
})"##;

/// Which of the given texts are in no element of a kind, letter by letter. Blanks are not compared: lines and paragraphs
/// are elements.
const MISSING: &str = r##"((selector) => {
  const read = (node) => node.nodeType === 3 ? node.data
    : [...node.childNodes].map(read).join("") + (["br", "p"].includes(node.localName) ? "\n" : "");
  const plain = (text) => text.toWellFormed().replace(/[\s\u0085]+/g, "");
  const shown = new Set([...document.querySelectorAll(selector)].map((one) => plain(read(one))));
  const missing = JSON.parse(window.given).filter((text) => !shown.has(plain(text)));
  const spelt = (text) => text.slice(0, 100).replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
  return missing.slice(0, 10).map(spelt);
})"##;

impl Page {
    /// Looks out for what attacks do from now on. What the page was when it was first watched, it is to stay.
    pub async fn watch(&self) {
        self.value(WATCH).await;
    }

    /// Nothing happened that only an attack does.
    pub async fn is_unharmed(&self) {
        let faults = self.value(&format!("{FAULTS}({})", json!(self.server))).await;
        assert_eq!(faults, json!([]), "faults in {:?}", self.browser.engine);
    }

    /// Each of the texts stands in an element of that kind, as it is.
    pub async fn shows(&self, selector: &str, texts: &[String]) {
        self.give(&attacks::json(&json!(texts))).await;
        let missing = self.value(&format!("{MISSING}({})", json!(selector))).await;
        assert_eq!(missing, json!([]), "texts without {selector} in {:?}", self.browser.engine);
    }

    /// Hands a text of any length to the page, as `window.given`.
    pub async fn give(&self, text: &str) {
        self.value("void (window.given = '')").await;
        let letters: Vec<char> = text.chars().collect();
        for portion in letters.chunks(PORTION) {
            let portion: String = portion.iter().collect();
            let driver = &self.browser.driver;
            driver.execute("window.given += arguments[0]", vec![json!(portion)]).await.unwrap();
        }
    }
}
