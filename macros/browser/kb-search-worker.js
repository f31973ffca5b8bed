/**
 * The search worker, begun when a reader comes to the box: {turn, query, from} in, the notes from the `from`th on out.
 * The index is read at once; what is asked meanwhile waits for it. Of several queries only the last is answered.
 */
import { answer } from "./search/answer.js";
import { Index } from "./search/index.js";

const site = new URL("../../", self.location);
let latest = 0;
let opening = null;

const read = async (name) => {
  const file = await fetch(new URL(`search/${name}`, site));
  if (!file.ok) throw new Error(`${name}: ${file.status}`);
  return file.text();
};

/** The index, opened once, unless that fails. */
const index = () =>
  opening ??= Index.open(read).catch((error) => {
    opening = null;
    throw error;
  });

/** What to go on with where nothing is found. */
const waysOn = async (query) => {
  const { fewer, nearest } = await import("./search/correct.js");
  return { near: await nearest(await index(), query), fewer: await fewer(await index(), query) };
};

const answerTo = async (query, from) => {
  const answered = await answer(await index(), query, from);
  return answered.items.length || from ? answered : { ...answered, ...(await waysOn(query)) };
};

self.addEventListener("message", async ({ data: { turn, query, from } }) => {
  latest = turn;
  const told = await answerTo(query, from).catch(() => ({ failed: true }));
  if (turn === latest) self.postMessage({ turn, query, from, ...told });
});

index().catch(() => {}); // the first query tries again
