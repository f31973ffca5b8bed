/**
 * <kb-comments repository="me/notes" …>: the discussion on GitHub of the note at this address, shown by giscus once a
 * reader comes near, in the colours of the page. Until then, and without JavaScript, a link leads to GitHub.
 */
const GISCUS = "https://giscus.app";
const NEAR = "400px";
const theme = () => document.body.dataset.mdColorScheme === "slate" ? "transparent_dark" : "light";

class KbComments extends HTMLElement {
  #near = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#show(), {
    rootMargin: NEAR,
  });
  #palette = new MutationObserver(() => this.#recolour());

  connectedCallback() {
    this.#near.observe(this);
  }

  disconnectedCallback() {
    this.#near.disconnect();
    this.#palette.disconnect();
  }

  #show() {
    this.#near.disconnect();
    const script = document.createElement("script");
    Object.assign(script.dataset, {
      repo: this.getAttribute("repository"),
      repoId: this.getAttribute("repository-id"),
      category: this.getAttribute("category"),
      categoryId: this.getAttribute("category-id"),
      mapping: "pathname",
      strict: "1",
      reactionsEnabled: "1",
      emitMetadata: "0",
      inputPosition: "top",
      theme: theme(),
      lang: this.getAttribute("language"),
    });
    script.async = true;
    script.crossOrigin = "anonymous";
    script.src = `${GISCUS}/client.js`;
    script.addEventListener("load", () => this.querySelector("a")?.remove());
    this.append(script);
    this.#palette.observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
  }

  #recolour() {
    const frame = this.querySelector("iframe.giscus-frame");
    frame?.contentWindow.postMessage({ giscus: { setConfig: { theme: theme() } } }, GISCUS);
  }
}

customElements.define("kb-comments", KbComments);
