/**
 * <kb-path-end>: the end of a note that is on a path, with what comes next. A station is read once its end was seen for
 * a moment, or its next one was chosen. The path that was followed last comes first.
 */
import { follow, followed, keyOf, mark } from "./progress.js";

/** Milliseconds for which the end of a note has to be seen: who only rushes past it has not read it. */
const SEEN = 1000;

class KbPathEnd extends HTMLElement {
  #observer = null;
  #timer = 0;

  connectedCallback() {
    const name = this.querySelector(".kb-path-name");
    if (!name) return;
    const [path, station] = [keyOf(name.href), keyOf(location.href)];
    this.addEventListener("click", ({ target }) => {
      if (!target.closest("a")) return;
      if (target.closest(".kb-way-next")) mark(path, station);
      follow(path);
    });
    this.#observer = new IntersectionObserver(([{ isIntersecting }]) => {
      clearTimeout(this.#timer);
      if (isIntersecting) this.#timer = setTimeout(mark, SEEN, path, station);
    });
    this.#observer.observe(this);
    this.#order(followed(path));
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    this.#observer?.disconnect();
  }

  #order(at) {
    const first = this.parentElement?.querySelector("kb-path-end");
    if (!at || !first || first === this) return;
    if (followed(keyOf(first.querySelector(".kb-path-name").href)) < at) first.before(this);
  }
}

customElements.define("kb-path-end", KbPathEnd);
