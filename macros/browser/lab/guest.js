/**
 * A guest: a Linux that runs commands, of a state that was saved. Another engine that does what this does can take its
 * place.
 */

import { CONTROL, machine, OUTPUT, PROMPT, send } from "./machine.js";
import { connection } from "./ports.js";
import { quoted } from "../shell.js";
import { escaped, reader } from "./words.js";

/** Characters that a line to the guest may have: more at a time are lost. */
const LINE = 12_000;
/** The file with the variables of a session, which its shells read. */
const VARIABLES = "/run/kb/variables";
/** Bytes of a file that are put at a time. */
const PART = 2_000;

/**
 * Open a guest: `{V86, wasm, memory, files}` as machine.js takes them; `state`, the bytes of a saved state, as zstd has
 * them; `user`, whose the shells are, as labs.json says; `now`, which tells the time in milliseconds since 1970. It
 * promises:
 *
 * - `put(path, bytes)`: a file, in the home where the path does not begin with a slash.
 * - `run(command, onOutput)`: its `{code, seconds, ended}` when it has ended; `ended` is true where its shell has,
 *   too: what runs next has another one in the same home.
 * - `interrupt()`: Ctrl-C for what runs, until it has ended: true. The shell lives, with its variables and its folder.
 *   False where three seconds of that do not help.
 * - `session(variables)`: another shell, in a home that is empty, with nothing left of what ran before. It has these
 *   variables, as all shells have that follow.
 * - `prompt(onBytes, {rows, columns})`: a shell to write to, `{write(bytes), resize(columns, rows)}`. It ends with the
 *   session.
 * - `knock(port)`: whether something listens there that can be reached; `request(port, text)`: what it answers, "" for
 *   nothing.
 * - `reset()`: the state again; `close()`: the end, after which nothing can be asked any more.
 */
export const open = async ({ state, user = "kb", now = Date.now, ...options }) => {
  const emulator = await machine({ ...options, initial_state: { buffer: exactly(state) } });
  const told = conversation(emulator);
  let isFresh = true, isGone = false, running;

  const wake = async () => {
    const random = crypto.getRandomValues(new Uint8Array(32)).reduce((text, byte) => text + byte.toString(16), "");
    await told.root("wake", () => `${(now() / 1000).toFixed(3)} ${random}`);
  };
  const reset = async () => {
    await emulator.stop();
    told.forget();
    await emulator.restore_state(exactly(state));
    [isFresh, isGone] = [true, false];
    emulator.run();
    await wake();
  };
  const run = async (command, onOutput = () => {}) => {
    isFresh = false;
    const begun = performance.now();
    if (isGone) await told.root("open", () => user);
    running = told.run(command, onOutput);
    const { code, ended = false } = await running;
    [running, isGone] = [undefined, ended];
    return { code, seconds: (performance.now() - begun) / 1000, ended };
  };

  emulator.run();
  await wake();
  return {
    run,
    reset,
    put: async (path, bytes) => {
      isFresh = false;
      for (let at = 0; at === 0 || at < bytes.length; at += PART) {
        await told.put(at ? "add" : "put", path, bytes.subarray(at, at + PART));
      }
    },
    interrupt: async () => {
      for (let tries = 0; running && tries < 10; tries++) { // a program that only begins loses one
        await told.root("int");
        await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 300))]);
      }
      return !running;
    },
    session: async (variables = {}) => {
      if (!isFresh) await reset();
      const lines = Object.entries(variables).map(([name, value]) => `export ${name}=${quoted(value)}\n`);
      if (!lines.length) return;
      await told.put("put", VARIABLES, lines.join(""));
      await told.run(`. ${VARIABLES}`, () => {});
    },
    prompt: async (onBytes, { rows = 24, columns = 80 } = {}) => {
      isFresh = false;
      told.hear(PROMPT, onBytes);
      await told.root("prompt", () => `${rows} ${columns}`);
      return {
        write: (bytes) => send(emulator, PROMPT, bytes),
        // The other way round than v86 says: it tells rows first, and Linux hears columns first since 6.12.
        resize: (columns, rows) => emulator.bus.send(`virtio-console${PROMPT}-resize`, [rows, columns]),
      };
    },
    ...connection(emulator.network_adapter),
    close: async () => {
      told.forget();
      await emulator.destroy();
    },
  };
};

/** What is said to the guest and what it answers, each answer to its question. */
export const conversation = (emulator) => {
  const encoder = new TextEncoder();
  const waiting = new Map();
  const heard = new Map();
  let number = 0, onOutput = () => {}, answers, output;

  const hear = (port, onBytes) => {
    if (!heard.has(port)) {
      emulator.add_listener(`virtio-console${port}-output-bytes`, (bytes) => heard.get(port)(bytes));
    }
    heard.set(port, onBytes);
  };
  const answer = (id, result) => {
    waiting.get(id)?.(result);
    waiting.delete(id);
  };
  const listen = () => {
    let text = "";
    answers = (bytes) => {
      const lines = (text + String.fromCharCode(...bytes)).split("\n");
      text = lines.pop();
      for (const line of lines) answer(Number(line.split(" ")[0]), { code: Number(line.split(" ")[1]) });
    };
    output = reader(
      (text) => onOutput(text),
      (id, code) =>
        id < 0 ? [...waiting.keys()].forEach((id) => answer(id, { code, ended: true })) : answer(id, { code }),
    );
  };
  const line = (verb, text) => {
    const id = ++number;
    const result = new Promise((resolve) => waiting.set(id, resolve));
    send(emulator, CONTROL, encoder.encode(`${verb} ${id} ${text}\n`));
    return result;
  };
  const said = async (verb, text) => {
    let at = 0;
    for (; text.length - at > LINE; at += LINE) await line("more", text.slice(at, at + LINE));
    return await line(verb, text.slice(at));
  };

  listen();
  hear(CONTROL, (bytes) => answers(bytes));
  hear(OUTPUT, (bytes) => output(bytes));
  return {
    hear,
    /** What the guest's own root does. */
    root: (verb, text = () => "") => said(verb, text()),
    put: (verb, path, bytes) => said(verb, `${escaped(path)} ${escaped(bytes)}`),
    run: (command, listener) => {
      onOutput = listener;
      return said("run", escaped(command));
    },
    /** Nobody answers any more: the guest is another one now. */
    forget: () => {
      [...waiting.keys()].forEach((id) => answer(id, { code: -1, ended: true }));
      listen();
    },
  };
};

/** The buffer of bytes, and of these alone. */
const exactly = (bytes) => {
  if (bytes instanceof ArrayBuffer) return bytes;
  const { buffer, byteOffset, byteLength } = bytes;
  return byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
};
