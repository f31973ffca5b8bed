/** Asks a worker for a verdict, and ends it where a pattern of the author's does not come to its end. */

const TIME_FOR_PATTERNS = 2_000; // milliseconds for the patterns of one line of the record
const TIME = 20_000; // for all that is not a pattern

/**
 * The verdict of `compare`. A pattern that took too long stands in `unchecked`, and any text stood for it; an Error
 * where a paste is too long for the machine.
 */
export const ask = async (record, text, set, ignored) => {
  const patterns = { ...record.patterns };
  for (;;) {
    const { verdict, names } = await once({ record: { ...record, patterns }, text, set, ignored });
    if (verdict) return verdict;
    if (!names.some((name) => patterns[name])) throw new Error("a comparison took too long");
    for (const name of names) patterns[name] = null;
  }
};

/** `{ verdict }`, or `{ names }` of what was being tried when the time was over. */
const once = (question) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("compare-worker.js", import.meta.url), { type: "module" });
    let names = [];
    let timer = 0;
    const end = (answer) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(answer);
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => end({ names }), names.length ? TIME_FOR_PATTERNS : TIME);
    };
    worker.addEventListener("message", ({ data }) => {
      if (data.verdict) return end(data);
      names = data.names;
      wait();
    });
    worker.addEventListener("error", (event) => {
      reject(new Error(event.message));
      end({ names: [] });
    });
    wait();
    worker.postMessage(question);
  });
