/** A verdict in words, and its lines one below the other, with signs and names beside the colours. */
import { element } from "../kb-element.js";
import { say } from "../kb-say.js";

const VERDICTS = {
  same: () => say("compare-same"),
  changes: () => say("compare-changes"),
  differs: (count) => say("compare-differs", { count }),
  elsewhere: () => say("compare-elsewhere"),
};
const WORDS = {
  missing: () => say("compare-missing"),
  extra: () => say("compare-extra"),
  rewritten: () => say("compare-rewritten"),
};
const DIFFERENCES = ["changed", "missing", "extra"];
const LIKE = { id: () => say("compare-like-id"), time: () => say("compare-like-time") };
const SIGNS = { found: "=", rewritten: "≈", explained: "≈", missing: "−", extra: "+", absent: "·" };

/** `[text, …elements]`: what is said, and what is shown below it. */
export const reportOf = (verdict, record) => {
  const lines = element("div", { className: "kb-compare-lines" }, ...verdict.steps.flatMap((of) => stepOf(of, record)));
  if (verdict.left) lines.append(note(say("compare-left", { count: verdict.left })));
  const summary = element("summary", { textContent: say("compare-anyway") });
  const shown = verdict.verdict === "elsewhere" ? element("details", {}, summary, lines) : lines;
  return [VERDICTS[verdict.verdict](verdict.count), reasons(verdict, record), shown];
};

/** The line to go to first. */
export const firstDifference = (report) => report.querySelector(":scope > .kb-compare-lines .kb-compare-difference");

const note = (textContent) => element("p", { className: "kb-compare-folded", textContent });

const word = (textContent) => element("span", { className: "kb-compare-word", textContent });

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
  if (step === null) return [note(say("compare-others", { count }))];
  const command = element("code", { textContent: `$ ${record.steps[step][0]}` });
  const head = element("p", { className: "kb-compare-command" }, command);
  if (absent) head.append(" ", word(say("compare-absent")));
  return absent ? [head] : [head, ...rows.map(rowOf)];
};

const rowOf = (row) => {
  if (row.kind === "folded") return note(say("compare-folded", { count: row.count }));
  const kind = row.kind === "found" && row.mine.some((part) => part.kind !== "same") ? "explained" : row.kind;
  const made = element("div", { className: `kb-compare-row kb-compare-${kind}` }, ...linesOf(kind, row));
  if (DIFFERENCES.includes(kind)) {
    made.classList.add("kb-compare-difference");
    made.tabIndex = -1;
  }
  if (row.hint) made.append(word(LIKE[row.hint]()));
  return made;
};

const linesOf = (kind, { record, mine }) => {
  if (kind !== "changed") {
    return [lineOf(SIGNS[kind], WORDS[kind]?.() ?? "", mine ?? record, "span")];
  }
  return [lineOf("−", say("compare-record"), record, "del"), lineOf("+", say("compare-mine"), mine, "ins")];
};

const lineOf = (sign, said, parts, marking) => {
  const text = element("code", {}, ...parts.map((part) => partOf(part, marking)));
  const line = element("div", { className: "kb-compare-line" });
  if (said) line.append(word(said));
  line.append(element("span", { className: "kb-compare-sign", textContent: sign }), text);
  return line;
};

const partOf = ({ text, kind, name }, marking) => {
  if (kind === "same") return text;
  if (kind === "differs") return element(marking, { textContent: text });
  return element("mark", { textContent: text, title: kind === "pattern" ? `[${name}]` : name });
};
