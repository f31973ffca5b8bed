/** The sections in which the words of a query stand. */
import { postings } from "./index.js";
import { isSyllable, jamo } from "./letters.js";
import { ofTerm, ofTerms } from "./lexicon.js";
import { asWord, DOUBTFUL, ENDING, FILLERS, isDone, nounOf, SAFE, stem, TENSE } from "./query.js";

const EXACT = 1;
const STEM = 0.95;
export const SYNONYM = 0.55;
const COMPOUND = 0.55;
const INSIDE = 0.45;
const CUT = 0.4;
const GUESS = 0.7; // of a word, for what may as well be an error
const SURE = 3; // syllables that stand in the middle of another word by no chance
const ENOUGH = 40; // sections with the only word of a query, behind which nobody looks for what else it is called
const FEW = 8; // notes with a word, below which it is also looked for inside of others

/** The sections of one word of a query: Map section → worth; and the forms in which it was found. */
class Hits {
  sections = new Map();
  forms = new Map(); // the words of the index that were found, each with how well
  sure = new Set(); // the sections that have it as a word, not only inside of another
  guessed = false; // found only by its beginning
  filler = false; // every question has it
  soft = false; // what is to be done with something: found in a text it says little, in a name much

  constructor(text) {
    this.text = text;
  }

  add(fields, quality, isSure = quality >= SYNONYM) {
    postings(fields[1], (section, worth) => {
      this.#raise(section, worth * quality);
      if (isSure) this.sure.add(section);
    });
    if (fields[1]) this.forms.set(fields[0], Math.max(quality, this.forms.get(fields[0]) ?? 0));
  }

  #raise(section, worth) {
    if (worth > (this.sections.get(section) ?? 0)) this.sections.set(section, worth);
  }
}

/** All words of a query: their hits, and how well it was found, 0 to 1. */
export const findAll = async (index, words) => {
  const found = await Promise.all(words.map((word) => find(index, word, words.length > 1 ? Infinity : ENOUGH)));
  if (words.length > 1) await joinNeighbours(index, words, found);
  if (words.length > 1) await ofTerms(index, words, found);
  const asked = words.some(({ text }) => !FILLERS.has(text));
  const named = words.some(({ text }, at) => !FILLERS.has(text) && !isDone(words, at));
  found.forEach((hits, at) => {
    hits.filler = asked && FILLERS.has(words[at].text);
    hits.soft = named && !hits.filler && isDone(words, at);
  });
  const counted = found.filter((hits) => !hits.filler);
  const good = counted.reduce((sum, hits) => sum + (hits.sections.size ? (hits.guessed ? GUESS : 1) : 0), 0);
  return { found, coverage: counted.length ? good / counted.length : 0 };
};

/** The hits of one word, the cheapest step first. */
export const find = async (index, { text, literal }, enough = Infinity) => {
  const hits = new Hits(text);
  const synonyms = await asWritten(index, hits, text, literal);
  for (const name of synonyms) {
    const fields = await index.word(name);
    if (fields) hits.add(fields, SYNONYM);
  }
  await ofTerm(index, hits, { text, literal }, enough);
  const bare = literal ? text : stem(text, index.particles);
  const notes = new Set([...hits.sections.keys()].map((section) => index.noteOf[section]));
  if (text.length > 1 && notes.size < FEW) await inside(index, hits, bare);
  if (!hits.sections.size) {
    if (literal) await byParts(index, hits);
    else if (isSyllable(bare[0] ?? "") && bare.length > 1 && ENDING.test(jamo(text))) await byBeginning(index, hits);
  }
  return hits;
};

