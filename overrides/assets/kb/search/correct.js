/** What may have been meant by a query that finds little or nothing. */
import { cut, isCompound } from "./compound.js";
import { find } from "./find.js";
import { postings } from "./index.js";
import { fold, initials, jamo, otherKeyboard, withoutFinal } from "./letters.js";
import { nameLike } from "./name.js";
import { asWord, stem } from "./query.js";
import { allowed } from "./spelling.js";

const CHOICES = 3; // words that initial consonants may stand for at once
const SECOND = 30; // choices for each of several groups of consonants
const TOGETHER = 900;

/** What may have been meant, the likeliest first: each time the queries to try together, [[word, …], …]. */
export async function* meant(index, query, words) {
  if (words.every(({ text }) => /^[ㄱ-ㅎ]+$/.test(text)) && words.map(({ text }) => text).join("").length > 1) {
    yield* byInitials(index, words.map(({ text }) => text));
  }
  const switched = fold(query).split(/\s+/).filter(Boolean).map((typed) => otherKeyboard(typed) || typed);
  if (switched.join(" ") !== fold(query).trim()) yield [switched.map((text) => asWord(text))];
  const open = withoutLastFinal(words.at(-1));
  if (open) yield [[...words.slice(0, -1), open]];
  const pieces = [];
  for (const word of words) pieces.push((await isCompound(index, word)) ? await cut(index, word.text) : null);
  if (pieces.some(Boolean)) yield [words.flatMap((word, at) => pieces[at]?.map((text) => asWord(text)) ?? [word])];
  const corrected = [];
  for (const word of words) corrected.push(await correction(index, word));
  if (corrected.some(Boolean)) yield [words.map((word, at) => corrected[at] ?? word)];
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
  return open && { ...asWord(open), composing: true };
};

/** The words of initial consonants: `ㄷㅋ` → 도커; of several, those that stand in one section. */
async function* byInitials(index, typed) {
  const names = (await index.names()).map((name) => ({ ...name, initials: initials(name.word) }));
  if (typed.length > 1) {
    const choices = typed.map((group) => names.filter((name) => name.initials === group).slice(0, SECOND));
    const together = await inOneSection(index, choices.map((group) => group.map(({ word: text }) => text)));
    if (together.length) yield together.slice(0, CHOICES).map((words) => words.map((text) => asWord(text)));
  }
  const joined = typed.join("");
  const begun = names.filter((name) => name.initials.startsWith(joined));
  const whole = begun.filter(({ word: text }) => text.length === joined.length);
  const inside = joined.length > 2 ? names.filter((name) => name.initials.includes(joined)) : [];
  const chosen = [whole, begun, inside].find((found) => found.length) ?? [];
  if (chosen.length) yield chosen.slice(0, CHOICES).map(({ word: text }) => [asWord(text)]);
}

/** Of all ways to choose one word of each group those that stand in one section, the best first. */
const inOneSection = async (index, choices) => {
  const worths = new Map();
  for (const text of new Set(choices.flat())) {
    const sections = new Map();
    postings((await index.word(text))?.[1], (section, worth) => sections.set(section, worth));
    worths.set(text, sections);
  }
  const worthOf = (words, section) => words.reduce((sum, text) => sum + (worths.get(text).get(section) ?? -99), 0);
  return choices
    .reduce((begun, group) => begun.flatMap((words) => group.map((text) => [...words, text])).slice(0, TOGETHER), [[]])
    .map((words) => [words, Math.max(0, ...[...worths.get(words[0]).keys()].map((at) => worthOf(words, at)))])
    .filter(([, worth]) => worth > 0)
    .sort((one, other) => other[1] - one[1])
    .map(([words]) => words);
};
