/**
 * A line of the record as something that a reader's line can be held to: its words as they are, `[name]` where a named
 * pattern stood, and the value of a variable where a reader may have set another one.
 */
import { canonical, LONGEST_LINE } from "./clean.js";

const SIGNS = /[\\^$.*+?()[\]{}|/]/g;
const WORD = "\\p{L}\\p{N}_";
const WRITTEN_OUT = {
  "\\b": `(?:(?<=[${WORD}])(?![${WORD}])|(?<![${WORD}])(?=[${WORD}]))`,
  "\\B": `(?:(?<=[${WORD}])(?=[${WORD}])|(?<![${WORD}])(?![${WORD}]))`,
  "\\w": WORD,
  "\\d": "\\p{Nd}",
};
const VALUE = "[\\p{L}\\p{N}_.:/@][\\p{L}\\p{N}_.:/@-]*"; // what a variable may be set to
const MOST_OF_A_HOLE = 300; // letters that stand for a pattern which is not looked at

const escaped = (text) => text.replace(SIGNS, "\\$&");
const literal = (text) => text.split(/(\s+)/).map((part) => (/^\s+$/.test(part) ? "[ \\t]+" : escaped(part))).join("");

/** A pattern as the page has it, with what stands for more written out, and its groups named after `place`. */
export const writtenOut = (source, place) =>
  source
    .replace(/\\[\s\S]/g, (pair) => WRITTEN_OUT[pair] ?? pair)
    .replace(/(\(\?<|\\k<)_(\d+)>/g, (_, start, number) => `${start}h${place}_${number}>`);

const among = (texts) => texts.map(escaped).sort((a, b) => b.length - a.length).join("|");

/** Cuts lines of the record at marks and at values: `[{text}, {mark: "id"}, {variable: "PORT", text: "8080"}]`. */
export const cutter = ({ patterns, variables }) => {
  const names = Object.keys(patterns);
  const values = new Map(Object.entries(variables).map(([name, value]) => [value, name]));
  const marks = names.length ? `\\[(?<mark>${among(names)})\\]` : "(?!)";
  const given = values.size ? `(?<![${WORD}])(?<value>${among([...values.keys()])})(?![${WORD}])` : "(?!)";
  const cut = new RegExp(`${marks}|${given}`, "gu");
  return (line) => {
    const parts = [];
    let end = 0;
    for (const found of line.matchAll(cut)) {
      if (found.index > end) parts.push({ text: line.slice(end, found.index) });
      const { mark, value } = found.groups;
      parts.push(mark ? { text: found[0], mark } : { text: found[0], variable: values.get(value) });
      end = found.index + found[0].length;
    }
    if (end < line.length || !parts.length) parts.push({ text: line.slice(end) });
    return parts;
  };
};

/** What a part of the record may be in a reader's line. `patterns` are those of the record, `values` what was set. */
const sourceOf = (part, place, { patterns, values }) => {
  if (part.mark) return `(?<p${place}>${escaped(part.text)}|(?:${writtenOut(patterns[part.mark], place)}))`;
  if (!part.variable) return literal(part.text);
  return `(?<p${place}>${among([part.text, ...(values[part.variable] ?? [])])})`;
};

/** A line that ends in the command that `parts` are, whatever its variables were set to. */
export const sourceOfCommand = (parts) => {
  const said = (text) => text.split(/\s+/).map(escaped).join("[ \\t]*");
  const sources = trimmed(parts).map((part, place) => (part.variable ? `(?<p${place}>${VALUE})` : said(part.text)));
  return new RegExp(`^(?<prompt>.{0,160}?)${sources.join("")}[ \\t]*$`, "u");
};

/**
 * What holds lines to the line of the record that `parts` are: `hold(text, start)` gives `{end, texts}`, where the
 * match ends in `text` and what stands there for each part that may change, or null. `several` is true when it may
 * stretch over lines. A pattern that the browser does not have is not looked at: any text stands for it.
 */
export const holder = (parts, around) => {
  const loose = parts.some((part) => part.mark && !around.patterns[part.mark]);
  if (loose) return { hold: (text, start) => holdLoosely(parts, text, start), several: false };
  const sources = trimmed(parts).map((part, place) => sourceOf(part, place, around));
  const several = parts.some((part) => part.mark && goesOn(around.patterns[part.mark]));
  try {
    const whole = new RegExp(`[ \\t]*${sources.join("")}[ \\t]*(?=\\n)`, "uy");
    return { hold: (text, start) => holdStrictly(whole, parts, text, start), several };
  } catch {
    return { hold: (text, start) => holdLoosely(parts, text, start), several: false };
  }
};

/** True for a pattern that may match the end of a line. */
const goesOn = (source) => /\[\^|\\n|\\[sSPW]/.test(source.replaceAll("[^\\n]", ""));

/** Parts without blanks at the ends of their line, where they say nothing. */
const trimmed = (parts) =>
  parts.map((part, place) => {
    if (part.mark || part.variable) return part;
    const text = place ? part.text : part.text.trimStart();
    return { text: place === parts.length - 1 ? text.trimEnd() : text };
  });

const holdStrictly = (whole, parts, text, start) => {
  whole.lastIndex = start;
  const found = whole.exec(text);
  if (!found) return null;
  return { end: whole.lastIndex, texts: parts.map((part, place) => found.groups?.[`p${place}`] ?? part.text) };
};

/** As shells match `a*b`: the words in their order, the first at the beginning and the last at the end. */
const holdLoosely = (parts, text, start) => {
  const end = text.indexOf("\n", start);
  const line = canonical(text.slice(start, Math.min(end, start + LONGEST_LINE)));
  const words = trimmed(parts);
  const texts = [];
  let at = 0;
  for (const [place, part] of parts.entries()) {
    if (part.mark) {
      texts.push("");
      continue;
    }
    const word = words[place].text.replace(/\s+/g, " ");
    const isLast = place === parts.length - 1;
    const found = isLast && place ? line.length - word.length : line.indexOf(word, at);
    const before = parts[place - 1]?.mark;
    if (found < at || !line.startsWith(word, found) || (before ? found === at : found !== at)) return null;
    if (before) texts[place - 1] = line.slice(at, found);
    texts.push(word);
    at = found + word.length;
  }
  if (parts.at(-1).mark) texts[parts.length - 1] = line.slice(at);
  else if (at !== line.length) return null;
  const isFull = (said, place) => !parts[place].mark || (said && said.length <= MOST_OF_A_HOLE);
  return texts.every(isFull) ? { end, texts } : null;
};
