/** Which note an address that is not there may have meant: kb-names.txt has what notes are called and were called. */

const MOST = 5;
const ALIKE = 0.4; // how near a name has to be, from 0 to 1
const SAME_FOLDER = 0.1;
const ENDINGS = /(?:\/index)?(?:\.html?|\.md)?$/;
const AROUND = /^[\s"'(<[]+|[\s"')\]>.,;:!?]+$/g; // what a mail or a messenger takes for a part of an address

/** The notes of the file: [{address, title, names}, …]; names with a slash are addresses. */
export const read = (text) =>
  text.split("\n").filter(Boolean).map((line) => {
    const [address, title, ...names] = line.split("\t");
    return { address, title: title || last(address), names };
  });

/** An address in letters; as it is where that is nothing that can be decoded. */
export const decoded = (path) => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** The last name of an address, without `.md` and `.html`. */
export const last = (path) => trimmed(path).split("/").at(-1).replace(ENDINGS, "");

/** The notes that `path` spells in another way: its case, its form, `.md`, `.html`, dashes for blanks, an alias. */
export const spelt = (notes, path) => {
  const wanted = key(path);
  if (!wanted) return [];
  const found = notes.filter(({ address, names }) =>
    key(address) === wanted || names.some((name) => name.includes("/") && key(name) === wanted)
  );
  return found.length ? found : called(notes, wanted);
};

/** The notes whose names are nearest to the last one of `path`, the nearest first. */
export const nearest = (notes, path) => {
  const wanted = pairs(key(last(path)));
  const folder = folderOf(key(path));
  return notes
    .map((note) => ({ note, score: score(note, wanted, folder) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST)
    .map(({ note }) => note);
};

/** The notes that have the alias `wanted`, beside them or at the root. */
const called = (notes, wanted) => {
  const [folder, name] = [folderOf(wanted), last(wanted)];
  return notes.filter(({ address, names }) =>
    (!folder || folder === folderOf(key(address))) && names.some((other) => key(other) === name)
  );
};

const trimmed = (path) => path.replace(/^\/+|\/+$/g, "");

const key = (path) =>
  trimmed(trimmed(path.normalize("NFC").toLowerCase()).replace(AROUND, "").replace(ENDINGS, ""))
    .replace(/[\s_+-]+/g, " ");

const folderOf = (path) => path.split("/").slice(0, -1).join("/");

const score = ({ address, title, names }, wanted, folder) => {
  const own = [last(address), title, ...names.map(last)].map((name) => likeness(pairs(key(name)), wanted));
  const near = Math.max(...own);
  return near + (near > 0 && folder === folderOf(key(address)) ? SAME_FOLDER : 0);
};

/** How much of both is the same, from 0 to 1. Source: Dice's coefficient. */
const likeness = (one, other) => {
  const same = one.filter((pair) => other.includes(pair)).length;
  return one.length + other.length ? (2 * same) / (one.length + other.length) : 0;
};

/** Each two letters of a name that stand side by side; Korean ones by the letters of its alphabet. */
const pairs = (name) => {
  const letters = [..." " + name.normalize("NFD") + " "];
  return [...new Set(letters.slice(1).map((letter, at) => letters[at] + letter))];
};
