/**
 * The buttons of the header, and the navigation of a narrow window by the keyboard: the focus goes into the drawer
 * as it opens, from one of its lists into the next and back, and with Esc to the button that opened it.
 */
const NARROW = "(max-width: 76.234375em)"; // as in the theme's style sheet
const STOPS = ".md-sidebar--primary :is(a[href], label[tabindex])";
const BACK = ":scope > .md-nav > .md-nav__title";
const ON = ":scope > label, :scope > .md-nav__container > label";

const drawer = document.querySelector("[data-md-toggle=drawer]");
const opener = document.querySelector(".kb-open[data-opens=drawer]");

/** What is there now; the theme puts another navigation in its place. */
const enter = () => {
  for (const back of document.querySelectorAll(".md-sidebar--primary .md-nav .md-nav .md-nav__title")) {
    back.tabIndex = 0;
  }
  const stops = [...document.querySelectorAll(STOPS)];
  stops.find((stop) => stop.checkVisibility({ visibilityProperty: true }))?.focus();
};

addEventListener("click", ({ target }) => {
  const name = target.closest?.(".kb-open")?.dataset.opens;
  if (name) document.querySelector(`[data-md-toggle=${name}]`)?.click();
});
drawer?.addEventListener("change", () => {
  opener?.setAttribute("aria-expanded", String(drawer.checked));
  if (drawer.checked && document.activeElement === opener) enter();
});
addEventListener("change", ({ target }) => {
  if (!target.matches?.(".md-nav__toggle") || !matchMedia(NARROW).matches || !drawer?.checked) return;
  target.closest(".md-nav__item").querySelector(target.checked ? BACK : ON)?.focus();
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.isComposing && drawer?.checked) {
    drawer.click();
    opener?.focus();
  } else if (event.key === " " && event.target.matches?.("label[tabindex='0']")) {
    event.preventDefault(); // the theme knows Enter on a label; a button knows the space bar too
    event.target.click();
  }
});
