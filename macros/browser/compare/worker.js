/** Compares in a worker, which the page can end: see ask.js. Nothing leaves the browser. */
import { compare } from "./compare.js";
import { shortened } from "./short.js";

self.addEventListener("message", ({ data: { record, text, set, ignored } }) => {
  const verdict = compare(record, text, set, ignored, (names) => self.postMessage({ names }));
  self.postMessage({ verdict: shortened(verdict) });
});
