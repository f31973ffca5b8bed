/**
 * A lab as a page sees it: one machine in a worker of its own for all terminals of the page that name it, which is gone
 * when the last of them is.
 */
const machines = new Map(); // by the names of labs

/** The machine of the lab `name`, which is being loaded when this comes back, for `user`, who leaves it again. */
export const enter = (name, user) => {
  if (!machines.has(name)) machines.set(name, new Machine(name));
  const machine = machines.get(name);
  machine.users.add(user);
  return machine;
};

/** The last one out turns it off. */
export const leave = (machine, user) => {
  machine.users.delete(user);
  if (!machine.users.size) end(machine);
};

/** Turns it off, whoever has it; who asks for the lab again has a new one. */
export const end = (machine) => {
  machine.stop();
  if (machines.get(machine.name) === machine) machines.delete(machine.name);
};

class Machine {
  #worker = new Worker(new URL("lab-worker.js", import.meta.url), { type: "module" });
  #asked = new Map();
  #count = 0;

  constructor(name) {
    this.name = name;
    this.users = new Set();
    this.owner = null; // whose shell it has
    this.onprogress = () => {};
    this.onoutput = () => {};
    this.onprompt = () => {};
    this.#worker.addEventListener("message", ({ data }) => this.#hear(data));
    this.#worker.addEventListener("error", (event) => this.#fail(new Error(event.message)));
    this.ready = this.ask("open", name, new URL("../labs/", import.meta.url).href);
    this.ready.catch(() => {}); // who waits for it is told
  }

  /** What the worker answers to a verb of lab/worker.js. */
  ask(verb, ...given) {
    const id = ++this.#count;
    this.#worker.postMessage({ id, verb, given });
    return new Promise((resolve, reject) => this.#asked.set(id, { resolve, reject }));
  }

  stop() {
    this.#worker.terminate();
    this.#fail(new Error("the machine was turned off"));
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
