/**
 * The rows of a comparison, in the order of the paste: every line of the record and of the paste stands in one.
 * A row is `{ kind, item, line, texts }`, its kind `found`, `rewritten` (a command with other options that mean the
 * same), `changed`, `missing`, `extra`, `other` (of other commands than the record's) or `absent` (of a command that
 * was not pasted).
 */
import { counterparts } from "./pair.js";
import { SAME_COMMAND } from "./paste.js";
import { likeness } from "./words.js";

/**
 * The rows for `pairs` of `aligned`. `items` have no commands where the paste has none, and `part` is true when the
 * record shows a part of a longer one.
 */
export const rowsOf = (items, lines, pairs, part) => {
  const talks = items.some(({ kind }) => kind === "command");
  const parts = [];
  let [from, at] = [0, 0];
  for (const pair of [...pairs, { item: items.length, at: lines.length, take: 0 }]) {
    const gap = [items.slice(from, pair.item), lines.slice(at, pair.at)];
    const place = { first: !from, last: pair.item === items.length };
    parts.push(talks ? conversation(...gap, place) : outputs(...gap, place, part));
    const taken = lines.slice(pair.at, pair.at + pair.take);
    const kind = pair.rewritten ? "rewritten" : "found";
    if (taken.length) parts.push([{ kind, item: items[pair.item], line: joined(taken), texts: pair.texts }]);
    [from, at] = [pair.item + 1, pair.at + pair.take];
  }
  return settled(parts.flat(), talks);
};

const joined = ([first, ...more]) =>
  more.length ? { ...first, text: [first, ...more].map((line) => line.text).join("\n") } : first;

const row = ({ item, line }) => ({ kind: item ? (line ? "changed" : "missing") : "extra", item, line });

/** A paste without commands: lines before and behind a part of a record may be of its other parts. */
const outputs = (items, lines, { first, last }, part) => {
  const rows = counterparts(items, lines).map(row);
  if (part && first !== last) {
    for (const one of rows) if (one.kind === "extra") one.kind = "other";
  }
  return rows;
};

/** A paste with commands: what a command gave is held to what it gave in the record. */
const conversation = (items, lines, { first }) => {
  const mine = turns(lines, (line) => line.prompt);
  const theirs = turns(items, (item) => item.kind === "command" && !item.number);
  const [before, recorded] = [mine.shift(), theirs.shift()];
  const others = (kind, key, values) => values.map((value) => ({ kind, [key]: value }));
  const parts = [counterparts(recorded, first ? [] : before).map(row), others("other", "line", first ? before : [])];
  for (const turn of mine) {
    const said = { text: turn[0].text.slice(turn[0].prompt.length) };
    const place = theirs.findIndex(([command]) => likeness(command, said) >= SAME_COMMAND);
    if (place < 0) {
      parts.push(others("other", "line", turn));
      continue;
    }
    const passed = theirs.splice(0, place + 1);
    const [command, ...output] = passed.pop();
    parts.push(others("absent", "item", passed.flat()), [{ kind: "changed", item: command, line: turn[0] }]);
    parts.push(counterparts(output, turn.slice(1)).map(row));
  }
  return [...parts.flat(), ...others("absent", "item", theirs.flat())];
};

/** `values` cut before each that begins something; the first part is what stands before all of them. */
const turns = (values, begins) => {
  const parts = [[]];
  for (const one of values) {
    if (begins(one)) parts.push([]);
    parts.at(-1).push(one);
  }
  return parts;
};

/** What is missing is not there, unless something of its command or of commands around it is. */
const settled = (rows, talks) => {
  const here = new Set(rows.filter(({ item, line }) => item && line).map(({ item }) => item.step));
  const [first, last] = [Math.min(...here), Math.max(...here)];
  for (const one of rows) {
    const step = one.item?.step;
    const isPasted = here.has(step) || (!talks && first < step && step < last);
    if (one.kind === "missing" && (!isPasted || one.item.kind === "command")) one.kind = "absent";
  }
  return rows;
};
