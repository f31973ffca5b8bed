/**
 * A terminal is one stop of the Tab key, its screen; the arrows lead from there to its buttons and links, and back.
 * What is typed into, where a reader has opened it, what a comparison says and a lab are stops of their own.
 */
import { isModified, isTyping } from "../kb-event.js";
import { screenOf } from "./elements.js";

const STOPS = "summary, button, a[href], pre[tabindex], code[tabindex]";
const OWN = ".kb-run-menu, .kb-compare-panel, .kb-lab";
const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

export const oneStop = (run) => {
  const screen = screenOf(run);
  let current = screen;

  const settle = () => {
    for (const stop of run.querySelectorAll(STOPS)) {
      const index = stop === current ? 0 : -1;
      if (!stop.closest(OWN) && stop.tabIndex !== index) stop.tabIndex = index;
    }
  };
  const enter = (stop) => {
    current = stop;
    settle();
  };
  const stops = () =>
    [...run.querySelectorAll(STOPS)].filter((stop) =>
      !stop.matches(".kb-step:not([data-current]) > .kb-step-copy, code, :disabled") && !stop.closest(OWN) &&
      stop.checkVisibility({ visibilityProperty: true })
    );

  run.addEventListener("focusin", ({ target }) => target.matches(STOPS) && !target.closest(OWN) && enter(target));
  run.addEventListener("focusout", ({ relatedTarget }) => run.contains(relatedTarget) || enter(screen));
  run.addEventListener("keydown", (event) => {
    const { key, target } = event;
    const isOurs = key in STEPS && !event.defaultPrevented && !target.closest(OWN) && !isTyping(event);
    if (!isOurs || isModified(event)) return;
    if (target === screen && (key === "ArrowLeft" || key === "ArrowRight")) return; // they move what is wide
    const reachable = stops();
    const next = reachable[reachable.indexOf(target) + STEPS[key]];
    if (!next || !reachable.includes(target)) return;
    event.preventDefault();
    next.focus();
  });
  new MutationObserver(settle).observe(run, { childList: true, subtree: true, attributeFilter: ["tabindex"] });
  settle();
};
