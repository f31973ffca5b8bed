/** A line that a program printed: its note is found although ids, paths, names and numbers are others there. */
import { postings } from "./index.js";
import { fold } from "./letters.js";
import { isKorean, lineOf, speakers, whatStays, WORD, WORDS } from "./line.js";
import { asWord, stem } from "./query.js";

const ASKED = 10; // words that are looked up, the longest
const LEAST = 0.7; // of what its words are worth, which have to stand together
const SURE = 0.8; // of the same, where nothing else was meant
const LOOKED_AT = 6; // notes whose texts are read
const SECTIONS = 4; // of each
const AROUND = 6; // words that a program may say more
const IN_ORDER = 0.3; // of its neighbours, which have to be neighbours there
const PAIRS = 0.5; // what the order of the words counts, beside what they are worth
const SPEAKER = 0.5; // what a program's name counts: another may say the same
const KIND = /.(?:error|exception)$/; // no name: it is the same at each run

/** {sure, entries}, the entries as those of a reading, for such a line; or null. */
export const said = async (index, query) => {
  const line = lineOf(index, query);
  if (!line) return null;
  const asked = await lookedUp(index, line, speakers(query));
  const known = new Map([...asked].filter(([, { fields }]) => fields));
  if (known.size < Math.min(WORDS, line.length)) return null;
  const all = worthOf(line, asked);
  const read = await Promise.all(candidates(index, known, all).map((one) => inText(index, one, line, known, all)));
  const isSaid = ({ share, order }) => share >= LEAST && order >= IN_ORDER;
  const notes = read.filter(isSaid).sort((one, other) => other.score - one.score);
  if (!notes.length) return null;
  const reading = readingOf(query, [...known.keys()]);
  const entries = notes.map((note) => ({ ...note, missing: [], named: false, sure: true, reading }));
  return { sure: notes[0].share >= SURE && !isKorean(line), entries };
};

/** A line as a reading of a query: its words that the index has are found, and marked where they stand. */
const readingOf = (text, known) => {
  const words = known.map((word) => asWord(word));
  const found = known.map((word) => ({ text: word, forms: new Map([[word, 1]]) }));
  return { words, text, found, coverage: 1 };
};

/**
 * The longest words of a line, each with {fields, worth}, without fields where the index does not have one: then no
 * note has the line, unless the word is the name of a program, which says nothing.
 */
const lookedUp = async (index, line, speaking) => {
  const names = new Set(speaking.filter((name) => !KIND.test(name)).flatMap((name) => name.match(WORD) ?? []));
  const longest = [...new Set(line)].sort((one, other) => other.length - one.length).slice(0, ASKED);
  const found = await Promise.all(longest.map((word) => index.word(word)));
  const asked = new Map();
  for (const [place, word] of longest.entries()) {
    const fields = found[place]?.[1] ? found[place] : null;
    const [isName, worth] = [names.has(word), rarity(index, fields)];
    if (fields || !isName) asked.set(word, { fields, worth: isName ? worth * SPEAKER : worth });
  }
  return asked;
};

const rarity = (index, fields) => {
  let count = fields ? 0 : 1;
  postings(fields?.[1], () => count++);
  return Math.log(1 + index.sections / count);
};

/** The notes with most of the words in a section, and these sections, the best first: [[note, sections], …]. */
const candidates = (index, known, all) => {
  const worths = new Map();
  for (const { fields, worth } of known.values()) {
    postings(fields[1], (section) => worths.set(section, (worths.get(section) ?? 0) + worth));
  }
  const least = LEAST * all;
  const notes = new Map();
  const good = [...worths].filter(([, worth]) => worth >= least).sort(([, one], [, other]) => other - one);
  for (const [section] of good) {
    const note = index.noteOf[section];
    notes.set(note, [...(notes.get(note) ?? []), section].slice(0, SECTIONS));
  }
  return [...notes].slice(0, LOOKED_AT);
};

/** How much of a line stands together in a section of a note: the share of it, and with its order a score. */
const inText = async (index, [note, sections], line, known, all) => {
  const shown = await index.note(note);
  const [best] = sections
    .flatMap((section) => {
      const text = fold(shown.sections[section - index.firstOf[note]][2]);
      const ways = [text, whatStays(text)].map((way) => wordsOf(way, index, known));
      return ways.map((words) => ({ section, ...together(words, line, known, all) }));
    })
    .sort((one, other) => other.score - one.score);
  return { note, ...best, sections: [[best.section, best.score]] };
};

const wordsOf = (text, index, known) => (text.match(WORD) ?? []).map((word) => formOf(word, index, known));

const formOf = (word, index, known) => (known.has(word) ? word : stem(word, index.particles));

/** How much of a line stands together in the words of a text, wherever that is most. */
const together = (words, line, known, all) => {
  const wide = line.length + AROUND;
  let best = { share: 0, order: 0, score: 0 };
  for (const [at, word] of words.entries()) {
    if (!known.has(word)) continue;
    const near = words.slice(at, at + wide);
    const share = worthOf(near, known) / all;
    const order = inOrder(line, near);
    const score = share + PAIRS * order;
    if (score > best.score) best = { share, order, score };
  }
  return best;
};

const worthOf = (words, known) => [...new Set(words)].reduce((sum, word) => sum + (known.get(word)?.worth ?? 0), 0);

/** The share of the neighbours of a line that are neighbours in a text. */
const inOrder = (line, words) => {
  const pairs = (list) => list.slice(1).map((word, at) => `${list[at]} ${word}`);
  const there = new Set(pairs(words));
  const asked = pairs(line);
  return asked.length ? asked.filter((pair) => there.has(pair)).length / asked.length : 0;
};
