/**
 * <kb-visits tool="goatcounter" name="my-notes">: counts a view of the page that it is on, once, by the tool that the
 * site has chosen. The theme brings a new one with each page that it shows without loading it. A reader whose browser
 * asks not to be followed is not counted, and nothing is loaded.
 */
const isRefused = () => navigator.globalPrivacyControl || [navigator.doNotTrack, self.doNotTrack].includes("1");

/** The script of a tool, which is asked for once. */
const scripts = new Map();
const load = (address, data = {}) => {
  if (!scripts.has(address)) {
    const script = Object.assign(document.createElement("script"), { src: address, async: true });
    Object.assign(script.dataset, data);
    scripts.set(
      address,
      new Promise((resolve, reject) => {
        script.addEventListener("load", resolve);
        script.addEventListener("error", reject);
      }),
    );
    document.body.append(script);
  }
  return scripts.get(address);
};

/** What each is told of a view. */
const tools = {
  async goatcounter(name, { path, title, from }) {
    globalThis.goatcounter ??= { no_onload: true };
    await load("https://gc.zgo.at/count.js", { goatcounter: `https://${name}.goatcounter.com/count` });
    globalThis.goatcounter.count({ path, title, referrer: from });
  },

  async plausible(name, { url }) {
    await load("https://plausible.io/js/script.manual.js", { domain: name });
    globalThis.plausible("pageview", { u: url });
  },

  async google(name, { url, title, from }) {
    globalThis.dataLayer ??= [];
    const gtag = function () {
      globalThis.dataLayer.push(arguments); // Google's script knows a command by that
    };
    if (!scripts.size) {
      gtag("js", new Date());
      gtag("config", name, { send_page_view: false });
    }
    gtag("event", "page_view", { page_location: url, page_title: title, page_referrer: from });
    await load(`https://www.googletagmanager.com/gtag/js?id=${name}`);
  },
};

let last = document.referrer;

/** The page that is shown, without what the reader has searched for; null where it is the last one again. */
const view = () => {
  const url = new URL(location.href);
  url.hash = "";
  for (const word of ["h", "q"]) url.searchParams.delete(word);
  if (scripts.size && url.href === last) return null; // going back, the theme may show a page twice
  const seen = { url: url.href, path: url.pathname, title: document.title, from: last };
  last = url.href;
  return seen;
};

class KbVisits extends HTMLElement {
  connectedCallback() {
    if (isRefused()) return;
    setTimeout(() => { // the theme changes the title after the page
      const seen = view();
      const count = tools[this.getAttribute("tool")];
      if (seen) count(this.getAttribute("name"), seen).catch(() => {}); // who blocks the script is not counted
    });
  }
}

customElements.define("kb-visits", KbVisits);
