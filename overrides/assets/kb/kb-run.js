/**
 * <kb-run>: a recorded terminal. The record can be read without JavaScript; this adds a button that copies the commands alone,
 * and folds a long one.
 */
const LONGEST = 20; // lines that are shown before the rest is folded

class KbRun extends HTMLElement {
  connectedCallback() {
    if (this.querySelector("button")) return;
    this.append(this.#button("명령 복사", "kb-run-copy", (button) => this.#copy(button)));
    const screen = this.querySelector("pre");
    const lines = screen.textContent.split("\n").length;
    if (lines <= LONGEST) return;
    this.dataset.folded = "";
    const unfold = this.#button(`${lines}줄 모두 보기`, "kb-run-fold", () => {
      const folded = this.toggleAttribute("data-folded");
      unfold.setAttribute("aria-expanded", String(!folded));
      unfold.textContent = folded ? `${lines}줄 모두 보기` : "접기";
    });
    unfold.setAttribute("aria-expanded", "false");
    screen.after(unfold);
  }

  /** The commands as a shell takes them, without prompts and output. */
  get commands() {
    return [...this.querySelectorAll(".kb-command")].map((line) => line.textContent).join("\n");
  }

  #button(text, name, action) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: name, textContent: text });
    button.addEventListener("click", () => action(button));
    return button;
  }

  async #copy(button) {
    await navigator.clipboard.writeText(this.commands);
    button.setAttribute("aria-live", "polite");
    button.textContent = "복사했습니다";
    setTimeout(() => (button.textContent = "명령 복사"), 2000);
  }
}

customElements.define("kb-run", KbRun);
