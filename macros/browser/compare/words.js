/** What differs inside a line: words of the record beside those of a reader's line. */
import { canonical, LONGEST_LINE } from "./clean.js";
import { writtenOut } from "./pattern.js";

const WORDS = /[\p{L}\p{N}_]+|\s+|[^\s\p{L}\p{N}_]/gu;
const MOST = 400; // words of a line that are held to one another; in a longer one all between its ends differs
const CHANGES = [
  [/^[([{'"]*(?:sha256:)?(?=.*\d)[0-9a-f]{6,64}(?:\.\.[0-9a-f]{6,64})?[)\]}'".,:;]*$/i, "id"],
  [/^[([]*(?:\d{4}-\d\d-\d\d(?:T[\d:.+Z-]+)?|\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?)[)\],;]*$/, "time"],
];

const wordsOf = (text) => text.match(WORDS) ?? [];
const asPart = (text) => ({ text });
const isBlank = (text) => !/\S/.test(text);
const value = (text) => (isBlank(text) ? 0.05 : /[\p{L}\p{N}]/u.test(text) ? 1 : 0.2);

/** How alike two lines are, from 0 to 1; what is left over may be what stands for the marks of the record. */
export const likeness = (item, line) => {
  const theirs = (item.counted ??= counted(item.parts.map((part) => (part.mark ? "" : part.text)).join(" ")));
  const mine = (line.counted ??= counted(line.text));
  let common = 0;
  for (const [word, times] of theirs.times) common += Math.min(times, mine.times.get(word) ?? 0) * value(word);
  item.marked ??= item.parts.some((part) => part.mark);
  const forMarks = item.marked ? 0.7 * (mine.sum - common) : 0;
  const both = theirs.sum + mine.sum - forMarks;
  return both ? (2 * common) / both : 0;
};

/** How often each word stands in a text, and what they say together. */
const counted = (text) => {
  const times = new Map();
  let sum = 0;
  for (const word of text.length > LONGEST_LINE ? [text] : wordsOf(text)) {
    if (isBlank(word)) continue;
    times.set(word, (times.get(word) ?? 0) + 1);
    sum += value(word);
  }
  return { times, sum };
};

/**
 * `{ record, mine }`: both lines in parts, `{ text, kind }` with the kind `same`, `differs`, or `pattern` and
 * `variable` with their `name`; what stands for a mark and is not what its pattern matches differs.
 */
export const marked = (item, text, { patterns, values }) => {
  const theirs = item.parts.flatMap((part) => (part.mark || part.variable ? [part] : wordsOf(part.text).map(asPart)));
  const ways = [plainWords(text), explainedWords(item, text, patterns)].map((mine) => {
    const isLong = theirs.length > MOST || mine.length > MOST;
    return { mine, ...(isLong ? ends(theirs, mine) : common(theirs, mine, values)) };
  });
  const { mine, pairs } = ways[1].sum > ways[0].sum ? ways[1] : ways[0];
  const lines = { record: [], mine: [] };
  let [from, at] = [0, 0];
  for (const [to, until] of [...pairs, [theirs.length, mine.length]]) {
    add(lines.record, textOf(theirs.slice(from, to)), "differs");
    add(lines.mine, textOf(mine.slice(at, until)), "differs");
    if (to < theirs.length) {
      const { mark, variable } = theirs[to];
      const isOther = theirs[to].text !== mine[until].text;
      const kind = isOther && mark ? "pattern" : isOther && variable ? "variable" : "same";
      for (const [parts, of] of [[lines.record, theirs[to]], [lines.mine, mine[until]]]) {
        add(parts, of.text, kind, kind === "same" ? "" : (mark ?? variable));
      }
    }
    [from, at] = [to + 1, until + 1];
  }
  return lines;
};

const textOf = (parts) => parts.map(({ text }) => text).join("");

const plainWords = (text) => (text.length > LONGEST_LINE ? [text] : wordsOf(text)).map(asPart);

/** A reader's line in words, where what the patterns of the record's line match is one word, with the mark's name. */
const explainedWords = (item, text, patterns) => {
  const names = new Set(item.parts.flatMap(({ mark }) => mark ?? []));
  let words = text.length > LONGEST_LINE ? [] : [{ text, at: 1 }];
  for (const name of names) {
    words = words.flatMap((word) => (word.mark ? [word] : cutAt(word, name, patterns[name], text)));
  }
  return words.flatMap((word) => (word.mark ? [word] : plainWords(word.text)));
};

const cutAt = ({ text, at }, name, source, line) => {
  const parts = [];
  let end = at;
  for (const { index, 0: said } of matches(source, `\n${line}\n`)) {
    if (!said || index < end || index + said.length > at + text.length) continue;
    if (index > end) parts.push({ text: line.slice(end - 1, index - 1), at: end });
    parts.push({ text: said, mark: name });
    end = index + said.length;
  }
  const rest = line.slice(end - 1, at - 1 + text.length);
  return rest ? [...parts, { text: rest, at: end }] : parts;
};

const matches = (source, line) => {
  try {
    return source ? line.matchAll(new RegExp(writtenOut(source, 0), "gu")) : [];
  } catch {
    return []; // a browser that cannot read it explains nothing by it
  }
};

const add = (parts, text, kind, name) => {
  if (!text) return;
  const last = parts.at(-1);
  const now = kind === "differs" && isBlank(text) ? (last?.kind ?? "same") : kind;
  if (last?.kind === now && last.name === (name || undefined)) last.text += text;
  else parts.push({ text, kind: now, ...(name ? { name } : {}) });
};

const equal = (part, word, values) => {
  if (part.text === word.text) return true;
  if (part.mark) return part.mark === word.mark;
  if (part.variable) return Boolean(values[part.variable]?.includes(word.text));
  return isBlank(part.text) && isBlank(word.text);
};

/** The heaviest common subsequence of words, as pairs of places, and its sum. */
const common = (theirs, mine, values) => {
  const columns = mine.length + 1;
  const best = new Float32Array((theirs.length + 1) * columns);
  for (let a = theirs.length - 1; a >= 0; a--) {
    for (let b = mine.length - 1; b >= 0; b--) {
      const here = a * columns + b;
      const skip = Math.max(best[here + columns], best[here + 1]);
      const taken = equal(theirs[a], mine[b], values) ? best[here + columns + 1] + value(mine[b].text) : 0;
      best[here] = Math.max(skip, taken);
    }
  }
  const pairs = [];
  for (let a = 0, b = 0; a < theirs.length && b < mine.length;) {
    const here = a * columns + b;
    const taken = Math.fround(best[here + columns + 1] + value(mine[b].text));
    if (equal(theirs[a], mine[b], values) && best[here] === taken) pairs.push([a++, b++]);
    else if (best[here] === best[here + columns]) a++;
    else b++;
  }
  return { pairs, sum: best[0] };
};

/** The words that are equal at both ends. */
const ends = (theirs, mine) => {
  const shorter = Math.min(theirs.length, mine.length);
  const pairs = [];
  let head = 0;
  while (head < shorter && theirs[head].text === mine[head].text) pairs.push([head, head++]);
  let tail = 0;
  while (tail < shorter - head && theirs.at(-1 - tail).text === mine.at(-1 - tail).text) tail++;
  for (let at = tail; at > 0; at--) pairs.push([theirs.length - at, mine.length - at]);
  return { pairs, sum: pairs.length };
};

/** What differs where words stand for words, as no pattern has a name for it: `id`, `time`; empty for all else. */
export const looksLike = (theirs, mine) => {
  const [was, is] = [canonical(theirs).split(" "), canonical(mine).split(" ")];
  if (was.length !== is.length) return "";
  const other = was.map((word, place) => [word, is[place]]).filter(([word, now]) => word !== now);
  const kinds = other.map((pair) => CHANGES.find(([form]) => pair.every((word) => form.test(word)))?.[1]);
  return kinds.length && kinds.every(Boolean) ? kinds[0] : "";
};
