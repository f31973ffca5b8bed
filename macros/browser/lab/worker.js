/** The worker that a lab runs in: it loads the machine, and does with the driver what the page asks. */
import { load } from "./load.js";

let guest;
let prompt;

const tell = (event, data) => postMessage({ event, data });

const verbs = {
  async open(options) {
    guest = await load(options, (progress) => tell("progress", progress));
  },
  async session(engine, files) {
    await guest.session(engine);
    for (const { path, text } of files) await guest.put(path, new TextEncoder().encode(text));
  },
  run: (command) => guest.run(command, (text) => tell("output", text)),
  interrupt: () => guest.interrupt(),
  reset: () => guest.reset(),
  async prompt(columns, rows) {
    prompt = await guest.prompt((bytes) => tell("prompt", bytes));
    await prompt.resize(columns, rows);
  },
  type: (text) => prompt.write(new TextEncoder().encode(text)),
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
