/** The parts of a terminal that scripts find. */

/** The commands that a terminal shows, without those before them. */
export const screenOf = (run) => run.querySelector(":scope > pre");

export const stepsIn = (screen) => [...screen.querySelectorAll(".kb-step")];

/** The command of a step as a shell takes it: no prompts, no output, the reader's values, for the reader's system. */
export const commandOf = (step) =>
  [...step.querySelectorAll(".kb-command")]
    .filter((line) => !line.closest("[hidden]:not(.kb-step)"))
    .map((line) => line.textContent)
    .join("\n");

/** The same, as it was recorded: for Linux, whatever the reader's system is. */
export const recordedCommandOf = (step) =>
  [...step.querySelectorAll(".kb-command")]
    .filter((line) => (line.closest(".kb-on")?.dataset.system ?? "Linux") === "Linux")
    .map((line) => line.textContent)
    .join("\n");
