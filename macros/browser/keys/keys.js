/** The keys that do something on the page that is shown, in a dialog. */
import { button, element } from "../kb-element.js";
import { say } from "../kb-say.js";

const isMac = /Mac|iP(hone|ad)/.test(navigator.platform);

/** For each its keys, its words, and what of the page it is for. */
const KEYS = [
  [["/", isMac ? "⌘ K" : "Ctrl K"], say("keys-search"), "kb-search"],
  [["↑", "↓", "Enter"], say("keys-choose"), "kb-search"],
  [["n", "."], say("keys-next"), "link[rel=next]"],
  [["p", ","], say("keys-previous"), "link[rel=prev]"],
  [["←", "→", "Home", "End"], say("keys-letters"), "kb-nav .kb-letters"],
  [["→", "←"], say("keys-step"), ".kb-run-steps"],
  [["Home", "End"], say("keys-steps"), ".kb-run-steps"],
  [["Esc"], say("keys-escape"), "body"],
  [["?"], say("keys-keys"), "body"],
];

/** Shows them; Esc, `?` and a press beside the list close it, and the focus is where it was. */
export const showKeys = () => {
  const rows = KEYS.filter(([, , place]) => document.querySelector(place)).map(([keys, words]) =>
    element("div", {}, element("dt", {}, ...keys.map(keycap)), element("dd", { textContent: words }))
  );
  const close = button("✕", "kb-keys-close", () => dialog.close());
  Object.assign(close, { ariaLabel: say("keys-close"), title: say("keys-close") });
  const title = element("h2", { textContent: say("keys-title") });
  const inner = element("div", { className: "md-typeset" }, title, close, element("dl", {}, ...rows));
  const dialog = element("dialog", { className: "kb-keys", ariaLabel: say("keys-title") }, inner);
  dialog.addEventListener("keydown", (event) => {
    event.stopPropagation(); // the page's own keys are not meant
    if (event.key === "?") dialog.close();
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
};

const keycap = (name) => element("kbd", { textContent: name });
