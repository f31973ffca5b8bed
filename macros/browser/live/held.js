/** What a guest gave, held against the record. */
import { ask } from "../compare/ask.js";
import { reportOf } from "../compare/report.js";
import { element } from "../kb-element.js";
import { say } from "../kb-say.js";

const EQUAL = { same: () => say("lab-same"), changes: () => say("lab-changes") };

/** What is shown of it: that it is the record, or how it differs; nothing where a reader has changed a command. */
export const held = async (run, cells) => {
  const comparison = run.querySelector("kb-compare");
  if (!comparison || cells.some(({ command, recorded }) => command !== recorded)) return [];
  const { record, set, ignored } = comparison.question;
  const text = cells.map(({ command, output }) => asPasted(command, output)).join("\n");
  const verdict = await ask(record, text, set, ignored);
  const equal = EQUAL[verdict.verdict];
  if (equal) return [element("p", { className: "kb-lab-same", textContent: equal() })];
  const [told, ...shown] = reportOf(verdict, record);
  return [element("details", {}, element("summary", { textContent: told }), ...shown)];
};

/** What is shown of an exercise: whether `output` is what the last command of the answer gave, and no more of that. */
export const solved = async (run, output) => {
  const { record, set, ignored } = run.querySelector("kb-compare").question;
  const step = record.steps.at(-1);
  const answer = { ...record, steps: [step], part: false };
  const { verdict, missing, extra, changed } = await ask(answer, asPasted(step[0], output), set, ignored);
  if (EQUAL[verdict]) return [element("p", { className: "kb-lab-same", textContent: say("lab-solved") })];
  const textContent = say("lab-unsolved", { missing: missing + changed, extra: extra + changed });
  return [element("p", { className: "kb-lab-other", textContent })];
};

const asPasted = (command, output) => `$ ${command.replaceAll("\n", "\n> ")}\n${output}`;
