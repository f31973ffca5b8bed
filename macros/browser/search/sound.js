/** What a word sounds like, in Korean and in Latin letters alike. */
import { isSyllable, jamo } from "./letters.js";

const SPELLED = "ㄱkㄲkㅋkㄴnㄷtㄸtㅌtㄹrㅁmㅂpㅃpㅍpㅅsㅆsㅈjㅉjㅊjㅎh"; // each letter with its sound
const HANGUL = Object.fromEntries(SPELLED.match(/../g).map(([letter, heard]) => [letter, heard]));
const LATIN = [
  [/ph/g, "p"],
  [/gh(?=[^aeiouy]|$)/g, ""],
  [/ch/g, "j"],
  [/([st])h/g, "$1"],
  [/c(?=[eiy])/g, "s"],
  [/ck|[cq]/g, "k"],
  [/g(?=[ei])/g, "j"],
  [/x/g, "ks"],
  [/r(?=[^aeiouy]|$)/g, ""],
];
const ALIKE = { b: "p", d: "t", f: "p", g: "k", v: "p", z: "j" };
const LAST = { ㅇ: "n", ㄹ: "l" };
const LETTER_NAME = /^(?:엔|엠|엘|에프|에스)/; // 엔진엑스 begins as the name of a letter

/** True when a Korean word sounds like a Latin one: 하이라이트 and highlight; ㄹ is r or l, ㄹㄹ only l: 클래스 is no cross. */
export const areAlike = (korean, latin) => {
  const off = korean.consonants.length > 3 ? 1 : 0; // vowels that it may have more or fewer
  return new RegExp(`^${korean.consonants.replace(/r/g, "[rL]")}$`).test(latin.consonants) &&
    latin.begins === korean.begins &&
    (Math.abs(latin.vowels - korean.vowels) <= off || (latin.isMute && latin.vowels - 1 === korean.vowels));
};

/**
 * A word's consonants, the number of its vowels, and what it begins with. No vowels are ㅡ, which Korean puts between
 * consonants, and the 이 of 제이슨.
 */
export const sound = (word) => (isSyllable(word[0]) ? ofKorean(word) : ofLatin(word));

const ofKorean = (word) => {
  const named = LETTER_NAME.test(word);
  const syllables = [...word].map((letter) => jamo(letter));
  const silent = (syllable, at) => /^.ㅡ/.test(syllable) || (at && syllable === "ㅇㅣ");
  return {
    consonants: plain(syllables.map(consonantsOf).join("").replace(/lr|l/g, "L")),
    vowels: syllables.filter((syllable, at) => !silent(syllable, at)).length - (named ? 1 : 0),
    begins: syllables[0][0] === "ㅇ" && !named ? "vowel" : "consonant",
  };
};

const ofLatin = (word) => ({
  consonants: plain(LATIN.reduce((heard, [these, as]) => heard.replace(these, as), word).replace(/l+/g, "L")),
  vowels: word.match(/[aeiouy]+/g)?.length ?? 0,
  begins: /^[aeiouwy]/.test(word) ? "vowel" : "consonant",
  isMute: /[^aeiouy]e$/.test(word), // the last vowel of clone
});

/** The sounds of a syllable's letters but its vowel, at its end as they are heard there. */
const consonantsOf = ([first, , ...end]) => {
  const last = end.some((letter) => "ㅅㅆㅈㅊ".includes(letter)) ? "t" : LAST[end[0]] ?? HANGUL[end[0]] ?? "";
  return (HANGUL[first] ?? "") + last;
};

const plain = (heard) =>
  heard
    .replace(/^L/, "r")
    .replace(/[bdfgvz]/g, (letter) => ALIKE[letter])
    .replace(/[aeiouwy]/g, "")
    .replace(/(.)\1+/g, "$1");

const rowOf = ([letter, spelled = ""]) => [letter, spelled];
const table = (rows) => Object.fromEntries(rows.split("\n").map((row) => rowOf(row.trim().split(" "))));

const FIRSTS = table(`ㄱ gg?
  ㄲ [ck]
  ㄴ nn?
  ㄷ dd?
  ㄸ t
  ㄹ (?:ll?|rr?|wr)
  ㅁ mm?
  ㅂ (?:bb?|v)
  ㅃ p
  ㅅ (?:ss?|sh|ch?|th)
  ㅆ (?:s|th)
  ㅇ [wy]?
  ㅈ (?:j|z|d?g)
  ㅊ (?:t?ch|j)
  ㅋ (?:cc?|ck|ch|k|qu?)
  ㅌ tt?
  ㅍ (?:pp?|ff?|ph)
  ㅎ w?h`);
const VOWELS = table(`ㅏ (?:a|o|u)r?
  ㅐ (?:a|e|ai)
  ㅑ i?a
  ㅓ (?:e|o|u|i|a|ou|ea)r?
  ㅔ (?:e|a|ay|ai|ea)
  ㅖ e
  ㅗ (?:oa|o|ow|oo|au|aw|a)r?
  ㅛ yo
  ㅜ (?:oo|ou|o|u|ew|ue)r?
  ㅠ (?:ew|ue?|eu|you|iew)
  ㅗㅏ [uw]?a
  ㅜㅓ wo
  ㅜㅔ [uw]?e
  ㅜㅣ [uw]i
  ㅡ
  ㅣ (?:ee|ea|ey|i|ie|e|y)r?`);
const LASTS = table(`ㄱ (?:ck|c|k|gg?)
  ㄴ nn?
  ㄹ ll?
  ㅁ mm?
  ㅂ (?:pp?|b)
  ㅅ (?:tt?|dd?)
  ㅇ ng?`);

const NOTHING = /^(?!)/;
const SILENT = /^[ㅅㅈㅊ]ㅣ$/; // at the end of 캐시, 패치, 머지

/** A pattern of the Latin words that a Korean word may stand for. */
export const spellings = (word) => {
  const parts = [...word].map((syllable, at) => {
    const [, first, vowel, last] = /^(.)([ㅏ-ㅣ]*)([ㄱ-ㅎ]*)$/.exec(jamo(syllable));
    const mayBeSilent = at > 0 && at === word.length - 1 && SILENT.test(jamo(syllable));
    const isDoubled = first === "ㄹ" && at > 0 && /ㄹ$/.test(jamo(word[at - 1])); // 클론 → clone
    const heard = mayBeSilent ? `(?:${VOWELS[vowel]})?` : VOWELS[vowel];
    return [isDoubled ? "" : FIRSTS[first], heard, last ? LASTS[last] : ""];
  });
  return parts.flat().includes(undefined) ? NOTHING : new RegExp(`^${parts.flat().join("")}e?s?$`);
};
