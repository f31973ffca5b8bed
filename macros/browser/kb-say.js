/** The words of the site's language: kb-words.js is made when the site is built. */
import words from "./kb-words.js";

/** `say("run-unfold", { lines: 3 })`. */
export const say = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
