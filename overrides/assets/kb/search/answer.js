/** The answer to a query. */
import { cut, isLong } from "./compound.js";
import { meant } from "./correct.js";
import { find, findAll } from "./find.js";
import { fold, jamo } from "./letters.js";
import { said } from "./message.js";
import { asWord, parse } from "./query.js";
import { rank } from "./rank.js";
import { present, SHOWN } from "./show.js";
import { distance } from "./spelling.js";

const LONGEST = 12; // words of a query
const NAMED = 7; // worth of a word that a note or a section is named by
const FEW = 4; // results, to which those of the pieces of a compound are added
const LIKELY = 0.6; // of a query that is tried in the place of another
const OFFERED = 4; // notes, where nothing was found
const LOOKED_AT = 4000; // names, for these

/** {items, corrected}: groups of the theme's items, and what was searched for instead. */
export const answer = async (index, query) => {
  const printed = await said(index, query);
  const items = printed ? await ofProgram(index, query, printed) : [];
  if (printed?.sure) return { items, corrected: "" };
  const asked = await ofReader(index, query);
  return items.length ? { items: merged([items, asked.items]), corrected: "" } : asked;
};

/** The notes that show what a program printed, in their order. */
const ofProgram = async (index, query, { words, notes }) => {
  const asked = words.map((word) => asWord(word));
  const found = asked.map(({ text }) => ({ text, forms: new Set([text]) }));
  return (await Promise.all(notes.map((note) => present(index, [note], found, asked, query)))).flat();
};

const ofReader = async (index, query) => {
  const words = parse(query, index.particles).slice(0, LONGEST);
  if (!words.length) return { items: [], corrected: "" };
  const { found, coverage } = await findAll(index, words);
  const asked = () => present(index, rank(index, found), found, words, query);
  if (coverage === 1) {
    const items = await asked();
    const more = items.length < FEW && words.length === 1 ? await ofPieces(index, words[0]) : [];
    return { items: merged([items, more]), corrected: "" };
  }
  for await (const queries of meant(index, query, words)) {
    const answers = [];
    for (const other of queries) answers.push(await instead(index, other, Math.max(coverage, LIKELY)));
    const good = answers.filter(Boolean);
    const items = merged(good.map((answered) => answered.items));
    if (items.length) return { items, corrected: good[0].corrected };
  }
  const isEnough = coverage > 0.5 || found.some((hits) => [...hits.sections.values()].some((worth) => worth >= NAMED));
  return { items: coverage && isEnough ? await asked() : [], corrected: "" };
};

/** The answer to other words than were typed, or null where no more than `least` of them is found. */
const instead = async (index, words, least) => {
  const { found, coverage } = await findAll(index, words);
  if (coverage <= least) return null;
  const typed = words.map(({ text }) => text).join(" ");
  const items = await present(index, rank(index, found), found, words, typed);
  return { items, corrected: words.some(({ composing }) => composing) ? "" : typed };
};

/** What the words find that a compound is made of: 컨테이너오케스트레이션. */
const ofPieces = async (index, { text, literal }) => {
  const pieces = !literal && isLong(text) ? await cut(index, text) : null;
  if (!pieces) return [];
  const words = pieces.map((piece) => asWord(piece));
  const { found, coverage } = await findAll(index, words);
  return coverage < 1 ? [] : present(index, rank(index, found), found, words, pieces.join(" "));
};

/** The items of several answers, each note once. */
const merged = (answers) => {
  const known = new Map();
  for (const group of answers.flat()) if (!known.has(group[0].location)) known.set(group[0].location, group);
  return [...known.values()].slice(0, SHOWN);
};

/** The notes whose names look most like a query that finds nothing: [{title, location}, …]. */
export const nearest = async (index, query) => {
  const typed = jamo(fold(query).replace(/\s+/g, ""));
  const most = Math.ceil(typed.length / 2);
  const names = (await index.names()).slice(0, LOOKED_AT);
  const close = names
    .map(({ word: name, letters }) => ({ name, apart: distance(typed, letters, most) }))
    .filter(({ apart }) => apart < Infinity)
    .sort((one, other) => one.apart - other.apart)
    .slice(0, 2 * OFFERED);
  const offered = new Map();
  for (const { name } of close) {
    const [first] = rank(index, [await find(index, asWord(name))]);
    if (!first) continue;
    const { address, title } = await index.note(first.note);
    offered.set(address, { title, location: address });
  }
  return [...offered.values()].slice(0, OFFERED);
};
