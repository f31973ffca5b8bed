/** Copying: one command by the button beside it, and a menu for all that is shown, and for all from the beginning. */
import { say } from "../kb-say.js";
import { commandOf, screenOf, stepsIn } from "./elements.js";
import { button, element } from "../kb-element.js";
import { fromTheBeginning, origin } from "./origin.js";

const SAID_FOR = 4000; // milliseconds

/** The menu, and a button beside each command; `tell` says what became of it. */
export const copyMenu = (run, tell) => {
  const copy = (text, told) => write(text).then((done) => tell(done ? told : say("run-no-copy"), SAID_FOR));
  const steps = stepsIn(screenOf(run));
  for (const step of steps) {
    const one = button("", "kb-step-copy", () => copy(commandOf(step), say("run-copied")));
    one.ariaLabel = one.title = say("run-copy-command", { number: step.dataset.number });
    step.append(one);
  }
  const part = () => steps.map(commandOf).join("\n");
  return menu(say("run-copy"), () => {
    const [files, count] = [origin(run).files.length, origin(run).commands.length];
    const all = files ? say("run-copy-all-files", { files, count }) : say("run-copy-all", { count });
    return [
      [say("run-copy-part", { count: steps.length }), () => copy(part(), say("run-copied"))],
      [all, () => copy(fromTheBeginning(run), say("run-copied-all"))],
    ];
  });
};

const write = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

/** A button that opens a list of others, which are made when it does: `[[label, action]]`. */
const menu = (label, entries) => {
  const list = element("div", { className: "kb-run-menu", role: "menu", hidden: true });
  const opener = button(label, "kb-run-copy", () => (list.hidden ? open() : close()));
  const box = element("div", { className: "kb-run-copying" }, opener, list);
  opener.ariaHasPopup = "menu";
  opener.ariaExpanded = "false";
  const close = () => {
    if (list.contains(document.activeElement)) opener.focus();
    list.hidden = true;
    opener.ariaExpanded = "false";
  };
  const open = () => {
    const items = entries().map(([text, action]) => button(text, "kb-run-item", () => [close(), action()]));
    for (const item of items) Object.assign(item, { role: "menuitem", tabIndex: -1 });
    list.replaceChildren(...items);
    list.hidden = false;
    opener.ariaExpanded = "true";
    items[0].focus();
  };
  box.addEventListener("focusout", ({ relatedTarget }) => box.contains(relatedTarget) || close());
  box.addEventListener("keydown", (event) => {
    const items = [...list.children];
    const at = items.indexOf(document.activeElement);
    const to = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at || items.length) - 1,
      Home: 0,
      End: items.length - 1,
    };
    if (event.key === "Escape" && !list.hidden) close();
    else if (!list.hidden && event.key in to) items[to[event.key]].focus();
    else if (list.hidden && event.key === "ArrowDown") open();
    else return;
    event.preventDefault();
  });
  return box;
};
