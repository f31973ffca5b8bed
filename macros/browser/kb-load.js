/** The other pages of the site, each loaded once. */
const loaded = new Map();

/** The document at an address. The browser's own copy is good when the server says so: after a build it has changed. */
export const load = (address) => {
  if (!loaded.has(address)) {
    const text = fetch(address, { cache: "no-cache" }).then((answer) => {
      if (!answer.ok) throw new Error(answer.statusText);
      return answer.text();
    });
    loaded.set(address, text.then((html) => new DOMParser().parseFromString(html, "text/html")));
    loaded.get(address).catch(() => loaded.delete(address));
  }
  return loaded.get(address);
};
