/** Long lines, which a reader may have wrapped or not, and long outputs, which are folded. */
import { say } from "../kb-say.js";
import { button, element } from "../kb-element.js";
import { keep, settings } from "./settings.js";

const LONGEST = 12; // lines of an output that are shown before the rest is folded
const NARROW = 480; // pixels of a terminal in which lines are wrapped unless the reader says otherwise: as in run.css

export const fold = (output) => {
  const lines = output.textContent.split("\n").length;
  if (lines <= LONGEST) return;
  const toggle = button("", "kb-run-fold", () => set(!output.hasAttribute("data-folded")));
  const set = (folded) => {
    output.toggleAttribute("data-folded", folded);
    toggle.setAttribute("aria-expanded", String(!folded));
    toggle.textContent = folded ? say("run-unfold", { lines }) : say("run-fold");
  };
  set(true);
  output.after(toggle);
};

/** A button that wraps the lines of all terminals, shown where some are too long for this one. */
export const wrapping = (run, screen) => {
  const toggle = button(say("run-wrap"), "kb-run-wrap", () => keep({ wraps: toggle.ariaPressed !== "true" }));
  const ruler = element("span", { className: "kb-run-ruler", textContent: "0".repeat(10), ariaHidden: "true" });
  toggle.hidden = true;
  const longest = Math.max(...screen.textContent.split("\n").map(columns));
  const show = () => {
    const wraps = settings().wraps ?? run.clientWidth <= NARROW;
    if (settings().wraps === undefined) run.removeAttribute("data-wraps");
    else run.dataset.wraps = String(wraps);
    toggle.ariaPressed = String(wraps);
  };
  new ResizeObserver(() => {
    screen.append(ruler);
    toggle.hidden = (longest * ruler.offsetWidth) / 10 < screen.clientWidth * 0.9;
    ruler.remove();
    show();
  }).observe(run);
  return { toggle, show };
};

/** Columns that a line takes, in which Korean letters are two wide. */
const columns = (line) =>
  line.length + (line.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uff00-\uff60]/g) ?? []).length;
