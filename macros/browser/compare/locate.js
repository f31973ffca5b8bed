/** Where lines of the record may stand in a paste: equal lines, lines that a pattern explains, and broken ones. */
import { beginsWith, broken, brokenCommand, mustBreak } from "./broken.js";
import { LONGEST_LINE, withoutBlanks } from "./clean.js";
import { commandIn, goesOnAs } from "./prompt.js";

const MOST_SPANNED = 60; // lines that a pattern may match together
const BARE_COMMAND = 6; // weight of a command without a prompt before it, which may be output as well

/** For `item` of the record the lines of `lines` that it may be: `[{ at, take, weight, texts }]`, in their order. */
export const placesOf = (item, lines) => {
  const places = [];
  for (let at = 0; at < lines.length; at++) {
    const found = item.kind === "command" ? commandAt(item, lines, at) : outputAt(item, lines, at);
    if (found) places.push({ at, take: 1, weight: item.weight, texts: null, ...found });
  }
  return places;
};

const commandAt = (item, lines, at) => {
  const line = lines[at];
  if (item.number) return goesOnAs(line.text, item) ? {} : broken(lines, at, (text) => goesOnAs(text, item));
  const found = commandIn(line.text, item);
  const { rewritten } = found ?? {};
  const heavy = line.prompt || found?.prompt ? item.weight : BARE_COMMAND;
  if (found) return { weight: heavy, texts: textsOf(found, item), ...(rewritten ? { rewritten } : {}) };
  const joined = brokenCommand(item, lines, at);
  return joined && { take: joined.take };
};

const textsOf = ({ texts }, item) => texts && item.parts.map((part, place) => texts[`p${place}`] ?? part.text);

const outputAt = (item, lines, at) => {
  const line = lines[at];
  if (line.prompt || (line.steps && !line.steps.has(item.step))) return null; // another command gave it
  if (line.key === item.key) return {};
  const isLike = item.hold && line.text.length <= LONGEST_LINE && (item.several || line.text.includes(item.sure));
  const held = isLike ? heldAt(item, lines, at) : null;
  if (held || !(item.hold || beginsWith(item, line))) return held;
  const asOne = (text) => withoutBlanks(text) === item.bare || item.hold?.(`\n${text}\n`, 1);
  const joined = broken(lines, at, asOne, mustBreak(item, line));
  return joined && { take: joined.take, texts: joined.found.texts ?? null };
};

/** What the pattern of `item` says of a line, with the line before it, which some patterns look back at. */
const heldAt = (item, lines, at) => {
  const before = `${lines[at - 1]?.text ?? ""}\n`;
  const { text } = lines[at];
  const found = item.hold(`${before}${text}\n`, before.length) ??
    (item.parts.at(-1).mark ? item.hold(`${before}${text} \n`, before.length) : null);
  if (found) return { texts: found.texts };
  if (!item.several) return null;
  const together = lines.slice(at, at + MOST_SPANNED).map((line) => line.text);
  const spanned = item.hold(`${before}${together.join("\n")}\n`, before.length);
  if (!spanned) return null;
  let end = before.length;
  const take = together.findIndex((line) => (end += line.length + 1) > spanned.end) + 1;
  return { take, texts: spanned.texts };
};
