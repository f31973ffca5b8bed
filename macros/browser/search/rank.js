/** One way to read a query, as it was typed or as something else; and the notes that have its words, the best first. */
import { findAll } from "./find.js";

const NAMED = 7; // worth of a word that a note or a section is named by
const SOFT = 0.25; // of what is to be done with something, in a text
const DONE = 1.25; // times as much where a name has it
const UNSURE = 0.3; // of a word that is only inside of another

/** {words, text, found, coverage, entries}: how well the words were found, 0 to 1, and the notes, the best first. */
export const reading = async (index, words, text = words.map((word) => word.text).join(" ")) => {
  const { found, coverage } = await findAll(index, words);
  return ranked(index, { words, text, found, coverage });
};

/** The reading with its notes in the order of what was found. */
export const ranked = (index, read) => {
  read.entries = rank(index, read.found).map((entry) => ({ ...entry, reading: read }));
  return read;
};

/** The entries of several lists one after another, each note once. */
export const merged = (lists) => {
  const known = new Map();
  for (const entry of lists.flat()) if (!known.has(entry.note)) known.set(entry.note, entry);
  return [...known.values()];
};

/** [{note, score, sections: [[section, score], …], missing: [word, …], named}, …] of the hits of each word. */
const rank = (index, found) => {
  const counted = found.filter((hits) => hits.sections.size && isCounted(hits)).length || 1;
  const notes = [...scoresOf(index, found)].map(([note, sections]) => ({
    note,
    score: worthOf(sections, found, counted),
    sections: [...sections]
      .map(([section, scores]) => [section, sum(scores) * (scores.filter(Boolean).length / counted)])
      .sort((one, other) => other[1] - one[1] || one[0] - other[0]),
    missing: missingIn([...sections.values()], found),
    named: [...sections.keys()].some((section) => found.some((hits) => !hits.filler && isName(hits, section))),
    sure: found.every((hits) => !isCounted(hits) || [...sections.keys()].some((section) => hits.sure.has(section))),
  }));
  return notes.sort((one, other) => other.score - one.score || one.note - other.note);
};

const isName = (hits, section) => hits.sections.get(section) >= NAMED;

/** True for a word that a note should have. */
const isCounted = ({ filler, soft }) => !filler && !soft;

/** The words of the query that stand nowhere in a note. */
const missingIn = (sections, found) =>
  found.filter((hits, at) => !hits.filler && sections.every((scores) => !scores[at])).map(({ text }) => text);

/** Map note → Map section → the score of each word there; a word is worth the more the rarer it is. */
const scoresOf = (index, found) => {
  const notes = new Map();
  found.forEach((hits, at) => {
    const rarity = Math.log(1 + (index.sections || 1) / (hits.sections.size || 1)) * (hits.filler ? 0.1 : 1);
    const valueOf = (section) => hits.soft && !isName(hits, section) ? SOFT * rarity : rarity;
    for (const [section, worth] of hits.sections) {
      const note = index.noteOf[section];
      if (!notes.has(note)) notes.set(note, new Map());
      const sections = notes.get(note);
      if (!sections.has(section)) sections.set(section, new Array(found.length).fill(0));
      sections.get(section)[at] = worth * valueOf(section);
    }
  });
  return notes;
};

/** What a note is worth: its best score of each word, much more where all words are in it, or even in one section. */
const worthOf = (sections, found, counted) => {
  const best = found.map((_, at) => Math.max(...[...sections.values()].map((scores) => scores[at])));
  const isSure = (hits) => [...sections.keys()].some((section) => hits.sure.has(section));
  const covered = found.map((hits, at) => best[at] && isCounted(hits) ? (isSure(hits) ? 1 : UNSURE) : 0);
  const isDone = found.some((hits) => hits.soft && [...sections.keys()].some((section) => isName(hits, section)));
  const together = Math.max(...[...sections.values()].map((scores) => scores.filter(Boolean).length)) / counted;
  return sum(best) * (sum(covered) / counted) ** 2 * (0.8 + 0.2 * Math.min(together, 1)) * (isDone ? DONE : 1);
};

const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);
