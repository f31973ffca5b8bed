/** One command in a field, and below it what it gives. */
import { button, element } from "../kb-element.js";
import { say } from "../kb-say.js";

const MOST = 200_000; // letters of an output that a page keeps
const FITS = CSS.supports("field-sizing", "content");

/** The cell of `recorded`, which is empty where a reader has to find it; `play` runs it. */
export const cellOf = (recorded, play) => {
  const field = element("textarea", { value: recorded, spellcheck: false, rows: 1 });
  Object.assign(field, { autocapitalize: "off", autocomplete: "off", ariaLabel: say("lab-command") });
  if (!recorded) field.placeholder = say("lab-command");
  const start = button("▶", "kb-lab-start", () => play(cell));
  start.ariaLabel = start.title = say("lab-run-command");
  const output = element("pre", { className: "kb-lab-output", hidden: true, tabIndex: 0 });
  const told = element("p", { className: "kb-lab-told" });
  let left = MOST;

  /** As high as what is in it, wrapped as it is, where the style sheet cannot say so. */
  const fit = () => {
    if (FITS) return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
  };
  field.addEventListener("input", fit);
  let width = 0;
  new ResizeObserver(() => {
    if (field.clientWidth === width) return;
    width = field.clientWidth;
    fit();
  }).observe(field);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    play(cell);
  });

  const cell = {
    box: element("div", { className: "kb-lab-cell" }, element("div", {}, start, field), output, told),
    start,
    field,
    recorded,
    get command() {
      return field.value;
    },
    get output() {
      return output.textContent;
    },
    begin() {
      left = MOST;
      output.textContent = told.textContent = "";
      output.hidden = false;
      cell.box.toggleAttribute("data-running", true);
    },
    print(text) {
      if (left > 0) output.append(text.slice(0, left));
      if (left > 0 && text.length >= left) output.append(`\n${say("lab-too-much")}`);
      left -= text.length;
    },
    end({ code, seconds }) {
      cell.rest();
      output.hidden = !output.textContent;
      const took = say("lab-took", { seconds: seconds.toFixed(1) });
      told.textContent = code ? `${say("lab-exit", { code })} · ${took}` : took;
    },
    rest() {
      cell.box.removeAttribute("data-running");
    },
    restore() {
      field.value = recorded || field.value;
      fit();
      output.textContent = told.textContent = "";
      output.hidden = true;
      cell.rest();
    },
  };
  return cell;
};
