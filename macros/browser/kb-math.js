/**
 * <kb-math>x</kb-math> or, on a line of its own, <kb-math display="block">x</kb-math>: a formula, which KaTeX typesets
 * once the page has one.
 * Without JavaScript, or where the TeX is wrong, its source stays readable.
 */
const vendor = new URL("../vendor/katex/", import.meta.url);

let library;
const load = () => (library ??= import(new URL("katex.mjs", vendor).href).then(({ default: katex }) => {
  const style = Object.assign(document.createElement("link"), {
    rel: "stylesheet",
    href: new URL("katex.min.css", vendor).href,
  });
  document.head.append(style);
  return katex;
}));

class KbMath extends HTMLElement {
  async connectedCallback() {
    if (this.dataset.tex !== undefined) return;
    this.dataset.tex = this.textContent.trim();
    const displayMode = this.getAttribute("display") === "block";
    const katex = await load();
    katex.render(this.dataset.tex, this, { displayMode, throwOnError: false, trust: false, strict: "ignore" });
  }
}

customElements.define("kb-math", KbMath);
