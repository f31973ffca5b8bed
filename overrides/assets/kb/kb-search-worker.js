/**
 * The search worker: speaks the protocol of the theme's own ({type: 0} set up, {type: 2} query; {type: 1} ready, {type: 3} result),
 * and reads the index that macros/search makes, file by file, as a query needs it.
 */
"use strict";

/* ---------------------------------------------------------------- letters */

const INITIALS = [..."ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"];
const VOWELS = "ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ".split(" ");
const FINALS = ["", ..."ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ".split(" ")];
const COMPOUND = { ㅘ: "ㅗㅏ", ㅙ: "ㅗㅐ", ㅚ: "ㅗㅣ", ㅝ: "ㅜㅓ", ㅞ: "ㅜㅔ", ㅟ: "ㅜㅣ", ㅢ: "ㅡㅣ", ㄳ: "ㄱㅅ", ㄵ: "ㄴㅈ", ㄶ: "ㄴㅎ" };
Object.assign(COMPOUND, { ㄺ: "ㄹㄱ", ㄻ: "ㄹㅁ", ㄼ: "ㄹㅂ", ㄽ: "ㄹㅅ", ㄾ: "ㄹㅌ", ㄿ: "ㄹㅍ", ㅀ: "ㄹㅎ", ㅄ: "ㅂㅅ" });
const KEYS = "qwertyuiopasdfghjklzxcvbnmQWERTOP";
const LETTERS = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ"; // of the same keys of a Korean keyboard
const FIRST = 0xac00;
const LAST = "\uffff";

/** Hangul syllables as the letters of a keyboard: what is half typed is then the beginning of the word. */
const jamo = (text) =>
  text.replace(/[가-힣ㅘㅙㅚㅝㅞㅟㅢㄳㄵㄶㄺ-ㅀㅄ]/g, (letter) => {
    if (COMPOUND[letter]) return COMPOUND[letter];
    const code = letter.charCodeAt(0) - FIRST;
    return INITIALS[Math.floor(code / 588)] + VOWELS[Math.floor((code % 588) / 28)] + FINALS[code % 28];
  });

const longest = (choices) => choices.filter(Boolean).sort((one, other) => other.length - one.length).join("|");
const SYLLABLE = new RegExp(`([${INITIALS.join("")}])(${longest([...VOWELS])})(?:(${longest([...FINALS])})(?![ㅏ-ㅣ]))?`, "g");

/** The letters of a keyboard as the syllables that they make: `ㄷㅗㅋㅓ` → `도커`. */
const compose = (letters) =>
  letters.replace(SYLLABLE, (_, initial, vowel, final = "") => String.fromCharCode(FIRST + (INITIALS.indexOf(initial) * 21 + VOWELS.indexOf(vowel)) * 28 + FINALS.indexOf(final)));

/** The initial consonants of a word's syllables: `도커` → `ㄷㅋ`. */
const initials = (word) => [...word].map((letter) => (isSyllable(letter) ? INITIALS[Math.floor((letter.charCodeAt(0) - FIRST) / 588)] : letter)).join("");

const isSyllable = (letter) => letter >= "가" && letter <= "힣";
const isHangul = (text) => /^[가-힣ㄱ-ㅎㅏ-ㅣ]/.test(text);

/** Composed, narrow, small. Never NFKC, which would take ㄷㅋ apart. */
const fold = (text) =>
  text
    .normalize("NFC")
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, " ")
    .toLowerCase();

/** What was meant when the keyboard was in the other language, in both directions: `ehzj` → `도커`, `햣` → `git`. */
const otherKeyboard = (text) => {
  const latin = /^[a-z]+$/i.test(text);
  const [from, to] = latin ? [KEYS, LETTERS] : [LETTERS, KEYS];
  const typed = latin ? [...text].map((key) => (KEYS.includes(key) ? key : key.toLowerCase())) : [...jamo(text)];
  const meant = typed.map((letter) => to[from.indexOf(letter)]);
  return meant.includes(undefined) ? "" : compose(meant.join("").toLowerCase());
};

/* ----------------------------------------------------------------- typing errors */

const NEAR = new Map(["ㅐㅔ", "ㅒㅖ", "ㅗㅓ", "ㅓㅔ", "ㅜㅡ", "ㅏㅓ", "ㅐㅓ", "ㅔㅣ", "ㅅㅈ", "ㄱㄲ", "ㄷㄸ", "ㅂㅃ", "ㅅㅆ", "ㅈㅉ", "ㄱㅋ", "ㄷㅌ", "ㅂㅍ", "ㅈㅊ"].flatMap((pair) => [[pair, 0.4], [pair[1] + pair[0], 0.4]]));

/** How far two words of letters are apart, letters that are easily confused counting less; more than `most` is Infinity. */
const distance = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      const swap = same ? 0 : NEAR.get(one[i - 1] + other[j - 1]) ?? 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + swap);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      least = Math.min(least, next[j]);
    }
    if (least > most) return Infinity;
    before = row;
    row = next;
  }
  return row[other.length] <= most ? row[other.length] : Infinity;
};

