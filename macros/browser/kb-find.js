/** <kb-find>: a link that opens the search. Without JavaScript it leads to the page of all notes. */
import { isModified } from "./kb-event.js";

class KbFind extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
  }

  handleEvent(event) {
    const toggle = document.querySelector("[data-md-toggle=search]");
    const box = document.querySelector(".md-search__input");
    if (!toggle || !box || isModified(event)) return;
    event.preventDefault();
    event.stopPropagation(); // the theme would go to the page of all notes
    if (!toggle.checked) toggle.click();
    box.focus();
  }
}

customElements.define("kb-find", KbFind);
