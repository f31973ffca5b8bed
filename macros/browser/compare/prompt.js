/** Where a paste says which command was run: prompts of the usual shells, and what stands before a known command. */
import { canonical, withoutBlanks } from "./clean.js";
import { normal } from "./options.js";

const PROMPTS = [
  /^\$(?: |$)/, // $ ls
  /^(?:\([^()]*\) ?)?[\w.+-]+@[\w.+-]+[: ][^$#%>]{0,120}[$#%>] ?(?=\S|$)/u, // me@host:~/notes$ ls, me@mac ~ % ls
  /^(?:\([^()]*\) ?)?\[[\w.+-]+@[\w.+-]+ [^\]]*\][$#%] ?(?=\S|$)/u, // [me@host ~]$ ls
  /^(?:\([^()]*\) ?)?PS [A-Za-z]?:?[\\/~][^>]{0,200}> ?(?=\S|$)/, // PS C:\Users\me> ls
  /^PS>\s?(?=\S|$)/,
  /^[A-Za-z]:\\[^>]{0,200}> ?(?=\S|$)/, // C:\Users\me>dir
  /^(?:ba|z|da|k|fi)?sh-[\d.]+[$#%] ?(?=\S|$)/, // bash-5.2$ ls
  /^[➜❯»λ▶] {1,2}(?:\S+ (?:git:\(\S*\) )?(?:[✗✔] )?)?(?=\S|$)/u, // ➜  notes git:(main) ✗ ls
];
const SIGN = /[$#%>❯➜»λ⟩▶✗✔]/u;
const AT_THE_END = new RegExp(`${SIGN.source}\\s*$`, "u");
const GOES_ON = /^(?:[a-z][a-z ]{0,30})?>{1,2} ?/; // `> `, `for> `, `quote> `, `>> `
const AT_THE_RIGHT = /\s{4,}\S.{0,40}$/;
const LONGEST = 160; // letters of a prompt

/** What of `line` is a prompt: `"me@host:~$ "`; empty where it begins with none. `learned` are those of other lines. */
export const promptOf = (line, learned = []) => {
  const text = line.trimStart();
  const lead = line.length - text.length;
  const known = learned.find((prompt) => text.startsWith(prompt) || text === prompt.trimEnd());
  if (known) return line.slice(0, lead + known.length);
  for (const prompt of PROMPTS) {
    const found = prompt.exec(text);
    if (found) return line.slice(0, lead + found[0].length);
  }
  return "";
};

/** True for what may stand before a command. */
const mayLead = (text) =>
  text.length <= LONGEST && (!text || (SIGN.test(text) && (/\s$/.test(text) || SIGN.test(text.at(-1)))));

/**
 * Finds the command `item` of the record at the end of a line: `{ prompt, texts, rewritten }`, or null; `rewritten` is
 * true where its options are written in another way. Blanks are not looked at, for a narrow screen loses some of them,
 * nor is what some prompts write at the right, such as a time.
 */
export const commandIn = (line, item) => {
  const text = line.trimEnd();
  const ways = AT_THE_RIGHT.test(text) ? [text, text.replace(AT_THE_RIGHT, "")] : [text];
  for (const look of [atEnd, rewrittenIn]) {
    for (const way of ways) {
      const found = look(way, item);
      if (found) return found;
    }
  }
  return null;
};

/** The same of a command with other options that mean the same. */
const rewrittenIn = (text, { parts, rewritten }) => {
  if (!rewritten) return null;
  const { begin } = rewritten;
  for (let at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
    const prompt = text.slice(0, at).replace(/(?<!\S)sudo +$/, "");
    const leads = mayLead(prompt) && (!prompt || AT_THE_END.test(prompt) || promptOf(text) === prompt);
    if (!leads) continue; // `> xargs uname -m` is a line of another command
    const found = atEnd(normal(text.slice(at)), rewritten);
    if (!found || found.prompt) return null;
    const values = rewritten.parts.map(({ variable }, place) => [variable, found.texts?.[`p${place}`]]);
    const valueOf = new Map(values.filter(([variable]) => variable));
    const texts = parts.map(({ variable }, place) => [`p${place}`, valueOf.get(variable)]);
    return { prompt, texts: Object.fromEntries(texts.filter(([, value]) => value)), rewritten: true };
  }
  return null;
};

const atEnd = (text, item) => {
  if (item.holds) {
    const found = item.holds.exec(text);
    return found && mayLead(found.groups.prompt) ? { prompt: found.groups.prompt, texts: found.groups } : null;
  }
  if (text.length < item.bare.length || text.at(-1) !== item.bare.at(-1)) return null;
  const said = withoutBlanks(text);
  if (!said.endsWith(item.bare)) return null;
  const prompt = text.slice(0, behind(text, said.length - item.bare.length));
  return mayLead(prompt) ? { prompt, texts: null } : null;
};

/** The place in `text` behind so many letters that are no blanks, and the blanks behind them. */
const behind = (text, letters) => {
  let at = 0;
  for (let seen = 0; at < text.length && (seen < letters || /\s/.test(text[at])); at++) if (/\S/.test(text[at])) seen++;
  return at;
};

/** A further line of a command, with or without what a shell writes before it. */
export const goesOnAs = (line, item) => {
  const bare = canonical(line);
  return bare === item.key || canonical(line.replace(GOES_ON, "")) === item.key;
};

/** Prompts that were seen before known commands, to know them before others; `# ` before all that is said is none. */
export const learn = (prompts) => [...new Set(prompts)].filter((prompt) => prompt.trim() && !/^>\s*$/.test(prompt));
