/** The answer to a query: its notes, how many they are, and as what the query was read. */
import { closest, firstStep } from "./closeness.js";
import { isError, isKorean, lineOf } from "./line.js";
import { said } from "./message.js";
import { parse } from "./query.js";
import { merged, reading } from "./rank.js";
import { otherReadings } from "./readings.js";
import { present } from "./show.js";

const LONGEST = 12; // words of a query
const FEW = 4; // notes, to which those of the pieces of a compound are added
const LIKELY = 0.6; // of a query that is tried in the place of another
const STEP = 10; // notes that are shown at once
const last = new WeakMap(); // the last answer of an index, for its further notes

/**
 * {items, count, partly, left, told}: a group of items for each note from the `from`th on; how many notes have all
 * words of the query and how many some; how many are not shown yet; and what was searched for, {kind, as}, where that
 * is not what was typed. A `kind` is "read" (initials, the other keyboard, no blanks), "also", "corrected", or "unsaid"
 * for an error that no note shows: its notes are about what is named in it.
 */
export const answer = async (index, query, from = 0) => {
  const known = last.get(index);
  const asked = known?.query === query ? known : { query, ...(await notesOf(index, query)) };
  last.set(index, asked);
  const { entries, told } = asked;
  const end = from + (from ? STEP : firstStep(index, entries, STEP));
  const count = told?.kind === "unsaid" ? 0 : entries.filter(({ missing }) => !missing.length).length;
  const items = await present(index, entries.slice(from, end));
  return { items, count, partly: entries.length - count, left: Math.max(entries.length - end, 0), told };
};

const notesOf = async (index, query) => {
  const printed = await said(index, query);
  if (printed?.sure) return { entries: printed.entries, told: null };
  if (!printed && isError(index, query)) {
    const { nearby } = await import("./unsaid.js");
    return nearby(index, query);
  }
  const asked = await (isPrinted(index, query) ? ofTyped : ofReader)(index, query);
  return printed ? { entries: merged([printed.entries, asked.entries]), told: null } : asked;
};

/** True for a line of a program in Latin letters, in which nothing was mistyped nor is said in Korean. */
const isPrinted = (index, query) => {
  const line = lineOf(index, query);
  return line !== null && !isKorean(line);
};

const ofTyped = async (index, query) => {
  const words = parse(query, index.particles).slice(0, LONGEST);
  return words.length ? asTyped(index, await reading(index, words, query)) : { entries: [], told: null };
};

const ofReader = async (index, query) => {
  const words = parse(query, index.particles).slice(0, LONGEST);
  if (!words.length) return { entries: [], told: null };
  const typed = await reading(index, words, query);
  const others = (await otherReadings(index, query, typed)).filter((other) => isMeant(other, typed));
  if (others.length) return together(index, typed, others);
  if (typed.coverage < 1) return (await instead(index, query, typed)) ?? (await asTyped(index, typed));
  const also = await besides(index, typed);
  const entries = merged([await closest(index, typed), ...(await ofPieces(index, typed))]);
  return { entries, told: also ? { kind: "also", as: also } : null };
};

/** True for what was meant: more of it is found, or it names a note where all that was typed stands in some text. */
const isMeant = (other, { coverage }) =>
  coverage === 1 ? other.entries.some(({ named }) => named) : other.coverage > Math.max(coverage, LIKELY);

/** Notes named as was typed, then those of other readings, then those in whose texts it stands: `ㄷㅋ` is 도커. */
const together = async (index, typed, others) => {
  const literal = typed.coverage === 1 ? await closest(index, typed) : [];
  const read = [];
  for (const other of others) read.push(await closest(index, other));
  const entries = merged([literal.filter(({ named, missing }) => named && !missing.length), ...read, literal]);
  return { entries, told: { kind: "read", as: [...new Set(others.map(({ text }) => text))].join(", ") } };
};

/** The answer to what may have been meant, or null. */
const instead = async (index, query, typed) => {
  const { meant } = await import("./correct.js");
  for await (const { kind, queries } of meant(index, query, typed.words)) {
    const good = [];
    for (const words of queries) {
      const other = await reading(index, words);
      if (other.coverage > Math.max(typed.coverage, LIKELY) && other.entries.length) good.push(other);
    }
    if (!good.length) continue;
    const lists = [];
    for (const other of good) lists.push(await closest(index, other));
    return { entries: merged(lists), told: kind ? { kind, as: good[0].text } : null };
  }
  return null;
};

const asTyped = async (index, typed) => {
  const isEnough = typed.coverage > 0.5 || typed.entries.some(({ named }) => named);
  return { entries: typed.coverage && isEnough ? await closest(index, typed) : [], told: null };
};

/** Adds what words of another script sound like, where no note has all that was typed; which those are, or "". */
const besides = async (index, typed) => {
  const { entries, words } = typed;
  const isFound = words.length > 1
    ? entries.some(({ sure }) => sure)
    : entries.length >= FEW || entries.some(({ named }) => named);
  if (isFound) return "";
  const { addLoans } = await import("./name.js");
  return addLoans(index, typed);
};

/** What the words find that a compound is made of: 컨테이너오케스트레이션. */
const ofPieces = async (index, { words: [word], entries, words }) => {
  if (words.length > 1 || entries.length >= FEW || word.literal) return [];
  const { cut, isLong } = await import("./compound.js");
  const pieces = isLong(word.text) ? await cut(index, word.text) : null;
  if (!pieces) return [];
  const read = await reading(index, parse(pieces.join(" "), index.particles));
  return read.coverage < 1 ? [] : [await closest(index, read)];
};
