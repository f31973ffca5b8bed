/** A verdict in words, and its lines one below the other, with signs and names beside the colours. */
import { element } from "./element.js";
import { say } from "../kb-say.js";

const SIGNS = { found: "=", missing: "−", extra: "+", absent: "·" };
const DIFFERENT = new Set(["changed", "missing", "extra"]);

/** `[text, …elements]`: what is said, and what is shown below it. */
export const reportOf = (verdict, record) => {
  const lines = element("div", { className: "kb-compare-lines" }, ...verdict.steps.flatMap((of) => stepOf(of, record)));
  if (verdict.left) lines.append(note("left", verdict.left));
  const summary = element("summary", { textContent: say("compare-anyway") });
  const shown = verdict.verdict === "elsewhere" ? element("details", {}, summary, lines) : lines;
  return [say(`compare-${verdict.verdict}`, { count: verdict.count }), reasons(verdict, record), shown];
};

/** The line to go to first. */
export const firstDifference = (report) => report.querySelector(":scope > .kb-compare-lines .kb-compare-difference");

const note = (key, count) =>
  element("p", { className: "kb-compare-folded", textContent: say(`compare-${key}`, { count }) });

const word = (key) => element("span", { className: "kb-compare-word", textContent: say(`compare-${key}`) });

const reasons = ({ names, variables, unchecked, cut }, record) => {
  const said = [
    ...names.filter((name) => !unchecked.includes(name)).map((name) => say("compare-pattern", { name })),
    ...variables.map(({ name, value }) => say("compare-variable", { name, value, recorded: record.variables[name] })),
    ...unchecked.map((name) => say("compare-unchecked", { name })),
    ...(cut ? [say("compare-cut")] : []),
  ];
  const items = said.map((textContent) => element("li", { textContent }));
  return element("ul", { className: "kb-compare-reasons", hidden: !said.length }, ...items);
};

const stepOf = ({ step, rows, count, absent }, record) => {
  if (step === null) return [note("others", count)];
  const command = element("code", { textContent: `$ ${record.steps[step][0]}` });
  const head = element("p", { className: "kb-compare-command" }, command);
  if (absent) head.append(" ", word("absent"));
  return absent ? [head] : [head, ...rows.map(rowOf)];
};

const rowOf = (row) => {
  if (row.kind === "folded") return note("folded", row.count);
  const kind = row.kind === "found" && row.mine.some((part) => part.kind !== "same") ? "explained" : row.kind;
  const made = element("div", { className: `kb-compare-row kb-compare-${kind}` }, ...linesOf(kind, row));
  if (DIFFERENT.has(kind)) {
    made.classList.add("kb-compare-difference");
    made.tabIndex = -1;
  }
  if (row.hint) made.append(word(`like-${row.hint}`));
  return made;
};

const linesOf = (kind, { record, mine }) => {
  if (kind === "changed") return [lineOf("−", "record", record, "del"), lineOf("+", "mine", mine, "ins")];
  const sign = kind === "explained" ? "≈" : SIGNS[kind];
  return [lineOf(sign, DIFFERENT.has(kind) ? kind : "", mine ?? record, "span")];
};

const lineOf = (sign, key, parts, marking) => {
  const text = element("code", {}, ...parts.map((part) => partOf(part, marking)));
  const line = element("div", { className: "kb-compare-line" });
  if (key) line.append(word(key));
  line.append(element("span", { className: "kb-compare-sign", textContent: sign }), " ", text);
  return line;
};

const partOf = ({ text, kind, name }, marking) => {
  if (kind === "same") return text;
  if (kind === "differs") return element(marking, { textContent: text });
  return element("mark", { textContent: text, title: kind === "pattern" ? `[${name}]` : name });
};
