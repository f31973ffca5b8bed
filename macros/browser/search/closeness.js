/** How near a note is to a query as a whole. */
import { fold, jamo } from "./letters.js";

const LOOKED_AT = 14; // notes whose texts may change their order
const FILES = 6; // that are read for that
const FILES_FOR_ONE = 3; // for a single word, about which a text says little more than the index
const FAR = 150; // letters between two words that have nothing to do with each other
const BESIDE = 12;
const BEGUN = 0.6; // for a name that begins with what was typed, by how much of it that is
const PLACES = 30; // of a word that are looked at

/** How many of `entries`, `most` at most, are shown at first: each may be in a file of its own. */
export const firstStep = (index, entries, most) => {
  const files = entries[0]?.reading.words.length > 1 ? FILES : FILES_FOR_ONE;
  return index.within(entries.slice(0, most).map(({ note }) => note), files);
};

/** The entries of a reading, the first of them in the order that their texts suggest. */
export const closest = async (index, { entries, words, text }) => {
  const first = entries.slice(0, firstStep(index, entries, LOOKED_AT));
  const notes = await Promise.all(first.map(({ note }) => index.note(note)));
  const scores = new Map(first.map((entry, at) => [entry, entry.score * closeness(notes[at], words, text)]));
  first.sort((one, other) => scores.get(other) - scores.get(one) || one.note - other.note);
  return [...first, ...entries.slice(first.length)];
};

/** How much better a note is than its words say: its title, the words side by side, the query as it was typed. */
const closeness = ({ title, summary, sections }, words, query) => {
  const name = fold(title);
  const text = fold(`${summary} ${sections.map(([, heading, body]) => `${heading} ${body}`).join(" ")}`);
  const typed = fold(query).trim();
  let factor = 1;
  if (name === typed) factor += 0.8;
  else factor += BEGUN * begun(name, typed);
  if (typed.length > 1 && name.includes(typed)) factor += 0.25;
  if (typed.length > 1 && text.includes(typed)) factor += words.length > 1 ? 0.3 : 0.1;
  if (words.some(({ literal, text: word }) => literal && !text.includes(word) && !name.includes(word))) factor *= 0.2;
  return words.length > 1 ? factor + 0.4 * nearness(text, words) : factor;
};

/** How much of a name is typed, where it begins so: what is half typed is more of a short name than of a long one. */
const begun = (name, typed) => {
  const [whole, part] = [jamo(name), jamo(typed)];
  return whole.startsWith(part) ? part.length / whole.length : 0;
};

/** 1 when the words of a query stand side by side somewhere, 0 when they are far apart. */
const nearness = (text, words) => {
  const [first, ...others] = words.map(({ text: word }) => placesOf(word, text));
  if (!first.length || others.some((places) => !places.length)) return 0;
  const farthest = (at) =>
    Math.max(...others.map((places) => Math.min(...places.map((place) => Math.abs(place - at)))));
  const least = Math.min(...first.map(farthest));
  return Math.max(0, 1 - Math.max(least - BESIDE, 0) / FAR);
};

const placesOf = (word, text) => {
  const found = [];
  for (let at = text.indexOf(word); at >= 0 && found.length < PLACES; at = text.indexOf(word, at + 1)) found.push(at);
  return found;
};
