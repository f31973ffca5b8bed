/** The keys that do something on the page that is shown, in a dialog. */
import { dialogOf } from "../kb-dialog.js";
import { element } from "../kb-element.js";
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
  const { dialog, close } = dialogOf("kb-keys", say("keys-title"), say("keys-close"));
  const title = element("h2", { textContent: say("keys-title") });
  dialog.append(element("div", { className: "md-typeset" }, title, close, element("dl", {}, ...rows)));
  dialog.addEventListener("keydown", ({ key }) => key === "?" && dialog.close());
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
};

const keycap = (name) => element("kbd", { textContent: name });
