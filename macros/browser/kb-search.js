/**
 * <kb-search>: the box, and what was found. A worker answers, which is begun when a reader comes to the box; nothing of
 * the index is loaded before. It has the looks of the theme's own, and its keys: `/`, the arrows, Enter and Esc; and
 * Ctrl-K. Keys that belong to an input method while it composes are left to it.
 */
import { isModified, isShortcut, isTyping } from "./kb-event.js";
import { say } from "./kb-say.js";
import { recent, remember, SearchList } from "./kb-search-list.js";

const SITE = new URL("../../", import.meta.url);
const PATIENCE = 120; // milliseconds without an answer, after which a reader is told to wait
const OPENED = "kb-search-open"; // an event: a result on the page that is open was chosen

class Search extends HTMLElement {
  #input = null;
  #list = null;
  #worker = null;
  #turn = 0;
  #asked = ""; // the query of the last turn
  #isWaiting = false;
  #opensFirst = false; // Enter was pressed before the answer came
  #patience = 0;
  #before = null; // what had the focus

  connectedCallback() {
    this.#input = this.querySelector("input");
    this.#list = new SearchList(this, SITE, { more: (from) => this.#post(from), ask: (query) => this.#askFor(query) });
    const form = this.querySelector("form");
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => this.#askFor("")));
    this.#input.addEventListener("focus", ({ relatedTarget }) => {
      if (!this.contains(relatedTarget)) this.#before = relatedTarget;
      this.#enter();
    });
    this.#input.addEventListener("input", () => this.#ask());
    this.#toggle.addEventListener("change", () => this.#follow());
    this.#follow();
    this.addEventListener("keydown", (event) => this.#press(event));
    this.addEventListener("click", (event) => this.#choose(event));
    window.addEventListener("keydown", (event) => this.#call(event), true);
    const query = new URLSearchParams(location.search).get("q");
    if (query) this.#askFor(query);
  }

  get #toggle() {
    return document.querySelector("[data-md-toggle=search]");
  }

  #setOpen(isOpen) {
    if (this.#toggle.checked !== isOpen) this.#toggle.click();
  }

  /** What is below the box is not there for a keyboard or a screen reader while the box is closed. */
  #follow() {
    const isOpen = this.#toggle.checked;
    this.querySelector(".md-search__output").inert = !isOpen;
    if (isOpen) this.#input.focus();
    else this.#input.blur();
  }

  /** A reader comes to the box. */
  #enter() {
    this.#setOpen(true);
    if (location.protocol === "file:") return this.#list.tell(say("search-file"));
    this.#begin();
    if (this.#asked !== this.#query) this.#ask();
    this.#list.offer(recent().filter((query) => query !== this.#query));
  }

  #begin() {
    if (this.#worker) return;
    this.#worker = new Worker(new URL("search-worker.js", import.meta.url), { type: "module" });
    this.#worker.addEventListener("message", ({ data }) => this.#answer(data));
    this.#worker.addEventListener("error", () => this.#fail());
  }

  /** The worker could not begin: the next query begins another. */
  #fail() {
    this.#worker = null;
    this.#answer({ turn: this.#turn, failed: true });
  }

  get #query() {
    return this.#input.value.trim();
  }

  #askFor(query) {
    this.#input.value = query;
    this.#input.focus();
    this.#ask();
  }

  #ask() {
    if (location.protocol === "file:") return;
    this.#asked = this.#query;
    this.#opensFirst = false;
    if (this.#query) return this.#post(0);
    this.#stopWaiting();
    this.#turn += 1;
    this.#list.clear();
    this.#list.offer(recent());
  }

  /** Asks for the notes from the `from`th on. */
  #post(from) {
    this.#begin();
    this.#stopWaiting();
    this.#isWaiting = !from;
    if (!from) this.#patience = setTimeout(() => this.#list.wait(), PATIENCE);
    this.#worker.postMessage({ turn: ++this.#turn, query: this.#asked, from });
  }

  #stopWaiting() {
    clearTimeout(this.#patience);
    this.#isWaiting = false;
  }

  #answer(told) {
    if (told.turn !== this.#turn) return;
    this.#stopWaiting();
    if (told.failed) this.#asked = null; // the same query may be tried again
    this.#list.show(told);
    if (this.#opensFirst) this.#list.first?.click();
    this.#opensFirst = false;
  }

  /** A key within the box or on a result. */
  #press(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const isTyped = event.target === this.#input;
    if (event.key === "Escape" || (event.key === "Tab" && isTyped)) {
      this.#setOpen(false);
      this.#input.blur();
      if (event.key === "Escape") this.#before?.focus({ preventScroll: true });
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.#list.step(this.#input, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && isTyped) {
      event.preventDefault();
      if (this.#isWaiting) this.#opensFirst = true;
      else this.#list.first?.click();
    } else if (!isTyped && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey) {
      this.#input.focus(); // what is typed on a result belongs to the query
    }
  }

  #choose(event) {
    const link = event.target.closest("a[href]");
    if (!link) return;
    if (this.#query) remember(this.#query);
    if (isModified(event)) return;
    this.#setOpen(false);
    if (link.pathname === location.pathname) setTimeout(() => document.dispatchEvent(new Event(OPENED)));
  }

  /** A key anywhere that calls for the box. */
  #call(event) {
    const isCombined = event.ctrlKey || event.metaKey;
    const isFree = !isTyping(event) && !isShortcut(event) && !event.isComposing;
    if (!(isCombined && event.key.toLowerCase() === "k") && !(isFree && ["/", "f", "s"].includes(event.key))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#before = document.activeElement;
    this.#setOpen(true); // on a phone it cannot have the focus before
    this.#input.focus();
    this.#input.select();
  }
}

customElements.define("kb-search", Search);
