/** The last searches, the newest first, which the browser keeps. */
const KEY = "kb-search"; // in localStorage
const MOST = 5;

export const recent = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY)) ?? [];
    return Array.isArray(kept) ? kept.filter((query) => typeof query === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
};

export const remember = (query) => {
  try {
    const others = recent().filter((other) => other !== query);
    localStorage.setItem(KEY, JSON.stringify([query, ...others].slice(0, MOST)));
  } catch {
    // a browser that keeps nothing has no recent searches
  }
};
