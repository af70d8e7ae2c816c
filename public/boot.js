// The loader: fetches the islands while the page still comes, and wakes them, each on its own, so that one that breaks
// cannot stop the others. What is needed to read wakes at once; the others, in groups, when they are near, addressed,
// touched or asked for, and at the latest when the browser has nothing else to do. Tests and styles go by what it
// leaves behind: data-island on each root, data-ready on the document.

const script = document.querySelector("script[data-glue]");
const at = (path) => new URL(path, document.baseURI).href;
const page = document.documentElement;

/** A host may show a page without the slash at the end of its address, where no relative link leads anywhere: it is added, once. */
const { pathname, search, hash } = location;
const { folder } = script.dataset;
if (folder && pathname.endsWith(`/${folder}/`)) {
  // The slash has come to stay: the next time it may be added again.
  try {
    if (sessionStorage.getItem("backgrounder.slash")) sessionStorage.removeItem("backgrounder.slash");
  } catch {
    // There is nothing to forget.
  }
}
if (folder && pathname.endsWith(`/${folder}`)) {
  try {
    if (sessionStorage.getItem("backgrounder.slash") !== pathname) {
      sessionStorage.setItem("backgrounder.slash", pathname);
      location.replace(`${pathname}/${search}${hash}`);
    }
  } catch {
    // Without storage nobody knows whether it was tried before.
  }
  // The page reads as it does without scripts; nothing that it would fetch is there.
  await new Promise(() => {});
}

/** What belongs to a group without standing in one of its islands. */
const ASKED_BY = { ".claim-ref > a, .to-term, #who-says-so": "notes", "[data-embeds]": "embedding", "[data-comment-on]": "comments" };
/** What is only fetched for those who come near or ask: much, or for few. */
const ON_DEMAND = ["comments", "embedding", "notes"];

const parsed = document.readyState === "loading" ? new Promise((then) => addEventListener("DOMContentLoaded", then, { once: true })) : Promise.resolve();

/** What only scripts show has styles of its own, which hold up no reader; without them it works as well. */
const styled = new Promise((then) => {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: at(script.dataset.styles), onload: then, onerror: then });
  document.head.append(link);
});

const loaded = (async () => {
  const [islands, wasm] = [import(at(script.dataset.glue)), WebAssembly.compileStreaming(fetch(at(script.dataset.wasm), { priority: "low" }))];
  // Whichever of them fails first, the other one is not missed.
  islands.catch(() => {});
  wasm.catch(() => {});
  const module = await islands;
  // What starts looks at the whole page.
  await parsed;
  await styled;
  await module.default({ module_or_path: await wasm });
  return module;
})();
// What went wrong is told once the page is there.
loaded.catch(() => {});

/** Claims, terms and sources had their addresses on the story's page before they had a page of their own. */
const MOVED = ["#claim-", "#term-", "#source-"];
const follow = () => {
  const { evidence } = script.dataset;
  if (evidence && MOVED.some((prefix) => location.hash.startsWith(prefix))) location.replace(at(evidence) + location.hash);
};
addEventListener("hashchange", follow);

/** Lets the browser answer the reader before the next island wakes. */
const pause = () => globalThis.scheduler?.yield?.() ?? new Promise((resume) => setTimeout(resume));
const idle = globalThis.requestIdleCallback ?? ((then) => setTimeout(then, 200));

const root = (island) => island.querySelector("[data-island]");
const groupOf = (island) => root(island)?.dataset.group ?? "";
const rootsOf = (group) => document.querySelectorAll(group ? `[data-group="${group}"]` : "[data-island]:not([data-group])");
const woken = new WeakSet();

const fail = (element, error) => {
  element?.setAttribute("data-island", "failed");
  console.error("An island did not wake.", error);
};

/** Wakes one island; those of a group say themselves when their part of the wasm has come. */
const wake = (island, islands) => {
  woken.add(island);
  try {
    islands[island.dataset.component](island);
    if (!groupOf(island)) root(island)?.setAttribute("data-island", "awake");
  } catch (error) {
    fail(root(island), error);
  }
};

/** Walks the page and wakes a group, parents first: an island below another's children tells that one before it wakes. */
const walk = async (element, islands, group, above = []) => {
  const tag = element.localName;
  if (tag === "leptos-island" && !woken.has(element) && groupOf(element) === group) {
    await pause();
    above.at(-1)?.();
    wake(element, islands);
  }
  const within = tag === "leptos-children" ? [...above, element.$$on_hydrate] : above;
  for (const child of element.children) {
    if (child.localName === "leptos-island" || child.querySelector("leptos-island")) await walk(child, islands, group, within);
  }
};

