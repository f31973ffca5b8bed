/**
 * <kb-nav>: the letters of a long list, links to the page that lists all of its notes. Here a letter opens its own
 * below the letters, taken from that page, which is loaded once. Without JavaScript, or where it cannot be had, the
 * links lead there. It tells `kb-nav-toggle`, with the letter as `detail.letter`, and whether it is open as
 * `detail.open`.
 */
import { isModified } from "./kb-event.js";
import { load } from "./kb-load.js";

const PANEL = "kb-nav-notes";
const STEPS = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

class KbNav extends HTMLElement {
  #open = null;

  connectedCallback() {
    if (!this.#letters.length) return;
    for (const letter of this.#letters) {
      letter.setAttribute("role", "button");
      letter.setAttribute("aria-expanded", "false");
    }
    this.#enter(this.#letters[0]);
    this.addEventListener("click", this);
    this.addEventListener("keydown", this);
  }

  handleEvent(event) {
    const letter = event.target.closest(".kb-letters a");
    if (isModified(event)) return;
    if (event.type === "keydown") this.#press(event, letter);
    else if (letter) {
      event.preventDefault();
      event.stopPropagation(); // the theme would go to the page of the list
      this.#toggle(letter);
    }
  }

  get #letters() {
    return [...this.querySelectorAll(".kb-letters a")];
  }

  #press(event, letter) {
    if (event.key === "Escape" && this.#open) {
      event.stopPropagation();
      this.#open.focus();
      this.#close();
    } else if (letter && event.key === " ") {
      event.preventDefault();
      letter.click();
    } else if (letter && event.key in STEPS) {
      event.preventDefault();
      const letters = this.#letters;
      const next = letters.indexOf(letter) + STEPS[event.key];
      this.#enter(letters[Math.max(0, Math.min(letters.length - 1, next))]).focus();
    }
  }

  /** Tab stops at one letter; the arrows lead to the others. */
  #enter(letter) {
    for (const other of this.#letters) other.tabIndex = other === letter ? 0 : -1;
    return letter;
  }

  async #toggle(letter) {
    const wasOpen = this.#open === letter;
    this.#close();
    if (wasOpen) return;
    this.#open = this.#enter(letter);
    letter.setAttribute("aria-expanded", "true");
    try {
      const list = await load(letter.href.split("#")[0]);
      if (this.#open === letter) this.#show(letter, list);
    } catch {
      location.assign(letter.href);
    }
  }

  #show(letter, list) {
    for (const other of this.#letters) {
      const empty = !this.#notes(other, list).length;
      other.toggleAttribute("data-empty", empty);
    }
    const panel = document.createElement("ul");
    panel.className = `${PANEL} md-nav__list`;
    panel.append(...this.#notes(letter, list).map((note) => this.#item(note, letter.href)));
    this.append(panel);
    panel.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
    this.#tell(letter, true);
  }

  #notes(letter, list) {
    const heading = list.getElementById(decodeURIComponent(letter.hash.slice(1)));
    return [...(heading?.closest("section")?.querySelectorAll("li > a:first-child") ?? [])];
  }

  #item(note, base) {
    const item = Object.assign(document.createElement("li"), { className: "md-nav__item" });
    const link = Object.assign(document.createElement("a"), {
      className: "md-nav__link",
      href: new URL(note.getAttribute("href"), base),
    });
    link.append(
      Object.assign(document.createElement("span"), { className: "md-ellipsis", textContent: note.textContent }),
    );
    if (link.pathname === location.pathname) {
      link.classList.add("md-nav__link--active");
      link.setAttribute("aria-current", "page");
    }
    item.append(link);
    return item;
  }

  #close() {
    const letter = this.#open;
    if (!letter) return;
    this.#open = null;
    letter.setAttribute("aria-expanded", "false");
    this.querySelector(`.${PANEL}`)?.remove();
    this.#tell(letter, false);
  }

  #tell(letter, open) {
    this.dispatchEvent(
      new CustomEvent("kb-nav-toggle", { bubbles: true, detail: { letter: letter.textContent, open } }),
    );
  }
}

customElements.define("kb-nav", KbNav);
