// While a story is written: loads the page anew when its files are others than those it was made of.
// A browser holds few connections to one host, so only the window that is looked at listens.

const { story, version } = document.querySelector("script[data-version]").dataset;
let changes;

const listen = () => {
  changes?.close();
  changes = undefined;
  if (document.visibilityState !== "visible" || window !== window.top) return;
  changes = new EventSource(`/.preview/changes/${story}`);
  changes.addEventListener("message", ({ data }) => {
    if (data !== version) location.reload();
  });
};

document.addEventListener("visibilitychange", listen);
listen();
