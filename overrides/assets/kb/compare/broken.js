/** Lines that a narrow screen made of one. */
import { LONGEST_LINE, width, withoutBlanks } from "./clean.js";
import { commandIn } from "./prompt.js";

const NARROWEST = 20; // columns of a screen that breaks lines
const LOST = 3; // columns that blanks at the end of a broken line took, or a wide letter that had no room
const MOST = 12; // lines of one

/** Says of each line how many columns are left free behind it; `full` is true where a screen may have broken it. */
export const measure = (lines) => {
  const columns = lines.reduce((widest, { text }) => Math.max(widest, width(text)), 0);
  for (const line of lines) {
    line.free = columns - width(line.text);
    line.full = columns >= NARROWEST && line.free <= LOST;
  }
};

/**
 * `{ take, found }` for the lines from `at` on that are one: `matches` is asked with them joined in three ways, with a
 * blank where there was room for one, without blanks, and with one everywhere. Null where they are none. `surely` is
 * true for what the screen has no room for, whose lines may end far from its edge.
 */
export const broken = (lines, at, matches, surely = false) => {
  const { text, free } = lines[at];
  const ways = [text, text, text];
  let room = free;
  for (let take = 2; take <= MOST && (surely || lines[at + take - 2].full) && at + take <= lines.length; take++) {
    const next = lines[at + take - 1];
    if (next.prompt) return null;
    for (const [way, blank] of [room > 0, false, true].entries()) ways[way] += (blank ? " " : "") + next.text;
    room = next.free;
    if (ways[0].length > LONGEST_LINE) return null;
    for (const way of ways) {
      const found = matches(way);
      if (found) return { take, found };
    }
  }
  return null;
};

/** True where `line` is the beginning of `item`, which is too wide for the screen. */
export const mustBreak = (item, line) => {
  const columns = line.free + width(line.text);
  return columns >= NARROWEST && width(item.text) > columns && withoutBlanks(item.key).startsWith(withoutBlanks(line.text));
};

/** The same for the command `item` of the record, which does not begin behind a whole line of output. */
export const brokenCommand = (item, lines, at) =>
  broken(lines, at, (text) => {
    const found = commandIn(text, item);
    return found && found.prompt.length < lines[at].text.length ? found : null;
  });
