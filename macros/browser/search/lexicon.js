/** Terms that ship with the engine: notes that say the same in other words, behind those that say it literally. */
import { postings } from "./index.js";
import { jamo } from "./letters.js";
import { nounOf, stem } from "./query.js";
import { allowed, distance } from "./spelling.js";

const LONGEST = 4; // words of a term
const ALONE = 0.5; // of a word's worth, where no note has the term as it was typed
const SPELLED = 0.9; // the same, for another spelling of the term
const BEHIND = 0.85; // of what a note is worth that has it
const MOST = 26; // that a word is worth anywhere
const BEGUN = 0.25; // for a term that is half typed
const CHOICES = 3; // of such terms

/** Adds notes that have a word in another form, as of another language, unless `enough` sections have it as typed. */
export const ofTerm = (index, hits, { text, literal }, enough) =>
  addTerm(index, [hits], variants(index, literal ? text.replaceAll(/[-_]/g, "") : text), enough);

/** The same for neighbours that are one term: `readiness probe`. */
export const ofTerms = async (index, words, found) => {
  for (let start = 0; start + 1 < words.length; start++) {
    for (let end = start + 2; end <= Math.min(start + LONGEST, words.length); end++) {
      const joined = words.slice(start, end - 1).map(({ text }) => text).join("");
      const { text } = words[end - 1];
      const typed = [...variants(index, text).map((last) => joined + last), ...variants(index, joined + text)];
      await addTerm(index, found.slice(start, end), typed);
    }
  }
};

/** A word as it is typed, without its particles, and the English singular. */
const variants = (
  index,
  text,
) => [...new Set([text, stem(text, index.particles), text.replace(/(?<=[a-z]{2})s$/, "")])];

/** Adds to `hits` what the other forms find of a term, which is typed in one of several ways. */
const addTerm = async (index, hits, typed, enough = Infinity) => {
  for (const [fields, quality, count] of await termsOf(index, typed)) {
    if (count >= enough) continue;
    const others = await Promise.all(fields[3].split("|").map((name) => wordsOf(index, name)));
    for (const other of others.flat()) {
      const worth = quality === ALONE && isSpelling(fields[0], other[0]) ? SPELLED : quality;
      for (const one of hits) one.add(other, worth, worth !== BEGUN);
    }
  }
};

/** The lines of a word, and of the verbs that are made of it. */
const wordsOf = async (index, name) => {
  const lines = (await index.range("words", jamo(name), 60)).map(([, fields]) => fields);
  return lines.filter(([word]) => word === name || nounOf(word) === name);
};

/** The lines of the terms that are typed so, or are begun: [[fields, of the worth, sections that have it], …]. */
const termsOf = async (index, typed) => {
  const keys = typed.map((text) => jamo(text));
  const lines = (await Promise.all(keys.map((key) => index.range("words", key, 40)))).flat();
  const named = lines.filter(([, fields]) => fields[3]);
  const exact = named.find(([letters]) => keys.includes(letters));
  if (exact) return [[exact[1], ...behind(exact[1][1])]];
  const isBegun = ([letters]) => keys[0].length > 3 && keys[0].length * 2 >= letters.length;
  return named.filter(isBegun).slice(0, CHOICES).map(([, fields]) => [fields, BEGUN, 0]);
};

const isSpelling = (one, other) => distance(jamo(one), jamo(other), allowed(jamo(one).length)) < Infinity;

/** What of its worth another form has, less than the least section that has the term as typed; how many these are. */
const behind = (written) => {
  const worths = [];
  postings(written, (_, worth) => worths.push(worth));
  return [worths.length ? (BEHIND * worths.reduce((one, other) => Math.min(one, other))) / MOST : ALONE, worths.length];
};
