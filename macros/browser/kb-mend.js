/**
 * What the theme makes in the browser, mended for who hears it or has no mouse: a table that is wider than its column
 * is a stop of the keyboard, which moves it sideways, and no other one is; the buttons beside code are no navigation.
 */
import { say } from "./kb-say.js";

const mend = () => {
  for (const nav of document.querySelectorAll(".md-code__nav:not([role])")) nav.role = "none";
  for (const wide of document.querySelectorAll(".md-typeset__scrollwrap")) {
    const isWide = wide.scrollWidth > wide.clientWidth;
    if (isWide === wide.hasAttribute("tabindex")) continue;
    if (isWide) Object.assign(wide, { tabIndex: 0, role: "group", ariaLabel: say("wide-table") });
    else ["tabindex", "role", "aria-label"].forEach((name) => wide.removeAttribute(name));
  }
};

new ResizeObserver(mend).observe(document.body); // it grows and shrinks with what the theme puts into it
