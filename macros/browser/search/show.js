/** What a reader is shown of the notes that were found. */
import { patternOf } from "./forms.js";
import { stem } from "./query.js";

const PARTS = 3;
const TEASER = 160;
const PASSED_ON = 8; // forms that the page that opens marks

/** A group for each entry, [article, section, …]: {location, title, text, marks}, an article with {tags, missing}. */
export const present = (index, entries) => Promise.all(entries.map((entry) => group(index, entry)));

const group = async (index, entry) => {
  const { address, title, tags, summary, sections } = await index.note(entry.note);
  const pattern = (entry.reading.pattern ??= patternOf(formsOf(index, entry.reading)));
  const first = index.firstOf[entry.note];
  const parts = entry.sections.map(([section]) => sections[section - first]).filter(Boolean);
  const own = parts.find(([anchor]) => !anchor) ?? sections[0];
  const text = own[2] || sections.find((part) => part[2])?.[2] || "";
  const lead = pattern && text.search(pattern) < 0 && summary.search(pattern) >= 0 ? summary : text || summary;
  const marks = marksIn(`${title} ${summary} ${sections.flat().join(" ")}`, pattern);
  const isBest = parts[0]?.[0]; // a section below the beginning
  const shown = isBest ? "" : teaser(lead, pattern);
  const article = { location: address, title: marked(title, pattern), text: shown, marks };
  const below = parts.filter(([anchor]) => anchor).slice(0, PARTS).map(([anchor, heading, body], at) => {
    const location = `${address}#${encodeURIComponent(anchor)}`;
    return { location, title: marked(heading, pattern), text: teaser(body, pattern), marks, best: !at && !!isBest };
  });
  return [{ ...article, tags, missing: entry.missing }, ...below];
};

/** What to mark: the words as they were typed, their stems, and the forms that were found, the best first. */
const formsOf = (index, { found }) => {
  const asked = found.filter(({ filler }) => !filler);
  const forms = asked.flatMap((hits) => [...hits.forms]).sort(([, one], [, other]) => other - one);
  return [...asked.flatMap(({ text }) => [text, stem(text, index.particles)]), ...forms.map(([form]) => form)];
};

/** The forms that stand in a text, some of them. */
const marksIn = (text, pattern) => {
  const marks = new Set();
  for (const [form] of pattern ? text.matchAll(pattern) : []) {
    marks.add(form.toLowerCase());
    if (marks.size === PASSED_ON) break;
  }
  return [...marks];
};

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
