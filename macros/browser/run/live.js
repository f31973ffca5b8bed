/**
 * ▶: a lab of the site runs the commands of a terminal on its page. Nothing of it is loaded before a reader asks for
 * it; what it needs stands beside maru.js.
 */
import { button } from "../kb-element.js";
import { say } from "../kb-say.js";

const MEGABYTE = 1_000_000;
const LEAN = 2; // gigabytes of a device that may be too small

/**
 * `{ starter, leave }`: the button, where the site has a lab that gave what was recorded, and what ends all that it has
 * begun. `tell` says why it cannot be used here.
 */
export const live = (run, tell) => {
  const { lab, bytes } = run.dataset;
  if (!lab) return { starter: [], leave: () => {} };
  const size = (Number(bytes) / MEGABYTE).toFixed(1);
  let panel = null;
  let isLoading = false;
  const press = async () => {
    if (missing()) return tell(missing());
    if (isLoading) return;
    isLoading = true;
    try {
      const { panelOf } = await import(new URL("lab.js", import.meta.url).href);
      panel ??= panelOf(run, { size, asks: isSmall(), closed: () => opener.focus() });
      panel.open();
    } catch {
      tell(say("lab-failed"));
    }
    isLoading = false;
  };
  const opener = button(say("lab-run", { size }), "kb-run-live", press);
  opener.ariaDescription = say("lab-run-told");
  return { starter: [opener], leave: () => panel?.close() };
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
