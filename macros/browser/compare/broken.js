/** Lines that a narrow screen made of one. */
import { LONGEST_LINE, width, withoutBlanks } from "./clean.js";
import { commandIn } from "./prompt.js";

const NARROWEST = 20; // columns of a screen that breaks lines
const LOST = 3; // columns that blanks at the end of a broken line took, or a wide letter that had no room
const MOST = 12; // lines of one
const FEW = 4; // lines at the edge of which each may be the end of one

/**
 * Says of each line how many columns are left free behind it. `run` counts the lines from it on that end at the edge,
 * each of which a screen may have broken.
 */
export const measure = (lines) => {
  const columns = lines.reduce((widest, { text }) => Math.max(widest, width(text)), 0);
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    line.free = columns - width(line.text);
    line.run = columns >= NARROWEST && line.free <= LOST ? 1 + (lines[at + 1]?.run ?? 0) : 0;
  }
};

/**
 * `{ take, found }` for the lines from `at` on that are one: `matches` is asked with them joined in three ways, with a
 * blank where there was room for one, without blanks, and with one everywhere. Null where they are none. `surely` is
 * true for what the screen has no room for, whose lines may end far from its edge.
 */
export const broken = (lines, at, matches, surely = false) => {
  const { text, free, run } = lines[at];
  if (!surely && (!run || run >= MOST)) return null; // where all lines end at the edge they are not broken there
  const most = Math.min(surely ? MOST : run + 1, lines.length - at);
  const least = surely || run < FEW ? 2 : run + 1;
  const ways = [text, text, text];
  let room = free;
  for (let take = 2; take <= most; take++) {
    const next = lines[at + take - 1];
    if (next.prompt) return null;
    for (const [way, blank] of [room > 0, false, true].entries()) ways[way] += (blank ? " " : "") + next.text;
    room = next.free;
    if (ways[0].length > LONGEST_LINE) return null;
    for (const way of take < least ? [] : ways) {
      const found = matches(way);
      if (found) return { take, found };
    }
  }
  return null;
};

/** True where `line` is the beginning of `item`, which is too wide for the screen. */
export const mustBreak = (item, line) => {
  const columns = line.free + width(line.text);
  if (columns < NARROWEST || (item.width ??= width(item.text)) <= columns) return false;
  return beginsWith(item, line);
};

/** True where a line is the beginning of `item`, blanks apart. */
export const beginsWith = (item, line) => {
  line.bare ??= withoutBlanks(line.text);
  return item.bare.startsWith(line.bare);
};

/** The same for the command `item` of the record, which does not begin behind a whole line of output. */
export const brokenCommand = (item, lines, at) =>
  broken(lines, at, (text) => {
    const found = commandIn(text, item);
    return found && found.prompt.length < lines[at].text.length ? found : null;
  });
