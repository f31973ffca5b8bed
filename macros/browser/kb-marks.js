/**
 * <kb-marks>: in the page that a search opens, marks the words that were found (`?h=`), goes to the first of them, and
 * has a bar with their number, a way from one to the next, and one to clear them, as Esc does.
 */
import { say } from "./kb-say.js";
import { patternOf } from "./search/forms.js";

const MOST = 500; // marks
const LETTERS = 1_000_000; // that are looked at
const SKIPPED =
  "script, style, svg, button, select, textarea, mark, .headerlink, kb-marks, kb-math, aside, .md-tags, .kb-facts";
const SEARCH = "[data-md-toggle=search]";

class Marks extends HTMLElement {
  #marks = [];
  #at = 0;
  #again = () => this.#begin();
  #press = (event) => {
    if (event.key === "Escape" && !event.isComposing && !document.querySelector(SEARCH)?.checked) this.#clear();
  };

  connectedCallback() {
    document.addEventListener("kb-search-open", this.#again);
    this.#begin();
  }

  disconnectedCallback() {
    document.removeEventListener("kb-search-open", this.#again);
    document.removeEventListener("keydown", this.#press);
  }

  #begin() {
    this.#unmark();
    const asked = new URLSearchParams(location.search).get("h");
    const pattern = asked && patternOf(asked.split(" ").filter(Boolean));
    const article = this.closest("article");
    if (!pattern || !article) return;
    const isNew = history.state === null; // who comes back is where they were
    requestAnimationFrame(() => {
      this.#marks = marked(article, pattern);
      if (!this.#marks.length) return;
      this.#showBar();
      document.addEventListener("keydown", this.#press);
      if (isNew) setTimeout(() => this.#go(this.#firstAfterHash())); // after the theme, which goes to the top
    });
  }

  #firstAfterHash() {
    const section = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const isBehind = (mark) =>
      section.contains(mark) || section.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING;
    return section ? Math.max(this.#marks.findIndex(isBehind), 0) : 0;
  }

  /** Goes to a mark; what it is folded into unfolds. */
  #go(at) {
    this.#marks[this.#at]?.classList.remove("kb-mark-here");
    this.#at = (at + this.#marks.length) % this.#marks.length;
    const mark = this.#marks[this.#at];
    mark.classList.add("kb-mark-here");
    for (let fold = mark.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    const { top, bottom } = mark.getBoundingClientRect();
    const margin = 100; // the header above, the bar below
    if (top < margin || bottom > innerHeight - margin) mark.scrollIntoView({ block: "center" });
    this.querySelector("output").textContent = say("marks-at", { at: this.#at + 1, count: this.#marks.length });
  }

  #showBar() {
    const way = (text, label, press) => {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: text });
      if (label) button.setAttribute("aria-label", label);
      button.addEventListener("click", press);
      return button;
    };
    const count = document.createElement("output");
    count.textContent = say("marks-at", { at: 1, count: this.#marks.length });
    this.setAttribute("role", "group");
    this.setAttribute("aria-label", say("marks-label"));
    this.replaceChildren(
      count,
      way("↑", say("marks-before"), () => this.#go(this.#at - 1)),
      way("↓", say("marks-next"), () => this.#go(this.#at + 1)),
      way(say("marks-clear"), "", () => this.#clear()),
    );
    this.hidden = false;
  }

  #clear() {
    this.#unmark();
    const url = new URL(location.href);
    url.searchParams.delete("h");
    history.replaceState(history.state, "", url);
  }

  #unmark() {
    document.removeEventListener("keydown", this.#press);
    for (const mark of this.#marks) {
      const { parentNode } = mark;
      mark.replaceWith(...mark.childNodes);
      parentNode?.normalize();
    }
    this.#marks = [];
    this.#at = 0;
    this.hidden = true;
  }
}

/** Marks what `pattern` finds in the text of an article; the marks. */
const marked = (article, pattern) => {
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node.nodeType === Node.ELEMENT_NODE) {
      return node.matches(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    }
    return NodeFilter.FILTER_ACCEPT;
  });
  const found = [];
  let letters = 0;
  let count = 0;
  while (texts.nextNode() && letters < LETTERS && count < MOST) {
    const places = [...texts.currentNode.data.matchAll(pattern)].slice(0, MOST - count);
    letters += texts.currentNode.data.length;
    count += places.length;
    if (places.length) found.push([texts.currentNode, places]);
  }
  return found.flatMap(([text, places]) => places.reverse().map((place) => wrap(text, place)).reverse());
};

/** Wraps a place of a text, of which what follows is wrapped already. */
const wrap = (text, { index, 0: form }) => {
  const found = text.splitText(index);
  found.splitText(form.length);
  const mark = document.createElement("mark");
  mark.dataset.mdHighlight = "";
  found.replaceWith(mark);
  mark.append(found);
  return mark;
};

customElements.define("kb-marks", Marks);
