/**
 * <kb-diagram><pre><code>graph TD …</code></pre></kb-diagram>: a Mermaid diagram, drawn once the page has one. One that
 * was drawn when the site was built has a picture, and stays as it is. Without JavaScript, or where the source is
 * wrong, the source stays readable.
 */
import { element } from "./kb-element.js";
import { say } from "./kb-say.js";

let drawn = 0;

class KbDiagram extends HTMLElement {
  async connectedCallback() {
    if (this.querySelector("svg") || this.source) return;
    this.source = this.textContent;
    const { draw } = await import(new URL("diagram.js", import.meta.url).href);
    const font = getComputedStyle(this).fontFamily;
    try {
      const picture = await draw(this.source, { font, prefix: `__diagram-${++drawn}-`, say });
      const summary = element("summary", {}, say("diagram-source"));
      this.replaceChildren(
        picture,
        element("details", { className: "kb-diagram-source" }, summary, ...this.childNodes),
      );
    } catch (error) {
      this.dataset.error = error.message;
    }
  }
}

customElements.define("kb-diagram", KbDiagram);
