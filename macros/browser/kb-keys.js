/** <kb-keys>: a button that shows the keys of the page, as `?` does. Without JavaScript there are none. */
import { button } from "./kb-element.js";
import { isShortcut, isTyping } from "./kb-event.js";
import { say } from "./kb-say.js";
import { showKeys } from "./keys/keys.js";

class KbKeys extends HTMLElement {
  connectedCallback() {
    if (this.firstChild) return;
    const made = button("?", "kb-keys-button", showKeys);
    this.append(Object.assign(made, { ariaLabel: say("keys-open"), title: say("keys-open") }));
  }
}

addEventListener("keydown", (event) => {
  if (event.key !== "?" || isShortcut(event) || event.isComposing) return;
  if (isTyping(event) || document.querySelector("dialog:modal")) return;
  event.preventDefault();
  showKeys();
});

customElements.define("kb-keys", KbKeys);
