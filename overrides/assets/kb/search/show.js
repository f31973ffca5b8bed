/** What a reader is shown of the notes that were found. */
import { closeness } from "./closeness.js";
import { isSyllable } from "./letters.js";
import { stem } from "./query.js";

export const SHOWN = 10;
const LOOKED_AT = SHOWN + 4; // notes whose texts may change their order
const LEAST = 0.08; // of the best note's score
const PARTS = 3;
const TEASER = 160;
const MARKED = 40; // forms of words at most

/** The groups of the theme's items for the best of the notes that `rank` gave: [[note, section, …], …]. */
export const present = async (index, ranked, found, words, query) => {
  const pattern = patternOf(formsOf(index, found, words));
  const typed = words.flatMap(({ text }) => [text, stem(text, index.particles)]);
  const terms = Object.fromEntries(typed.map((text) => [text, true])); // what the page that opens marks
  const chosen = await best(index, ranked, words, query);
  return chosen.map((entry) => group(entry, index.firstOf[entry.note], chosen[0].score || 1, pattern, terms));
};

const best = async (index, ranked, words, query) => {
  const first = ranked.slice(0, LOOKED_AT);
  const shown = await Promise.all(first.map(({ note }) => index.note(note)));
  const scored = first.map((entry, at) => {
    const { title, sections } = shown[at];
    return { ...entry, shown: shown[at], score: entry.score * closeness(title, sections, words, query) };
  });
  const least = LEAST * Math.max(...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score >= least)
    .sort((one, other) => other.score - one.score || one.note - other.note)
    .slice(0, SHOWN);
};

const group = ({ shown, score, sections }, first, top, pattern, terms) => {
  const { address, title, tags } = shown;
  const parts = sections
    .map(([section, worth]) => [shown.sections[section - first], worth])
    .filter(([part]) => part);
  const [own] = parts.find(([[anchor]]) => !anchor) ?? [shown.sections[0]];
  const text = own[2] || shown.sections.find((part) => part[2])?.[2] || "";
  const article = item(address, marked(title, pattern), teaser(text, pattern), score / top, terms);
  const below = parts.filter(([[anchor]]) => anchor).slice(0, PARTS).map(([[anchor, heading, body], worth]) => {
    const location = `${address}#${encodeURIComponent(anchor)}`;
    return item(location, marked(heading, pattern), teaser(body, pattern), Math.min(worth / top, 0.99), terms);
  });
  return [tags.length ? { ...article, tags: tags.map(escape) } : article, ...below];
};

const item = (location, title, text, score, terms) => ({ location, title, text, score, terms });

/** What to mark: the words as they were typed, their stems, and the forms that were found. */
const formsOf = (index, found, words) => {
  const forms = new Set(words.flatMap(({ text }) => [text, stem(text, index.particles)]));
  for (const hits of found) {
    const bare = stem(hits.text, index.particles);
    for (const form of hits.forms) if (form.startsWith(bare) || hits.forms.size < 6) forms.add(form);
  }
  return [...forms];
};

const patternOf = (forms) => {
  const words = forms
    .filter((form) => form.length > 1 || isSyllable(form))
    .sort((one, other) => other.length - one.length)
    .slice(0, MARKED);
  if (!words.length) return null;
  return new RegExp(words.map(patternOfWord).join("|"), "giu");
};

/** A long word as a pattern, which may stand there with blanks: `racecondition` marks race condition. */
const patternOfWord = (word) =>
  [...word].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/, "\\$&")).join(word.length > 3 ? "[ _-]?" : "");

const teaser = (text, pattern) => {
  const first = pattern ? text.search(pattern) : -1;
  const start = first > TEASER / 2 ? text.indexOf(" ", first - TEASER / 2) + 1 : 0;
  const part = text.slice(start, start + TEASER);
  return `${start ? "…" : ""}${marked(part, pattern)}${start + TEASER < text.length ? "…" : ""}`;
};

/** `text` as HTML with the words of `pattern` marked. */
const marked = (text, pattern) => {
  let html = "";
  let end = 0;
  for (const found of pattern ? text.matchAll(pattern) : []) {
    html += `${escape(text.slice(end, found.index))}<mark data-md-highlight>${escape(found[0])}</mark>`;
    end = found.index + found[0].length;
  }
  return html + escape(text.slice(end));
};

const escape = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
