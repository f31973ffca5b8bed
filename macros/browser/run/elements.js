/** The parts of a terminal that scripts find. */

/** The commands that a terminal shows, without those before them. */
export const screenOf = (run) => run.querySelector(":scope > pre");

export const stepsIn = (screen) => [...screen.querySelectorAll(".kb-step")];

/** The command of a step as a shell takes it: no prompts, no output, the reader's values, for the reader's system. */
export const commandOf = (step) => linesOf(step, (line) => !line.closest("[hidden]:not(.kb-step)"));

/** The same for Linux, whatever the reader's system is. */
export const linuxCommandOf = (step) => linesOf(step, (line) => !line.closest(".kb-on:not([data-system='Linux'])"));

const linesOf = (step, isSaid) =>
  [...step.querySelectorAll(".kb-command")].filter(isSaid).map((line) => line.textContent).join("\n");
