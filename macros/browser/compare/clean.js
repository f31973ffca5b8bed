// deno-lint-ignore-file no-control-regex -- a terminal writes such signs
/** A paste from a terminal as lines: no colours, nothing that was written over, one form of blanks and letters. */

const ESCAPES = /\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[ -/]*[0-~])/g;
const BACKSPACED = /[^\n\b]\x08/g;
const BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const INVISIBLE = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2028\u2029\u2060\ufeff]/g;
const FENCE = /^\s*(?:```|~~~)/;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

export const MOST_LETTERS = 2_000_000; // of a paste that is read; what is behind them is said to be left out
export const MOST_LINES = 20_000;
export const LONGEST_LINE = 5_000; // letters of a line that is looked at closely; longer ones are the same or not

/** `text` in one form, its lines behind one another. */
export const plain = (text) => {
  const lines = text.includes("\n") ? text : text.replace(/\r/g, "\n");
  return lines
    .replace(ESCAPES, "")
    .split("\n")
    .map((line) => writtenOver(line.trimEnd()))
    .join("\n")
    .replace(BACKSPACED, "")
    .replace(BLANKS, " ")
    .replace(INVISIBLE, "")
    .normalize("NFC");
};

/** What stands on a line in the end: each return of the carriage begins it anew. */
const writtenOver = (line) => line.slice(line.lastIndexOf("\r") + 1);

/** The lines of a paste, without blanks at their ends and without the fence of a code block around it. */
export const linesOf = (text) => {
  const lines = plain(text.slice(0, MOST_LETTERS)).split("\n").map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line);
  const last = lines.findLastIndex((line) => line);
  if (first < last && FENCE.test(lines[first]) && FENCE.test(lines[last])) lines[first] = lines[last] = "";
  return lines;
};

/** A line with each run of blanks as one: what columns are wide by differs from run to run. */
export const canonical = (line) => line.trim().replace(/\s+/g, " ");

export const withoutBlanks = (line) => line.replace(/\s+/g, "");

/** Columns that a line takes on a screen. */
export const width = (line) => line.length + (line.match(WIDE)?.length ?? 0);
