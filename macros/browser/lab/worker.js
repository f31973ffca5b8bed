/** The worker that a lab runs in: it does with the guest what the page asks. */
import { load } from "./load.js";

const encoder = new TextEncoder();
const tell = (event, data) => postMessage({ event, data });
let guest, engines, prompt;

const verbs = {
  /** The address of the page that says what is in it. */
  async open(lab, folder) {
    const loaded = await load(lab, folder, (progress) => tell("progress", progress));
    ({ guest, engines } = loaded);
    return loaded.about;
  },
  /** A shell with the variables of an engine, in a home with `files`, `[{ path, text }]`. */
  async session(engine, files) {
    await guest.session(engines[engine]);
    for (const { path, text } of files) await guest.put(path, encoder.encode(text));
  },
  run: (command) => guest.run(command, (text) => tell("output", text)),
  interrupt: () => guest.interrupt(),
  async prompt(columns, rows) {
    prompt = await guest.prompt((bytes) => tell("prompt", bytes), { columns, rows });
  },
  type: (text) => prompt.write(encoder.encode(text)),
  knock: (port) => guest.knock(port),
  request: (port, text) => guest.request(port, text),
};

addEventListener("message", async ({ data: { id, verb, given } }) => {
  try {
    postMessage({ id, answer: await verbs[verb](...given) });
  } catch (error) {
    postMessage({ id, fault: String(error) });
  }
});
