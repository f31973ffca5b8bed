/**
 * The machine of a guest: v86, which is told what it needs to know to run in a worker under a strict policy, and to
 * load files once.
 */

/** Ports of the machine's console: hvc0 to hvc2 of the guest. */
export const CONTROL = 0, OUTPUT = 1, PROMPT = 2;

/** A state is good for a machine with these options alone. */
const OPTIONS = {
  vga_memory_size: 1 << 20,
  virtio_console: true,
  net_device: { type: "virtio", relay_url: "fetch" },
  preserve_mac_from_state_image: true,
  disable_keyboard: true,
  disable_mouse: true,
  disable_speaker: true,
};
/** What the machine takes of what is said to it at a time. */
const PIECE = 2048;

/**
 * A machine that has been loaded, and stands still: `{V86, wasm, memory, files, …}`. `wasm` are the bytes of v86.wasm,
 * as they are or as gzip has them; `memory` is in bytes; `files` is a function that takes a name and promises the
 * file's bytes, or the address of their folder; all else goes to v86 as it is.
 */
export const machine = async ({ V86, wasm, memory, files, ...others }) => {
  keepWorkersAway();
  const bytes = await inflated(wasm);
  const emulator = new V86({
    ...OPTIONS,
    memory_size: memory,
    wasm_fn: async (imports) => (await WebAssembly.instantiate(bytes, imports)).instance.exports,
    ...others,
    filesystem: { baseurl: "flat", ...others.filesystem },
  });
  await new Promise((resolve) => emulator.add_listener("emulator-loaded", resolve));
  stayInside(emulator.network_adapter);
  loadOnce(emulator, typeof files === "function" ? files : (name) => fetched(new URL(name, files)));
  return emulator;
};

/** Say bytes to a port of the console. */
export const send = (emulator, port, bytes) => {
  for (let at = 0; at < bytes.length; at += PIECE) {
    emulator.bus.send(`virtio-console${port}-input-bytes`, bytes.subarray(at, at + PIECE));
  }
};

/** The file at an address. */
export const fetched = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
};

/** Bytes that gzip has made smaller, as they were; others as they are. */
const inflated = async (bytes) => {
  const start = new Uint8Array(bytes.buffer ?? bytes, bytes.byteOffset ?? 0, 2);
  if (start[0] !== 0x1f || start[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return await new Response(stream).arrayBuffer();
};

/** A guest's requests to others would be the page's, or those of the computer that runs it: they have no answer. */
const stayInside = (network) => {
  if (typeof network.fetch !== "function") throw new Error("the network of v86 is another one");
  network.fetch = () => Promise.reject(new Error("a guest has no network"));
};

/** v86 asks for a file once for each read that waits for it: here they all wait for one. */
const loadOnce = (emulator, files) => {
  const waited = new Map();
  const storage = emulator.fs9p.storage;
  storage.load_from_server = (name, size) => {
    if (!waited.has(name)) {
      const loaded = files(name).then(async (packed) => {
        const bytes = name.endsWith(".zst") ? new Uint8Array(emulator.zstd_decompress(size, packed)) : packed;
        await storage.cache(name, bytes);
        return bytes;
      });
      waited.set(name, loaded);
      loaded.catch(() => {}).finally(() => waited.delete(name));
    }
    return waited.get(name);
  };
};

/**
 * v86 makes two workers of texts, which no strict policy allows. Its clock is told by a channel instead, which no
 * policy slows down as it does a timer. In Node it has a clock of its own.
 */
const keepWorkersAway = () => {
  if (typeof globalThis.Worker === "undefined" || typeof globalThis.process !== "undefined") return;
  globalThis.Worker = class {
    #channel = new MessageChannel();
    #timer;
    constructor() {
      this.#channel.port1.onmessage = (event) => this.onmessage(event);
    }
    postMessage({ t, tick }) {
      clearTimeout(this.#timer);
      if (t < 1) this.#channel.port2.postMessage(tick);
      else this.#timer = setTimeout(() => this.onmessage({ data: tick }), t);
    }
    terminate() {
      clearTimeout(this.#timer);
      this.#channel.port1.close();
    }
  };
};
