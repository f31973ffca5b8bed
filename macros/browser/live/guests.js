/**
 * Guests as a page sees them: one of each lab, in a worker of its own, for all terminals of the page that name it. It
 * is gone when the last of them is.
 */
const guests = new Map(); // by the names of labs

/**
 * The guest of the lab `name`, which is being loaded when this comes back, for `user`, who leaves it again. `user` is
 * `{ lost, gone }`: called when another one has its shell, and when it has ended.
 */
export const enter = (name, user) => {
  if (!guests.has(name)) guests.set(name, new Guest(name));
  const guest = guests.get(name);
  guest.users.add(user);
  return guest;
};

/** The last one out turns it off. */
export const leave = (guest, user) => {
  guest.users.delete(user);
  if (guest.owner === user) guest.owner = null;
  if (!guest.users.size) end(guest);
};

/** Turns it off, whoever has it, and tells them; who asks for the lab again has a new one. */
export const end = (guest) => {
  guest.stop();
  if (guests.get(guest.name) === guest) guests.delete(guest.name);
  for (const user of guest.users) user.gone();
};

class Guest {
  #worker = new Worker(new URL("lab-worker.js", import.meta.url), { type: "module" });
  #asked = new Map();
  #count = 0;
  #begun = Promise.resolve();
  #isOff = false;

  constructor(name) {
    this.name = name;
    this.users = new Set();
    this.owner = null; // the user whose shell it has
    this.onprogress = () => {};
    this.onoutput = () => {};
    this.onprompt = () => {};
    this.#worker.addEventListener("message", ({ data }) => this.#hear(data));
    this.#worker.addEventListener("error", (event) => this.#fail(new Error(event.message)));
    this.ready = this.ask("open", name, new URL("../labs/", import.meta.url).href);
    this.ready.catch(() => {}); // who waits for it is told
  }

  /** Another shell, that of `owner`, with the variables of `engine`, in a home with `files`; who had one is told. */
  async begin(owner, engine, files) {
    if (this.owner !== owner) this.owner?.lost();
    this.owner = owner;
    this.onoutput = () => {};
    this.#begun = this.#begun.catch(() => {}).then(() => this.ask("session", engine, files));
    await this.#begun;
  }

  /** What the worker answers to a verb of lab/worker.js. */
  ask(verb, ...given) {
    if (this.#isOff) return Promise.reject(new Error("the guest was turned off"));
    const id = ++this.#count;
    this.#worker.postMessage({ id, verb, given });
    return new Promise((resolve, reject) => this.#asked.set(id, { resolve, reject }));
  }

  stop() {
    this.#isOff = true;
    this.#worker.terminate();
    this.#fail(new Error("the guest was turned off"));
  }

  #hear({ id, answer, fault, event, data }) {
    if (event) return this[`on${event}`](data);
    const { resolve, reject } = this.#asked.get(id);
    this.#asked.delete(id);
    if (fault) reject(new Error(fault));
    else resolve(answer);
  }

  #fail(error) {
    for (const { reject } of this.#asked.values()) reject(error);
    this.#asked.clear();
  }
}
