/** The index that macros/search makes, read file by file as a query needs it. */
import { jamo } from "./letters.js";

const ALIGNMENT = 4; // a multiple of which numbers the first section of each note, as macros/search/index.py has it
const LAST = "\uffff";

export class Index {
  #files = new Map();
  #read;
  #lists;

  /** `read(name)` promises the text of a file of the index. */
  static async open(read) {
    const { sections, texts, particles, ...lists } = JSON.parse(await read("index.json"));
    return new Index(read, lists, numbers(sections), texts, new RegExp(`^(?:${particles})$`));
  }

  constructor(read, lists, counts, texts, particles) {
    this.#read = read;
    this.#lists = lists;
    this.particles = particles;
    this.sections = counts.reduce((sum, count) => sum + count, 0);
    this.noteOf = counts.flatMap((count, note) => new Array(Math.ceil(count / ALIGNMENT) * ALIGNMENT).fill(note));
    this.firstOf = []; // the number of the first section of each note
    this.noteOf.forEach((note, section) => (this.firstOf[note] ??= section));
    this.textOf = texts.flatMap((written) => {
      const [name, count] = written.split(" ");
      return Array.from({ length: parseInt(count, 36) }, (_, line) => ({ name, line }));
    });
  }

  /** The lines of a sorted list, `words` or `inner`, whose letters begin with `key`: [[letters, fields], …]. */
  async range(list, key, most = 400) {
    const firsts = this.#lists[list];
    let at = firsts.length - 1;
    while (at > 0 && firsts[at] >= key) at--;
    const found = [];
    for (; at < firsts.length && firsts[at] <= key + LAST && found.length < most; at++) {
      const lines = await this.#file(`${list}-${at}.txt`, linesOf);
      let low = lowest(lines, key);
      while (low < lines.length && lines[low][0].startsWith(key) && found.length < most) found.push(lines[low++]);
    }
    return found;
  }

  /** The fields of a known word, or null: itself, its sections and worths, its synonyms, those of the lexicon. */
  async word(text) {
    const key = jamo(text);
    const isIt = ([letters, fields]) => letters === key && fields[0] === text;
    return (await this.range("words", key, 50)).find(isIt)?.[1] ?? null;
  }

  /** The best-known words, and whether a note is named by them: [{word, letters, isName}, …]. */
  names() {
    const nameOf = ([letters, [word, , named]]) => ({ word, letters, isName: named > 0 });
    return this.#file("names.txt", (text) => linesOf(text).map(nameOf));
  }

  /** What a reader is shown of a note: {address, title, tags, summary, sections: [[anchor, heading, text], …]}. */
  async note(number) {
    const { name, line } = this.textOf[number];
    return (await this.#file(`texts-${name}.txt`, (text) => text.split("\n").map(noteOf)))[line];
  }

  /** How many of the first of some notes have their texts in so many files. */
  within(notes, files) {
    const names = notes.map((note) => this.textOf[note].name);
    const past = names.findIndex((_, at) => new Set(names.slice(0, at + 1)).size > files);
    return past < 0 ? notes.length : past;
  }

  /** A file, read once, unless it could not be. */
  #file(name, parse) {
    if (!this.#files.has(name)) {
      const read = this.#read(name).then(parse);
      read.catch(() => this.#files.delete(name));
      this.#files.set(name, read);
    }
    return this.#files.get(name);
  }
}

/** Calls `give(section, worth)` for each of the sections that the second field of a word's line has. */
export const postings = (written, give) => {
  let section = 0;
  for (const [, step, worth] of (written ?? "").matchAll(/([0-9a-z]+)([A-Z])/g)) {
    section += parseInt(step, 36);
    give(section, worth.charCodeAt(0) - 64);
  }
};

const numbers = (written) => written.split(" ").filter(Boolean).map((number) => parseInt(number, 36));

const linesOf = (text) => text.split("\n").filter(Boolean).map((line) => line.split("\t")).map(withLetters);
const withLetters = (fields) => [jamo(fields[0]), fields];

const noteOf = (line) => {
  const end = line.indexOf("\t");
  const [title, tags, sections, summary = ""] = JSON.parse(line.slice(end));
  return { address: line.slice(0, end), title, tags, sections, summary };
};

const lowest = (lines, key) => {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle][0] < key) low = middle + 1;
    else high = middle;
  }
  return low;
};
