/**
 * <kb-run>: a recorded terminal. The record can be read without JavaScript; the modules in run/ copy its commands, play
 * them one by one, let a reader set variables such as PORT for the whole site, and show the commands of the reader's
 * system. A reader's settings stay in the browser.
 */
import { say } from "./kb-say.js";
import { age } from "./run/ages.js";
import { copyMenu } from "./run/copy.js";
import { element } from "./kb-element.js";
import { unfoldAbove } from "./run/above.js";
import { screenOf } from "./run/elements.js";
import { fold, wrapping } from "./run/lines.js";
import { live } from "./run/live.js";
import { whenSet } from "./run/settings.js";
import { stepping } from "./run/steps.js";
import { oneStop } from "./run/stops.js";
import { apply, systems, values } from "./run/values.js";

class KbRun extends HTMLElement {
  #status = element("span", { className: "kb-run-status", role: "status" });
  #show = [() => apply(this)];
  #forget = () => {};
  #leave = () => {};
  #silence = 0;

  connectedCallback() {
    const show = () => this.#show.forEach((part) => part());
    this.#forget = whenSet(show);
    if (!this.contains(this.#status)) this.#upgrade();
    show();
  }

  disconnectedCallback() {
    this.#forget();
    this.#leave();
  }

  #upgrade() {
    const screen = screenOf(this);
    if (!screen) return;
    screen.tabIndex = 0; // so that the keyboard can scroll it
    screen.setAttribute("role", "group");
    const title = this.querySelector(":scope > .kb-run-title");
    screen.setAttribute("aria-label", say("run-label", { title: title?.textContent ?? say("run-title") }));
    screen.setAttribute("aria-description", say("run-keys"));
    const tell = (text, milliseconds) => this.#tell(text, milliseconds);
    const { toggle, show } = wrapping(this, screen);
    this.#show.push(show);
    for (const output of screen.querySelectorAll(".kb-output")) fold(output);
    for (const time of this.querySelectorAll(".kb-run-badge time")) age(time);
    const copying = copyMenu(this, tell);
    if (title) title.after(copying); // where it is seen, so that the keyboard comes to it there
    else this.prepend(copying);
    const { player, hint } = stepping(this);
    const { starter, leave } = live(this, tell);
    this.#leave = leave;
    const tools = [...starter, ...systems(this), ...player, toggle, ...values(this), ...hint];
    screen.before(element("div", { className: "kb-run-tools" }, ...tools));
    this.append(this.#status);
    unfoldAbove(this);
    oneStop(this);
  }

  /** Says `text` to who listens, for a time or until something else is said. */
  #tell(text, milliseconds = 0) {
    clearTimeout(this.#silence);
    this.#status.textContent = text;
    if (milliseconds) this.#silence = setTimeout(() => (this.#status.textContent = ""), milliseconds);
  }
}

customElements.define("kb-run", KbRun);
