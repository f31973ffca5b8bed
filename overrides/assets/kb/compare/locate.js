/** Where lines of the record may stand in a paste: equal lines, lines that a pattern explains, and broken ones. */
import { LONGEST_LINE } from "./clean.js";
import { commandIn, goesOnAs } from "./prompt.js";

const MOST_JOINED = 12; // lines that a narrow screen makes of one
const MOST_SPANNED = 60; // lines that a pattern may match together
const BARE_COMMAND = 6; // weight of a command without a prompt before it, which may be output as well

/** For `item` of the record the lines of `lines` that it may be: `[{ at, take, weight, texts }]`, in their order. */
export const placesOf = (item, paste) => {
  const places = [];
  for (let at = 0; at < paste.lines.length; at++) {
    const found = item.kind === "command" ? commandAt(item, paste, at) : outputAt(item, paste, at);
    if (found) places.push({ at, take: 1, weight: item.weight, texts: null, ...found });
  }
  return places;
};

const commandAt = (item, { lines }, at) => {
  const line = lines[at];
  if (item.number) return goesOnAs(line.text, item) ? {} : broken(item, lines, at, (text) => goesOnAs(text, item));
  const found = commandIn(line.text, item);
  if (found) return { weight: line.prompt || found.prompt ? item.weight : BARE_COMMAND, texts: textsOf(found, item) };
  return broken(item, lines, at, (text) => commandIn(text, item));
};

const textsOf = ({ texts }, item) => texts && item.parts.map((part, place) => texts[`p${place}`] ?? part.text);

const outputAt = (item, paste, at) => {
  const line = paste.lines[at];
  if (line.key === item.key) return {};
  const held = item.hold && line.text.length <= LONGEST_LINE ? heldAt(item, paste, at) : null;
  const asOne = (text) => sameWithoutBlanks(item, text) || item.hold?.(`\n${text}\n`, 1);
  return held ?? broken(item, paste.lines, at, asOne);
};

/** What the pattern of `item` says of a line, with the line before it, which some patterns look back at. */
const heldAt = (item, paste, at) => {
  const before = `${paste.lines[at - 1]?.text ?? ""}\n`;
  const { text } = paste.lines[at];
  const found =
    item.hold(`${before}${text}\n`, before.length) ??
    (item.parts.at(-1).mark ? item.hold(`${before}${text} \n`, before.length) : null);
  if (found) return { texts: found.texts };
  if (!item.several) return null;
  const together = paste.lines.slice(at, at + MOST_SPANNED).map((line) => line.text);
  const spanned = item.hold(`${before}${together.join("\n")}\n`, before.length);
  if (!spanned) return null;
  let end = before.length;
  const take = together.findIndex((line) => (end += line.length + 1) > spanned.end) + 1;
  return { take, texts: spanned.texts };
};

const sameWithoutBlanks = (item, text) => item.key.replace(/\s/g, "") === text.replace(/\s/g, "");

/** A line that a screen broke into several: `matches` is asked with them as one. */
const broken = (item, lines, at, matches) => {
  let text = lines[at].text;
  let spaced = text;
  for (let take = 2; take <= MOST_JOINED && lines[at + take - 2]?.full && at + take <= lines.length; take++) {
    text += lines[at + take - 1].text;
    spaced += ` ${lines[at + take - 1].text}`;
    if (text.length > LONGEST_LINE) return null;
    const found = matches(text) || matches(spaced);
    if (found) return { take, texts: found.texts && item.kind === "output" ? found.texts : null };
  }
  return null;
};
