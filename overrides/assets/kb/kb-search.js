/**
 * What the theme's search box lacks: a word on corrections, a way on when nothing was found, recent searches, Ctrl-K,
 * text that was pasted or spoken, and keys that belong to an input method while it composes. The box works without it.
 */
import { say } from "./kb-say.js";

const INPUT = ".md-search__input";
const RECENT = "kb-search"; // in localStorage: the last searches, the newest first
const MOST = 5;
const SITE = new URL("../../", import.meta.url);

const box = () => document.querySelector(INPUT);

const recent = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(RECENT)) ?? [];
    return Array.isArray(kept) ? kept.filter((query) => typeof query === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
};

const remember = (query) => {
  try {
    localStorage.setItem(
      RECENT,
      JSON.stringify([query, ...recent().filter((other) => other !== query)].slice(0, MOST)),
    );
  } catch {
    // a browser that keeps nothing has no recent searches
  }
};

/** Puts `query` into the box and has it searched. */
const ask = (query) => {
  const input = box();
  input.value = query;
  input.focus();
  input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  show();
};

const askFor = (query) => {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: query });
  button.addEventListener("click", () => ask(query));
  return button;
};

const openNote = ({ title, location }) => {
  const link = Object.assign(document.createElement("a"), { textContent: title, href: new URL(location, SITE) });
  link.addEventListener("click", () => (document.querySelector("[data-md-toggle=search]").checked = false));
  return link;
};

/** The line below the box: `text`, and what to go on with: queries to ask, or notes to open. */
const show = (text = "", ways = []) => {
  const output = document.querySelector(".md-search__scrollwrap");
  if (!output) return;
  let note = output.querySelector(".kb-search-note");
  if (!note) {
    note = Object.assign(document.createElement("div"), { className: "kb-search-note" });
    note.setAttribute("role", "status");
    output.prepend(note);
  }
  const told = JSON.stringify([text, ...ways]);
  if (note.dataset.told === told) return; // a button under a reader's finger stays the same one
  note.dataset.told = told;
  note.textContent = text;
  for (const way of ways) note.append(" ", typeof way === "string" ? askFor(way) : openNote(way));
};

const showRecent = () => {
  const queries = recent();
  if (!box()?.value && queries.length) show(say("search-recent"), queries);
};

new BroadcastChannel("kb-search").addEventListener("message", ({ data: { query, corrected, near, failed } }) => {
  if (query !== box()?.value) return; // another page's
  if (failed) show(say("search-failed"));
  else if (corrected) show(say("search-corrected", { query, corrected }));
  else if (near.length) show(say("search-near"), near);
  else if (query.trim()) show();
  else showRecent();
});

document.addEventListener("input", ({ target }) => {
  if (!target.matches?.(INPUT)) return;
  target.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })); // the theme listens to keys alone
  if (!target.value) show();
  showRecent();
});

document.addEventListener("focusin", ({ target }) => {
  if (!target.matches?.(INPUT)) return;
  if (location.protocol === "file:") show(say("search-file"));
  else showRecent();
});

document.addEventListener("click", ({ target }) => {
  if (target.closest?.(".md-search-result__link") && box()?.value) remember(box().value.trim());
});

window.addEventListener(
  "keydown",
  (event) => {
    if ((event.isComposing || event.keyCode === 229) && event.target.matches?.(INPUT)) event.stopImmediatePropagation();
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k" && box()) {
      event.preventDefault();
      const toggle = document.querySelector("[data-md-toggle=search]");
      if (toggle && !toggle.checked) toggle.click();
      box().focus();
    }
  },
  true,
);
