/**
 * <kb-compare data-record="{…}">, at the end of a terminal: a button below which a reader pastes what their own
 * terminal said, to hold it against the record. What that needs is loaded when the button is pressed, and what is
 * pasted stays in the browser.
 */
import { say } from "./kb-say.js";

class KbCompare extends HTMLElement {
  #button = null;
  #panel = null;

  connectedCallback() {
    if (this.#button) return;
    this.#button = document.createElement("button");
    Object.assign(this.#button, { type: "button", className: "kb-compare-open", textContent: say("compare-open") });
    this.#button.setAttribute("aria-expanded", "false");
    this.#button.addEventListener("click", () => (this.#isOpen ? this.#close() : this.#open()));
    this.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing || !this.#isOpen) return;
      event.stopPropagation();
      this.#close();
    });
    this.append(this.#button);
  }

  get #isOpen() {
    return this.#button.getAttribute("aria-expanded") === "true";
  }

  async #open() {
    this.#button.setAttribute("aria-expanded", "true");
    if (!this.#panel) {
      const { panelOf } = await import(new URL("compare.js", import.meta.url).href);
      this.#panel ??= panelOf(() => this.question, () => this.#close());
      this.append(this.#panel);
    }
    this.#panel.hidden = !this.#isOpen;
    if (this.#isOpen) this.#panel.querySelector("textarea").focus();
  }

  #close() {
    this.#button.setAttribute("aria-expanded", "false");
    if (this.#panel) this.#panel.hidden = true;
    this.#button.focus();
  }

  /** The record, the values that the terminal shows now, and what a page alone writes into a terminal. */
  get question() {
    const terminal = this.closest("kb-run");
    const variables = [...(terminal?.querySelectorAll(".kb-variable") ?? [])];
    const notes = [...(terminal?.querySelectorAll(".kb-exit, pre button") ?? [])];
    return {
      record: JSON.parse(this.dataset.record),
      set: Object.fromEntries(variables.map((at) => [at.dataset.name, at.textContent])),
      ignored: notes.map((note) => note.textContent.trim()).filter(Boolean),
    };
  }
}

customElements.define("kb-compare", KbCompare);
