/**
 * What ▶ opens: the commands of a terminal in a machine of the reader's own, each in a field that they may change, with
 * what it gives now below it.
 */
import { button, element } from "../kb-element.js";
import { say } from "../kb-say.js";
import { origin } from "../run/origin.js";
import { recordedCommandOf, screenOf, stepsIn } from "../run/elements.js";
import { cellOf } from "./cell.js";
import { held } from "./held.js";
import { knocking } from "./knock.js";
import { end, enter, leave } from "./machine.js";
import { promptOf } from "./prompt.js";

const MEGABYTE = 1_000_000;
const SERVERS = "net"; // the lab in which something listens

/** The panel of a terminal: `asks` says whether it asks before it loads, `closed` is called when it was closed. */
export const panelOf = (run, { size, asks, closed }) => {
  const status = element("p", { className: "kb-lab-status", role: "status" });
  const steps = stepsIn(screenOf(run)).map(recordedCommandOf);
  const cells = steps.map((command) => cellOf(command, (cell) => play([cell])));
  const verdict = element("div", { className: "kb-lab-verdict" });
  let machine = null;
  let isBusy = false;

  const tell = (text) => (status.textContent = text);
  const loaded = ({ done, all }) =>
    tell(say("lab-loading", { done: (done / MEGABYTE).toFixed(1), all: (all / MEGABYTE).toFixed(1) }));

  /** A fresh shell in a fresh folder with the files of the recording, in which all that goes before was run. */
  const begin = async () => {
    machine ??= enter(run.dataset.lab, run);
    machine.onprogress = loaded;
    await machine.ready;
    const { files, commands } = origin(run, recordedCommandOf);
    machine.owner = run;
    machine.onoutput = () => {};
    await machine.ask("session", run.dataset.engine, files);
    const before = commands.slice(0, commands.length - steps.length);
    for (const [number, command] of before.entries()) {
      tell(say("lab-before", { number: number + 1, count: before.length }));
      await machine.ask("run", command);
    }
  };

  /** Runs the commands of `chosen`, from the beginning where another terminal has had the machine since. */
  const play = async (chosen, isWhole = false) => {
    if (isBusy) return;
    busy(true);
    try {
      if (isWhole || machine?.owner !== run) await begin();
      for (const cell of chosen) {
        tell(say("lab-running"));
        machine.onoutput = cell.print;
        cell.begin();
        cell.end(await machine.ask("run", cell.command));
      }
      tell(say("lab-ready"));
      verdict.replaceChildren(...(isWhole ? await held(run, cells) : []));
    } catch {
      if (machine) fail();
    }
    busy(false);
  };

  const fail = () => {
    tell(say("lab-broken"));
    for (const cell of cells) cell.rest();
    end(machine);
    machine = null;
  };

  const busy = (now) => {
    isBusy = now;
    panel.toggleAttribute("data-busy", now);
    for (const each of [...cells.map((cell) => cell.start), again, type]) each.disabled = now;
    stop.disabled = !now;
  };

  const reset = async () => {
    if (machine) await machine.ask("reset").catch(fail);
    if (machine) machine.owner = null;
    prompt.close();
    for (const cell of cells) cell.restore();
    await play(cells, true);
  };

  const close = () => {
    const left = machine;
    machine = null;
    prompt.close();
    if (left) leave(left, run);
    busy(false);
    panel.hidden = true;
    closed();
  };

  const typing = async () => {
    if (machine?.owner !== run) return;
    await prompt.open(machine).catch(fail);
  };

  const prompt = promptOf();
  const stop = button(say("lab-stop"), "", () => machine?.ask("interrupt").catch(fail));
  const again = button(say("lab-reset"), "", reset);
  const type = button(say("lab-type"), "", typing);
  const shut = button(say("lab-close"), "", close);
  const bar = element("div", { className: "kb-lab-bar" }, status, stop, again, type, shut);
  const begins = button(say("lab-load", { size }), "kb-lab-load", () => [asking.remove(), play(cells, true)]);
  const asking = element("p", { className: "kb-lab-asking", textContent: say("lab-ask", { size }) }, begins);
  const outside = run.dataset.lab === SERVERS ? [knocking(steps, () => machine)] : [];
  const shown = [bar, ...cells.map(({ box }) => box), verdict, ...outside, prompt.box];
  const panel = element("section", { className: "kb-lab", hidden: true, ariaLabel: say("lab-label") }, ...shown);
  panel.addEventListener("keydown", (event) => {
    if (event.key === "c" && event.ctrlKey && isBusy && !getSelection().toString()) stop.click();
  });
  run.append(panel);
  new MutationObserver((_, observer) => {
    if (run.isConnected) return;
    observer.disconnect();
    close();
  }).observe(document.documentElement, { childList: true, subtree: true });
  busy(false);

  const open = () => {
    const isFirst = panel.hidden;
    panel.hidden = false;
    if (isFirst && asks && !machine) bar.after(asking);
    else play(cells, true);
  };
  return { open };
};
