/** What a terminal shows from its very beginning: what was done before it stands on the page, here or further up. */
import { commandOf, screenOf, stepsIn } from "./elements.js";
import { script } from "./script.js";

/** `{ files: [{ path, text }], commands: [text] }`, each in its order; `read` takes a command from a step. */
export const origin = (run, read = commandOf) => {
  const screen = screenOf(run);
  const parts = [...(run.closest("article, .kb-popover") ?? document).querySelectorAll("pre[data-recording]")];
  const names = namesBefore(screen, parts);
  const [files, commands] = [new Map(), []];
  for (const name of names) {
    const its = parts.filter((part) => part.dataset.recording === name);
    for (const { dataset, textContent } of its.filter((part) => part.dataset.file)) {
      files.set(dataset.file, textContent);
    }
    commands.push(...stepsOf(its, name === screen.dataset.recording ? stepsIn(screen).at(-1) : null).map(read));
  }
  return { files: [...files].map(([path, text]) => ({ path, text })), commands };
};

export const fromTheBeginning = (run) => {
  const { files, commands } = origin(run);
  return script(files, commands);
};

/** The recordings that run before that of `screen`, the first of all first, and itself. */
const namesBefore = (screen, parts) => {
  const names = [];
  for (let name = screen.dataset.recording; name && !names.includes(name);) {
    names.unshift(name);
    name = parts.find((part) => part.dataset.recording === name && part.dataset.after)?.dataset.after;
  }
  return names;
};

/** The steps of a recording on the page, each once, up to that with the number of `last`. */
const stepsOf = (parts, last) => {
  const steps = new Map();
  for (const step of parts.filter((part) => !part.dataset.file).flatMap(stepsIn)) {
    if (!steps.has(step.dataset.number)) steps.set(step.dataset.number, step);
  }
  const numbers = [...steps.keys()];
  const end = last ? numbers.indexOf(last.dataset.number) + 1 : numbers.length;
  return numbers.slice(0, end).map((number) => steps.get(number));
};
