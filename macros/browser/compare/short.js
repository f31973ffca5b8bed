/** A verdict that a page can show: same lines in a row are one, and what is too much is counted. */

const FOLDED = 6; // lines in a row that are the same, from which on they are counted and not shown
const MOST_ROWS = 100;
const MOST_LETTERS = 2_000; // of a part of a line

/** The verdict with rows `{ kind: "folded", count }`, and with `left`, the number of rows that it does not have. */
export const shortened = ({ steps, ...verdict }) => {
  let room = MOST_ROWS;
  let left = 0;
  const shown = steps.map(({ rows, step, absent }) => {
    const folded = step === null ? [] : runs(rows.filter(isTold)).flatMap(foldedRun);
    const kept = folded.slice(0, room);
    room -= kept.length;
    left += folded.length - kept.length;
    return { step, absent, count: rows.length, rows: kept.map(shortRow) };
  });
  return { ...verdict, left, steps: shown.filter(({ step, rows }) => step === null || rows.length) };
};

/** Commands stand above their lines anyway: only one that was written in another way is a line of its own. */
const isTold = ({ kind, isCommand }) => !isCommand || ["changed", "extra", "rewritten"].includes(kind);

const isSame = (row) => row.kind === "found" && row.mine.every(({ kind }) => kind === "same");

/** Rows that are simply the same together, each other one alone. */
const runs = (rows) => {
  const parts = [];
  for (const row of rows) {
    if (isSame(row) && parts.length && isSame(parts.at(-1)[0])) parts.at(-1).push(row);
    else parts.push([row]);
  }
  return parts;
};

const foldedRun = (run) =>
  run.length > FOLDED ? [{ kind: "folded", count: run.length, record: null, mine: null }] : run;

const shortRow = (row) => ({ ...row, record: shortLine(row.record), mine: shortLine(row.mine) });

const shortLine = (parts) => parts?.map((part) => ({ ...part, text: shortText(part.text) })) ?? null;

const shortText = (text) => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text);
