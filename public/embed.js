// The host's side: sizes the frames of a site made with Backgrounder, loads them when they are near, leads links of the
// host into them, and tells the host what happens in them. docs/embedding.md says what it promises.
// It hears only frames of the site that it came from, and takes from them heights and ids, nothing else.

/** The ways in which a host names a part of a story in its own address. */
const LINK = /^#bg-([\w-]{1,64})$/;
/** The most that a frame may be high, in pixels. */
const MOST = 200000;

/** Whether the browser keeps the reader's place when something above it grows; Safari does not. */
const ANCHORS = CSS.supports("overflow-anchor", "auto");

const home = new URL(".", import.meta.url);
const frames = () => [...document.querySelectorAll("iframe")].filter(isOurs);

/** Where a frame is, or is to be once it is near. */
const addressOf = (frame) => {
  try {
    return new URL(frame.dataset.src || frame.src, document.baseURI);
  } catch {
    return {};
  }
};

/** Whether a frame is of the site that this script came from. */
const isOurs = (frame) => {
  const { origin, pathname = "" } = addressOf(frame);
  return origin === home.origin && pathname.startsWith(home.pathname) && /\/embed\/[a-z]+\//.test(pathname);
};

const say = (frame, type, more) => frame.contentWindow?.postMessage({ backgrounder: 1, type, ...more }, "*");
const announce = (frame, name, detail) =>
  frame.dispatchEvent(new CustomEvent(`backgrounder:${name}`, { bubbles: true, detail }));

/** The part that the host's address asks for, until a frame has gone there. */
let asked;

const ask = () => {
  asked = location.hash.match(LINK)?.[1];
  if (!asked) return;
  const kind = asked.split("-")[0];
  for (const frame of frames()) {
    const panel = addressOf(frame).pathname.match(/\/embed\/([a-z]+)\//)[1];
    const has = { faq: "faq", event: "timeline", actor: "reactions", comment: "comments" }[kind];
    if (panel !== "story" && has && panel !== has) continue;
    // What is to be shown cannot wait until it is near.
    frame.loading = "eager";
    load(frame);
    follow(frame);
  }
};

/** Has a frame go where the host's address leads, and say that it is for that. */
const follow = (frame) => say(frame, "open", { id: asked, linked: true });

/** What a frame's border and padding take of its height, where the host's style counts them in. */
const edges = (frame) => {
  const style = getComputedStyle(frame);
  if (style.boxSizing !== "border-box") return 0;
  const sides = [style.paddingTop, style.paddingBottom, style.borderTopWidth, style.borderBottomWidth];
  return sides.reduce((sum, side) => sum + (parseFloat(side) || 0), 0);
};

/** Scrolls to a place in a frame, below whatever the host keeps at the top of the screen. */
const scroll = (frame, top, id, linked) => {
  // Of several frames that have the part that the host's address asks for, the first is gone to.
  if (linked && id !== asked) return;
  if (linked) asked = undefined;
  const room = parseFloat(frame.dataset.offset ?? getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const edge = frame.clientTop + (parseFloat(getComputedStyle(frame).paddingTop) || 0);
  scrollBy(0, frame.getBoundingClientRect().top + edge + top - room);
};

const hear = (event) => {
  const said = event.data;
  if (said?.backgrounder !== 1) return;
  const frame = [...document.querySelectorAll("iframe")].find((frame) => frame.contentWindow === event.source);
  if (!frame || !isOurs(frame)) return;
  // A frame that may not keep its origin has none.
  const isBare = frame.sandbox.length > 0 && !frame.sandbox.contains("allow-same-origin");
  if (event.origin !== (isBare ? "null" : home.origin)) return;
  const { type, height, top, id, story, panel, page, linked } = said;
  if (type === "height" && height > 0 && height <= MOST) {
    if (heights.get(frame) === height) return;
    heights.set(frame, height);
    // What is read below a frame stays where it is, also where browsers do not see to that. Where they do, nothing is
    // asked that has the page laid out at once.
    const before = ANCHORS ? undefined : frame.getBoundingClientRect();
    frame.style.height = `${height + edges(frame)}px`;
    if (before?.bottom <= 0) scrollBy(0, frame.getBoundingClientRect().height - before.height);
    announce(frame, "height", { height });
  } else if (type === "ready") {
    if (known.get(frame) === page) return;
    known.set(frame, page);
    say(frame, "hello");
    announce(frame, "ready", { story: String(story), panel: String(panel) });
    if (asked) follow(frame);
  } else if (type === "select") announce(frame, "select", { id: String(id) });
  else if (type === "scroll" && top >= 0 && top <= MOST) scroll(frame, top, String(id), linked);
};
/** The height that each frame last had of us, so that nothing is laid out for what is the same. */
const heights = new WeakMap();
/** The page that each frame last said is ready; a frame that is loaded anew has another. */
const known = new WeakMap();

const load = (frame) => {
  if (!frame.dataset.src) return;
  frame.src = frame.dataset.src;
  delete frame.dataset.src;
};
const near = new IntersectionObserver(
  (seen) => {
    for (const { target, isIntersecting } of seen) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      load(target);
    }
  },
  { rootMargin: "100% 0px" },
);
const watch = (node) => {
  const within = node.querySelectorAll ? [node, ...node.querySelectorAll("iframe")] : [];
  for (const frame of within) if (frame.matches?.("iframe") && isOurs(frame)) greet(frame);
};
const greet = (frame) => {
  if (frame.dataset.src) near.observe(frame);
  else say(frame, "hello");
};

/** Puts a panel into an element, to be loaded when it is near; for hosts that make their pages by script. */
export const mount = (place, address, title) => {
  const frame = document.createElement("iframe");
  frame.dataset.src = address;
  frame.title = title;
  frame.allow = "clipboard-write";
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  frame.style.cssText = "border:0;width:100%;height:720px";
  place.append(frame);
  near.observe(frame);
  return frame;
};

/** Opens a part of a story in a frame and scrolls to it. */
export const open = (frame, id) => say(frame, "open", { id });

// A page may include this script more than once; the first copy from each site does the work.
const started = (window[Symbol.for("backgrounder.embed")] ??= new Set());
if (!started.has(home.href)) {
  started.add(home.href);
  addEventListener("message", hear);
  addEventListener("hashchange", ask);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) addedNodes.forEach(watch);
  }).observe(document, { childList: true, subtree: true });
  watch(document);
  ask();
}
