/** Where a reader pastes an output, and reads how it differs from the record. */
import { ask } from "./ask.js";
import { button, element } from "../kb-element.js";
import { firstDifference, reportOf } from "./report.js";
import { say } from "../kb-say.js";

/** The panel; `question` gives what is compared with, and `close` closes it. */
export const panelOf = (question, close) => {
  const area = element("textarea", { rows: 6, spellcheck: false, autocapitalize: "off", autocomplete: "off" });
  const status = element("p", { className: "kb-compare-status", role: "status" });
  const report = element("div", { className: "kb-compare-report" });
  const first = button(say("compare-first"), "", () => firstDifference(report)?.focus());
  first.hidden = true;
  let turn = 0; // which comparison is the last one
  const tell = (text, ...parts) => {
    status.textContent = text;
    report.replaceChildren(...parts);
    first.hidden = !firstDifference(report);
  };
  const compare = async () => {
    const text = area.value; // once: a browser copies it each time
    if (!/\S/.test(text)) {
      tell(say("compare-empty"));
      area.focus();
      return;
    }
    const mine = ++turn;
    tell(say("compare-busy"));
    const { record, set, ignored } = question();
    try {
      const verdict = await ask(record, text, set, ignored);
      if (mine === turn) tell(...reportOf(verdict, record));
    } catch {
      if (mine === turn) tell(say("compare-failed"));
    }
  };
  const label = element("label", {}, element("span", { textContent: say("compare-label") }), area);
  const buttons = element("div", { className: "kb-compare-buttons" });
  buttons.append(button(say("compare-do"), "", compare), first, button(say("compare-close"), "", close));
  const note = element("p", { className: "kb-compare-note", textContent: say("compare-private") });
  return element("div", { className: "kb-compare-panel" }, label, note, buttons, status, report);
};
