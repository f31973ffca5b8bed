/** Values that a reader sets for all terminals, such as a port, and the reader's system. */
import { say } from "../kb-say.js";
import { button, element } from "../kb-element.js";
import { valueOf, wrong } from "./kinds.js";
import { keep, settings } from "./settings.js";

/** Inputs with the values that stand in the commands now, folded, with a way back to the record. */
export const values = (run) => {
  for (const variable of run.querySelectorAll(".kb-variable")) variable.dataset.recorded = variable.textContent;
  const recorded = new Map(
    [...run.querySelectorAll(".kb-variable")].map((at) => [at.dataset.name, at.dataset.recorded]),
  );
  if (!recorded.size) return [];
  const inputs = [...recorded].map(([name, value]) => field(name, value, `${run.id}-${name}`));
  const undo = button(say("run-values-undo"), "kb-run-undo", () => {
    const others = Object.entries(settings().variables).filter(([name]) => !recorded.has(name));
    for (const input of run.querySelectorAll(".kb-run-variable input")) tellFault(input, "");
    keep({ variables: Object.fromEntries(others) });
  });
  const scope = element("span", { className: "kb-run-scope", textContent: say("run-values-scope") });
  const summary = element("summary", { textContent: say("run-values") });
  return [element("details", { className: "kb-run-values" }, summary, ...inputs, undo, scope)];
};

/** An input with its name, and beside it a place for what is wrong with its value. */
const field = (name, recorded, id) => {
  const input = element("input", { name, value: recorded, size: Math.max(recorded.length, 6), spellcheck: false });
  Object.assign(input, { autocapitalize: "off", autocomplete: "off" });
  input.dataset.recorded = recorded;
  const fault = element("span", { id, className: "kb-run-wrong" });
  fault.setAttribute("aria-live", "polite");
  input.setAttribute("aria-describedby", id);
  let before = recorded; // what was typed by halves is no value
  input.addEventListener("focus", () => (before = valueOf(name, recorded)));
  input.addEventListener("input", () => {
    const why = input.value && wrong(name, recorded, input.value);
    tellFault(input, why && say("run-wrong", { why, value: before }));
    const value = why ? before : input.value || recorded;
    const { [name]: _, ...others } = settings().variables;
    keep({ variables: value === recorded ? others : { ...others, [name]: value } });
  });
  input.addEventListener("blur", () => (input.value ||= recorded));
  const label = element("label", { className: "kb-run-variable", textContent: name }, input);
  return element("span", { className: "kb-run-field" }, label, fault);
};

/** Says beside an input what is wrong with its value; nothing is where `text` is empty. */
const tellFault = (input, text) => {
  input.setAttribute("aria-invalid", String(Boolean(text)));
  input.parentElement.nextElementSibling.textContent = text;
};

/** A button for each system that a command of the terminal is another one for. */
export const systems = (run) => {
  const names = [...new Set([...run.querySelectorAll(".kb-on")].map((on) => on.dataset.system))];
  if (!names.length) return [];
  const buttons = names.map((name) => button(name, "kb-run-system", () => keep({ system: name })));
  return [element("div", { className: "kb-run-systems", role: "group", ariaLabel: say("run-systems") }, ...buttons)];
};

/** Shows what the reader has set, here or on another page. */
export const apply = (run) => {
  const { system } = settings();
  for (const variable of run.querySelectorAll(".kb-variable")) {
    variable.textContent = valueOf(variable.dataset.name, variable.dataset.recorded);
    variable.toggleAttribute("data-set", variable.textContent !== variable.dataset.recorded);
  }
  for (const input of run.querySelectorAll(".kb-run-variable input")) {
    const isTyped = input === document.activeElement || input.getAttribute("aria-invalid") === "true";
    if (!isTyped) input.value = valueOf(input.name, input.dataset.recorded);
  }
  const buttons = [...run.querySelectorAll(".kb-run-system")];
  const shown = buttons.some((button) => button.textContent === system) ? system : buttons[0]?.textContent;
  for (const button of buttons) button.setAttribute("aria-pressed", String(button.textContent === shown));
  for (const { children } of run.querySelectorAll(".kb-systems")) {
    const chosen = [...children].find((on) => on.dataset.system === shown) ?? children[0];
    for (const on of children) on.hidden = on !== chosen;
  }
  const changed = run.querySelector("[data-set]") || (buttons.length && shown !== buttons[0].textContent);
  run.toggleAttribute("data-changed", Boolean(changed)); // the style says that the output is still the recorded one
};
