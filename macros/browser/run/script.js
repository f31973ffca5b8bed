/**
 * Commands as a text that works when it is pasted into a shell, whatever they read and wherever the reader is.
 *
 *     cd "$(mktemp -d)"            nothing of the reader's is written over
 *     { cat > 'a' <<'EOF' …        the whole group is read before the first command is run, so none can eat the next,
 *     … } </dev/null               and what they read is empty, as it was when they were recorded
 */
import { quoted } from "../shell.js";

const SIMPLE = /^[\p{L}\p{N}_./][\p{L}\p{N}_./-]*$/u;
const NOT_TYPED = /(?!\n)\p{Cc}/u; // a shell that edits lines takes a tab for a question
const AT_HOME = /\$\{?HOME\b|(?:^|[\s"'=:])~(?:[/\s]|$)/; // recordings run in an empty home
const HISTORY = /!(?![\s=(]|$)/;
const ESCAPES = { "\\": "\\\\", "'": "\\'", "\n": "\\n", "\t": "\\t" };

/** For bash and for zsh `!a` is a command of their history, even between quotes. */
const WITHOUT_HISTORY = "set +H 2>/dev/null; set +K 2>/dev/null";

/** `files` are `[{ path, text }]`, `commands` texts. */
export const script = (files, commands) => {
  const lines = [
    "{",
    'cd "$(mktemp -d)"',
    ...(commands.some((command) => AT_HOME.test(command)) ? ['export HOME="$PWD"'] : []),
    ...files.flatMap(({ path, text }) => [...folder(path), file(path, text)]),
    ...commands,
    "} </dev/null",
  ];
  if (lines.some((line) => HISTORY.test(line))) lines.unshift(WITHOUT_HISTORY);
  return `${lines.join("\n")}\n`;
};

const folder = (path) => {
  const end = path.lastIndexOf("/");
  return end > 0 ? [`mkdir -p ${named(path.slice(0, end))}`] : [];
};

const file = (path, text) => {
  const name = named(path);
  if (!text) return `: > ${name}`;
  if (!text.endsWith("\n") || NOT_TYPED.test(text)) return `printf %s ${escaped(text)} > ${name}`;
  const end = delimiter(text);
  return `cat > ${name} <<'${end}'\n${text}${end}`;
};

/** A word that the text does not have. */
const delimiter = (text) => {
  let end = "EOF";
  for (let number = 2; text.includes(end); number++) end = `EOF${number}`;
  return end;
};

const named = (path) => {
  const safe = path.startsWith("-") ? `./${path}` : path;
  return SIMPLE.test(safe) ? safe : quoted(safe);
};

/** `$'a\n'\` and on the next line `$'b'`: one word, a line of the text on each. */
const escaped = (text) =>
  text
    .split(/(?<=\n)/)
    .map((line) => `$'${line.replace(/[\\'\p{Cc}]/gu, escape)}'`)
    .join("\\\n");

const escape = (sign) => {
  const code = sign.charCodeAt(0).toString(16).padStart(2, "0");
  return ESCAPES[sign] ?? `${sign < "\u0080" ? "\\x" : "\\u00"}${code}`;
};
