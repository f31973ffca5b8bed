/** What a reader may set a variable to, by what it is called: `WEB_PORT` is a port, `IMAGE` the name of an image. */
import { say } from "../kb-say.js";
import { settings } from "./settings.js";

/** Nothing that a shell would take for more than a word. */
const SAFE = /^[\p{L}\p{N}_.:/@][\p{L}\p{N}_.:/@-]*$/u;
const PART = "[a-z0-9]+(?:(?:\\.|__?|-+)[a-z0-9]+)*"; // of the name of an image
const IMAGE = `(?:${PART}(?::\\d+)?/)?${PART}(?:/${PART})*(?::\\w[\\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?`;
const NO_BRANCH = /\.\.|\/\/|:|^[/.]|\/\.|[/.]$|\.lock(?:\/|$)|^@$/; // as git-check-ref-format(1) has it

/** What a variable's name says, what its values look like, and the words for it. */
const KINDS = [
  [/(?:^|_)PORT\d*$/, (value) => /^[1-9]\d{0,4}$/.test(value) && Number(value) <= 65535, () => say("run-wrong-port")],
  [/(?:^|_)IMAGE\d*$/, (value) => new RegExp(`^${IMAGE}$`).test(value), () => say("run-wrong-image")],
  [/(?:^|_)BRANCH\d*$/, (value) => !NO_BRANCH.test(value), () => say("run-wrong-branch")],
  [/(?:^|_)CONTAINER\d*$/, (value) => /^[A-Za-z0-9][\w.-]+$/.test(value), () => say("run-wrong-container")],
  [
    /(?:^|_)(?:POD|NAMESPACE)\d*$/,
    (value) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(value),
    () => say("run-wrong-label"),
  ],
];

/** Why the variable `name` cannot be `value`, in words; empty where it can. What was recorded always can. */
export const wrong = (name, recorded, value) => {
  if (value === recorded) return "";
  if (!SAFE.test(value)) return say("run-letters");
  const kind = KINDS.find(([names, isRight]) => names.test(name) && isRight(recorded));
  return !kind || kind[1](value) ? "" : kind[2]();
};

/** The value that the variable `name` has now: the reader's own, or what was recorded. */
export const valueOf = (name, recorded) => {
  const value = settings().variables[name];
  return typeof value === "string" && !wrong(name, recorded, value) ? value : recorded;
};
