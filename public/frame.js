// What a page for embedding does before anything of it is painted: it takes its options from its address, and, where
// it stands in a frame, tells the host how tall it is in every way that hosts understand. docs/embedding.md has both.
// It needs neither the islands nor any storage. From a host it takes ids and requests for the height, nothing else.
(() => {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const ID = /^[\w-]{1,64}$/;

  // The policy of the page, where the host has left us our origin. Where it has not, as WordPress does, WebKit takes the
  // page's own files for those of somebody else, and nothing would run.
  if (self.origin !== "null") {
    const policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = document.currentScript.dataset.policy;
    document.head.append(policy);
  }

  // ---- Options: whatever is wrong is left out, and the console says so. ----

  /** The papers on which the accent has to be read, as style/tokens.css has them, and the accent and the wash that are there else. */
  const PAPERS = { light: ["#fcfbf8", "#0a5a73", "#f0f7f9"], dark: ["#14171a", "#7cc7dd", "#12262c"] };
  /** How much of the accent is in the wash behind what it marks. */
  const WASH = 0.08;
  /** WCAG's least contrast of text. */
  const READABLE = 4.5;

  const ignore = (name, why) => {
    const value = String(query.get(name)).slice(0, 64);
    console.info(`Backgrounder: ${name}=${value} is left out: ${why}. See docs/embedding.md.`);
  };

  const parts = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  const luminance = (colour) => {
    const [red, green, blue] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };

  const given = query.get("theme") ?? "auto";
  const theme = ["light", "dark", "auto"].includes(given) ? given : "auto";
  if (theme !== given) ignore("theme", "it is none of light, dark, auto");
  if (theme !== "auto") root.dataset.theme = theme;

  const header = query.get("header") ?? "1";
  if (header === "0") root.dataset.header = header;
  else if (header !== "1") ignore("header", "it is neither 0 nor 1");

  if (query.has("accent")) {
    const hex = query.get("accent").replace(/^#/, "").toLowerCase();
    const long = /^[\da-f]{3}$/.test(hex) ? hex.replace(/./g, "$&$&") : hex;
    if (/^[\da-f]{6}$/.test(long)) accent(`#${long}`);
    else ignore("accent", "it is no colour of three or six hexadecimal digits");
  }

  /** Takes the accent for each scheme in which it can be read. */
  function accent(colour) {
    const missing = [];
    const [acts, washes] = [[], []];
    for (const [scheme, [paper, usual, usualWash]] of Object.entries(PAPERS)) {
      const [ink, ground] = [parts(colour), parts(paper)];
      const wash = ground.map((part, at) => Math.round(part + (ink[at] - part) * WASH));
      const reads = contrast(ink, ground) >= READABLE && contrast(ink, wash) >= READABLE;
      if (!reads) missing.push(scheme);
      acts.push(reads ? colour : usual);
      washes.push(reads ? `rgb(${wash})` : usualWash);
    }
    const short = missing.filter((scheme) => theme === "auto" || theme === scheme);
    if (short.length) ignore("accent", `in ${short.join(" and ")} its contrast is under ${READABLE}`);
    if (missing.length < 2) {
      root.style.setProperty("--act", `light-dark(${acts})`);
      root.style.setProperty("--act-wash", `light-dark(${washes})`);
    }
  }

  /** What is done to elements as soon as the browser has read them, by their ids. */
  const wanted = new Map();
  const want = (name, id, act) => (ID.test(id) ? wanted.set(id, [name, act]) : ignore(name, "it is no id"));
  const open = (element) => {
    const details = element.closest("details");
    if (details) details.open = true;
  };
  if (query.has("depth")) {
    want("depth", `depth-${query.get("depth")}`, (field) => {
      field.checked = true;
      root.dataset.depth = "";
    });
  }
  for (const id of (query.get("open") ?? "").split(",").filter(Boolean)) want("open", id, open);
  if (query.has("actor")) {
    // In an address a plus sign stands for a space.
    const actors = query.get("actor").split(/[ +,]/);
    if (actors.every((actor) => ID.test(actor))) root.dataset.actor = actors.join("+");
    else ignore("actor", "it is no id");
  }
  const look = () => {
    for (const [id, [, act]] of wanted) {
      const element = document.getElementById(id);
      if (element && wanted.delete(id)) act(element);
    }
  };
  const reading = new MutationObserver(look);
  if (wanted.size) reading.observe(root, { childList: true, subtree: true });

  const framed = window.parent !== window;
  /** What is to be done once the reader has done something. */
  let settle = () => {};
  const use = () => {
    root.dataset.used = "";
    settle();
  };
  const fragment = location.hash.slice(1);
  const write = (hash) => {
    try {
      history.replaceState(history.state, "", location.pathname + location.search + hash);
    } catch {
      // A frame may be forbidden to write its address; the browser then goes to the part by itself.
    }
  };
  if (framed && ID.test(fragment)) {
    // A browser would move the focus to the part that the address names, and out of the host's hands. So it comes to the
    // address when the page has been read, and takes the focus from when the reader has done something.
    wanted.set(fragment, ["#", (element) => {
      open(element);
      const place = element.getAttribute("tabindex");
      if (place === null) return;
      element.removeAttribute("tabindex");
      settle = () => element.setAttribute("tabindex", place);
    }]);
    write("");
  }

  /** Whether an actor can be followed here. */
  const isThere = (actor) => document.querySelector(`[data-followable="${actor}"]`);

  const read = () => {
    look();
    reading.disconnect();
    for (const [name] of wanted.values()) if (name !== "#") ignore(name, "this panel has no such part");
    if (framed && ID.test(fragment)) write(`#${fragment}`);
    if (root.dataset.actor && !root.dataset.actor.split("+").every(isThere)) ignore("actor", "nobody here has this id");
  };
  document.addEventListener("DOMContentLoaded", read);

  // ---- The host. ----

  if (!framed) return;
  const host = window.parent;
  root.dataset.framed = "";

  const child = query.get("childId");
  const pym = child && ID.test(child) ? (type, value) => post(["pym", child, type, value].join("xPYMx")) : () => {};
  const secret = location.hash.match(/^#\?secret=([\w-]{1,64})$/)?.[1];
  const page = Math.random().toString(36).slice(2);
  /** An id that occurs in the address of the frame, for hosts that find frames by it. */
  const place = location.pathname.replace(/\/(index\.html)?$/, "").split("/").slice(-2).join("/");
  /** The id that a host with iframe-resizer has given us, and whether it has had our first answer. */
  let sizer;
  let answered = false;
  /** Whether the host listens with open-iframe-resizer, or with our own script. */
  let observed = false;
  let scripted = false;
  let last = 0;
  /** Whether WordPress listens: it says so, if we are there before its script, or gives the frame the height that it was told. */
  let heard = false;

  // What is posted is no secret, and a frame cannot know its host's origin.
  const post = (message) => host.postMessage(message, "*");
  const tell = (type, more) => post({ backgrounder: 1, type, ...more });

  const ready = () => {
    tell("ready", { story: root.dataset.story, panel: root.dataset.embed, page });
    send();
  };

  /** The height of all there is, whatever the height of the frame; 0 where nothing is laid out. */
  const measure = () => {
    const box = document.querySelector("[data-frame]");
    if (!box || !innerWidth) return 0;
    const body = getComputedStyle(document.body) ?? {};
    const below = ["paddingBottom", "borderBottomWidth", "marginBottom"].map((side) => parseFloat(body[side]) || 0);
    const height = box.getBoundingClientRect().bottom + scrollY + below[0] + below[1] + below[2];
    return Math.ceil(height - 0.01);
  };

  const send = (event) => {
    // Of a page that still comes there is no height yet: hosts would show a part of it, and then move again.
    const height = document.readyState === "loading" ? 0 : measure();
    if (!height) return;
    last = height;
    tell("height", { height });
    post({ "datawrapper-height": { [place]: height } });
    post({ sentinel: "amp", type: "embed-size", height });
    post(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
    post(JSON.stringify({ type: "set-height", value: height, id: `iframeMessenger:${page}` }));
    pym("height", height);
    if (secret) post({ message: "height", value: height, secret });
    if (sizer) {
      post(`[iFrameSizer]${sizer}:${height}:${innerWidth}:${answered ? event : "init"}`);
      answered = true;
    }
    if (observed) post({ type: "iframe-resized", width: innerWidth, height });
    try {
      window.requestResize?.();
    } catch {
      // A browser that knows the request and refuses it leaves the height to the messages.
    }
  };
  const sendChange = () => {
    if (measure() !== last) send("resizeObserver");
    if (document.readyState === "complete") compare();
  };

  /** Has the host scroll to an element. Browsers scroll the hosts of a frame too; these messages are for the others. */
  const reach = (element, id, linked) => {
    sendChange();
    const top = Math.max(0, Math.round(element.getBoundingClientRect().top + scrollY));
    if (scripted) tell("scroll", { top, id, linked });
    else element.scrollIntoView();
    pym("scrollToChildPos", top);
    if (sizer) post(`[iFrameSizer]${sizer}:${top}:0:scrollToOffset`);
  };

  /** Goes to a part of the page, without an entry in the host's history. */
  const go = (id, linked) => {
    if (!ID.test(id)) return false;
    // Claims and terms are on a page of their own; what leads there from the text opens a note.
    const reference = document.querySelector(`:is(.claim-ref > a, .to-term)[href$="#${id}"]`);
    const element = document.getElementById(id) ?? reference;
    if (!element) return false;
    use();
    open(element);
    // What a depth leaves out is shown, with all the rest.
    if (!element.getClientRects().length) document.getElementById("depth-full")?.click();
    // No navigation, which would be an entry in the host's history, and ends what WebKit is loading; but the islands hear of it.
    write(`#${id}`);
    dispatchEvent(new Event("hashchange"));
    // Not with the next frame: browsers draw none where the host's reader does not see us.
    reach(element, id, linked);
    if (element === reference) document.dispatchEvent(new CustomEvent("backgrounder:note", { detail: reference }));
    return true;
  };

  const hearText = (text) => {
    if (!text.startsWith("[iFrameSizer]")) return child && text.startsWith(`pymxPYMx${child}xPYMxwidthxPYMx`) && send();
    const said = text.slice(13);
    const fields = said.split(":");
    if (fields[0] === "moveToAnchor") return go(fields[1].replace(/^#/, ""));
    if (said === "resize" || said === "reset") return send(said === "reset" ? said : "resizeParent");
    if (!ID.test(fields[0]) || fields.length < 16 || !/^(true|false)$/.test(fields[2])) return;
    if (fields[0] !== sizer) answered = false;
    sizer = fields[0];
    send();
  };

  const hear = ({ backgrounder, type, id, linked, message, secret: known, sentinel }) => {
    if (backgrounder === 1) {
      scripted = true;
      if (type === "open") go(String(id).slice(0, 65), linked === true);
      if (type === "hello" && document.readyState !== "loading") ready();
    } else if (message === "ready" && secret && known === secret) {
      heard = true;
      send();
    }
    else if (sentinel === "amp" && type === "frames-init") send();
    else if (type === "iframe-child-init" || type === "iframe-get-child-dimensions") {
      observed = true;
      send();
    }
  };

  addEventListener("message", (event) => {
    // Nobody but the host is heard; what others send is not even unpacked.
    if (event.source !== host) return;
    const said = event.data;
    if (typeof said === "string") said.length < 4096 && hearText(said);
    else if (said && typeof said === "object") hear(said);
  });

  const isPlain = (event) => !(event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    // Where the islands are awake, they answer to names and to references.
    const answers = (names, island) => link?.matches(names) && document.querySelector(island);
    const isAnswered =
      root.hasAttribute("data-ready") &&
      (answers("[data-actor]", ".following") || answers(".claim-ref > a, .to-term", "[data-group=notes]:not([data-island=failed])"));
    if (!link || isAnswered || !isPlain(event)) return;
    const to = link.getAttribute("href");
    if (to[0] === "#") {
      if (go(to.slice(1))) event.preventDefault();
      return;
    }
    // Mail and the like are the browser's business.
    if (!/^https?:$/.test(link.protocol)) return;
    compare();
    // Until frame-later.js has come, the browser follows: every such link opens a window.
    const leaving = new CustomEvent("backgrounder:leave", { cancelable: true, detail: { link, secret, heard } });
    if (!document.dispatchEvent(leaving)) event.preventDefault();
  });

  /** Looks what the host has made of our height, and keeps the way to all of it in sight where it has cut us short. */
  const compare = () => {
    // Where the page is zoomed, a pixel may be lost.
    heard ||= last > 0 && Math.abs(innerHeight - Math.min(1000, Math.max(200, last))) <= 1;
    root.toggleAttribute("data-clipped", measure() > innerHeight + 1);
  };
  addEventListener("resize", compare);
  // Until the reader has done something, nothing may scroll the host.
  for (const name of ["pointerdown", "keydown"]) addEventListener(name, use, true);

  post("[iFrameResizerChild]Ready");
  post({ sentinel: "amp", type: "embed-ready" });
  document.addEventListener("DOMContentLoaded", () => {
    ready();
    // Not at once: whatever is laid out anew while sizes are being told is an error to browsers. The body too, since
    // others may give it room of its own around what we measure.
    const sizes = new ResizeObserver(() => setTimeout(sendChange));
    for (const box of [document.querySelector("[data-frame]"), document.body]) sizes.observe(box, { box: "border-box" });
    document.fonts?.ready.then(sendChange);
  });
  addEventListener("load", () => {
    send("load");
    compare();
  });
  // Whoever comes back to the host's page finds a frame that has been asleep.
  addEventListener("pageshow", ({ persisted }) => persisted && send("load"));
})();
