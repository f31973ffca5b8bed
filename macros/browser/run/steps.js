/**
 * A recording played command by command, from the record: nothing is run. `data-stepping` on the terminal says that it
 * is played, `data-current` and `data-later` on its steps how far. Its screen is the one place that takes keys.
 */
import { isShortcut } from "../kb-event.js";
import { say } from "../kb-say.js";
import { commandOf, screenOf, stepsIn } from "./elements.js";
import { button, element } from "../kb-element.js";

const STILL = "(prefers-reduced-motion: reduce)";

/** `{ player, hint }`: the buttons of it, and what says its keys; nothing where there is but one command. */
export const stepping = (run) => {
  const screen = screenOf(run);
  const steps = stepsIn(screen);
  if (steps.length < 2) return { player: [], hint: [] };
  let current = -1;

  const show = (index) => {
    current = Math.max(0, Math.min(index, steps.length - 1));
    steps.forEach((step, number) => {
      step.toggleAttribute("data-current", number === current);
      step.toggleAttribute("data-later", number > current);
    });
    back.disabled = current === 0;
    on.disabled = current === steps.length - 1;
    const step = steps[current];
    const note = step.querySelector(".kb-comment")?.textContent.replace(/^# /gm, "") ?? "";
    const said = { number: current + 1, count: steps.length, command: commandOf(step).split("\n")[0] };
    count.textContent = say("run-step", said);
    told.textContent = [say("run-step-told", said), note, step.querySelector(".kb-output")?.textContent].join("\n");
    const behavior = matchMedia(STILL).matches ? "auto" : "smooth";
    step.scrollIntoView({ block: "nearest", behavior });
  };

  const begin = () => {
    run.toggleAttribute("data-stepping", true);
    screen.setAttribute("aria-describedby", keys.id);
    show(0);
    screen.focus({ preventScroll: true });
  };

  const end = () => {
    current = -1;
    run.removeAttribute("data-stepping");
    screen.removeAttribute("aria-describedby");
    for (const step of steps) {
      step.removeAttribute("data-current");
      step.removeAttribute("data-later");
    }
    told.textContent = count.textContent = "";
    toggle.ariaPressed = "false";
  };

  const turn = () => {
    toggle.ariaPressed = String(current < 0);
    if (current < 0) begin();
    else end();
  };

  const moves = () => ({
    ArrowRight: current + 1,
    " ": current + 1,
    ArrowLeft: current - 1,
    Home: 0,
    End: steps.length,
  });
  screen.addEventListener("keydown", (event) => {
    if (current < 0 || event.target !== screen || isShortcut(event)) return;
    if (event.key === "Escape") end();
    else if (event.key in moves()) show(moves()[event.key]);
    else return;
    event.preventDefault();
  });

  const toggle = button(say("run-steps"), "kb-run-steps", turn);
  toggle.ariaPressed = "false";
  const move = (label, sign, by) => {
    const made = button(sign, "kb-run-move", () => show(current + by));
    return Object.assign(made, { ariaLabel: label });
  };
  const back = move(say("run-step-back"), "←", -1);
  const on = move(say("run-step-on"), "→", 1);
  const count = element("span", { className: "kb-run-count", ariaHidden: "true" });
  const told = element("span", { className: "kb-run-told", role: "status" }); // for who does not see the screen
  const keys = element("span", { id: `${run.id}-keys`, className: "kb-run-keys", textContent: say("run-steps-keys") });
  return { player: [element("div", { className: "kb-run-player" }, toggle, back, count, on, told)], hint: [keys] };
};
