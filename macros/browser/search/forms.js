/** The forms in which words were found, as a pattern that marks them: in a result, and in the page that opens. */

const MARKED = 40; // forms at most
const LATIN = "[a-z0-9]";
const LONG = 3; // letters
const HANGUL = "[가-힣]";

/** A pattern of the first of the forms, each at the beginning of a word, Latin ones whole; null without any. */
export const patternOf = (forms) => {
  const words = [...new Set(forms)]
    .filter((form) => form.length > 1 || form >= "가")
    .slice(0, MARKED)
    .sort((one, other) => other.length - one.length);
  return words.length ? new RegExp(words.map(asPattern).join("|"), "giu") : null;
};

/** A long form may stand there with blanks: `racecondition` marks race condition. */
const asPattern = (form) => {
  const begins = /^[a-z0-9]/i.test(form) ? `(?<!${LATIN})` : /^[가-힣]/.test(form) ? `(?<!${HANGUL})` : "";
  const ends = /[a-z0-9]$/i.test(form) ? `(?!${LATIN})` : "";
  return begins + [...form].map(escaped).join(form.length > LONG ? "[ _-]?" : "") + ends;
};

const escaped = (letter) => letter.replace(/[.*+?^${}()|[\]\\/]/, "\\$&");
