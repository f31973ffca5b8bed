/** A line that a program printed: its note is found although ids, paths, names and numbers are others there. */
import { postings } from "./index.js";
import { fold } from "./letters.js";
import { isKorean, lineOf, whatStays, WORD, WORDS } from "./line.js";
import { asWord, stem } from "./query.js";

const ASKED = 10; // words that are looked up, the longest
const LEAST = 0.6; // of what its words are worth, which have to stand together
const SURE = 0.8; // of the same, where nothing else was meant
const LOOKED_AT = 6; // notes whose texts are read
const SECTIONS = 4; // of each
const AROUND = 6; // words that a program may say more
const PAIRS = 0.5; // what the order of the words counts, beside what they are worth

/** {sure, entries}, the entries as those of a reading, for such a line; or null. */
export const said = async (index, query) => {
  const line = lineOf(index, query);
  if (!line) return null;
  const known = await lookedUp(index, line);
  if (known.size < Math.min(WORDS, line.length)) return null;
  const read = await Promise.all(candidates(index, known).map((candidate) => inText(index, candidate, line, known)));
  const notes = read.filter(({ share }) => share >= LEAST).sort((one, other) => other.score - one.score);
  if (!notes.length) return null;
  const asked = readingOf(query, [...known.keys()]);
  const entries = notes.map((note) => ({ ...note, missing: [], named: false, sure: true, reading: asked }));
  return { sure: notes[0].share >= SURE && !isKorean(line), entries };
};

/** A line as a reading of a query: its words that the index has are found, and marked where they stand. */
const readingOf = (text, known) => {
  const words = known.map((word) => asWord(word));
  const found = known.map((word) => ({ text: word, forms: new Map([[word, 1]]) }));
  return { words, text, found, coverage: 1 };
};

/** The words of a line that the index has, Map word → {fields, rarity}; those that it does not have say nothing. */
const lookedUp = async (index, line) => {
  const longest = [...new Set(line)].sort((one, other) => other.length - one.length).slice(0, ASKED);
  const found = await Promise.all(longest.map(async (word) => [word, await index.word(word)]));
  return new Map(
    found.filter(([, fields]) => fields?.[1]).map(([word, fields]) => {
      let count = 0;
      postings(fields[1], () => count++);
      return [word, { fields, rarity: Math.log(1 + index.sections / count) }];
    }),
  );
};

/** The notes with most of the words in a section, and these sections, the best first: [[note, sections], …]. */
const candidates = (index, known) => {
  const worths = new Map();
  for (const { fields, rarity } of known.values()) {
    postings(fields[1], (section) => worths.set(section, (worths.get(section) ?? 0) + rarity));
  }
  const least = LEAST * worthOf([...known.keys()], known);
  const notes = new Map();
  const good = [...worths].filter(([, worth]) => worth >= least).sort(([, one], [, other]) => other - one);
  for (const [section] of good) {
    const note = index.noteOf[section];
    notes.set(note, [...(notes.get(note) ?? []), section].slice(0, SECTIONS));
  }
  return [...notes].slice(0, LOOKED_AT);
};

/** How much of a line stands together in a section of a note: the share of it, and with its order a score. */
const inText = async (index, [note, sections], line, known) => {
  const shown = await index.note(note);
  const [best] = sections
    .flatMap((section) => {
      const text = fold(shown.sections[section - index.firstOf[note]][2]);
      const ways = [text, whatStays(text)].map((way) => wordsOf(way, index, known));
      return ways.map((words) => ({ section, ...together(words, line, known) }));
    })
    .sort((one, other) => other.score - one.score);
  return { note, share: best.share, score: best.score, sections: [[best.section, best.score]] };
};

const wordsOf = (text, index, known) => (text.match(WORD) ?? []).map((word) => formOf(word, index, known));

const formOf = (word, index, known) => (known.has(word) ? word : stem(word, index.particles));

/** How much of a line stands together in the words of a text, wherever that is most. */
const together = (words, line, known) => {
  const wide = line.length + AROUND;
  let best = { share: 0, score: 0 };
  for (const [at, word] of words.entries()) {
    if (!known.has(word)) continue;
    const near = words.slice(at, at + wide);
    const share = worthOf(near.filter((other) => known.has(other)), known) / worthOf([...known.keys()], known);
    const score = share + PAIRS * inOrder(line, near);
    if (score > best.score) best = { share, score };
  }
  return best;
};

const worthOf = (words, known) => [...new Set(words)].reduce((sum, word) => sum + known.get(word).rarity, 0);

/** The share of the neighbours of a line that are neighbours in a text. */
const inOrder = (line, words) => {
  const pairs = (list) => list.slice(1).map((word, at) => `${list[at]} ${word}`);
  const there = new Set(pairs(words));
  const asked = pairs(line);
  return asked.length ? asked.filter((pair) => there.has(pair)).length / asked.length : 0;
};
