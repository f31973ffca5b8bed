/** How a short loan word may be written in Latin letters: 로그 → log, 깃 → git, 코드 → code. */
import { jamo } from "./letters.js";

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
