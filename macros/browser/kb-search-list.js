/** What the search box shows below it: how many notes there are, a line on the query, the notes, and a way to more. */
import { element } from "./kb-element.js";
import { keep, kept } from "./kb-kept.js";
import { say } from "./kb-say.js";

const LONGEST = 60; // letters of what is repeated of a query
const KEY = "kb-search"; // in localStorage: the last searches, the newest first
const MOST = 5; // of them
const REST = 400; // milliseconds without another answer, after which a list with room for more is filled
const FULL = 10; // notes

export class SearchList {
  #site;
  #status;
  #note;
  #ways;
  #notes;
  #more;
  #ask;
  #filling = 0;

  /** Below `box`; `more(from)` asks for notes from the `from`th on, `ask(query)` for another query. */
  constructor(box, site, { more, ask }) {
    this.#site = site;
    this.#ask = ask;
    this.#status = box.querySelector(".md-search-result__meta");
    this.#note = box.querySelector(".kb-search-note");
    this.#ways = box.querySelector(".kb-search-ways");
    this.#notes = box.querySelector(".md-search-result__list");
    this.#more = box.querySelector(".kb-search-more");
    this.#more.addEventListener("click", () => more(this.#notes.children.length));
  }

  /** The link of the best note, or of the section of it that is the answer; or null. */
  get first() {
    const row = this.#notes.firstElementChild;
    return row?.querySelector("a[data-best]") ?? row?.querySelector("a") ?? null;
  }

  clear() {
    clearTimeout(this.#filling);
    this.#notes.replaceChildren();
    this.#more.hidden = true;
    this.#ways.hidden = true;
    this.#status.textContent = say("search-type");
    this.tell();
  }

  wait() {
    this.#status.textContent = say("search-wait");
  }

  /** Shows an answer, or the further notes of one. */
  show({ query, from, items = [], count, partly, left, told, near = [], fewer = [], failed }) {
    if (failed) {
      this.clear();
      this.#status.textContent = "";
      return this.tell(say("search-failed"));
    }
    this.#status.textContent = told?.kind === "unsaid" ? say("search-unsaid") : countOf(count, partly);
    const rows = items.map((group) => this.#row(group));
    if (from) this.#goOn(rows);
    else this.#notes.replaceChildren(...rows);
    this.#more.hidden = !left;
    this.#more.textContent = say("search-more", { left });
    clearTimeout(this.#filling);
    this.#filling = setTimeout(() => this.#fill(), REST);
    if (from) return;
    this.#ways.hidden = items.length > 0;
    if (items.length) this.tell(told ? readAs(told, query.slice(0, LONGEST)) : "");
    else this.#suggest(near, fewer);
  }

  /** What may have been meant by a query that finds nothing: notes, and shorter queries. */
  #suggest(near, fewer) {
    const notes = near.length ? [say("search-near"), ...near.map((note) => this.#link(note))] : [];
    const queries = fewer.length ? [say("search-fewer"), ...fewer.map((word) => this.#button(word))] : [];
    const between = notes.length && queries.length ? [element("br")] : [];
    this.tell("", [...notes, ...between, ...queries]);
  }

  /** Asks for further notes where a reader sees the end of few: at first there are those that are quick to read. */
  #fill() {
    const { bottom } = this.#more.closest(".md-search__output").getBoundingClientRect();
    const isSeen = this.#more.checkVisibility() && this.#more.getBoundingClientRect().top < bottom;
    if (isSeen && this.#notes.children.length < FULL) this.#more.click();
  }

  /** Further notes: the reader who asked by keyboard goes on at the first of them. */
  #goOn(rows) {
    const asked = document.activeElement === this.#more;
    this.#notes.append(...rows);
    if (asked) rows[0]?.querySelector("a").focus();
  }

  /** Recent searches, where there are any. */
  offer(queries) {
    if (queries.length) this.tell(say("search-recent"), queries.map((query) => this.#button(query)));
  }

  /** The line on the query: `text`, and what to go on with. */
  tell(text = "", ways = []) {
    this.#note.replaceChildren(text, ...ways.flatMap((way) => [" ", way]));
  }

  /** Moves the focus to the next or the previous of what can be chosen. */
  step(input, by) {
    const chosen = "button, a, summary";
    const lists = [this.#note, this.#ways, this.#notes];
    const ways = [...lists.flatMap((list) => [...list.querySelectorAll(chosen)]), this.#more];
    const stops = [input, ...ways.filter((way) => way.checkVisibility())];
    const at = stops.indexOf(document.activeElement);
    stops[(Math.max(at, 0) + by + stops.length) % stops.length].focus();
  }

  #button(query) {
    const button = element("button", { type: "button", textContent: query });
    button.addEventListener("click", () => this.#ask(query));
    return button;
  }

  #link({ title, location }) {
    return element("a", { textContent: title, href: new URL(location, this.#site) });
  }

  /** A note: its title, what it says, the best of its sections; the others folded. */
  #row([article, ...sections]) {
    const row = element("li", { className: "md-search-result__item" });
    const best = sections.filter((part) => part.best);
    row.append(this.#result(article, "h1"), ...best.map((part) => this.#result(part, "h2")));
    const others = sections.filter(({ best }) => !best);
    if (others.length) {
      const details = element("details", { className: "md-search-result__more" });
      const summary = element("summary", { tabIndex: -1 });
      summary.append(element("div", { textContent: say("search-sections", { count: others.length }) }));
      details.append(summary, ...others.map((part) => this.#result(part, "h2")));
      row.append(details);
    }
    return row;
  }

  #result({ location, title, text, marks, best, tags = [], missing = [] }, heading) {
    const url = new URL(location, this.#site);
    if (marks.length) url.searchParams.set("h", marks.join(" "));
    const link = element("a", { className: "md-search-result__link", href: url, tabIndex: -1 });
    link.toggleAttribute("data-best", Boolean(best));
    const article = element("article", { className: "md-search-result__article md-typeset" });
    if (heading === "h1") article.append(element("div", { className: "md-search-result__icon md-icon" }));
    article.append(element(heading, { innerHTML: title }), ...element("p", { innerHTML: text }).childNodes); // escaped
    if (tags.length) {
      const list = element("div", { className: "md-tags" });
      list.append(...tags.map((tag) => element("span", { className: "md-tag", textContent: tag })));
      article.append(list);
    }
    if (missing.length) {
      const terms = element("p", { className: "md-search-result__terms", textContent: say("search-missing") });
      terms.append(...missing.flatMap((word) => [" ", element("del", { textContent: word })]));
      article.append(terms);
    }
    link.append(article);
    return link;
  }
}

const countOf = (count, partly) => {
  if (!partly) return count ? say("search-count", { count }) : say("search-none");
  return count ? say("search-count-partly", { count, partly }) : say("search-partly", { partly });
};

/** As what a query was read. */
const readAs = ({ kind, as }, query) => {
  if (kind === "read") return say("search-read", { query, as });
  if (kind === "unsaid") return as ? say("search-about", { as }) : say("search-alike");
  return kind === "also" ? say("search-also", { as }) : say("search-corrected", { query, as });
};

export const recent = () => {
  const queries = kept(KEY) ?? [];
  return Array.isArray(queries) ? queries.filter((query) => typeof query === "string").slice(0, MOST) : [];
};

export const remember = (query) => {
  const others = recent().filter((other) => other !== query);
  keep(KEY, [query, ...others].slice(0, MOST));
};
