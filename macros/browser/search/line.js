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
const NAMED = /[a-z][!-~]*:\s/; // the same where it goes on in Korean: a reader writes `커밋: "방법"` too
const REFUSAL =
  "not?|cannot|can't|could(?:n't)?|must|already|out of|too|fail\\w*|denied|refus\\w*|reject\\w*|forbidden|" +
  "blocked|un(?:able|authorized|defined|expected|known|recognized|resolved|supported)|invalid|illegal|bad|missing|" +
  "insufficient|conflict|abort\\w*|killed|panic|fatal|fault|err|warn\\w*|timeout|timed|expired|exceed\\w*|deadlock|" +
  "error|exception";
const IN_KOREAN = "(?:없습니다|않습니다|못했습니다|없음|않음|못함|거부|거부됨|실패|실패함)(?![가-힣])";
const REFUSES = new RegExp(`\\b(?:${REFUSAL})\\b|error|exception|${IN_KOREAN}`); // what says that something is wrong
const REFUSING = new RegExp(`^(?:${REFUSAL})$`);
const ALONE = /^[\p{L}\d]\S*$/u;
const QUOTED = /(?<![\p{L}\d])["'`“‘]([\p{L}\d][\w-]*)/u;
const ASKS = /^(?:how|what|why|when|where|which|who|can|does|should)\b/; // as no program begins

/** The words of a line of a program without what changes, in their order; null for what a reader would ask. */
export const lineOf = ({ particles }, query) => {
  const typed = fold(query).slice(0, LONGEST);
  const stays = whatStays(typed);
  const words = (stays.match(WORD) ?? []).map((word) => stem(word, particles));
  const speaks = isKorean(words) ? NAMED.test(typed) && REFUSES.test(typed) : SPEAKS.test(typed);
  const shows = speaks || (!isKorean(words) && (stays !== typed || words.length >= PLAIN));
  const many = typed.trim().split(/\s+/).length > 2 && words.length >= (speaks ? WORDS - 1 : WORDS);
  return shows && many && !ASKS.test(typed) ? words : null;
};

/** True for a line that says that something is wrong. */
export const isError = (index, query) => lineOf(index, query) !== null && REFUSES.test(fold(query));

/** True for a word that alone says no more than this; `typeerror` says what is. */
export const refuses = (word) => REFUSING.test(word);

/**
 * The names of what speaks, the nearest to the error first: what stands alone before a colon or behind the last,
 * `bash: docker: not found`; without a colon what is in quotes, `'docker' is not recognized`.
 */
export const speakers = (query) => {
  const typed = fold(query).slice(0, LONGEST);
  if (!/:\s/.test(typed)) return QUOTED.exec(typed)?.slice(1) ?? [];
  const parts = whatStays(typed.replace(/:(?=\s)/g, "\n")).split("\n").map((part) => part.replace(/^[\s-]+|\s+$/g, ""));
  return parts.filter((part) => ALONE.test(part)).reverse();
};

/** A text without what changes. */
export const whatStays = (text) =>
  NAMES.reduce((left, names) => left.replace(names, " "), text)
    .replace(/\S+/g, (chunk) => (CHANGES.test(chunk) ? " " : chunk));

export const isKorean = (words) => words.some((word) => /\p{Script=Hangul}/u.test(word));
