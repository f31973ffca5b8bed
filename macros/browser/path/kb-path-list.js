/**
 * <kb-path-list>: the stations of a path on its own page. Those that were read are marked, the button leads to the
 * first that was not, and all can be forgotten.
 */
import { say } from "../kb-say.js";
import { follow, keyOf, read, reset, watch } from "./progress.js";

class KbPathList extends HTMLElement {
  #stop = () => {};

  connectedCallback() {
    const path = keyOf(location.href);
    const links = [...this.querySelectorAll("ol > li > a")];
    const button = this.querySelector(".kb-button");
    if (!links.length || !button) return;
    this.querySelector(".kb-path-state")?.remove();
    const bar = Object.assign(document.createElement("progress"), { max: links.length });
    const words = document.createElement("span");
    const forget = Object.assign(document.createElement("button"), { type: "button", textContent: say("path-reset") });
    const state = Object.assign(document.createElement("p"), { className: "kb-path-state" });
    state.append(bar, words, forget);
    this.prepend(state);
    forget.addEventListener("click", () => {
      reset(path);
      button.focus();
    });
    this.addEventListener("click", ({ target }) => target.closest("a") && follow(path));
    const start = button.textContent;
    this.#stop = watch(() => {
      const known = read(path);
      const done = links.map((link) => known.has(keyOf(link.href)));
      const count = done.filter(Boolean).length;
      links.forEach((link, number) => this.#mark(link, done[number]));
      bar.value = count;
      words.textContent = say("path-read", { read: count, count: links.length });
      bar.setAttribute("aria-label", words.textContent);
      state.hidden = !count;
      const next = count < links.length ? links[done.indexOf(false)] : links[0];
      button.href = next.href;
      button.textContent = count && count < links.length ? say("path-go-on") : start;
    });
  }

  disconnectedCallback() {
    this.#stop();
  }

  #mark(link, isRead) {
    const item = link.parentElement;
    item.toggleAttribute("data-read", isRead);
    item.querySelector(".kb-path-done")?.remove();
    if (!isRead) return;
    const done = Object.assign(document.createElement("span"), {
      className: "kb-path-done",
      textContent: say("path-done"),
    });
    link.after(" ", done);
  }
}

customElements.define("kb-path-list", KbPathList);
