/** A line of a program, and what of it is another at each run or on each machine. */
import { fold } from "./letters.js";
import { stem } from "./query.js";

const LONGEST = 600; // letters of a line
const PLAIN = 5; // words of a line that nothing else shows to be one
export const WORDS = 3; // that a line has at least
export const WORD = /[a-z]{2,}|\p{Script=Hangul}{2,}/gu;

/** Names in quotes, not sentences nor the end of "isn't"; and the name of a pattern, as a recording shows it. */
const NAMES = [
  /"[^"\s]*"|`[^`'\s]*[`']|“[^”\s]*”|‘[^’\s]*’/gu,
  /(?<![\p{L}\d])'[^'\s]*'(?!\p{L})/gu,
  /\[\p{Script=Hangul}[^\]]{0,40}\]/gu,
];
/** Paths, addresses, settings, numbers, ids, versions, dates; files and hosts, but not the name of an error. */
const CHANGES = /[/\\@=\d]|^(?!.*(?:error|exception)).*[^.]\.[^.]/u;
const SPEAKS = /[!-~]:\s|["`“‘]/u; // what programs write between a name and what they say of it

/** The words of a line of a program without what changes, in their order; null for what a reader would ask. */
export const lineOf = ({ particles }, query) => {
  const typed = fold(query).slice(0, LONGEST);
  const stays = whatStays(typed);
  const words = (stays.match(WORD) ?? []).map((word) => stem(word, particles));
  const speaks = SPEAKS.test(typed);
  const shows = speaks || (!isKorean(words) && (stays !== typed || words.length >= PLAIN));
  const many = typed.trim().split(/\s+/).length > 2 && words.length >= (speaks ? WORDS - 1 : WORDS);
  return shows && many ? words : null;
};

/** A text without what changes. */
export const whatStays = (text) =>
  NAMES.reduce((left, names) => left.replace(names, " "), text)
    .replace(/\S+/g, (chunk) => (CHANGES.test(chunk) ? " " : chunk));

export const isKorean = (words) => words.some((word) => /\p{Script=Hangul}/u.test(word));
