/** Where a paste says which command was run: prompts of the usual shells, and what stands before a known command. */
import { canonical } from "./clean.js";

const PROMPTS = [
  /^\$ ?(?=\S|$)/, // $ ls
  /^(?:\([^()]*\) ?)?[\w.+-]+@[\w.+-]+[: ][^$#%>]{0,120}[$#%>] ?(?=\S|$)/u, // me@host:~/notes$ ls, me@mac ~ % ls
  /^(?:\([^()]*\) ?)?\[[\w.+-]+@[\w.+-]+ [^\]]*\][$#%] ?(?=\S|$)/u, // [me@host ~]$ ls
  /^(?:\([^()]*\) ?)?PS [A-Za-z]?:?[\\/~][^>]{0,200}> ?(?=\S|$)/, // PS C:\Users\me> ls
  /^PS>\s?(?=\S|$)/,
  /^[A-Za-z]:\\[^>]{0,200}> ?(?=\S|$)/, // C:\Users\me>dir
  /^(?:ba|z|da|k|fi)?sh-[\d.]+[$#%] ?(?=\S|$)/, // bash-5.2$ ls
  /^[➜❯»λ▶] {1,2}(?:\S+ (?:git:\(\S*\) )?(?:[✗✔] )?)?(?=\S|$)/u, // ➜  notes git:(main) ✗ ls
];
const SIGN = /[$#%>❯➜»λ⟩▶✗✔]/u;
const GOES_ON = /^(?:[a-z][a-z ]{0,30})?> ?/; // `> `, `for> `, `quote> `
const LONGEST = 160; // letters of a prompt

/** What of `line` is a prompt: `"me@host:~$ "`; empty where it begins with none. `learned` are those of other lines. */
export const promptOf = (line, learned = []) => {
  const known = learned.find((prompt) => line.startsWith(prompt) || line === prompt.trimEnd());
  if (known) return line.slice(0, known.length);
  for (const prompt of PROMPTS) {
    const found = prompt.exec(line);
    if (found) return found[0];
  }
  return "";
};

/** True for what may stand before a command. */
const mayLead = (text) =>
  text.length <= LONGEST && (!text || (SIGN.test(text) && (/\s$/.test(text) || SIGN.test(text.at(-1)))));

/** Finds the commands of the record in lines: `{ prompt, texts }`, or null. `hold` is that of its first line. */
export const commandIn = (line, item) => {
  if (!item.holds) {
    const start = line.lastIndexOf(item.last);
    if (start < 0) return null;
    const found = canonical(line);
    if (!found.endsWith(item.key)) return null;
    const prompt = found.slice(0, found.length - item.key.length);
    return mayLead(prompt) ? { prompt: line.slice(0, startOf(line, prompt)), texts: null } : null;
  }
  const found = item.holds.exec(line);
  return found && mayLead(found.groups.prompt) ? { prompt: found.groups.prompt, texts: found.groups } : null;
};

/** Where in `line` the text behind `prompt` begins, whose blanks are single ones. */
const startOf = (line, prompt) => {
  const signs = prompt.replace(/\s/g, "").length;
  let seen = 0;
  let at = 0;
  for (; at < line.length && seen < signs; at++) if (/\S/.test(line[at])) seen++;
  while (at < line.length && /\s/.test(line[at]) && /\s$/.test(prompt)) at++;
  return at;
};

/** A further line of a command, with or without what a shell writes before it. */
export const goesOnAs = (line, item) => {
  const bare = canonical(line);
  return bare === item.key || canonical(line.replace(GOES_ON, "")) === item.key;
};

/** Prompts that were seen before known commands, to know them before others; `# ` before all that is said is none. */
export const learn = (prompts) => [...new Set(prompts)].filter((prompt) => prompt.trim() && !/^>\s*$/.test(prompt));
