/** What a reader pasted, as lines that say something, each with its prompt where it has one. */
import { canonical, linesOf, width } from "./clean.js";
import { commandIn, learn, promptOf } from "./prompt.js";

const NARROWEST = 20; // columns of a screen that breaks lines
const LOST = 3; // columns that blanks at the end of a broken line took, or a wide letter that had no room

/**
 * `{ lines: [{ number, text, key, prompt, full }], values }`: `number` counts from 1 in the paste, `full` is true where
 * a screen may have broken the line. `values` are those of variables, as the reader's commands have them.
 * `ignored` are lines that the page writes into a terminal and no program does.
 */
export const readPaste = (text, commands, ignored = []) => {
  const all = linesOf(text).map((line, place) => ({ number: place + 1, text: line, key: canonical(line) }));
  const said = all.filter(({ key }) => key && !ignored.includes(key) && !/^\[exit \d+\]$/.test(key));
  const { prompts, values } = seen(said, commands);
  const screen = said.reduce((widest, line) => Math.max(widest, (line.wide = width(line.text))), 0);
  for (const line of said) {
    line.prompt = promptOf(line.text, prompts);
    line.full = screen >= NARROWEST && line.wide >= screen - LOST;
  }
  return { lines: said.filter(({ text: line, prompt }) => !prompt || line.length > prompt.trimEnd().length), values };
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
