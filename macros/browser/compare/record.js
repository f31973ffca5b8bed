/** The record as a list of lines that a reader's lines are held to, commands and outputs in their order. */
import { canonical, LONGEST_LINE, plain, withoutBlanks } from "./clean.js";
import { normal } from "./options.js";
import { cutter, holder, sourceOfCommand } from "./pattern.js";

/** How much a line says of where it is from, from 0.3: a number says less than a sentence. */
export const weight = (text) => 0.3 + Math.min(1, (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) / 14);
const OF_A_MARK = 0.5; // of a line that is a mark alone: other commands print ids too
const FIRST_LINE = 20; // of a command
const NEXT_LINE = 3;
const BEGIN = /^\s*\S*(?: [a-z]+(?![^ ]))?/; // `docker run` of a command, which stands there whatever options it has

/**
 * `[{ step, kind: "command" | "output", text, key, parts, weight, hold, several }]` of a page's record; `values` are
 * the reader's own: `{ PORT: ["9090"] }`. Blank lines are left out.
 */
export const itemsOf = ({ steps, patterns = {}, variables = {} }, values) => {
  const around = { patterns, variables, values };
  const cut = cutter(around);
  return steps.flatMap(([command, output, , ...elsewhere], step) => [
    ...[command, ...elsewhere].flatMap((text, system) => commandItems(text, step, system, cut)),
    ...lines(output).map((text) => outputItem(text, step, cut, around)),
  ]);
};

const lines = (text) => plain(text).split("\n").filter((line) => line.trim());

const commandItems = (text, step, system, cut) =>
  lines(text).map((line, number) => {
    const key = canonical(line);
    const heavy = number ? NEXT_LINE : FIRST_LINE;
    const rewritten = number ? null : { begin: BEGIN.exec(line)[0], ...asWritten(normal(line), cut) };
    return {
      step,
      kind: "command",
      number,
      system,
      text: line,
      key,
      ...asWritten(line, cut),
      rewritten,
      weight: heavy,
    };
  });

/** What finds a command that is written just so. */
const asWritten = (line, cut) => {
  const parts = cut(line).map((part) => (part.mark ? { text: part.text } : part));
  const holds = parts.some((part) => part.variable) ? sourceOfCommand(parts) : null;
  return { bare: withoutBlanks(line), parts, holds };
};

const outputItem = (text, step, cut, around) => {
  const parts = cut(text);
  const changes = parts.some((part) => part.mark || part.variable);
  const looked = changes && text.length <= LONGEST_LINE ? holder(parts, around) : { hold: null, several: false };
  const said = parts.map((part) => (part.mark ? "" : part.text)).join("");
  const heavy = /[\p{L}\p{N}]/u.test(said) ? weight(said) : changes ? OF_A_MARK : weight(said);
  const sure = parts.flatMap((part) => (part.mark || part.variable ? [] : part.text.split(/\s+/)));
  const line = { step, kind: "output", text, key: canonical(text), bare: withoutBlanks(text), sure: longest(sure) };
  return { ...line, parts, weight: heavy, ...looked };
};

/** What must stand in a line for it to be looked at closely. */
const longest = (words) => words.reduce((most, word) => (word.length > most.length ? word : most), "");
