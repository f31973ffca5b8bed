/** A line that a program printed: its note is found although ids, paths, names and numbers are others there. */
import { postings } from "./index.js";
import { fold } from "./letters.js";
import { stem } from "./query.js";

const LONGEST = 600; // letters of a line
const ASKED = 12; // words that are looked up, the longest
const LEAST = 0.6; // of what its words are worth, which have to stand together
const SURE = 0.8; // of the same, where nothing else was meant
const LOOKED_AT = 8; // notes whose texts are read
const AROUND = 6; // words that a program may say more
const PAIRS = 0.5; // what the order of the words counts, beside what they are worth

/** What is another at each run, or on each machine. */
const CHANGES = [
  /"[^"]*"|`[^`]*`|“[^”]*”|‘[^’]*’|(?<![\p{L}\d])'[^']*'(?!\p{L})/gu, // names in quotes, but not the end of "isn't"
  /\[\p{Script=Hangul}[^\]]*\]/gu, // the name of a pattern, as a recording shows it
  /\S*[/\\@=]\S*/gu, // paths, addresses, settings
  /\S*\d\S*/gu, // numbers, ids, versions, dates
  /(?!\S*(?:error|exception))[^\s.]+(?:\.[^\s.]+)+/gu, // files and hosts, but not the name of an error
];
const WORD = /[a-z]{2,}|\p{Script=Hangul}{2,}/gu;
const SPEAKS = /\S:\s|["`“‘]/u; // what programs write between a name and what they say of it
const WORDS = 3; // that a line has at least
const PLAIN = 5; // of a line that nothing else shows to be one

/** {words, sure, notes: [{note, score, sections: [[section, score]]}, …]} for what looks like such a line, or null. */
export const said = async (index, query) => {
  const line = lineOf(query, index.particles);
  if (!line) return null;
  const known = await lookedUp(index, line);
  if (known.size < Math.min(WORDS, line.length)) return null;
  const all = sum([...known.values()].map(({ rarity }) => rarity));
  const begun = candidates(index, known).filter(({ worth }) => worth >= LEAST * all).slice(0, LOOKED_AT);
  const read = await Promise.all(begun.map((candidate) => inText(index, candidate, line, known)));
  const notes = read.filter(({ share }) => share >= LEAST).sort((one, other) => other.score - one.score);
  return notes.length ? { words: [...known.keys()], sure: notes[0].share >= SURE, notes } : null;
};

/** The words of a line of a program without what changes, in their order; null for what a reader would ask. */
export const lineOf = (query, particles) => {
  const typed = fold(query).slice(0, LONGEST);
  const stays = CHANGES.reduce((text, changes) => text.replace(changes, " "), typed);
  const words = (stays.match(WORD) ?? []).map((word) => stem(word, particles));
  const letters = typed.match(/\p{L}/gu)?.length ?? 0;
  const isLatin = (typed.match(/[a-z]/g)?.length ?? 0) * 2 > letters;
  const speaks = SPEAKS.test(typed);
  const shows = speaks || (isLatin && (stays !== typed || words.length >= PLAIN));
  const many = typed.trim().split(/\s+/).length > 2 && words.length >= (speaks ? WORDS - 1 : WORDS);
  return shows && many ? words : null;
};

/** The words of a line that the index has, Map word → {fields, rarity}; those that it does not have say nothing. */
const lookedUp = async (index, line) => {
  const longest = [...new Set(line)].sort((one, other) => other.length - one.length).slice(0, ASKED);
  const found = await Promise.all(longest.map(async (word) => [word, await index.word(word)]));
  return new Map(found.filter(([, fields]) => fields?.[1]).map(([word, fields]) => {
    let count = 0;
    postings(fields[1], () => count++);
    return [word, { fields, rarity: Math.log(1 + index.sections / count) }];
  }));
};

/** The sections that have most of the words, the best of each note: [{note, section, worth}, …]. */
const candidates = (index, known) => {
  const worths = new Map();
  for (const { fields, rarity } of known.values()) {
    postings(fields[1], (section) => worths.set(section, (worths.get(section) ?? 0) + rarity));
  }
  const best = new Map();
  for (const [section, worth] of worths) {
    const note = index.noteOf[section];
    if (worth > (best.get(note)?.worth ?? 0)) best.set(note, { note, section, worth });
  }
  return [...best.values()].sort((one, other) => other.worth - one.worth);
};

/** How much of a line stands together in the text of a section: its share, and with the order of its words a score. */
const inText = async (index, { note, section }, line, known) => {
  const { sections } = await index.note(note);
  const [, , text] = sections[section - index.firstOf[note]];
  const words = (fold(text).match(WORD) ?? []).map((word) => (known.has(word) ? word : stem(word, index.particles)));
  const wide = line.length + AROUND;
  const all = sum([...known.values()].map(({ rarity }) => rarity));
  let best = 0;
  let place = 0;
  for (const [at, word] of words.entries()) {
    if (!known.has(word)) continue;
    const here = new Set(words.slice(at, at + wide).filter((other) => known.has(other)));
    const worth = sum([...here].map((other) => known.get(other).rarity));
    if (worth > best) [best, place] = [worth, at];
  }
  const share = best / all;
  const score = share + PAIRS * inOrder(line, words.slice(place, place + wide));
  return { note, share, score, sections: [[section, score]] };
};

/** The share of the neighbours of a line that are neighbours in a text. */
const inOrder = (line, words) => {
  const pairs = (list) => list.slice(1).map((word, at) => `${list[at]} ${word}`);
  const there = new Set(pairs(words));
  const asked = pairs(line);
  return asked.length ? asked.filter((pair) => there.has(pair)).length / asked.length : 0;
};

const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);
