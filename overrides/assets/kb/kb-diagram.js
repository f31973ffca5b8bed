/**
 * <kb-diagram><pre><code>graph TD …</code></pre></kb-diagram>: a Mermaid diagram, drawn once the page has one, and anew
 * when the palette changes. Without JavaScript, or where the source is wrong, the source stays readable.
 */
const vendor = new URL("../vendor/mermaid/mermaid.esm.min.mjs", import.meta.url);

let library;
let drawn = 0;
const load = () => (library ??= import(vendor.href).then((module) => module.default));
const isDark = () => document.body.dataset.mdColorScheme === "slate";

class KbDiagram extends HTMLElement {
  #palette = new MutationObserver(() => this.#draw());

  connectedCallback() {
    this.source ??= this.textContent;
    this.#palette.observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
    this.#draw();
  }

  disconnectedCallback() {
    this.#palette.disconnect();
  }

  async #draw() {
    const mermaid = await load();
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: "strict",
      theme: isDark() ? "dark" : "neutral",
      fontFamily: getComputedStyle(this).fontFamily,
    });
    try {
      const { svg } = await mermaid.render(`__kb-diagram-${++drawn}`, this.source);
      this.innerHTML = svg;
      const picture = this.querySelector("svg");
      picture.setAttribute("role", "img");
      this.style.setProperty("--kb-diagram-width", `${picture.viewBox.baseVal.width}px`);
      delete this.dataset.error;
    } catch (error) {
      this.dataset.error = error.message;
    }
  }
}

customElements.define("kb-diagram", KbDiagram);
