/** What a reader pasted, as lines that say something, each with its prompt where it has one. */
import { brokenCommand, measure } from "./broken.js";
import { canonical, linesOf } from "./clean.js";
import { commandIn, learn, promptOf } from "./prompt.js";
import { likeness } from "./words.js";

export const SAME_COMMAND = 0.5; // likeness from which on a command is one of the record, written in another way
const CONTINUED = "\\"; // what a narrow screen leaves of a command that goes on, on a line of its own

/**
 * `{ lines: [{ number, text, key, prompt, steps }], values }`: `number` counts from 1 in the paste, and `steps` are
 * those whose command stands before the line with a prompt, or null where none does. `values` are those of variables,
 * as the reader's commands have them. `outputs` are the lines that commands print, which are no prompts, and `ignored`
 * those that the page writes into a terminal.
 */
export const readPaste = (text, commands, outputs, ignored = []) => {
  const all = linesOf(text).map((line, place) => ({ number: place + 1, text: line, key: canonical(line) }));
  const isRest = (key) => key === CONTINUED && !outputs.has(key);
  const said = all.filter(({ key }) => key && !isRest(key) && !ignored.includes(key) && !/^\[exit \d+\]$/.test(key));
  const { prompts, values } = seen(said, commands);
  measure(said);
  for (const line of said) line.prompt = outputs.has(line.key) ? "" : promptOf(line.text, prompts);
  const isAsked = ({ prompt, text: line }) => !prompt || line.length > prompt.trimEnd().length;
  const lines = withoutHeads(said, outputs).filter(isAsked);
  const first = commands.filter(({ number }) => !number);
  let steps = null;
  for (const [at, line] of lines.entries()) line.steps = steps = line.prompt ? stepsOf(lines, at, first) : steps;
  return { lines, values };
};

/** Without the lines that prompts of two lines begin with: `~/notes`, and below it `❯ ls`. */
const withoutHeads = (lines, outputs) => {
  const asked = lines.filter(({ prompt }) => prompt).length;
  const times = new Map();
  const isHead = (line, at) => !line.prompt && lines[at + 1]?.prompt && !outputs.has(line.key);
  for (const [at, line] of lines.entries()) if (isHead(line, at)) times.set(line.key, (times.get(line.key) ?? 0) + 1);
  const most = Math.max(2, 0.6 * asked);
  return lines.filter((line, at) => !(isHead(line, at) && times.get(line.key) >= most));
};

/** The steps of the record that the command in a line is, or is most like. */
const stepsOf = (lines, at, commands) => {
  const same = commands.filter((item) => commandIn(lines[at].text, item) || brokenCommand(item, lines, at));
  const typed = { text: lines[at].text.slice(lines[at].prompt.length) };
  const near = same.length ? same : commands.filter((item) => likeness(item, typed) >= SAME_COMMAND);
  return new Set(near.map(({ step }) => step));
};

/** The prompts before commands of the record, and the values that its variables have there. */
const seen = (lines, commands) => {
  const prompts = [];
  const values = {};
  const first = commands.filter(({ number }) => !number);
  for (const { text } of lines) {
    for (const item of first) {
      const found = commandIn(text, item);
      if (!found) continue;
      prompts.push(found.prompt);
      for (const [place, part] of item.parts.entries()) {
        const value = found.texts?.[`p${place}`];
        if (part.variable && value && value !== part.text) (values[part.variable] ??= new Set()).add(value);
      }
      break;
    }
  }
  return { prompts: learn(prompts), values: Object.fromEntries(Object.entries(values).map(([n, v]) => [n, [...v]])) };
};
