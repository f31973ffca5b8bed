/**
 * <kb-diagram><pre><code>graph TD …</code></pre></kb-diagram>: a Mermaid diagram, drawn once the page has one, and anew
 * when the palette changes. Without JavaScript, or where the source is wrong, the source stays readable.
 */
const vendor = new URL("../vendor/mermaid/mermaid.esm.min.mjs", import.meta.url);

/** What would load something while it is drawn: pictures, style sheets, and elements that have an address. */
const LOADING = new RegExp(
  String.raw`\bimg\s*:|u\s*r\s*l\s*\(|\\[0-9a-f]|@import|image-set|` +
    String.raw`<\s*(?:img|image|svg|iframe|video|audio|source|link|style|object|embed)\b`,
  "i",
);
/** What of the settings below, and of what is as strong, a diagram may not set for itself. */
const SECURE = [
  ...["secure", "securityLevel", "startOnLoad", "maxTextSize", "maxEdges", "suppressErrorRendering"],
  ...["themeCSS", "fontFamily", "altFontFamily", "themeVariables", "htmlLabels", "dompurifyConfig"],
];

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
    if (LOADING.test(this.source)) {
      this.dataset.error = "It would load a file.";
      return;
    }
    const mermaid = await load();
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: "strict",
      secure: SECURE,
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
