/**
 * Holds what a reader's terminal said to a record: `compare(record, text, set)` is a verdict, and nothing but a value.
 *
 *     { verdict: "same" | "changes" | "differs" | "elsewhere", count, changed, missing, extra,
 *       names: ["id"], variables: [{ name: "PORT", value: "9090" }], unchecked: ["odd"], cut: false, steps: [
 *         { step: 0, absent: false, rows: [{ kind, record, mine, number, hint }] }, { step: null, rows: […] }] }
 *
 * `changes` is a paste that differs only in what does so from run to run; `elsewhere` is no output of these commands.
 * `record` and `mine` are parts of lines, as `marked` of words.js has them, or null.
 */
import { aligned, MOST_CELLS } from "./align.js";
import { MOST_LETTERS, MOST_LINES } from "./clean.js";
import { placesOf } from "./locate.js";
import { readPaste } from "./paste.js";
import { itemsOf, weight } from "./record.js";
import { rowsOf } from "./rows.js";
import { likeness, looksLike, marked } from "./words.js";

const OF_THE_PASTE = 0.4; // share of a paste that must be found in the record, or
const OF_THE_RECORD = 0.5; // share of the record that must be found in the paste, for it to be of these commands
const COUNTED = ["changed", "missing", "extra"];

/**
 * `set` are the reader's own values of variables, `{ PORT: "9090" }`; `ignored` lines that only the page has. `watch`
 * is told the names of the patterns that are tried next, none where none is: an author's pattern may never end.
 */
export const compare = (record, text, set = {}, ignored = [], watch = () => {}) => {
  const recorded = itemsOf(record, {});
  const outputs = new Set(recorded.filter(({ kind }) => kind === "output").map(({ key }) => key));
  const paste = readPaste(text, recorded.filter(({ kind }) => kind === "command"), outputs, ignored);
  const around = { patterns: record.patterns ?? {}, values: valuesOf(record, set, paste.values) };
  const most = Math.min(MOST_LINES, Math.floor(MOST_CELLS / (recorded.length + 1)));
  const cut = text.length > MOST_LETTERS || paste.lines.length > most;
  const lines = paste.lines.slice(0, most);
  const items = askedFor(itemsOf(record, around.values), lines);
  const places = items.map((item) => watched(item, watch, () => placesOf(item, lines)));
  watch([]);
  const rows = rowsOf(items, lines, aligned(places, lines.length), record.part ?? false);
  const said = rows.map((row) => watched(row.item, watch, () => shown(row, around)));
  return { ...judged(said), cut, unchecked: unchecked(record), steps: bySteps(said) };
};

/** The items of the record that the paste may have: outputs alone where nothing in it is a command. */
const askedFor = (items, lines) => {
  const isThere = (item) => item.kind === "command" && placesOf(item, lines).length;
  const talks = lines.some(({ prompt }) => prompt) || items.some(isThere);
  return talks ? items : items.filter(({ kind }) => kind === "output");
};

const watched = (item, watch, look) => {
  const names = item?.parts.flatMap(({ mark }) => mark ?? []) ?? [];
  if (names.length) watch(names);
  return look();
};

const valuesOf = ({ variables = {} }, set, seen) =>
  Object.fromEntries(
    Object.keys(variables).map((name) => [name, [...new Set([set[name], ...(seen[name] ?? [])])].filter(Boolean)]),
  );

/** The patterns that the browser cannot look at. */
const unchecked = ({ patterns = {} }) => Object.keys(patterns).filter((name) => !patterns[name]);

