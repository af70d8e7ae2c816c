// What a panel in a frame does once its page has been read: it tells the host what the reader chooses, and when frame.js asks
// for it, it opens notes, and leads out of the frame: into a window where the host lets us open one, and else by giving the
// reader the address.
(() => {
  const host = window.parent;
  if (host === window) return;
  const tell = (id) => host.postMessage({ backgrounder: 1, type: "select", id }, "*");
  document.addEventListener("toggle", ({ target }) => target.open && target.dataset?.question && tell(`faq-${target.dataset.question}`), true);
  document.addEventListener("backgrounder:select", ({ detail }) => tell(String(detail)));

  /** Opens the note of a reference once notes are awake; before, a click would lead away. */
  document.addEventListener("backgrounder:note", ({ detail: reference }) => {
    const root = document.documentElement;
    const notes = document.querySelector("[data-group=notes]");
    let asked = false;
    const step = () => {
      if (notes?.dataset.island === "awake") {
        seen.disconnect();
        reference.click();
      } else if (root.hasAttribute("data-ready") && !asked) {
        asked = true;
        notes?.dispatchEvent(new Event("backgrounder:wake"));
      }
    };
    const seen = new MutationObserver(step);
    seen.observe(root, { attributes: true, subtree: true, attributeFilter: ["data-ready", "data-island"] });
    step();
  });

  document.addEventListener("backgrounder:leave", (event) => {
    const { link, secret, heard } = event.detail;
    event.preventDefault();
    // WordPress opens our own pages itself, and lets us open nothing.
    if (secret && heard && link.origin === location.origin) {
      host.postMessage({ message: "link", value: link.href, secret }, "*");
      return;
    }
    if (secret || !leads(link)) refuse(link);
  });

  /** A new window, if the host lets us open one; Firefox throws where it does not. */
  const opened = (href) => {
    try {
      return window.open(href);
    } catch {
      return null;
    }
  };

  /** Opens a link in a window, which is empty at first where it is to be told nothing of us: of such a one nobody learns whether it was opened. */
  const leads = ({ href, referrerPolicy }) => {
    const isTold = referrerPolicy !== "no-referrer";
    const to = opened(isTold ? href : "");
    if (!to) return false;
    to.opener = null;
    if (isTold) return true;
    try {
      const way = Object.assign(to.document.createElement("a"), { href, referrerPolicy });
      to.document.body.append(way);
      way.click();
    } catch {
      // The window has no origin, as we have none; so nothing of us is told anyway.
      to.location = href;
    }
    return true;
  };

  /** What is said of links that cannot be opened; kept, since what it was put into may be drawn anew without it. */
  let box;
  addEventListener("click", ({ target }) => box && !box.contains(target) && (box.hidden = true), true);

  /** Gives the reader the address of what cannot be opened, beside what was clicked. */
  const refuse = (link) => {
    box ??= document.querySelector(".frame-refused");
    const [words, field] = [box.querySelector("p"), box.querySelector("input")];
    const near = link.closest("li, td, dd, p, h1, h2, h3") ?? link;
    if (near.matches("li, td, dd")) near.append(box);
    else near.after(box);
    box.hidden = false;
    words.textContent = field.dataset.refused;
    field.value = link.href;
    field.focus();
    field.select();
  };
})();
