/** Other ways to read what was typed, which are asked as well: initial consonants, the keyboard's other language. */
import { postings } from "./index.js";
import { fold, initials, isSyllable, otherKeyboard } from "./letters.js";
import { asWord, stem } from "./query.js";
import { reading } from "./rank.js";

const CHOICES = 3; // words that initial consonants may stand for at once
const FEW = 4; // notes, with fewer of which what was typed is rare
const SECOND = 30; // choices for each of several groups of consonants
const TOGETHER = 900;
const NO_VOWEL = /^[ㄱ-ㅎ]+$/;
const SHORTEST = 2; // syllables of a word that was typed on the other keyboard

/** The readings of a query beside that as it was typed, the likeliest first. */
export const otherReadings = async (index, query, typed) => {
  const isRare = typed.entries.length < FEW && !typed.entries.some(({ named }) => named);
  const queries = [...(await byInitials(index, typed.words)), ...(await byKeyboard(index, query, isRare))];
  const read = [];
  for (const others of queries) read.push(await reading(index, others));
  return read.filter(({ entries }) => entries.length);
};

/**
 * The words that were meant where the keyboard was in the other language, `ehzj 설치`, those alone that are in the index.
 * What is typed in Korean letters is asked for in Latin ones, `햣` → git, where it `isRare`: most of it is Korean.
 */
const byKeyboard = async (index, query, isRare) => {
  const typed = fold(query).split(/\s+/).filter(Boolean);
  const meant = await Promise.all(typed.map((text) => knownSwitch(index, text, isRare)));
  return meant.some(Boolean) ? [meant.map((text, at) => asWord(text ?? typed[at]))] : [];
};

const knownSwitch = async (index, text, isRare) => {
  const isLatin = /^[a-z]+$/.test(text);
  const meant = isLatin || isRare ? otherKeyboard(text) : "";
  const isWord = isLatin ? meant.length >= SHORTEST && [...meant].every(isSyllable) : meant.length > 1;
  if (!isWord || NO_VOWEL.test(text)) return null;
  return (await index.word(meant)) || (await index.word(stem(meant, index.particles))) ? meant : null;
};

/** The words of initial consonants: `ㄷㅋ` → 도커; of several, those that stand in one section: `ㄷㅋ 이미지`. */
const byInitials = async (index, words) => {
  const asked = words.filter(({ text }) => NO_VOWEL.test(text));
  if (asked.map(({ text }) => text).join("").length < 2) return [];
  const names = (await index.names()).map((name) => ({ ...name, initials: initials(name.word) }));
  if (words.length > 1) {
    const of = (typed) => names.filter((name) => name.initials === typed).map(({ word }) => word).slice(0, SECOND);
    const choices = words.map(({ text }) => NO_VOWEL.test(text) ? of(text) : [text, stem(text, index.particles)]);
    const together = await inOneSection(index, choices);
    if (together.length || asked.length < words.length) {
      const most = asked.length < words.length ? 1 : CHOICES;
      return together.slice(0, most).map((texts) => texts.map((text) => asWord(text)));
    }
  }
  const joined = words.map(({ text }) => text).join("");
  const begun = names.filter((name) => name.initials.startsWith(joined));
  const whole = begun.filter(({ word: text }) => text.length === joined.length);
  const inside = joined.length > 2 ? names.filter((name) => name.initials.includes(joined)) : [];
  const chosen = [whole, begun, inside].find((found) => found.length) ?? [];
  return chosen.slice(0, CHOICES).map(({ word: text }) => [asWord(text)]);
};

/** Of all ways to choose one word of each group those that stand in one section, the best first. */
const inOneSection = async (index, choices) => {
  const worths = new Map();
  for (const text of new Set(choices.flat())) {
    const sections = new Map();
    postings((await index.word(text))?.[1], (section, worth) => sections.set(section, worth));
    worths.set(text, sections);
  }
  const worthOf = (words, section) => words.reduce((sum, text) => sum + (worths.get(text).get(section) ?? -99), 0);
  return choices
    .reduce((begun, group) => begun.flatMap((words) => group.map((text) => [...words, text])).slice(0, TOGETHER), [[]])
    .map((words) => [words, Math.max(0, ...[...worths.get(words[0]).keys()].map((at) => worthOf(words, at)))])
    .filter(([, worth]) => worth > 0)
    .sort((one, other) => other[1] - one[1])
    .map(([words]) => words);
};
