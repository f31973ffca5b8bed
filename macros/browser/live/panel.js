/**
 * What ▶ opens: the commands of a terminal in a guest of the reader's own, each in a field that they may change, with
 * what it gives now below it. Buttons that rest keep the focus: `aria-disabled`, and nothing happens.
 */
import { button, element } from "../kb-element.js";
import { say } from "../kb-say.js";
import { linuxCommandOf, screenOf, stepsIn } from "../run/elements.js";
import { origin } from "../run/origin.js";
import { cellOf } from "./cell.js";
import { end, enter, leave } from "./guests.js";
import { held, solved } from "./held.js";
import { knocking } from "./knock.js";
import { promptOf } from "./prompt.js";

const MEGABYTE = 1_000_000;
const SERVERS = "net"; // the lab in which something listens
const INTERRUPTED = 130; // the code of what a reader has stopped

/**
 * The panel of a terminal, at the end of `place`. That of an exercise, whose answer the terminal is, has one field,
 * which is empty, and a shell that stands where the answer begins. `asks` says whether it asks before it loads,
 * `closed` is called when it was closed.
 */
export const panelOf = (run, { place, size, asks, closed, isExercise = false }) => {
  const status = element("p", { className: "kb-lab-status", role: "status" });
  const steps = stepsIn(screenOf(run)).map(linuxCommandOf);
  const start = (cell) => {
    if (isBusy || asking.isConnected) return;
    if (cell.command.trim()) play([cell]);
    else if (!guest) play(recorded, true);
  };
  const cells = isExercise ? [cellOf("", start)] : steps.map((command) => cellOf(command, start));
  const recorded = isExercise ? [] : cells; // what is run at first
  const verdict = element("div", { className: "kb-lab-verdict", role: "status" });
  const user = {
    lost: () => rest(say("lab-taken")),
    gone: () => {
      guest = null;
      rest(say("lab-broken"));
    },
  };
  let guest = null;
  let isBusy = false;
  let turn = 0; // which run is the last one: what an earlier one says does not count any more

  const tell = (text) => (status.textContent = text);
  const loaded = ({ done, all }) =>
    tell(say("lab-loading", { done: (done / MEGABYTE).toFixed(1), all: (all / MEGABYTE).toFixed(1) }));

  /** A fresh shell in a fresh folder with the files of the recording, in which all that goes before was run. */
  const begin = async (isStill) => {
    guest ??= enter(run.dataset.lab, user);
    guest.onprogress = loaded;
    about.href = await guest.ready;
    if (!isStill()) return;
    const { files, commands } = origin(run, linuxCommandOf);
    prompt.close();
    await guest.begin(user, run.dataset.engine, files);
    const before = commands.slice(0, commands.length - steps.length);
    for (const [number, command] of before.entries()) {
      if (!isStill()) return;
      tell(say("lab-before", { number: number + 1, count: before.length }));
      await guest.ask("run", command);
    }
  };

  /** Runs the commands of `chosen`, from the beginning where another terminal has had the guest since. */
  const play = async (chosen, isWhole = false) => {
    const mine = ++turn;
    const isStill = () => mine === turn;
    let code = 0;
    asking.remove();
    verdict.replaceChildren();
    busy(true);
    try {
      if (isWhole || guest?.owner !== user) await begin(isStill);
      for (const cell of chosen) {
        if (!isStill()) return;
        tell(say("lab-running"));
        guest.onoutput = cell.print;
        cell.begin();
        const ended = await guest.ask("run", cell.command);
        if (isStill()) cell.end(ended);
        code = ended.code;
      }
    } catch {
      if (isStill()) fail();
    }
    if (!isStill()) return;
    busy(false);
    tell(isExercise ? say("lab-solve") : say("lab-ready"));
    const shown = await judged(chosen, isWhole, code).catch(() => []);
    if (isStill()) verdict.replaceChildren(...shown);
  };

  const judged = async (chosen, isWhole, code) => {
    if (isExercise) return chosen.length && code !== INTERRUPTED ? await solved(run, chosen[0].output) : [];
    return isWhole ? await held(run, cells) : [];
  };

  const fail = () => guest ? end(guest) : user.gone();

  /** What was begun here does not count any more. */
  const rest = (text) => {
    turn++;
    prompt.close();
    for (const cell of cells) cell.rest();
    busy(false);
    tell(text);
  };

  const busy = (now) => {
    isBusy = now;
    panel.toggleAttribute("data-busy", now);
    for (const each of [...cells.map((cell) => cell.start), type]) each.ariaDisabled = String(now);
    stop.ariaDisabled = String(!now);
  };

  const interrupt = async () => {
    if (!isBusy || !guest) return;
    const hasStopped = await guest.ask("interrupt").catch(() => {
      fail();
      return true; // in its way
    });
    if (!hasStopped) tell(say("lab-not-stopped"));
  };

  const again = () => {
    for (const cell of cells) cell.restore();
    play(recorded, true);
  };

  const close = () => {
    rest("");
    if (guest) leave(guest, user);
    guest = null;
    panel.hidden = true;
    closed();
  };

  const typing = async () => {
    if (isBusy || asking.isConnected) return;
    if (guest?.owner !== user) await play([]);
    if (guest?.owner === user) await prompt.open(guest).catch(fail);
  };

  const prompt = promptOf();
  const stop = button(say("lab-stop"), "", interrupt);
  const type = button(say("lab-type"), "", typing);
  const others = [button(say("lab-reset"), "", again), type, button(say("lab-close"), "", close)];
  const bar = element("div", { className: "kb-lab-bar" }, status, stop, ...others);
  const begins = button(say("lab-load"), "kb-lab-load", () => {
    play(recorded, true);
    (isExercise ? cells[0].field : stop).focus();
  });
  const asking = element("p", { className: "kb-lab-asking", textContent: say("lab-ask", { size }) }, begins);
  const about = element("a", { className: "kb-lab-about", target: "_blank", textContent: say("lab-about") });
  const outside = run.dataset.lab === SERVERS && !isExercise ? [knocking(steps, () => guest)] : [];
  const shown = [bar, ...cells.map(({ box }) => box), verdict, ...outside, prompt.box, about];
  const panel = element("section", { className: "kb-lab", hidden: true, ariaLabel: say("lab-label") }, ...shown);
  place.append(panel);
  busy(false);

  const open = () => {
    const mustAsk = panel.hidden && asks && !guest;
    panel.hidden = false;
    if (mustAsk) return bar.after(asking);
    if (isExercise) cells[0].field.focus();
    if (!isBusy) play(recorded, true);
  };
  return { open, close };
};
