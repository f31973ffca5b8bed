/** What may have been meant by a query that finds little or nothing. */
import { cut, isCompound, isLong } from "./compound.js";
import { find } from "./find.js";
import { fold, isSyllable, jamo, otherKeyboard, withoutFinal } from "./letters.js";
import { nameLike } from "./name.js";
import { asWord, FILLERS, parse, stem } from "./query.js";
import { reading } from "./rank.js";
import { allowed, distance } from "./spelling.js";

const OFFERED = 4; // notes
const LOOKED_AT = 4000; // names
const SHORTEST = 5; // letters
const NEAR = 0.3; // errors for each letter of a query
const NEAR_LONG = 0.45; // of one as long as no word is by chance
const LONG = 11;

/**
 * What may have been meant, the likeliest first: each time {kind, queries}, the queries to try together,
 * [[word, …], …], and how a reader is told: as another reading, as a correction, or, while a word is typed, not at all.
 */
export async function* meant(index, query, words) {
  const switched = fold(query).split(/\s+/).filter(Boolean).map((typed) => otherKeyboard(typed) || typed);
  const isSwitched = switched.join(" ") !== fold(query).trim();
  if (isSwitched) yield { kind: "read", queries: [switched.map((text) => asWord(text))] };
  const open = withoutLastFinal(words.at(-1));
  if (open) yield { kind: "", queries: [[...words.slice(0, -1), open]] };
  const pieces = [];
  for (const word of words) pieces.push((await isCompound(index, word)) ? await cut(index, word.text) : null);
  const cutUp = words.flatMap((word, at) => pieces[at]?.map((text) => asWord(text)) ?? [word]);
  if (pieces.some(Boolean)) yield { kind: "read", queries: [cutUp] };
  const corrected = [];
  for (const word of words) corrected.push(await correction(index, word));
  if (corrected.some(Boolean)) {
    yield { kind: "corrected", queries: [words.map((word, at) => corrected[at] ?? word)] };
  }
}

/** The word that was meant by one that is not known, or null. */
const correction = async (index, { text, literal }) => {
  const hits = await find(index, asWord(text, literal));
  if (literal || (hits.sections.size && !hits.guessed)) return null;
  const most = hits.sections.size ? Math.min(0.5, allowed(jamo(text).length)) : undefined;
  const name = await nameLike(index, text, stem(text, index.particles), most);
  return name ? asWord(name) : null;
};

/** A word whose last consonant may begin the next one, without it: 멀티스테이집 while 멀티스테이지 빌드 is typed. */
const withoutLastFinal = ({ text, literal }) => {
  const open = literal || text.length < 3 ? null : withoutFinal(text);
  return open && asWord(open);
};

/** Of the words of a query those that find something alone; of a single one the names that stand in it. */
export const fewer = async (index, query) => {
  const asks = ({ text }) => text.length > (isSyllable(text[0]) ? 1 : 2) && !FILLERS.has(text);
  const words = parse(query, index.particles).filter(asks);
  if (words.length === 1) return namesIn(index, words[0].text);
  const found = [];
  for (const word of words) if ((await reading(index, [word])).coverage === 1) found.push(word.text);
  return [...new Set(found)].slice(0, OFFERED);
};

const namesIn = async (index, text) => {
  const names = (await index.names()).filter(({ word, isName }) => isName && word.length > 1 && text.includes(word));
  const isWhole = ({ word }) => !names.some((other) => other.word !== word && other.word.includes(word));
  return isLong(text) ? names.filter(isWhole).map(({ word }) => word).slice(0, OFFERED) : [];
};

/** Notes whose names are near to a query that finds nothing, [{title, location}, …]. */
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
    const [first] = (await reading(index, [asWord(name)])).entries;
    if (!first?.named) continue;
    const { address, title } = await index.note(first.note);
    offered.set(address, { title, location: address });
  }
  return [...offered.values()].slice(0, OFFERED);
};