/** A word of letters with the spellings of loan words made one: 캐쉬 and 캐시, 쥬스 and 주스, 첵 and 체크, 탑 and 톱. */
const loan = (letters) => letters.replace(/ㅌㅏㅂ/g, "ㅌㅗㅂ").replace(/[ㅋㅌㅍ]ㅡ$/, (end) => ({ ㅋ: "ㄱ", ㅌ: "ㅅ", ㅍ: "ㅂ" })[end[0]]).replace(/([ㅅㅆㅈㅉㅊ])ㅜㅣ/g, "$1ㅣ").replace(/([ㅈㅉㅊ])([ㅑㅕㅛㅠ])/g, (_, one, vowel) => one + "ㅏㅓㅗㅜ"["ㅑㅕㅛㅠ".indexOf(vowel)]);

const HANGUL_SOUNDS = { ㄱ: "k", ㄲ: "k", ㅋ: "k", ㄴ: "n", ㄷ: "t", ㄸ: "t", ㅌ: "t", ㄹ: "r", ㅁ: "m", ㅂ: "p", ㅃ: "p", ㅍ: "p", ㅅ: "s", ㅆ: "s", ㅈ: "j", ㅉ: "j", ㅊ: "j", ㅎ: "h" };
const LATIN_SOUNDS = [[/ph/g, "p"], [/ch/g, "j"], [/([st])h/g, "$1"], [/c(?=[eiy])/g, "s"], [/ck|[cq]/g, "k"], [/g(?=[ei])/g, "j"], [/x/g, "ks"], [/r(?=[^aeiouy]|$)/g, ""]];
const LATIN_LIKE = { b: "p", d: "t", f: "p", g: "k", l: "r", v: "p", z: "j" };
const LETTER_NAME = /^(?:엔|엠|엘|에프|에스)/; // 엔진엑스 begins as the name of a letter

/** What a Korean or a Latin word sounds like: its consonants, its vowels but ㅡ, which Korean puts between consonants, and the 이 of 제이슨. */
const sound = (word) => {
  const korean = isSyllable(word[0]);
  const named = LETTER_NAME.test(word);
  const letters = [...word].map((letter) => jamo(letter));
  let heard = word;
  if (korean) heard = letters.map(([first, , ...end]) => (HANGUL_SOUNDS[first] ?? "") + (/[ㅅㅆㅈㅊ]/.test(end) ? "t" : end[0] === "ㅇ" ? "n" : HANGUL_SOUNDS[end[0]] ?? "")).join("");
  else for (const [these, as] of LATIN_SOUNDS) heard = heard.replace(these, as);
  return {
    consonants: heard.replace(/[bdfglvz]/g, (letter) => LATIN_LIKE[letter]).replace(/[aeiouwy]/g, "").replace(/(.)\1+/g, "$1"),
    vowels: korean ? letters.filter((syllable, at) => !/^.ㅡ/.test(syllable) && !(at && syllable === "ㅇㅣ")).length - (named ? 1 : 0) : word.match(/[aeiouy]+/g)?.length ?? 0,
    begins: (korean ? letters[0][0] === "ㅇ" && !named : /^[aeiouwy]/.test(word)) ? "vowel" : "consonant",
  };
};

/** How many errors a word of so many letters may have. */
const allowed = (length) => (length < 4 ? 0 : length < 6 ? 0.5 : length < 12 ? 1 : 2);

/* ----------------------------------------------------------------- the query */

/**
 * The words of a query: runs of one script, a particle right behind a word of another script left out, and names with signs in
 * them (`--rm`, `0.0.0.0`, `C++`), which are matched literally.
 */