/** Adds the words that begin as `text` does, or its stem, or the noun that it is made of; their synonyms come back. */
const asWritten = async (index, hits, text, literal) => {
  const synonyms = new Set();
  const begin = async (word, quality, whole) => {
    const key = jamo(word);
    for (const [letters, fields] of await index.range("words", key)) {
      const exact = letters === key;
      if (exact) hits.add(fields, quality);
      else if (!whole) hits.add(fields, quality * COMPOUND * Math.max(0.5, key.length / letters.length));
      for (const other of (exact && fields[2]?.split("|")) || []) synonyms.add(other);
    }
  };
  if (!literal && isSyllable(text[0]) && SAFE.test(text.slice(1))) await ofOneSyllable(index, hits, text[0]);
  if (text.length > 1 || !hits.sections.size) await begin(text, EXACT, false);
  const bare = literal ? text : stem(text, index.particles);
  const isWhole = hits.forms.has(text) && DOUBTFUL.test(text.slice(bare.length));
  if (bare !== text) await begin(bare, isWhole ? CUT : STEM, false);
  const noun = nounOf(bare) ?? nounOf(text);
  if (noun) await begin(noun, hits.sections.size ? 0.7 : 0.9, true);
  return synonyms;
};

/** A word of one syllable, with particles or without: `훅을`, never `훅크`. */
const ofOneSyllable = async (index, hits, syllable) => {
  for (const [, fields] of await index.range("words", jamo(syllable), 4000)) {
    if (fields[0][0] === syllable && SAFE.test(fields[0].slice(1))) hits.add(fields, STEM);
  }
};

/** Words that have `bare` inside: `오케스트레이션` is in 컨테이너오케스트레이션, `shim` in dockershim; `for` is no platform. */
const inside = async (index, hits, bare) => {
  const length = jamo(bare).length;
  const isFound = hits.sections.size > 0;
  const mayBeLatin = !isFound && hits.text.length > 3;
  for (const [letters, [, word]] of (await index.range("inner", jamo(bare), 60)).slice(0, 24)) {
    if (/^[a-z]+$/.test(word) && !mayBeLatin) continue;
    if (isFound && bare.length < SURE && letters.length > length) continue; // 로그 is no part of 프로그램
    const fields = await index.word(word);
    if (fields) hits.add(fields, INSIDE * Math.max(0.6, length / letters.length));
  }
};

/** A name with signs that is in no text as such: the sections that have most of its parts. */
const byParts = async (index, hits) => {
  const parts = hits.text.match(/[a-z0-9]+/g) ?? [];
  const found = await Promise.all(parts.map((part) => find(index, asWord(part))));
  const sums = new Map();
  for (const part of found) {
    for (const [section, worth] of part.sections) {
      const [count, sum] = sums.get(section) ?? [0, 0];
      sums.set(section, [count + 1, sum + worth]);
    }
  }
  const most = Math.max(0, ...[...sums.values()].map(([count]) => count));
  if (most < parts.length * 0.6) return;
  hits.guessed = most < parts.length;
  for (const [section, [count, sum]] of sums) if (count === most) hits.sections.set(section, (sum / count) * 0.8);
};

/** A verb in another form: 깜빡여요 → 깜빡. */
const byBeginning = async (index, hits) => {
  hits.guessed = true;
  const letters = jamo(hits.text).replace(TENSE, "");
  const least = Math.max(4, hits.text.length === 2 ? letters.length - 1 : letters.length * 0.5);
  for (let end = letters.length; end >= least && !hits.sections.size; end--) {
    for (const [, fields] of await index.range("words", letters.slice(0, end), 40)) {
      if (isSyllable(fields[0][0] ?? "")) hits.add(fields, CUT);
    }
  }
};

/** `웹 폰트` is also `웹폰트`: two words that are one in the index count for both. */
const joinNeighbours = async (index, words, found) => {
  for (let at = 0; at + 1 < words.length; at++) {
    if (words[at].literal || words[at + 1].literal) continue;
    const key = jamo(words[at].text + stem(words[at + 1].text, index.particles));
    const both = [found[at], found[at + 1]];
    for (const [letters, fields] of await index.range("words", key, 20)) {
      const exact = letters === key;
      for (const hits of both) hits.add(fields, exact ? EXACT : COMPOUND);
      for (const name of (exact && fields[2]?.split("|")) || []) {
        const other = await index.word(name);
        for (const hits of other ? both : []) hits.add(other, SYNONYM);
      }
    }
  }
};
