/** What a reader has set for all terminals of the site. It stays in the browser. */

const KEY = "kb-run"; // in localStorage: {variables: {PORT: "9090"}, system: "macOS", wraps: true}
const CHANGED = "kb-run-settings";

/** Nothing that a shell would take for more than a word. */
export const SAFE = /^[\p{L}\p{N}_.:/@][\p{L}\p{N}_.:/@-]*$/u;

export const settings = () => {
  let kept = null;
  try {
    kept = JSON.parse(localStorage.getItem(KEY));
  } catch {
    // a browser that keeps nothing shows the commands as they were recorded
  }
  const { variables, system, wraps } = kept ?? {};
  return { variables: variables ?? {}, system: system ?? "", wraps };
};

export const keep = (change) => {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...settings(), ...change }));
  } catch {
    // as above
  }
  document.dispatchEvent(new Event(CHANGED));
};

/** Calls `show` whenever something is set, here or in another tab; what comes back ends that. */
export const whenSet = (show) => {
  const stored = (event) => event.key === KEY && show();
  document.addEventListener(CHANGED, show);
  window.addEventListener("storage", stored);
  return () => {
    document.removeEventListener(CHANGED, show);
    window.removeEventListener("storage", stored);
  };
};