const waking = new Map();
/** Wakes a group, once, and has what failed tried again; what breaks on the way does not keep the page from being ready. */
const wakeGroup = (group) => {
  for (const one of rootsOf(group)) if (one.dataset.island === "failed") one.dispatchEvent(new Event("backgrounder:retry"));
  if (!waking.has(group)) waking.set(group, loaded.then((islands) => walk(document.body, islands, group)).catch(() => {}));
  return waking.get(group);
};

/** Does something with an island's root once it is awake, or has failed. */
const once = (element, then) => {
  const state = () => element.dataset.island;
  if (state() !== "asleep") return then(state());
  const seen = new MutationObserver(() => {
    if (state() === "asleep") return;
    seen.disconnect();
    then(state());
  });
  seen.observe(element, { attributeFilter: ["data-island"] });
};

/** What the reader does with a tool before it works is done as soon as it does. */
const replay = (event, element, group) => {
  const { target, type } = event;
  const link = target.closest("a[href]");
  const again = new event.constructor(type, event);
  if (link) event.preventDefault();
  const [first] = rootsOf(group);
  once(element ?? first, (state) => {
    if (state === "awake") target.dispatchEvent(again);
    // In a frame of others frame.js leads out.
    else if (link && page.hasAttribute("data-framed")) target.dispatchEvent(again);
    else if (link) link.target ? open(link.href, link.target, "noopener") : location.assign(link.href);
  });
};

const touched = (event) => {
  const target = event.target instanceof Element ? event.target : null;
  // A reference within a tool asks for a note, and not for the tool.
  const [, asked] = Object.entries(ASKED_BY).find(([what]) => target?.closest(what)) ?? [];
  const element = asked ? undefined : target?.closest("[data-group]");
  const group = asked ?? element?.dataset.group;
  if (!group) return;
  const asleep = (element ?? rootsOf(group)[0])?.dataset.island === "asleep";
  const isPlain = event.isTrusted && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
  const isAct = event.type === "click" ? target.closest(asked ? "a[href], button" : "button") : ["input", "change"].includes(event.type);
  if (asleep && isPlain && isAct) replay(event, element, group);
  wakeGroup(group);
};

/** What the address names; nothing where it is no writing of anything. */
const named = () => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
};

/** Wakes what the address leads into. */
const addressed = () => {
  const id = named();
  if (id === "comments" || id.startsWith("comment-")) wakeGroup("comments");
  const element = document.getElementById(id);
  const part = element?.closest("[data-group]") ?? element?.querySelector("[data-group]");
  if (part) wakeGroup(part.dataset.group);
};

/** From now on a group wakes when there is a reason to. */
const watch = () => {
  const groups = [...new Set([...document.querySelectorAll("[data-group]")].map((element) => element.dataset.group))];
  const near = new IntersectionObserver(
    (entries) => entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => wakeGroup(target.dataset.group)),
    { rootMargin: "100% 0px" },
  );
  // What is asked for has no place of its own to come near to.
  const placed = groups.filter((group) => !Object.values(ASKED_BY).includes(group) || group === "comments");
  for (const group of placed) for (const element of rootsOf(group)) near.observe(element);
  for (const name of ["click", "input", "change", "keydown", "focusin", "pointerover", "pointerdown", "backgrounder:wake"]) addEventListener(name, touched, true);
  addEventListener("hashchange", addressed);
  addressed();
  addEventListener("online", () => document.querySelectorAll("[data-group][data-island=failed]").forEach((one) => wakeGroup(one.dataset.group)));
  // A blocker may have taken the comments away; then nothing leads there.
  idle(() => {
    const box = document.querySelector("#comments .comments-box");
    // To one that has failed links lead on: they have it tried again.
    page.toggleAttribute("data-uncommented", !box || box.dataset.island !== "failed" && box.checkVisibility?.() === false);
  });
  // A browser that comes back to the page may have left the switch on.
  if (document.querySelector("#who-says-so:checked")) wakeGroup("notes");
  document.addEventListener("selectionchange", function selected() {
    const selection = getSelection();
    if (selection.isCollapsed || !document.getElementById("article")?.contains(selection.anchorNode)) return;
    document.removeEventListener("selectionchange", selected);
    wakeGroup("comments");
    // Whoever wakes hears of the selection that woke it.
    const [box] = rootsOf("comments");
    if (box) once(box, () => document.dispatchEvent(new Event("selectionchange")));
  });
  if (!navigator.connection?.saveData) idle(() => groups.filter((group) => !ON_DEMAND.includes(group)).reduce((before, group) => before.then(() => wakeGroup(group)), Promise.resolve()));
};

await parsed;
follow();
try {
  const islands = await loaded;
  await walk(document.body, islands, "");
  page.setAttribute("data-ready", "");
  watch();
} catch (error) {
  for (const element of document.querySelectorAll("[data-island]")) element.setAttribute("data-island", "failed");
  page.setAttribute("data-uncommented", "");
  console.warn("The tools of this page could not be loaded; everything can be read without them.", error);
  page.setAttribute("data-ready", "");
}
