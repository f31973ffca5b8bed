/** What stands between lines that were found: which line of a paste is the changed counterpart of one of the record. */
import { likeness } from "./words.js";

const ALIKE = 0.4; // from here on two lines are one that was changed
const MOST_CELLS = 60_000; // of a table of likenesses; what is beyond stays unpaired
const MOST_BY_PLACE = 4; // lines that are counterparts for standing in the same place alone

/** `[{ item, line }]` in their order, one of them missing where it has no counterpart. */
export const counterparts = (items, lines) => {
  const parts = [];
  let [from, at] = [0, 0];
  for (const [to, until] of [...alike(items, lines), [items.length, lines.length]]) {
    parts.push(byPlace(items.slice(from, to), lines.slice(at, until)));
    if (to < items.length) parts.push([{ item: items[to], line: lines[until] }]);
    [from, at] = [to + 1, until + 1];
  }
  return parts.flat();
};

/** What is left on both sides of as many lines: a `2` that is a `3` now has no likeness but its place. */
const byPlace = (items, lines) => {
  if (items.length === lines.length && items.length <= MOST_BY_PLACE) {
    return items.map((item, place) => ({ item, line: lines[place] }));
  }
  return [...items.map((item) => ({ item })), ...lines.map((line) => ({ line }))];
};

/** The pairs of places whose likenesses sum up to the most, in their order. */
const alike = (items, lines) => {
  const height = Math.min(items.length, Math.floor(MOST_CELLS / Math.max(1, Math.min(lines.length, MOST_CELLS))));
  const breadth = Math.min(lines.length, MOST_CELLS);
  const columns = breadth + 1;
  const likenesses = new Float32Array(height * columns);
  const best = new Float32Array((height + 1) * columns);
  for (let a = height - 1; a >= 0; a--) {
    for (let b = breadth - 1; b >= 0; b--) {
      const here = a * columns + b;
      const like = likeness(items[a], lines[b]);
      likenesses[here] = like >= ALIKE ? like : 0;
      const taken = likenesses[here] ? likenesses[here] + best[here + columns + 1] : 0;
      best[here] = Math.max(best[here + columns], best[here + 1], taken);
    }
  }
  const pairs = [];
  for (let a = 0, b = 0; a < height && b < breadth;) {
    const here = a * columns + b;
    const taken = Math.fround(likenesses[here] + best[here + columns + 1]);
    if (likenesses[here] && best[here] === taken) pairs.push([a++, b++]);
    else if (best[here] === best[here + columns]) a++;
    else b++;
  }
  return pairs;
};
