/** An error that no note shows: the notes about the programs and things that it names. */
import { closest } from "./closeness.js";
import { refuses, speakers } from "./line.js";
import { parse } from "./query.js";
import { merged, reading } from "./rank.js";

const LONGEST = 12; // words of a line
const SHORTEST = 3; // letters of a word that a note is named by
const NAME = 11; // worth of a word that is most of a name

/** {entries, told}: notes on what speaks, then those on what else is named, then those with most of the words. */
export const nearby = async (index, query) => {
  const words = parse(query, index.particles).slice(0, LONGEST).filter(says);
  const about = [];
  for (const name of speakers(query).filter((speaker) => !refuses(speaker))) {
    about.push(await notesOn(index, parse(name, index.particles)));
  }
  about.push(await named(index, words));
  const [first] = about.filter(({ entries }) => entries.length);
  const like = (await reading(index, words)).entries.filter(({ missing }) => missing.length * 2 <= words.length);
  const entries = merged([...about.map((one) => one.entries), like]).map((entry) => ({ ...entry, missing: [] }));
  return { entries, told: { kind: "unsaid", as: first?.about ?? "" } };
};

const says = ({ text }) => text.length >= SHORTEST && !refuses(text);

/** The notes that the name of a program names; where there are none those that have it. */
const notesOn = async (index, words) => {
  const naming = await named(index, words);
  if (naming.entries.length) return naming;
  const read = await reading(index, words);
  const entries = read.coverage === 1 ? (await closest(index, read)).filter(({ sure }) => sure) : [];
  return { about: read.text, entries };
};

/** The notes that some words name, and these words. */
const named = async (index, words) => {
  const { found } = await reading(index, words);
  const naming = words.filter((_, at) => [...found[at].sections.values()].some((worth) => worth >= NAME));
  const read = await reading(index, naming);
  return { about: read.text, entries: (await closest(index, read)).filter((entry) => entry.named) };
};
