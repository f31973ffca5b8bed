/**
 * What a link in an article leads to, shown beside it: the beginning of the note, its section or its block. It comes
 * to a mouse that rests on the link and to the keyboard's focus, stays under the mouse, and goes with Escape. It is
 * to be looked at: a click on it follows the link. The theme's own would read the map of the site for each link.
 * Where there is no mouse, the first tap on a term shows it, and the second follows the link; other links lead on.
 */
import { load } from "./kb-load.js";
import { say } from "./kb-say.js";

const LINKS = ".md-content article :is(a.kb-link, a:not([class])):not([title])";
const TERMS = ".md-content article :is(a.kb-term, a.kb-defined)";
const HEADINGS = "h1, h2, h3, h4, h5, h6";
/** What ends a passage: the next heading, and what the page adds to the note. */
const ENDS = `${HEADINGS}, aside, .md-tags`;
const HIDDEN = ".headerlink, script, audio, video, iframe, dialog, .md-source-file, .md-tags, .kb-facts";
const REST = 350;
/** Milliseconds in which the mouse may cross from the link to what it shows. */
const GRACE = 200;
const MARGIN = 8;

const panel = document.createElement("div");
panel.className = "kb-popover md-typeset";
panel.popover = "manual";

let link = null;
let point = null;
let opening = 0;
let closing = 0;
let isTouched = false;

const close = () => {
  clearTimeout(opening);
  clearTimeout(closing);
  link = null;
  panel.remove();
};

/** The elements of `page` that `hash` means, the whole beginning where it is empty. */
const passage = (page, hash) => {
  const start = hash ? page.getElementById(decodeURIComponent(hash.slice(1))) : page.querySelector("article h1");
  if (!start?.closest("article")) return [];
  if (!start.matches(HEADINGS)) return [start];
  const found = [start];
  for (let next = start.nextElementSibling; next && !next.matches(ENDS); next = next.nextElementSibling) {
    found.push(next);
  }
  return found;
};

const copy = (element, address) => {
  const copied = document.importNode(element, true);
  for (const hidden of copied.querySelectorAll(HIDDEN)) hidden.remove();
  for (const part of [copied, ...copied.querySelectorAll("*")]) {
    if (!part.closest("svg")) part.removeAttribute("id"); // in a diagram they are its own, and its arrows ask for them
    for (const name of ["href", "src"]) {
      if (part.hasAttribute(name)) part.setAttribute(name, new URL(part.getAttribute(name), address));
    }
  }
  return copied;
};

/** Below the line of the link that the mouse is on, above it where there is more room. */
const place = () => {
  const lines = [...link.getClientRects()];
  const line = lines.find((box) => point && box.top <= point.y && point.y <= box.bottom) ?? lines[0];
  if (!line) return close();
  const above = line.top - 2 * MARGIN;
  const below = innerHeight - line.bottom - 2 * MARGIN;
  const isBelow = below >= Math.min(panel.scrollHeight, above);
  panel.style.maxHeight = `${Math.max(isBelow ? below : above, 0)}px`;
  const left = Math.min(line.left, document.documentElement.clientWidth - panel.offsetWidth - MARGIN);
  panel.style.left = `${Math.max(left, MARGIN)}px`;
  panel.style.top = `${isBelow ? line.bottom + MARGIN : line.top - MARGIN - panel.offsetHeight}px`;
};

/** Shows what the link leads to; false where that is not to be had. */
const show = async (asked) => {
  const address = new URL(asked.href);
  const own = address.pathname === location.pathname ? document : null; // scripts have added to it
  const page = await load(`${address.origin}${address.pathname}`).catch(() => own);
  const elements = page && link === asked ? passage(page, address.hash) : [];
  if (!elements.length) return false;
  const content = document.createElement("div");
  content.inert = true;
  content.append(...elements.map((element) => copy(element, address)));
  panel.replaceChildren(content, ...(isTouched ? [again()] : []));
  document.body.append(panel);
  panel.showPopover();
  place();
  return true;
};

const again = () =>
  Object.assign(document.createElement("p"), { className: "kb-popover-again", textContent: say("popover-again") });

/** The first tap on a term. Where there is nothing to show, it follows the link. */
const tap = async (term, where) => {
  close();
  [link, point] = [term, where];
  if (!(await show(term)) && link === term) term.click();
};

/** True for a link to a page of this site, not to a file. */
const isPage = (candidate) => candidate.origin === location.origin && /(\/|\.html)$/.test(candidate.pathname);

const rest = (target, where) => {
  clearTimeout(closing);
  if (target === link) return;
  close();
  if (!target || !isPage(target)) return;
  [link, point] = [target, where];
  opening = setTimeout(show, REST, target);
};

addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  isTouched = false;
  const target = event.target.closest?.(LINKS);
  if (target || !link) rest(target, event);
  else if (!panel.isConnected) close();
  else {
    clearTimeout(closing);
    if (!panel.contains(event.target)) closing = setTimeout(close, GRACE);
  }
});
addEventListener("focusin", (event) => {
  if (event.target.matches(":focus-visible")) rest(event.target.closest(LINKS), null);
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && panel.isConnected) {
    event.stopPropagation();
    close();
  }
}, { capture: true });
addEventListener("pointerdown", (event) => isTouched = event.pointerType === "touch", { capture: true });
addEventListener("click", (event) => {
  const term = isTouched && event.isTrusted && event.detail && event.target.closest?.(TERMS);
  if (term && term !== link) {
    event.preventDefault();
    event.stopPropagation();
    tap(term, event);
    return;
  }
  const followed = panel.contains(event.target) ? link : null;
  close();
  followed?.click();
}, { capture: true });
addEventListener("scroll", (event) => {
  if (event.target === document && panel.isConnected) close(); // the focus itself scrolls, before there is one
}, { capture: true, passive: true });
