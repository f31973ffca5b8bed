/** A prompt of its own in a guest, drawn by xterm.js, which is loaded when a reader asks for it. */
import { element } from "../kb-element.js";
import { say } from "../kb-say.js";

const LIBRARY = new URL("../vendor/xterm/", import.meta.url);

export const promptOf = () => {
  const box = element("div", { className: "kb-lab-prompt", hidden: true, ariaLabel: say("lab-prompt") });
  let terminal = null;
  let turn = 0; // what is being opened when another terminal of the page takes the guest is not wanted any more

  const close = () => {
    turn++;
    terminal?.dispose();
    terminal = null;
    box.hidden = true;
  };

  const open = async (guest) => {
    if (terminal) return terminal.focus();
    const mine = ++turn;
    const [{ Terminal }] = await Promise.all([import(new URL("xterm.mjs", LIBRARY).href), style()]);
    if (mine !== turn) return;
    box.hidden = false;
    const { fontFamily, fontSize, color, backgroundColor } = getComputedStyle(box);
    terminal = new Terminal({
      cols: columns(box),
      rows: 14,
      cursorBlink: false,
      fontFamily,
      fontSize: parseFloat(fontSize),
      screenReaderMode: true,
      theme: { background: backgroundColor, foreground: color, cursor: color },
    });
    terminal.open(box);
    terminal.onData((text) => guest.ask("type", text).catch(() => {})); // who ended it is told
    guest.onprompt = (bytes) => terminal?.write(bytes);
    await guest.ask("prompt", terminal.cols, terminal.rows);
    if (mine === turn) terminal.focus();
  };
  return { box, open, close };
};

/** Columns that there is room for, which are those of the ruler's letters. */
const columns = (box) => {
  const ruler = element("span", { className: "kb-run-ruler", textContent: "0".repeat(10) });
  box.append(ruler);
  const width = ruler.offsetWidth / 10;
  ruler.remove();
  return Math.max(20, Math.min(120, Math.floor((box.clientWidth - 20) / width)));
};

const style = () => {
  const href = new URL("xterm.css", LIBRARY).href;
  if (document.querySelector(`link[href="${href}"]`)) return;
  return new Promise((resolve) => {
    const link = element("link", { rel: "stylesheet", href });
    link.addEventListener("load", resolve);
    link.addEventListener("error", resolve);
    document.head.append(link);
  });
};