const parse = (query, particles) => {
  const words = [];
  for (const chunk of fold(query).split(/\s+/)) {
    const literal = chunk.match(/[!-~]+/g)?.map((part) => part.replace(/^['"`()<>[\]{},;!?]+|['"`()<>[\]{},;!?]+$/g, "").replace(/[.:]+$/, "")) ?? [];
    const signs = literal.filter((part) => part.length > 1 && /[^a-z0-9]/.test(part) && /[a-z0-9]/.test(part));
    if (/^[!-/:-@[-`{-~]{3,20}$/.test(chunk)) {
      words.push({ text: chunk, literal: true });
    } else if (signs.length) {
      words.push(...signs.map((text) => ({ text, literal: true })));
    }
    if (signs.length) continue;
    const runs = chunk.match(/[가-힣ㄱ-ㅎㅏ-ㅣ]+|[^\s가-힣ㄱ-ㅎㅏ-ㅣ\p{P}\p{S}]+/gu) ?? [];
    runs.forEach((text, at) => {
      if (at && isHangul(text) && !isHangul(runs[at - 1]) && particles.test(text)) return;
      words.push({ text, literal: false });
    });
  }
  return words;
};

/** Words that every question has: they find nothing by themselves where another word is asked for. */
const FILLERS = new Set("법 방법 때 안 못 수 것 거 왜 이유 에러 오류 문제 해결 사용법 예제 하기 하는 있는 싶다 싶어요 돼요 되나요 안됨 어떻게 뜻".split(" "));

/** The noun of a verb that is made of one: 부팅할 → 부팅. */
const DOES = /^([가-힣]{2,})(?:하다|한다|하고|하면|하는|하기|하려면|하자|할|한|해|해요|했다|함|합니다|되다|된다|되는|되면|될|된|돼|돼요|됐다|됩니다|시키다|시킨다|시키는)$/;

/** Letters that a verb may end in. Only what ends so is looked for by its beginning. */
const ENDING = /(?:ㅇㅛ|ㄷㅏ|ㄷㅓㄴㅣ|[ㅏㅓㅕ]ㅅㅓ|ㅁㅕㄴ|ㄹㅕㄱㅗ|ㄱㅗ|ㄷㅏㄱㅏ|ㅁㅕㄴㅅㅓ|ㄷㅗㄹㅗㄱ|ㄱㅓㄴㅏ|ㅈㅣㅁㅏㄴ|ㄷㅓㄴ|ㄹㅓ|ㄴㅏ|ㄴㅡㄴ|ㄴㅡㄴㄷㅔ|[ㅡㅣㅏㅜㅓ][ㄴㄹㅁ]|ㄱㅔ|ㅈㅣ|ㄱㅣ|ㄲㅏ|ㅆ|ㅂㅓㅂ)$/;
const TENSE = /(?:(?:ㅆㅇㅓ|ㅇㅓ|ㅇㅏ)?ㅇㅛ|ㅆ?ㅅㅡㅂㄴㅣㄷㅏ|ㅆㄷㅏ(?:ㄱㅏ)?|ㅆㄴㅡㄴㄷㅔ|ㅆㄷㅓㄴㅣ|ㅆㅈㅣㅁㅏㄴ)$/;

/** Particles that one syllable may have without being a part of a longer word. */
const SAFE = /^(?:들?(?:으로|로|에서|에|의|와|과|을|를|이|가|은|는|도|만)(?:는|도|만)?)?$/;

/** Endings that many nouns have too: 이미지 is no 이미, 로그인 no 로그. */
const DOUBTFUL = /^[인일지자임]$/;

/** A Korean word without the particles at its end, never shorter than two syllables. */
const stem = (word, particles) => {
  if (!isSyllable(word[0] ?? "")) return word;
  for (let end = 2; end < word.length; end++) if (particles.test(word.slice(end))) return word.slice(0, end);
  return word;
};

/* ----------------------------------------------------------------- the index */

const ALIGNMENT = 4; // a multiple of which numbers the first section of each note, as macros/search/index.py has it

class Index {
  constructor(read) {
    this.read = read; // (name) => Promise<string>
    this.kept = new Map();
  }

  async open() {
    const manifest = JSON.parse(await this.read("index.json"));
    this.manifest = manifest;
    this.particles = new RegExp(`^(?:${manifest.particles})$`);
    const counts = manifest.sections.split(" ").map((count) => parseInt(count || "0", 36));
    this.total = counts.reduce((sum, count) => sum + count, 0);
    this.noteOf = counts.flatMap((count, note) => new Array(Math.ceil(count / ALIGNMENT) * ALIGNMENT).fill(note));
    return this;
  }

  /** A file, read once. */
  file(name, parse) {
    if (!this.kept.has(name)) {
      const read = this.read(name).then(parse);
      read.catch(() => this.kept.delete(name));
      this.kept.set(name, read);
    }
    return this.kept.get(name);
  }

  /** The lines of a sorted list, `words` or `inner`, whose letters begin with `key`: [[letters, fields], …]. */
  async range(list, key, most = 400) {
    const firsts = this.manifest[list];
    let at = firsts.length - 1;
    while (at > 0 && firsts[at] >= key) at--;
    const found = [];
    for (; at < firsts.length && firsts[at] <= key + LAST && found.length < most; at++) {
      const lines = await this.file(`${list}-${at}.txt`, (text) => text.split("\n").map((line) => line.split("\t")).map((fields) => [jamo(fields[0]), fields]));
      for (let low = lowest(lines, key); low < lines.length && lines[low][0].startsWith(key) && found.length < most; low++) found.push(lines[low]);
    }
    return found;
  }

  /** The known word `word`: its sections with their worths, and what else it is called. */
  async word(word) {
    const key = jamo(word);
    const line = (await this.range("words", key, 50)).find(([letters, fields]) => letters === key && fields[0] === word);
    return line ? line[1] : null;
  }

  /** The best-known words: [{word, letters, count}, …]. */
  names() {
    return this.file("names.txt", (text) =>
      text.split("\n").filter(Boolean).map((line) => {
        const [word, count] = line.split("\t");
        return { word, letters: jamo(word), count: Number(count) };
      }),
    );
  }

  note(number) {
    return this.file(`note-${number}.json`, JSON.parse);
  }
}

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

const postings = (written, give) => {
  let section = 0;
  for (const [, step, worth] of (written ?? "").matchAll(/([0-9a-z]+)([A-Z])/g)) {
    section += parseInt(step, 36);
    give(section, worth.charCodeAt(0) - 64);
  }
};

/* ----------------------------------------------------------------- finding */

const EXACT = 1;
const SYNONYM = 0.55;
const COMPOUND_WORD = 0.55;
const INSIDE = 0.45;
const CUT = 0.4;
const NAMED = 7; // worth of a word that a note or a section is named by
const GUESS = 0.7; // of a word, for what may as well be an error

/** The sections of one word of a query: Map section → worth; and the forms in which it was found. */
class Hits {
  constructor(word) {
    this.word = word;
    this.sections = new Map();
    this.forms = new Set();
    this.guessed = false; // found only by its beginning
  }

  add(fields, quality) {
    const before = this.sections.size;
    postings(fields[1], (section, worth) => {
      const now = worth * quality;
      if (now > (this.sections.get(section) ?? 0)) this.sections.set(section, now);
    });
    if (fields[1]) this.forms.add(fields[0]);
    return this.sections.size - before;
  }
}

/** Finds one word, cheapest step first. */
const find = async (index, { text, literal }) => {
  const hits = new Hits(text);
  const synonyms = new Set();
  const begin = async (word, quality, whole) => {
    const key = jamo(word);
    for (const [letters, fields] of await index.range("words", key)) {
      const exact = letters === key;
      if (whole && !exact) continue;
      hits.add(fields, exact ? quality : quality * COMPOUND_WORD * Math.max(0.5, key.length / letters.length));
      if (exact) for (const other of fields[2]?.split("|") ?? []) synonyms.add(other);
    }
  };
  if (!literal && isSyllable(text[0]) && SAFE.test(text.slice(1))) await one(index, hits, text[0]);
  if (text.length > 1 || !hits.sections.size) await begin(text, EXACT, false);
  const bare = literal ? text : stem(text, index.particles);
  const whole = hits.forms.has(text) && DOUBTFUL.test(text.slice(bare.length));
  if (bare !== text) await begin(bare, whole ? CUT : 0.95, false);
  const done = DOES.exec(bare) ?? DOES.exec(text);
  if (done) await begin(done[1], hits.sections.size ? 0.7 : 0.9, true);
  for (const name of synonyms) {
    const fields = await index.word(name);
    if (fields) hits.add(fields, SYNONYM);
  }
  const notes = () => new Set([...hits.sections.keys()].map((section) => index.noteOf[section])).size;
  if (text.length > 1 && notes() < 8) {
    const nothing = !hits.sections.size;
    for (const [letters, [part, word]] of (await index.range("inner", jamo(bare), 60)).slice(0, 24)) {
      if (/^[a-z]+$/.test(word) && !(nothing && text.length > 3)) continue; // `shim` is in dockershim; `for` is no platform
      const fields = await index.word(word);
      if (fields) hits.add(fields, INSIDE * Math.max(0.6, jamo(part).length ? jamo(bare).length / letters.length : 1));
    }
  }
  if (!hits.sections.size && literal) await byParts(index, hits);
  if (!hits.sections.size && !literal && isSyllable(bare[0] ?? "") && bare.length > 1 && ENDING.test(jamo(text))) {
    hits.guessed = true;
    const letters = jamo(text).replace(TENSE, ""); // a verb in another form: 깜빡여요 → 깜빡
    const least = Math.max(4, text.length === 2 ? letters.length - 1 : letters.length * 0.5);
    for (let end = letters.length; end >= least && !hits.sections.size; end--) await beginLetters(index, hits, letters.slice(0, end));
  }
  return hits;
};

/** A word of one syllable, with particles or without: `훅을`, never `훅크`. */
const one = async (index, hits, syllable) => {
  for (const [, fields] of await index.range("words", jamo(syllable), 4000)) {
    if (fields[0][0] === syllable && SAFE.test(fields[0].slice(1))) hits.add(fields, 0.95);
  }
};

/** A name with signs that is in no text as such: the sections that have most of its parts. */
const byParts = async (index, hits) => {
  const parts = hits.word.match(/[a-z0-9]+/g) ?? [];
  const found = await Promise.all(parts.map((text) => find(index, { text, literal: false })));
  const sums = new Map();
  for (const part of found) {
    for (const [section, worth] of part.sections) {
      const [count, sum] = sums.get(section) ?? [0, 0];
      sums.set(section, [count + 1, sum + worth]);
    }
  }
  const most = Math.max(0, ...[...sums.values()].map(([count]) => count));
  if (most < parts.length * 0.6) return;
  hits.guessed = most < parts.length;
  for (const [section, [count, sum]] of sums) if (count === most) hits.sections.set(section, (sum / count) * 0.8);
};

const beginLetters = async (index, hits, letters) => {
  const found = await index.range("words", letters, 40);
  for (const [, fields] of found) if (isSyllable(fields[0][0] ?? "")) hits.add(fields, CUT);
};

/** All words of a query: their hits, and how well it was found, 0 to 1. */
const findAll = async (index, words) => {
  const found = await Promise.all(words.map((word) => find(index, word)));
  if (words.length > 1) await joinNeighbours(index, words, found);
  const asked = words.some(({ text }) => !FILLERS.has(text));
  found.forEach((hits, at) => (hits.filler = asked && FILLERS.has(words[at].text)));
  const counted = found.filter((hits) => !hits.filler);
  const good = counted.reduce((sum, hits) => sum + (hits.sections.size ? (hits.guessed ? GUESS : 1) : 0), 0);
  return { found, coverage: counted.length ? good / counted.length : 0 };
};

/** `웹 폰트` is also `웹폰트`: two words that are one in the index count for both. */
const joinNeighbours = async (index, words, found) => {
  for (let at = 0; at + 1 < words.length; at++) {
    if (words[at].literal || words[at + 1].literal) continue;
    const bare = stem(words[at + 1].text, index.particles);
    const key = jamo(words[at].text + bare);
    const both = [found[at], found[at + 1]];
    for (const [letters, fields] of await index.range("words", key, 20)) {
      for (const hits of both) hits.add(fields, letters === key ? EXACT : COMPOUND_WORD);
      for (const name of (letters === key && fields[2]?.split("|")) || []) {
        const other = await index.word(name);
        for (const hits of other ? both : []) hits.add(other, SYNONYM);
      }
    }
  }
};

/** Notes in the order of their scores: [{note, score, sections: [[section, score], …]}, …]. */
const rank = (index, found) => {
  const total = index.total || 1;
  const notes = new Map();
  found.forEach((hits, at) => {
    const rarity = Math.log(1 + total / (hits.sections.size || 1)) * (hits.filler ? 0.1 : 1);
    for (const [section, worth] of hits.sections) {
      const number = index.noteOf[section];
      let note = notes.get(number);
      if (!note) notes.set(number, (note = { note: number, best: new Array(found.length).fill(0), sections: new Map() }));
      note.best[at] = Math.max(note.best[at], worth * rarity);
      const scores = note.sections.get(section) ?? new Array(found.length).fill(0);
      scores[at] = worth * rarity;
      note.sections.set(section, scores);
    }
  });
  const words = found.filter((hits) => hits.sections.size && !hits.filler).length || 1;
  const ranked = [...notes.values()].map((note) => {
    const covered = note.best.filter((worth, at) => worth && !found[at].filler).length / words;
    const together = Math.max(...[...note.sections.values()].map((scores) => scores.filter(Boolean).length)) / words;
    const score = note.best.reduce((sum, worth) => sum + worth, 0) * covered ** 2 * (0.8 + 0.2 * together);
    const sections = [...note.sections].map(([section, scores]) => [section, scores.reduce((sum, worth) => sum + worth, 0) * (scores.filter(Boolean).length / words)]);
    return { note: note.note, score, covered, sections: sections.sort((one, other) => other[1] - one[1] || one[0] - other[0]) };
  });
  return ranked.sort((one, other) => other.score - one.score || one.note - other.note);
};

/* ----------------------------------------------------------------- corrections, when nothing was found */

/** The known name that is nearest to a word, up to `most` errors away. */
const bestName = async (index, word, most = allowed(jamo(word).length)) => {
  const letters = jamo(word);
  const spelled = loan(letters);
  let best = null;
  for (const name of await index.names()) {
    if (name.word !== word && loan(name.letters) === spelled) return name.word;
    if (most && name.word !== word) {
      const apart = distance(letters, name.letters, most);
      if (apart < (best?.apart ?? Infinity)) best = { ...name, apart };
    }
  }
  return best?.word ?? null;
};

/** The best-known Latin name that a Korean word sounds like: 플라스크 → flask. */
const soundsLike = async (index, word, bare) => {
  if (!/^[가-힣]{2,}$/.test(bare) || /[요다면서고는은을한할]$/.test(word)) return null;
  const { consonants, vowels, begins } = sound(bare);
  if (consonants.length < 3) return null;
  const off = consonants.length > 3 ? 1 : 0; // vowels that it may have more or fewer
  const alike = ({ sounds }) => sounds.consonants === consonants && sounds.begins === begins && Math.abs(sounds.vowels - vowels) <= off;
  return (await index.names()).find((name) => /^[a-z]+$/.test(name.word) && alike({ sounds: (name.sounds ??= sound(name.word)) }))?.word ?? null;
};

/** A sentence without blanks, cut into words that are known: the fewest, the longest. */
const cut = async (index, word) => {
  const names = new Map((await index.names()).filter(({ word: name }) => name.length > 1 && isSyllable(name[0])).map((name) => [name.word, name]));
  const best = [{ cost: 0, words: [] }];
  for (let end = 1; end <= word.length; end++) {
    best[end] = { cost: best[end - 1].cost + 2, words: best[end - 1].words, skipped: true };
    const last = end === word.length; // may be half typed, down to one syllable
    for (let start = Math.max(0, end - 12); start <= end - (last && end > 3 ? 1 : 2); start++) {
      const part = word.slice(start, end);
      if (part === word) continue;
      const bare = stem(part, index.particles);
      const known = names.has(part) ? 1 : names.has(bare) ? 1.1 : verb(part, names) ? 1.6 : last && !best[start].skipped && begins(part, names) ? 1.3 : 0;
      if (known && best[start].cost + known < best[end].cost) best[end] = { cost: best[start].cost + known, words: [...best[start].words, part] };
    }
  }
  const { words } = best[word.length];
  return words.length > 1 && words.join("").length >= word.length * 0.6 ? words : null;
};

/** True when a known word begins with `part`: what is still being typed. */
const begins = (part, names) => {
  const letters = jamo(part);
  const shorter = /[ㄱ-ㅎ]$/.test(letters) && letters.length > 2 ? letters.slice(0, -1) : letters; // its last letter may be of the next
  for (const name of names.values()) if (name.letters.startsWith(shorter)) return true;
  return false;
};

/** True when `part` is the form of a known word of action: 줄이는 ← 줄이기. */
const verb = (part, names) => part.length > 2 && /[는은기던면고서게을]$/.test(part) && [..."기다고면는"].some((ending) => names.has(part.slice(0, -1) + ending) || names.has(part.slice(0, -1)));

/** The words of initial consonants: `ㄷㅋ` → 도커; of several, those that stand in one section. */
async function* byInitials(index, typed) {
  const plain = (words) => words.map((text) => ({ text, literal: false }));
  const names = (await index.names()).map((name) => ({ ...name, initials: initials(name.word) }));
  if (typed.length > 1) {
    const choices = typed.map((group) => names.filter((name) => name.initials === group).slice(0, 30).map(({ word }) => word));
    const sections = new Map();
    for (const word of new Set(choices.flat())) {
      const worths = new Map();
      postings((await index.word(word))?.[1], (section, worth) => worths.set(section, worth));
      sections.set(word, worths);
    }
    const together = choices
      .reduce((begun, group) => begun.flatMap((before) => group.map((word) => [...before, word])).slice(0, 900), [[]])
      .map((words) => ({ words, worth: Math.max(0, ...[...sections.get(words[0]).keys()].map((section) => sum(words.map((word) => sections.get(word).get(section) ?? -99)))) }))
      .filter(({ worth }) => worth > 0)
      .sort((a, b) => b.worth - a.worth);
    if (together.length) yield together.slice(0, 3).map(({ words }) => plain(words));
  }
  const joined = typed.join("");
  const begun = names.filter((name) => name.initials.startsWith(joined));
  const whole = begun.filter(({ word }) => word.length === joined.length);
  const inside = joined.length > 2 ? names.filter((name) => name.initials.includes(joined)) : [];
  const chosen = [whole, begun, inside].find((found) => found.length) ?? [];
  if (chosen.length) yield chosen.slice(0, 3).map(({ word }) => plain([word]));
}

const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);

/** A long Korean word that is no name with one typing error: 컨테이너오케 may be cut, 네임스페이쓰 is corrected. */
const isCompound = async (index, { text, literal }) => !literal && isSyllable(text[0]) && text.length > 3 && !(await bestName(index, text, 1));

/** A word whose last consonant may begin the next one: 멀티스테이집 while 멀티스테이지 빌드 is typed; null for others. */
const withoutFinal = (word) => {
  const last = word.text.charCodeAt(word.text.length - 1) - FIRST;
  if (word.literal || word.text.length < 3 || !isSyllable(word.text.at(-1)) || last % 28 === 0) return null;
  return { text: word.text.slice(0, -1) + String.fromCharCode(FIRST + last - (last % 28)), literal: false, composing: true };
};

/** Queries that may have been meant, best first. */
async function* meant(index, query, words) {
  if (words.every(({ text }) => /^[ㄱ-ㅎ]+$/.test(text)) && words.map(({ text }) => text).join("").length > 1) yield* byInitials(index, words.map(({ text }) => text));
  const switched = fold(query).split(/\s+/).filter(Boolean).map((word) => otherKeyboard(word) || word);
  if (switched.join(" ") !== fold(query).trim()) yield [switched.map((text) => ({ text, literal: false }))];
  const final = withoutFinal(words.at(-1));
  if (final) yield [[...words.slice(0, -1), final]];
  const pieces = [];
  for (const word of words) pieces.push((await isCompound(index, word)) ? await cut(index, word.text) : null);
  if (pieces.some(Boolean)) yield [words.flatMap((word, at) => pieces[at]?.map((text) => ({ text, literal: false })) ?? [word])];
  const corrected = [];
  for (const word of words) {
    const hits = await find(index, word);
    const known = hits.sections.size && !hits.guessed;
    const bare = stem(word.text, index.particles);
    const most = hits.guessed && hits.sections.size ? Math.min(0.5, allowed(jamo(word.text).length)) : undefined;
    const name = known || word.literal ? null : (await bestName(index, word.text, most)) ?? (bare !== word.text ? await bestName(index, bare, most) : null) ?? (await soundsLike(index, word.text, bare));
    corrected.push(name ? { text: name, literal: false } : word);
  }
  if (corrected.some((word, at) => word !== words[at])) yield [corrected];
}

/* ----------------------------------------------------------------- results */

const SHOWN = 10;
const PARTS = 3;
const TEASER = 160;

const escape = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** `text` as HTML with the words of `pattern` marked. */
const marked = (text, pattern) => {
  let html = "";
  let end = 0;
  for (const found of pattern ? text.matchAll(pattern) : []) {
    html += `${escape(text.slice(end, found.index))}<mark data-md-highlight>${escape(found[0])}</mark>`;
    end = found.index + found[0].length;
  }
  return html + escape(text.slice(end));
};

/** What to mark: the words as they were typed, their stems, and the forms that were found. */
const patternOf = (forms) => {
  const words = [...forms].filter((form) => form.length > 1 || isSyllable(form)).sort((one, other) => other.length - one.length).slice(0, 40);
  if (!words.length) return null;
  return new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"), "giu");
};

const teaser = (text, pattern) => {
  const first = pattern ? text.search(pattern) : -1;
  const start = first > TEASER / 2 ? text.indexOf(" ", first - TEASER / 2) + 1 : 0;
  const part = text.slice(start, start + TEASER);
  return `${start ? "…" : ""}${marked(part, pattern)}${start + TEASER < text.length ? "…" : ""}`;
};

/** How much better a note is than its words say: its title, the words side by side, the query as it was typed. */
const closeness = (note, words, query) => {
  const title = fold(note.t);
  const text = note.s.map(([, heading, body]) => `${heading} ${body}`).join(" ");
  const folded = fold(text);
  const typed = fold(query).trim();
  let factor = 1;
  if (title === typed) factor += 0.8;
  else if (title.startsWith(typed)) factor += 0.3;
  if (typed.length > 1 && title.includes(typed)) factor += 0.25;
  if (typed.length > 1 && folded.includes(typed)) factor += words.length > 1 ? 0.3 : 0.1;
  if (words.some(({ literal, text: word }) => literal && !folded.includes(word) && !title.includes(word))) factor *= 0.2;
  if (words.length > 1) factor += 0.4 * near(folded, words);
  return factor;
};

/** 1 when the words of a query stand side by side somewhere, 0 when they are far apart. */
const near = (text, words) => {
  const places = words.map(({ text: word }) => {
    const found = [];
    for (let at = text.indexOf(word); at >= 0 && found.length < 30; at = text.indexOf(word, at + 1)) found.push(at);
    return found;
  });
  if (places.some((found) => !found.length)) return 0;
  let best = Infinity;
  for (const at of places[0]) {
    const others = places.slice(1).map((found) => Math.min(...found.map((place) => Math.abs(place - at))));
    best = Math.min(best, Math.max(...others));
  }
  return Math.max(0, 1 - Math.max(best - 12, 0) / 150);
};

const item = (location, title, text, score, tags, terms) => ({ location, title, text, score, terms, ...(tags?.length ? { tags: tags.map(escape) } : {}) });

const present = async (index, ranked, found, words, query) => {
  const forms = new Set(words.map(({ text }) => text));
  for (const { text } of words) forms.add(stem(text, index.particles));
  for (const hits of found) for (const form of hits.forms) if (form.startsWith(stem(hits.word, index.particles)) || hits.forms.size < 6) forms.add(form);
  const pattern = patternOf(forms);
  const first = ranked.slice(0, SHOWN + 4);
  const notes = await Promise.all(first.map(({ note }) => index.note(note)));
  const chosen = first
    .map((entry, at) => ({ ...entry, data: notes[at], score: entry.score * closeness(notes[at], words, query) }))
    .filter(({ score }, _, all) => score >= 0.08 * Math.max(...all.map((entry) => entry.score)))
    .sort((one, other) => other.score - one.score || one.note - other.note)
    .slice(0, SHOWN);
  const top = chosen[0]?.score || 1;
  const typed = words.flatMap(({ text }) => [text, stem(text, index.particles)]);
  const terms = Object.fromEntries(typed.map((word) => [word, true])); // what the page that opens marks
  return chosen.map(({ data, score, sections, note }) => {
    const base = index.firstOf(note);
    const parts = sections.map(([section, worth]) => [data.s[section - base], worth]).filter(([part]) => part);
    const own = parts.find(([part]) => !part[0])?.[0] ?? data.s[0];
    const article = item(data.u, marked(data.t, pattern), teaser(own[2] || data.s.find((part) => part[2])?.[2] || "", pattern), score / top, data.g, terms);
    const below = parts
      .filter(([part]) => part[0])
      .slice(0, PARTS)
      .map(([part, worth]) => item(`${data.u}#${encodeURIComponent(part[0])}`, marked(part[1], pattern), teaser(part[2], pattern), Math.min(worth / top, 0.99), null, terms));
    return [article, ...below];
  });
};

Index.prototype.firstOf = function (note) {
  this.firsts ??= this.noteOf.reduce((firsts, of, section) => (firsts[of] ??= section, firsts), []);
  return this.firsts[note];
};

/** True when enough of the query was found: more than half of its words, or one that a note is named by. */
const enough = ({ found, coverage }) => coverage > 0.5 || found.some((hits) => [...hits.sections.values()].some((worth) => worth >= NAMED));

/** The answer to a query: {items, corrected}; `corrected` is what was searched for instead. */
const search = async (index, query) => {
  const words = parse(query, index.particles).slice(0, 12);
  if (!words.length) return { items: [], corrected: "" };
  const plain = await findAll(index, words);
  if (plain.coverage === 1) {
    const items = await present(index, rank(index, plain.found), plain.found, words, query);
    return { items: items.length < 4 && words.length === 1 ? await withPieces(index, words[0], items) : items, corrected: "" };
  }
  for await (const alternatives of meant(index, query, words)) {
    const merged = new Map();
    for (const alternative of alternatives) {
      const answer = await findAll(index, alternative);
      if (answer.coverage <= Math.max(plain.coverage, 0.6)) continue;
      const typed = alternative.map(({ text }) => text).join(" ");
      for (const group of await present(index, rank(index, answer.found), answer.found, alternative, typed)) if (!merged.has(group[0].location)) merged.set(group[0].location, group);
      merged.corrected ??= alternative.some(({ composing }) => composing) ? "" : typed;
    }
    if (merged.size) return { items: [...merged.values()].slice(0, SHOWN), corrected: merged.corrected };
  }
  if (plain.coverage && enough(plain)) return { items: await present(index, rank(index, plain.found), plain.found, words, query), corrected: "" };
  return { items: [], corrected: "" };
};

/** What is found of a compound as such, and behind it what its words find: 컨테이너오케스트레이션. */
const withPieces = async (index, word, items) => {
  const pieces = !word.literal && isSyllable(word.text[0]) && word.text.length > 3 ? await cut(index, word.text) : null;
  if (!pieces) return items;
  const words = pieces.map((text) => ({ text, literal: false }));
  const answer = await findAll(index, words);
  if (answer.coverage < 1) return items;
  const known = new Set(items.map(([article]) => article.location));
  const more = await present(index, rank(index, answer.found), answer.found, words, pieces.join(" "));
  return [...items, ...more.filter(([article]) => !known.has(article.location))].slice(0, SHOWN);
};

/** The notes whose names look most like the query, for a page that says that nothing was found: [{title, location}, …]. */
const nearest = async (index, query) => {
  const typed = jamo(fold(query).replace(/\s+/g, ""));
  const most = Math.ceil(typed.length / 2);
  const names = (await index.names()).slice(0, 4000).map(({ word, letters }) => ({ word, apart: distance(typed, letters, most) }));
  const close = names.filter(({ apart }) => apart < Infinity).sort((one, other) => one.apart - other.apart).slice(0, 8);
  const offered = new Map();
  for (const { word } of close) {
    const [first] = rank(index, [await find(index, { text: word, literal: false })]);
    const note = first && (await index.note(first.note));
    if (note) offered.set(note.u, { title: note.t, location: note.u });
  }
  return [...offered.values()].slice(0, 4);
};

/* ----------------------------------------------------------------- the protocol */

if (typeof importScripts === "function") {
  const channel = new BroadcastChannel("kb-search");
  let index = null;
  let latest = 0;

  self.addEventListener("message", async ({ data: { type, data } }) => {
    if (type === 0) {
      const base = new URL("../../search/", self.location);
      const read = async (name) => {
        const answer = await fetch(new URL(name, base));
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
        return answer.text();
      };
      index = () => (index.opened ??= new Index(read).open());
      self.postMessage({ type: 1 });
    } else if (type === 2) {
      const query = typeof data === "string" ? data : "";
      const turn = ++latest;
      const begun = performance.now();
      try {
        const opened = query.trim() ? await index() : null;
        const { items, corrected } = opened ? await search(opened, query) : { items: [], corrected: "" };
        const near = opened && !items.length ? await nearest(opened, query) : [];
        if (turn !== latest) return; // a later query is on its way
        self.postMessage({ type: 3, data: { items } });
        channel.postMessage({ query, corrected, near, failed: false, milliseconds: performance.now() - begun });
      } catch (error) {
        index.opened = null;
        self.postMessage({ type: 3, data: { items: [] } });
        channel.postMessage({ query, corrected: "", near: [], failed: true });
      }
    }
  });
}

if (typeof module === "object") module.exports = { Index, allowed, compose, cut, distance, fold, initials, jamo, nearest, otherKeyboard, parse, search, sound, stem };
