/**
 * The search worker. It speaks the protocol of the theme's own: {type: 0} set up, {type: 1} ready, {type: 2} query,
 * {type: 3} result. The theme makes a classic worker of this file, so its modules are imported while it begins; what is
 * asked meanwhile waits for them.
 */
const told = new BroadcastChannel("kb-search"); // to the page, for which the theme has no message: see kb-search.js
const site = new URL("../../", self.location);
let latest = 0; // which query is the last one

/** What `make` promises, made once, unless it fails. */
const once = (make) => {
  let made = null;
  return () => (made ??= make().catch((error) => {
    made = null;
    throw error;
  }));
};

const read = async (name) => {
  const file = await fetch(new URL(`search/${name}`, site));
  if (!file.ok) throw new Error(`${name}: ${file.status}`);
  return file.text();
};

const modules = once(() => Promise.all([import("./search/answer.js"), import("./search/index.js")]));
const index = once(async () => (await modules())[1].Index.open(read));

const answerTo = async (query) => {
  if (!query.trim()) return { items: [], corrected: "", near: [] };
  const [{ answer, nearest }] = await modules();
  const { items, corrected } = await answer(await index(), query);
  return { items, corrected, near: items.length ? [] : await nearest(await index(), query) };
};

const search = async (query) => {
  const turn = ++latest;
  const failed = { items: [], corrected: "", near: [], failed: true };
  const { items, ...rest } = await answerTo(query).catch(() => failed);
  if (turn !== latest) return; // a later query is on its way
  self.postMessage({ type: 3, data: { items } });
  told.postMessage({ query, failed: false, ...rest });
};

self.addEventListener("message", ({ data: { type, data } }) => {
  if (type === 0) self.postMessage({ type: 1 });
  else if (type === 2) search(typeof data === "string" ? data : "");
});

modules().catch(() => {}); // the first query tries again
