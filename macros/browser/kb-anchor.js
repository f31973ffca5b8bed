/**
 * <kb-anchor>: copies the whole address of a heading when the link beside it is clicked, and says so. The link leads
 * there all the same, which is all that it does without JavaScript. It stands outside of the article, which the theme
 * replaces when the address changes.
 */
import { isModified } from "./kb-event.js";
import { say } from "./kb-say.js";

const SAID_FOR = 4000; // milliseconds

class Anchor extends HTMLElement {
  #timer = 0;

  connectedCallback() {
    document.addEventListener("click", this, true);
  }

  disconnectedCallback() {
    document.removeEventListener("click", this, true);
    clearTimeout(this.#timer);
  }

  async handleEvent(event) {
    const link = event.target.closest(".headerlink");
    if (!link || isModified(event)) return;
    const { origin, pathname, hash } = new URL(link.href);
    try {
      await navigator.clipboard.writeText(origin + pathname + hash); // not the words of a search
    } catch {
      return; // the address is in the browser's bar
    }
    this.textContent = say("anchor-copied");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.replaceChildren(), SAID_FOR);
  }
}

customElements.define("kb-anchor", Anchor);
