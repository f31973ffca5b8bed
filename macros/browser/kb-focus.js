/**
 * Where the keyboard is. The theme takes pages out of each other's place: a link of the navigation has the focus again
 * in the new page, one of the text leads to the title or to what its address names, and who goes back is at the link
 * that was followed. Esc closes the theme's tooltips.
 */
import "./kb-drawer.js";

const CONTAINER = "[data-md-component=container]";
const NAVIGATION = ".md-sidebar--primary, .md-footer";
const ARTICLE = "article, .kb-rail";
const TITLE = ".md-content h1";
const TOOLTIP = "md-tooltip2--active";

/** The address of each page that was left, with the link that was followed there. */
const left = new Map();
let link = null;
let isBack = false;

const page = () => location.href.split("#")[0];

/** Puts the focus there without moving the page, which the theme does. */
const focus = (element) => {
  if (!element) return;
  if (!element.matches("a, button, input, summary, [tabindex]")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
};

const again = ({ href, isNavigation }) => {
  const links = document.querySelectorAll(`:is(${isNavigation ? NAVIGATION : ARTICLE}) a[href]`);
  return [...links].find((found) => found.href === href);
};

const arrive = () => {
  if (document.activeElement !== document.body) return;
  const from = left.get(page());
  if (isBack && from) focus(again(from));
  else if (link?.isNavigation) focus(again(link));
  if (document.activeElement !== document.body) return;
  const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (link || isBack) focus(named || document.querySelector(TITLE));
};

addEventListener("click", ({ target }) => {
  const followed = target.closest?.("a[href]");
  if (!followed) return;
  link = { href: followed.href, isNavigation: Boolean(followed.closest(NAVIGATION)) };
  left.set(page(), link);
  isBack = false;
}, { capture: true });
addEventListener("popstate", () => {
  isBack = true;
  link = null;
});
new MutationObserver((changes) => {
  const isNew = changes.some(({ addedNodes }) => [...addedNodes].some((node) => node.matches?.(CONTAINER)));
  if (isNew) setTimeout(arrive); // after the theme, which may blur what it leaves
}).observe(document.body, { childList: true });

addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.isComposing) return;
  for (const tip of document.querySelectorAll(`.${TOOLTIP}`)) tip.classList.remove(TOOLTIP);
});
