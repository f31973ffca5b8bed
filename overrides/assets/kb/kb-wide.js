/** Tables that are wider than their column can be moved sideways by the keyboard too: a stop each, and no other. */
import { say } from "./kb-say.js";

const look = () => {
  for (const wide of document.querySelectorAll(".md-typeset__scrollwrap")) {
    const isWide = wide.scrollWidth > wide.clientWidth;
    if (isWide === wide.hasAttribute("tabindex")) continue;
    if (isWide) Object.assign(wide, { tabIndex: 0, role: "group", ariaLabel: say("wide-table") });
    else ["tabindex", "role", "aria-label"].forEach((name) => wide.removeAttribute(name));
  }
};

new ResizeObserver(look).observe(document.body); // it grows and shrinks with what the theme puts into it
