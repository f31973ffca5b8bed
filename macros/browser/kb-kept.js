/** What a reader's browser keeps for the site. Some keep nothing, and what is kept may be anybody's. */

/** The value of `key`; null where there is none that can be read. */
export const kept = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
};

/** Keeps `value` under `key`, where the browser does, and tells whoever waits for it. */
export const keep = (key, value) => {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // the page goes on without
  }
  dispatchEvent(new CustomEvent(`kept:${key}`));
};

/** Calls `show` whenever something is kept under `key`, here or in another tab; what comes back ends that. */
export const whenKept = (key, show) => {
  const elsewhere = (event) => event.key === key && show();
  addEventListener(`kept:${key}`, show);
  addEventListener("storage", elsewhere);
  return () => {
    removeEventListener(`kept:${key}`, show);
    removeEventListener("storage", elsewhere);
  };
};
