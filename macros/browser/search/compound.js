/** A sentence without blanks, cut into words that are known. */
import { isSyllable, jamo } from "./letters.js";
import { nearestName } from "./name.js";
import { stem } from "./query.js";

const LONGEST = 12; // syllables of a word
const SKIPPED = 2; // what a syllable costs that no word has
const KNOWN = 1;
const STEM = 1.1;
const VERB = 1.6;
const HALF_TYPED = 1.3;

/** True for a long Korean word that is no name with one error: 컨테이너오케 may be cut, 네임스페이쓰 is corrected. */
export const isCompound = async (index, { text, literal }) =>
  !literal && isLong(text) && !(await nearestName(index, text, 1));

/** True for a word that may be several. */
export const isLong = (text) => isSyllable(text[0]) && text.length > 3;

/** The words of a sentence without blanks, the fewest and longest; null where they are not most of it. */
export const cut = async (index, text) => {
  const known = (await index.names()).filter(({ word }) => word.length > 1 && isSyllable(word[0]));
  const names = new Map([...known.map(({ word, letters }) => [word, letters]), ...(await termsIn(index, text))]);
  const best = [{ cost: 0, words: [], skipped: false }];
  for (let end = 1; end <= text.length; end++) {
    best[end] = { cost: best[end - 1].cost + SKIPPED, words: best[end - 1].words, skipped: true };
    const isLast = end === text.length; // may be half typed, down to one syllable
    for (let start = Math.max(0, end - LONGEST); start <= end - (isLast && end > 3 ? 1 : 2); start++) {
      const part = text.slice(start, end);
      if (part === text) continue;
      const before = best[start];
      const cost = before.cost + costOf(part, names, index.particles, isLast && !before.skipped);
      if (cost < best[end].cost) best[end] = { cost, words: [...before.words, part], skipped: false };
    }
  }
  const { words } = best[text.length];
  return words.length > 1 && words.join("").length > text.length * 0.8 ? words : null;
};

/** What of a sentence is a term that the notes say in other words: 취소 where they have 되돌리기. */
const termsIn = async (index, text) => {
  const found = [];
  for (let start = 0; start + 1 < text.length; start++) {
    for (let end = start + 2; end <= Math.min(start + LONGEST, text.length); end++) {
      const part = text.slice(start, end);
      if ((await index.word(part))?.[3]) found.push([part, jamo(part)]);
    }
  }
  return found;
};

const costOf = (part, names, particles, mayBegin) => {
  if (names.has(part)) return KNOWN;
  if (names.has(stem(part, particles))) return STEM;
  if (isVerb(part, names)) return VERB;
  return mayBegin && isBegun(part, names) ? HALF_TYPED : Infinity;
};

/** True when a known word begins with `part`: what is still being typed. */
const isBegun = (part, names) => {
  const letters = jamo(part);
  const mayBeOfTheNext = /[ㄱ-ㅎ]$/.test(letters) && letters.length > 2;
  const begun = mayBeOfTheNext ? letters.slice(0, -1) : letters;
  return [...names.values()].some((name) => name.startsWith(begun));
};

/** True when `part` is the form of a known word of action: 줄이는 ← 줄이기. */
const isVerb = (part, names) => {
  const root = part.slice(0, -1);
  return part.length > 2 && /[는은기던면고서게을]$/.test(part) &&
    ["", ..."기다고면는"].some((ending) => names.has(root + ending));
};
