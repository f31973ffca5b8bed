/**
 * <kb-large>: the pictures and diagrams of the article that it stands in open large, and are buttons to the keyboard
 * and to a screen reader. Those that are in links, and small ones, are left alone.
 */
import { say } from "./kb-say.js";
import { enlarge } from "./large/enlarge.js";

const PICTURES = "img";
const DIAGRAMS = ":is(kb-diagram, .kb-diagram) svg:not(svg svg)";
const LEFT_ALONE = "a, button, summary, label, .twemoji, .kb-run";
/** Pixels of the shorter side: below are icons and badges. */
const SMALLEST = 64;
const MARK = "kbLarge";

const isLarge = (picture) => {
  const { width, height } = picture.viewBox?.baseVal ?? { width: picture.naturalWidth, height: picture.naturalHeight };
  const shown = picture.getAttribute("width");
  return Math.min(width, height) >= SMALLEST && !(shown && parseInt(shown) < SMALLEST);
};

const nameOf = (picture) =>
  picture.alt || picture.getAttribute("aria-label") || picture.querySelector?.(":scope > title")?.textContent ||
  (picture.matches(PICTURES) ? say("large-picture") : say("large-diagram"));

/** Makes a button of a picture that can be opened. */
const offer = (picture) => {
  if (picture.dataset[MARK] || picture.closest(LEFT_ALONE) || picture.querySelector("a") || !isLarge(picture)) return;
  picture.dataset[MARK] = nameOf(picture);
  picture.tabIndex = 0;
  picture.setAttribute("role", "button");
  picture.setAttribute("aria-haspopup", "dialog");
  picture.setAttribute("aria-label", say("large-open", { name: picture.dataset[MARK] }));
};

class KbLarge extends HTMLElement {
  #drawn = new MutationObserver(() => this.#offerAll());

  connectedCallback() {
    const article = this.closest("article");
    if (!article) return;
    article.addEventListener("load", () => this.#offerAll(), { capture: true }); // a picture, which does not bubble
    article.addEventListener("click", this);
    article.addEventListener("keydown", this);
    for (const diagram of article.querySelectorAll("kb-diagram")) this.#drawn.observe(diagram, { childList: true });
    this.#offerAll();
  }

  disconnectedCallback() {
    this.#drawn.disconnect();
  }

  handleEvent(event) {
    const picture = event.target.closest?.("[data-kb-large]");
    if (!picture || (event.type === "keydown" && event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    enlarge(picture, picture.dataset[MARK]);
  }

  #offerAll() {
    this.closest("article")?.querySelectorAll(`${PICTURES}, ${DIAGRAMS}`).forEach(offer);
  }
}

customElements.define("kb-large", KbLarge);
