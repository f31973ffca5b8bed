/**
 * <kb-run>: a recorded terminal. The record can be read without JavaScript; this adds a button that copies the commands
 * alone, folds long outputs, lets a reader set variables such as PORT for the whole site, and shows the commands of the
 * reader's system. A reader's settings stay in the browser.
 */
import { say } from "./kb-say.js";

const LONGEST = 12; // lines of an output that are shown before the rest is folded
const SETTINGS = "kb-run"; // in localStorage: {variables: {PORT: "9090"}, system: "macOS"}
const SAFE = /^[\p{L}\p{N}_.:/@][\p{L}\p{N}_.:/@-]*$/u; // nothing that a shell would take for more than a word
const CHANGED = "kb-run-settings";

const settings = () => {
  try {
    const { variables, system } = JSON.parse(localStorage.getItem(SETTINGS)) ?? {};
    return { variables: variables ?? {}, system: system ?? "" };
  } catch {
    return { variables: {}, system: "" };
  }
};

const keep = (change) => {
  try {
    localStorage.setItem(SETTINGS, JSON.stringify({ ...settings(), ...change }));
  } catch {
    // a browser that keeps nothing shows the commands as they were recorded
  }
  document.dispatchEvent(new Event(CHANGED));
};

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

class KbRun extends HTMLElement {
  #status = element("span", { className: "kb-run-status", role: "status" });
  #show = () => this.#apply();
  #stored = (event) => event.key === SETTINGS && this.#apply();

  connectedCallback() {
    document.addEventListener(CHANGED, this.#show);
    window.addEventListener("storage", this.#stored);
    if (!this.contains(this.#status)) this.#upgrade();
    this.#apply();
  }

  disconnectedCallback() {
    document.removeEventListener(CHANGED, this.#show);
    window.removeEventListener("storage", this.#stored);
  }

  /** The commands as a shell takes them: no prompts, no output, the reader's values, for the reader's system. */
  get commands() {
    const lines = [...this.querySelectorAll(".kb-command")].filter((line) => !line.closest("[hidden]"));
    return lines.map((line) => line.textContent).join("\n");
  }

  #upgrade() {
    const screen = this.querySelector("pre");
    if (!screen) return;
    screen.tabIndex = 0; // so that the keyboard can scroll it
    screen.setAttribute("role", "group");
    screen.setAttribute(
      "aria-label",
      say("run-label", { title: this.querySelector(".kb-run-title")?.textContent ?? say("run-title") }),
    );
    for (const variable of this.querySelectorAll(".kb-variable")) variable.dataset.recorded = variable.textContent;
    const tools = element("div", { className: "kb-run-tools" }, ...this.#systems(), ...this.#variables());
    if (tools.childElementCount) screen.before(tools);
    for (const output of this.querySelectorAll(".kb-output")) this.#fold(output);
    this.append(this.#button(say("run-copy"), "kb-run-copy", () => this.#copy()), this.#status);
  }

  #button(text, className, action) {
    const button = element("button", { type: "button", className, textContent: text });
    button.addEventListener("click", () => action(button));
    return button;
  }

  #fold(output) {
    const lines = output.textContent.split("\n").length;
    if (lines <= LONGEST) return;
    const button = this.#button("", "kb-run-fold", () => set(!output.hasAttribute("data-folded")));
    const set = (folded) => {
      output.toggleAttribute("data-folded", folded);
      button.setAttribute("aria-expanded", String(!folded));
      button.textContent = folded ? say("run-unfold", { lines }) : say("run-fold");
    };
    set(true);
    output.after(button);
  }

  #variables() {
    const recorded = new Map(
      [...this.querySelectorAll(".kb-variable")].map((at) => [at.dataset.name, at.dataset.recorded]),
    );
    return [...recorded].map(([name, value]) => {
      const input = element("input", { placeholder: value, size: Math.max(value.length, 6), spellcheck: false });
      Object.assign(input, { autocapitalize: "off", autocomplete: "off", name });
      input.addEventListener("input", () => {
        const valid = !input.value || SAFE.test(input.value);
        input.setAttribute("aria-invalid", String(!valid));
        this.#status.textContent = valid ? "" : say("run-letters", { name });
        if (!valid) return;
        const { [name]: _, ...others } = settings().variables;
        keep({ variables: input.value ? { ...others, [name]: input.value } : others });
      });
      return element("label", { className: "kb-run-variable", textContent: `${name} ` }, input);
    });
  }

  #systems() {
    const names = [...new Set([...this.querySelectorAll(".kb-on")].map((on) => on.dataset.system))];
    if (!names.length) return [];
    const buttons = names.map((name) => this.#button(name, "kb-run-system", () => keep({ system: name })));
    return [element("div", { className: "kb-run-systems", role: "group", ariaLabel: say("run-systems") }, ...buttons)];
  }

  /** Shows what the reader has set, here or on another page. */
  #apply() {
    const { variables, system } = settings();
    for (const variable of this.querySelectorAll(".kb-variable")) {
      const value = variables[variable.dataset.name];
      const set = typeof value === "string" && SAFE.test(value);
      variable.textContent = set ? value : variable.dataset.recorded;
      variable.toggleAttribute("data-set", set && value !== variable.dataset.recorded);
    }
    for (const input of this.querySelectorAll(".kb-run-variable input")) {
      if (input !== document.activeElement) input.value = variables[input.name] ?? "";
    }
    const buttons = [...this.querySelectorAll(".kb-run-system")];
    const shown = buttons.some((button) => button.textContent === system) ? system : buttons[0]?.textContent;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.textContent === shown));
    for (const { children } of this.querySelectorAll(".kb-systems")) {
      const chosen = [...children].find((on) => on.dataset.system === shown) ?? children[0];
      for (const on of children) on.hidden = on !== chosen;
    }
    const changed = this.querySelector("[data-set]") || (buttons.length && shown !== buttons[0].textContent);
    this.toggleAttribute("data-changed", Boolean(changed)); // the style says that the output is still the recorded one
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.commands);
      this.#status.textContent = say("run-copied");
    } catch {
      this.#status.textContent = say("run-no-copy");
    }
    setTimeout(() => (this.#status.textContent = ""), 3000);
  }
}

customElements.define("kb-run", KbRun);
