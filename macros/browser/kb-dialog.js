/** Dialogs before the page, which are gone once they are closed. */
import { button, element } from "./kb-element.js";

/** A dialog called `label`, and its button to close it, which says `words`: who asks for them puts both in place. */
export const dialogOf = (className, label, words) => {
  const dialog = element("dialog", { className, ariaLabel: label });
  const close = button("✕", `${className}-close`, () => dialog.close());
  Object.assign(close, { ariaLabel: words, title: words });
  dialog.addEventListener("keydown", (event) => event.stopPropagation()); // the page's own keys are not meant
  dialog.addEventListener("close", () => dialog.remove());
  return { dialog, close };
};
