/** Hangul taken apart into the letters of a keyboard, and put together again. */

const INITIALS = [..."ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"];
const VOWELS = "ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ".split(" ");
const FINALS = " ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ"
  .split(" ");
const DOUBLE = "ㅘ ㅙ ㅚ ㅝ ㅞ ㅟ ㅢ ㄳ ㄵ ㄶ ㄺ ㄻ ㄼ ㄽ ㄾ ㄿ ㅀ ㅄ".split(" ");
const PARTS = "ㅗㅏ ㅗㅐ ㅗㅣ ㅜㅓ ㅜㅔ ㅜㅣ ㅡㅣ ㄱㅅ ㄴㅈ ㄴㅎ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅂㅅ".split(" ");
const KEYS = "qwertyuiopasdfghjklzxcvbnmQWERTOP";
const LETTERS = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ"; // of the same keys of a Korean keyboard
const FIRST = 0xac00;

/** Hangul syllables as the letters of a keyboard: what is half typed is then the beginning of the word. */
export const jamo = (text) =>
  text.replace(/[가-힣ㅘㅙㅚㅝㅞㅟㅢㄳㄵㄶㄺ-ㅀㅄ]/g, (letter) => {
    if (!isSyllable(letter)) return PARTS[DOUBLE.indexOf(letter)];
    const code = letter.charCodeAt(0) - FIRST;
    return INITIALS[Math.floor(code / 588)] + VOWELS[Math.floor((code % 588) / 28)] + FINALS[code % 28];
  });

const longest = (choices) => choices.filter(Boolean).sort((one, other) => other.length - one.length).join("|");
const INITIAL = `[${INITIALS.join("")}]`;
const FINAL = `(?:(${longest([...FINALS])})(?![ㅏ-ㅣ]))?`; // a consonant before a vowel begins the next syllable
const SYLLABLE = new RegExp(`(${INITIAL})(${longest([...VOWELS])})${FINAL}`, "g");

/** The letters of a keyboard as the syllables that they make: `ㄷㅗㅋㅓ` → `도커`. */
const compose = (letters) =>
  letters.replace(SYLLABLE, (_, initial, vowel, final = "") => {
    const open = (INITIALS.indexOf(initial) * 21 + VOWELS.indexOf(vowel)) * 28;
    return String.fromCharCode(FIRST + open + FINALS.indexOf(final));
  });

/** The initial consonants of a word's syllables: `도커` → `ㄷㅋ`. */
export const initials = (word) => [...word].map((letter) => (isSyllable(letter) ? jamo(letter)[0] : letter)).join("");

/** A word without the consonant that it ends in, which may be the next one's: `스테이집` → `스테이지`; else null. */
export const withoutFinal = (word) => {
  const code = word.charCodeAt(word.length - 1) - FIRST;
  if (!isSyllable(word.at(-1)) || code % 28 === 0) return null;
  return word.slice(0, -1) + String.fromCharCode(FIRST + code - (code % 28));
};

export const isSyllable = (letter) => letter >= "가" && letter <= "힣";
export const isHangul = (text) => /^[가-힣ㄱ-ㅎㅏ-ㅣ]/.test(text);

/** Composed, narrow, small. Never NFKC, which would take ㄷㅋ apart. */
export const fold = (text) =>
  text
    .normalize("NFC")
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, " ")
    .toLowerCase();

/** What was meant when the keyboard was in the other language: `ehzj` → `도커`, `햣` → `git`; empty where nothing was. */
export const otherKeyboard = (text) => {
  const latin = /^[a-z]+$/i.test(text);
  const [from, to] = latin ? [KEYS, LETTERS] : [LETTERS, KEYS];
  const typed = latin ? [...text].map((key) => (KEYS.includes(key) ? key : key.toLowerCase())) : [...jamo(text)];
  const meant = typed.map((letter) => to[from.indexOf(letter)]);
  return meant.includes(undefined) ? "" : compose(meant.join("").toLowerCase());
};
