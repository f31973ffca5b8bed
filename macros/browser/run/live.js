/**
 * ▶: a lab of the site runs the commands of a terminal on its page. Nothing of it is loaded before a reader asks for
 * it; what it needs stands beside maru.js. A folded question whose answer is such a terminal is an exercise: above it
 * readers try commands of their own, and are told whether they give what the answer gives.
 */
import { button, element } from "../kb-element.js";
import { say } from "../kb-say.js";
import { screenOf, stepsIn } from "./elements.js";

const MEGABYTE = 1_000_000;
const LEAN = 2; // gigabytes of a device that may be too small

/**
 * `{ starter, leave }`: the button, where the site has a lab that gave what was recorded, and what ends all that was
 * begun here. `tell` says why it cannot be used here.
 */
export const live = (run, tell) => {
  const { lab, bytes } = run.dataset;
  if (!lab) return { starter: [], leave: () => {} };
  const size = (Number(bytes) / MEGABYTE).toFixed(1);
  const its = starting(run, run, size, tell);
  const tried = exercise(run, size);
  const leave = () => [its, ...tried].forEach((each) => each.leave());
  return { starter: [its.opener], leave };
};

/** Where the terminal is the answer of a question, what stands above that; a terminal without output answers none. */
const exercise = (run, size) => {
  const question = run.closest("details.question");
  const isAnswer = question && [...question.querySelectorAll("kb-run")].at(-1) === run;
  if (!isAnswer || !stepsIn(screenOf(run)).at(-1).querySelector(".kb-output")) return [];
  const status = element("p", { className: "kb-run-status", role: "status" });
  const place = element("div", { className: "kb-run kb-exercise" });
  const its = starting(run, place, size, (text) => (status.textContent = text), true);
  place.append(element("div", { className: "kb-run-tools" }, its.opener), status);
  question.before(place);
  return [its];
};

/** `{ opener, leave }`: a button that opens a panel at the end of `place`, and what closes that. */
const starting = (run, place, size, tell, isExercise = false) => {
  let panel = null;
  let isLoading = false;
  const press = async () => {
    if (missing()) return tell(missing());
    if (isLoading) return;
    isLoading = true;
    try {
      const { panelOf } = await import(new URL("lab.js", import.meta.url).href);
      panel ??= panelOf(run, { place, size, asks: isSmall(), closed: () => opener.focus(), isExercise });
      panel.open();
    } catch {
      tell(say("lab-failed"));
    }
    isLoading = false;
  };
  const opener = button(isExercise ? say("lab-try", { size }) : say("lab-run", { size }), "kb-run-live", press);
  opener.ariaDescription = say("lab-run-told");
  return { opener, leave: () => panel?.close() };
};

/** Why no lab can run in this browser, in words; empty where one can. */
const missing = () => {
  if (location.protocol === "file:") return say("lab-no-file");
  const has = "WebAssembly" in globalThis && "Worker" in globalThis && "DecompressionStream" in globalThis;
  return has ? "" : say("lab-no-browser");
};

/** True where a reader is asked first: on a phone, with little memory, or where data is dear. */
const isSmall = () =>
  matchMedia("(pointer: coarse)").matches || (navigator.deviceMemory ?? LEAN + 1) <= LEAN ||
  Boolean(navigator.connection?.saveData);