const shown = (row, around) => {
  const { kind, item, line, texts } = row;
  const said = { kind, item, line, number: line?.number ?? null, record: null, mine: null };
  if (item) said.record = [{ text: item.text, kind: "same" }];
  if (line) said.mine = [{ text: line.text, kind: "same" }];
  if (kind === "found" && texts) return { ...said, ...explained(item, texts), kind: "found" };
  if (kind === "rewritten") {
    return { ...said, mine: withValues(item, texts ?? [], line.text.slice(line.prompt.length)) };
  }
  if (kind !== "changed") return said;
  const mine = item.kind === "command" ? line.text.slice(line.prompt.length) : line.text;
  return { ...said, ...marked(item, mine, around), hint: looksLike(item.text, mine) };
};

/** A found line in parts: what its patterns and variables explain has their names. */
const explained = (item, texts) => {
  const parts = item.parts.map((part, place) => {
    const isOther = texts[place] !== part.text;
    const kind = isOther && part.mark ? "pattern" : isOther && part.variable ? "variable" : "same";
    return { kind, ...(kind === "same" ? {} : { name: part.mark ?? part.variable }) };
  });
  const line = (text) => parts.map((part, place) => ({ ...part, text: text(place) }));
  return { record: line((place) => item.parts[place].text), mine: line((place) => texts[place]) };
};

/** A reader's own command in parts: the values that variables have in it have their names. */
const withValues = (item, texts, text) => {
  const parts = [];
  let rest = text;
  for (const [place, { variable, text: recorded }] of item.parts.entries()) {
    const value = texts[place];
    const at = variable && value !== recorded ? rest.indexOf(value) : -1;
    if (at < 0) continue;
    parts.push({ kind: "same", text: rest.slice(0, at) }, { kind: "variable", name: variable, text: value });
    rest = rest.slice(at + value.length);
  }
  return [...parts, { kind: "same", text: rest }];
};

const judged = (rows) => {
  const of = (kind) => rows.filter((row) => row.kind === kind).length;
  const counts = Object.fromEntries(COUNTED.map((kind) => [kind, of(kind)]));
  const count = COUNTED.reduce((sum, kind) => sum + counts[kind], 0);
  const parts = rows.flatMap((row) => row.mine ?? []);
  const names = [...new Set(parts.filter(({ kind }) => kind === "pattern").map(({ name }) => name))];
  const variables = new Map(parts.filter(({ kind }) => kind === "variable").map((part) => [part.name, part.text]));
  const changes = names.length || variables.size ? "changes" : "same";
  const verdict = isElsewhere(rows) ? "elsewhere" : count ? "differs" : changes;
  return { verdict, count, ...counts, names, variables: [...variables].map(([name, value]) => ({ name, value })) };
};

/** True where too little of the paste is in the record, and too little of the record in the paste. */
const isElsewhere = (rows) => {
  const talks = rows.some(({ item, line }) => line && item?.kind === "command");
  let [found, pasted, recorded] = [0, 0, 0];
  for (const { kind, item, line } of rows) {
    const heavy = item ? heaviness(item) : weight(line.text);
    if (line) pasted += heavy;
    if (item && (item.kind === "output" || (talks && !item.system))) recorded += heavy;
    if (kind === "found" || kind === "rewritten") found += heavy;
    if (kind === "changed") found += heavy * likeness(item, line) ** 2;
  }
  return !found || (found < OF_THE_PASTE * pasted && found < OF_THE_RECORD * recorded);
};

const heaviness = (item) => (item.kind === "command" ? weight(item.text) : item.weight);

/** The rows below the commands that they belong to, in the order of the paste; `step` is null for other commands'. */
const bySteps = (rows) => {
  const steps = [];
  let step = null;
  for (const { item, line: _, ...row } of rows) {
    if (item) step = item.step;
    const of = row.kind === "other" ? null : step;
    if (item?.kind === "command") row.isCommand = true;
    if (row.kind === "absent" && item.kind === "command" && item.system) continue;
    if (!steps.length || steps.at(-1).step !== of) steps.push({ step: of, rows: [] });
    steps.at(-1).rows.push(row);
  }
  return steps.map((one) => ({ ...one, absent: one.rows.every(({ kind }) => kind === "absent") }));
};
