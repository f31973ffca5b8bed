/** Notes whose names are near to a query that finds nothing. */
import { find } from "./find.js";
import { fold, jamo } from "./letters.js";
import { asWord } from "./query.js";
import { rank } from "./rank.js";
import { distance } from "./spelling.js";

const OFFERED = 4; // notes
const LOOKED_AT = 4000; // names
const SHORTEST = 5; // letters
const NEAR = 0.3; // errors for each letter of a query
const NEAR_LONG = 0.45; // of one as long as no word is by chance
const LONG = 11;

/** The notes, [{title, location}, …]. */
export const nearest = async (index, query) => {
  const typed = jamo(fold(query).replace(/\s+/g, ""));
  if (typed.length < SHORTEST) return [];
  const most = typed.length * (typed.length < LONG ? NEAR : NEAR_LONG);
  const names = (await index.names()).filter(({ isName }) => isName).slice(0, LOOKED_AT);
  const close = names
    .map(({ word: name, letters }) => ({ name, apart: distance(typed, letters, most) }))
    .filter(({ apart }) => apart < Infinity)
    .sort((one, other) => one.apart - other.apart)
    .slice(0, 2 * OFFERED);
  const offered = new Map();
  for (const { name } of close) {
    const [first] = rank(index, [await find(index, asWord(name))]);
    if (!first?.named) continue;
    const { address, title } = await index.note(first.note);
    offered.set(address, { title, location: address });
  }
  return [...offered.values()].slice(0, OFFERED);
};
