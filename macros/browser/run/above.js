/** The link to what a terminal goes on from, which may be folded away further up. */

export const unfoldAbove = (run) => {
  const link = run.querySelector(":scope > .kb-run-above > a");
  link?.addEventListener("click", () => {
    const above = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    for (let fold = closed(above); fold; fold = closed(fold)) fold.open = true;
  });
};

const closed = (element) => element?.closest("details:not([open])");
