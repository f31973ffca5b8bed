/** One way to read a query: as it was typed, as initial consonants, on the other keyboard, with an error mended. */
import { findAll } from "./find.js";
import { rank } from "./rank.js";

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
