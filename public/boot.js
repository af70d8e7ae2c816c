// The loader: fetches the islands' module and wakes them, each on its own, so
// that one that breaks cannot stop the others. Tests and styles go by what it
// leaves behind: data-island on each root, data-ready on the document.

const script = document.querySelector("script[data-glue]");
const at = (path) => new URL(path, document.baseURI).href;
const root = (island) => island.querySelector("[data-island]");

/** Wakes one island and says how it went. */
const wake = (island, islands) => {
  const element = root(island);
  try {
    islands[island.dataset.component](island);
    element?.setAttribute("data-island", "awake");
  } catch (error) {
    element?.setAttribute("data-island", "failed");
    console.error(`The island ${island.dataset.component} did not wake.`, error);
  }
};

/** Lets the browser answer the reader before the next island wakes. */
const pause = () => globalThis.scheduler?.yield?.() ?? new Promise((resume) => setTimeout(resume));

/** Walks the page, parents first: an island below another's children tells that one before it wakes. */
const walk = async (element, islands, above) => {
  const tag = element.localName;
  if (tag === "leptos-island") {
    await pause();
    above.at(-1)?.();
    wake(element, islands);
  }
  const within = tag === "leptos-children" ? [...above, element.$$on_hydrate] : above;
  for (const child of element.children) {
    if (child.localName === "leptos-island" || child.querySelector("leptos-island")) await walk(child, islands, within);
  }
};

/**
 * Lays out what is far or closed, one piece at a time while the reader does nothing, so that the first answer is as
 * quick as the later ones.
 */
const settle = () => {
  const pieces = [...document.querySelectorAll("main > .part > *, details > :not(summary)")];
  const idle = globalThis.requestIdleCallback ?? setTimeout;
  const next = () => {
    pieces.shift()?.getBoundingClientRect();
    if (pieces.length > 0) idle(next);
    else document.documentElement.setAttribute("data-settled", "");
  };
  idle(next);
};

/** Claims, terms and sources had their addresses on the story's page before they had a page of their own. */
const MOVED = /^#(?:claim|term|source)-/;
const follow = () => {
  const { evidence } = script.dataset;
  if (evidence && MOVED.test(location.hash)) location.replace(at(evidence) + location.hash);
};
follow();
addEventListener("hashchange", follow);

try {
  const islands = await import(at(script.dataset.glue));
  await islands.default({ module_or_path: at(script.dataset.wasm) });
  await walk(document.body, islands, []);
} catch (error) {
  for (const element of document.querySelectorAll("[data-island]")) element.setAttribute("data-island", "failed");
  console.warn("The tools of this page could not be loaded; everything can be read without them.", error);
}
document.documentElement.setAttribute("data-ready", "");
settle();
