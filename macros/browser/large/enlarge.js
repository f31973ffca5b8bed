/** A picture or a diagram in a dialog as large as the window: a press shows it larger still, to be moved about. */
import { dialogOf } from "../kb-dialog.js";
import { button, element } from "../kb-element.js";
import { say } from "../kb-say.js";

const LARGER = 2;

/** Opens a copy of `picture`; the focus comes back to it. */
export const enlarge = (picture, name) => {
  const shown = copied(picture, name);
  const stage = element("div", { className: "kb-large-stage", tabIndex: 0 }, shown);
  const zoom = button("＋", "kb-large-zoom", () => turn());
  Object.assign(zoom, { ariaLabel: say("large-zoom"), title: say("large-zoom"), ariaPressed: "false" });
  const { dialog, close } = dialogOf("kb-large", name, say("large-close"));
  dialog.append(element("div", { className: "kb-large-bar" }, zoom, close), stage);

  /** Shows all of it, or the place `at` (two shares of its sides) larger. */
  const turn = (at = [0.5, 0.5]) => {
    const isWhole = zoom.ariaPressed === "true";
    const { width } = shown.getBoundingClientRect();
    const natural = shown.naturalWidth ?? 0;
    zoom.ariaPressed = String(!isWhole);
    dialog.toggleAttribute("data-larger", !isWhole);
    shown.style.width = isWhole ? "" : `${Math.max(natural, width * LARGER)}px`;
    stage.scrollTo(
      at[0] * stage.scrollWidth - stage.clientWidth / 2,
      at[1] * stage.scrollHeight - stage.clientHeight / 2,
    );
  };
  stage.addEventListener("click", (event) => {
    if (event.target === stage) return dialog.close();
    const box = shown.getBoundingClientRect();
    turn([(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height]);
  });
  const gone = () => dialog.close();
  addEventListener("popstate", gone);
  dialog.addEventListener("close", () => {
    removeEventListener("popstate", gone);
    picture.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
  close.focus();
};

const copied = (picture, name) => {
  const copy = picture.cloneNode(true);
  for (const attribute of ["tabindex", "data-kb-large", "aria-haspopup", "width", "height", "style", "loading"]) {
    copy.removeAttribute(attribute);
  }
  copy.setAttribute("role", "img");
  copy.setAttribute("aria-label", name);
  return copy;
};
