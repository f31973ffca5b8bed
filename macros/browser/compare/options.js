/**
 * A command in one form, by which it is known however it is written: the options of known programs by their letters,
 * each with its value, those between two other words in one order. What is not known stays as it is.
 *
 *     sudo docker run --detach --publish=80:80 "web"   →   docker run -d -p 80:80 web
 */

/** The long names of each letter; `=` is behind letters whose options have a value. */
const OPTIONS = {
  "docker podman":
    "a all attach author, d detach, e= env, f= file filter force follow, h= hostname, i interactive, l= label, " +
    "m= memory message, n= tail last, o= output, p= publish, P publish-all, q quiet, s size, t tag tty time " +
    "timestamps, u= user, v= volume volumes, w= workdir",
  kubectl: "A all-namespaces, c= container, f= filename follow, i stdin, k= kustomize, l= selector, n= namespace, " +
    "o= output, p= previous patch, t tty, w watch",
  git:
    "a all, A all, b= branch initial-branch, B= force-create, c= create, C= force-create, d delete detach, f force, " +
    "l list, m= message move, n= max-count, p patch, q quiet, s= short source strategy, S= staged, u= set-upstream, " +
    "U= unified, v verbose, W worktree",
  "svn cvs": "m= message, q quiet, r= revision, v verbose",
  curl:
    "A= user-agent, b= cookie, c= cookie-jar, d= data, f fail, F= form, H= header, i include show-headers, I head, " +
    "k insecure, L location, m= max-time, o= output, O remote-name, s silent, S show-error, u= user, v verbose, " +
    "w= write-out, x= proxy, X= request",
  wget: "c continue, O= output-document, q quiet, S server-response, T= timeout",
  ls: "a all, A almost-all, d directory, h human-readable, i inode, r reverse, R recursive, s size",
  "cp mv rm mkdir ln": "a archive, f force, i interactive, p parents preserve, r recursive, s symbolic, v verbose",
  "du df": "a all, h human-readable, s summarize",
  ps: "o= format, p= pid, u= user",
  "head tail": "c= bytes, f follow, n= lines, q quiet, v verbose",
  "wc uniq": "c bytes count, d repeated, l lines, m chars, w words, u unique",
  sort: "k= key, n numeric-sort, o= output, r reverse, t= field-separator, u unique",
  grep: "A= after-context, B= before-context, c count, C= context, e= regexp, E extended-regexp, F fixed-strings, " +
    "h no-filename, H with-filename, i ignore-case, l files-with-matches, m= max-count, n line-number, " +
    "o only-matching, P perl-regexp, q quiet silent, r recursive, s no-messages, v invert-match, w word-regexp",
  sed: "e= expression, E regexp-extended, i in-place, n quiet silent, r regexp-extended",
  tar: "c create, C= directory, f= file, j bzip2, J xz, t list, v verbose, x extract, z gzip",
  diff: "q brief, r recursive, s report-identical-files, u unified, U= unified",
  uname: "a all, m machine, n nodename, o operating-system, r kernel-release, s kernel-name, v kernel-version",
  "lxc-create lxc-start lxc-attach lxc-info lxc-stop lxc-destroy":
    "d daemon, f= rcfile, n= name, p pid, s state, t= template",
  iptables: "A= append, d= destination, D= delete, F flush, i= in-interface, I= insert, j= jump, L list, m= match, " +
    "n numeric, o= out-interface, p= protocol, P= policy, s= source, S list-rules, t= table, v verbose",
};
/** Long options without a letter that have no value. */
const FLAGS = new Set(["--rm", "--oneline", "--graph", "--no-edit", "--no-trunc", "--stat"]);
const WORD = /(?:[^\s"'\\|&;]|\\[\s\S]|"(?:[^"\\]|\\[\s\S])*"|'[^']*'|["'])+|[|&;]+/g;
const IS_OPTION = /^-[\p{L}\p{N}]|^--\p{L}/u;
const BEFORE_A_PROGRAM = /^(?:[|&;]+|do|then|else|if|while|until|time|!|\{)$/;
const QUOTED = /^(?:'([^']*)'|"([^"$`\\!]*)")$/;
const PLAIN = /^[\p{L}\p{N}_./:=@%+,-]+$/u;

const read = (text) => {
  const program = { letters: new Map(), valued: new Set() };
  for (const option of text.split(", ")) {
    const [sign, ...names] = option.split(" ");
    const letter = `-${sign[0]}`;
    if (sign.endsWith("=")) program.valued.add(letter);
    for (const name of [letter, ...names.map((name) => `--${name}`)]) {
      if (!program.letters.has(name)) program.letters.set(name, letter);
    }
  }
  return program;
};
const UNKNOWN = read("");
const PROGRAMS = new Map(
  Object.entries(OPTIONS).flatMap(([names, text]) => names.split(" ").map((name) => [name, read(text)])),
);

/** The form of a command. */
export const normal = (text) => {
  const words = (text.match(WORD) ?? []).map(unquoted);
  const said = [];
  let [options, program, begins] = [[], UNKNOWN, true];
  const close = () => {
    said.push(...options.sort(([a], [b]) => (a < b ? -1 : Number(a > b))).flat());
    options = [];
  };
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (begins && word === "sudo") continue;
    if (IS_OPTION.test(word) && !begins) {
      options.push(...spelled(word, program));
      const last = options.at(-1);
      const takes = last.length === 1 && hasValue(last[0], program) && isValue(words[at + 1]);
      if (takes) last.push(words[++at]);
      continue;
    }
    close();
    said.push(word);
    const name = word.replace(/^.*[(`]/s, "");
    const may = begins || name !== word || program === UNKNOWN; // `xargs ls`, but `docker ps`
    if (may) program = PROGRAMS.get(name) ?? UNKNOWN;
    begins = BEFORE_A_PROGRAM.test(word);
  }
  close();
  return said.join(" ");
};

/** `-it` → `[["-i"], ["-t"]]`, `--lines=5` and `-n5` → `[["-n", "5"]]`. */
const spelled = (word, { letters, valued }) => {
  if (word.startsWith("--")) {
    const [name, ...value] = word.split("=");
    return [[letters.get(name) ?? name, ...(value.length ? [value.join("=")] : [])]];
  }
  const [first, ...rest] = word.slice(1);
  if (rest.length && valued.has(`-${first}`)) return [[`-${first}`, rest.join("")]];
  const all = [first, ...rest].map((letter) => `-${letter}`);
  return all.every((letter) => letters.has(letter)) ? all.map((letter) => [letter]) : [[word]];
};

const hasValue = (name, { valued }) => valued.has(name) || (name.startsWith("--") && !FLAGS.has(name));

const isValue = (word) => word !== undefined && !IS_OPTION.test(word) && !/^[|&;]/.test(word);

const unquoted = (word) => {
  const found = QUOTED.exec(word);
  if (!found) return word;
  const text = found[1] ?? found[2];
  return PLAIN.test(text) ? text : `'${text}'`;
};
