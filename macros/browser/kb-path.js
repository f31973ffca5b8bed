/**
 * <kb-path count="8" number="2">: what is said of a path, with a link `.kb-path-name` to its note. It gets a bar of
 * what was read, on which the place of the station with that `number` can be seen, whether it was read or not.
 * Of several beside each other the one that was followed last comes first. Without JavaScript its words stand there.
 */
import { say } from "./kb-say.js";
import "./path/kb-path-end.js";
import "./path/kb-path-list.js";
import { follow, followed, keyOf, read, watch } from "./path/progress.js";

class KbPath extends HTMLElement {
  #stop = () => {};

  connectedCallback() {
    const link = this.querySelector(".kb-path-name");
    if (!link) return;
    const path = keyOf(link.href);
    const count = Number(this.getAttribute("count"));
    this.querySelector("progress")?.remove();
    const bar = Object.assign(document.createElement("progress"), { max: count, hidden: true });
    bar.style.setProperty("--kb-place", `${(100 * Number(this.getAttribute("number"))) / count}%`);
    this.append(bar);
    link.addEventListener("click", () => follow(path));
    this.#stop = watch(() => {
      bar.value = Math.min(read(path).size, count);
      bar.hidden = !bar.value && !this.closest(".kb-ways");
      bar.title = say("path-read", { read: bar.value, count });
      bar.setAttribute("aria-label", bar.title);
    });
    this.#order(followed(path));
  }

  disconnectedCallback() {
    this.#stop();
  }

  /** Puts itself before those that were followed earlier. */
  #order(at) {
    if (!at || !this.parentElement?.matches(".kb-ways")) return;
    const others = [...this.parentElement.children].filter((other) => other !== this);
    const later = others.find((other) => followed(keyOf(other.querySelector(".kb-path-name").href)) < at);
    if (later && later.compareDocumentPosition(this) & Node.DOCUMENT_POSITION_FOLLOWING) later.before(this);
  }
}

customElements.define("kb-path", KbPath);
