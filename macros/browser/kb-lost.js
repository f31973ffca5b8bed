/**
 * <kb-lost>: the page of addresses at which nothing is. It leads on where just one note can be meant, and else shows
 * the address in words, the notes with the nearest names, and a box that opens the search of the site. What is in it
 * without JavaScript leads on too.
 */
import { say } from "./kb-say.js";
import { decoded, last, nearest, read, spelt } from "./lost/names.js";

const SITE = new URL("../../", import.meta.url);
const NAMES = new URL("assets/kb/kb-names.txt", SITE);

/** Where a note is, from its address as kb-names.txt has it. */
const urlOf = ({ address }) => new URL(address.split("/").slice(1).map(encodeURIComponent).join("/"), SITE);

class KbLost extends HTMLElement {
  async connectedCallback() {
    const path = decoded(decoded(location.pathname.replace(SITE.pathname, "/"))); // some encode an address twice
    this.#showAddress(path);
    this.#offerSearch(last(path));
    const answer = await fetch(NAMES, { cache: "no-cache" });
    if (answer.ok) this.#lead(read(await answer.text()), path);
  }

  /** To the one note that is meant, unless that is where we are: then it is gone since the names were written. */
  #lead(notes, path) {
    const isElsewhere = (note) => decoded(urlOf(note).pathname) !== decoded(location.pathname);
    const meant = spelt(notes, path);
    if (meant.length === 1 && isElsewhere(meant[0])) {
      location.replace(Object.assign(urlOf(meant[0]), { search: location.search, hash: location.hash }));
    } else this.#showNear([...new Set([...meant, ...nearest(notes, path)])].filter(isElsewhere));
  }

  #showAddress(path) {
    const line = this.querySelector(".kb-lost-address");
    line.append(say("lost-address"), " ", Object.assign(document.createElement("code"), { textContent: path }));
    line.hidden = false;
  }

  #offerSearch(words) {
    const form = this.querySelector("form");
    form.elements.query.value = words.replace(/[\s_+-]+/g, " ");
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      search(form.elements.query.value);
    });
  }

  #showNear(notes) {
    const place = this.querySelector(".kb-lost-near");
    const list = document.createElement("ul");
    for (const note of notes) {
      const item = document.createElement("li");
      item.append(Object.assign(document.createElement("a"), { href: urlOf(note), textContent: note.title }));
      list.append(item);
    }
    place.append(notes.length ? say("lost-near") : say("lost-none"), ...(notes.length ? [list] : []));
  }
}

/** Opens the search of the site with `query`, as if somebody had typed it. */
const search = (query) => {
  const toggle = document.querySelector("[data-md-toggle=search]");
  if (toggle && !toggle.checked) toggle.click();
  const input = document.querySelector(".md-search__input");
  input.value = query;
  input.focus();
  input.dispatchEvent(new Event("input", { bubbles: true }));
};

customElements.define("kb-lost", KbLost);
