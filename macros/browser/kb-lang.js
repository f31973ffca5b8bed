/**
 * <kb-lang value="en">: the language of the page. The theme shows the next page without loading it, and leaves what
 * `<html>` says as it was.
 */
class KbLang extends HTMLElement {
  connectedCallback() {
    document.documentElement.lang = this.getAttribute("value");
  }
}

customElements.define("kb-lang", KbLang);
