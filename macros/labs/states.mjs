// states.mjs MADE LABS [LAB…]: boot each lab of what the scripts in guest/ made in MADE, run what it is for, and save its
// state in LABS/states. LABS/labs.json tells what there is.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { V86 } from "../../overrides/assets/vendor/v86/libv86.mjs";
import { conversation } from "../browser/lab/guest.js";
import { machine } from "../browser/lab/machine.js";
import { escaped } from "../browser/lab/words.js";
import { LABS } from "./warm.mjs";
import { packed } from "./zstd.mjs";

const VENDOR = new URL("../../overrides/assets/vendor/v86/", import.meta.url);
const COMMAND_LINE = "console=ttyS0 tsc=reliable init_on_free=1 quiet";

const [made, target, ...names] = process.argv.slice(2);
const wasm = readFileSync(new URL("v86.wasm.gz", VENDOR));
/** Bytes that a page loads beside a state. */
const CORE = wasm.length + statSync(new URL("libv86.mjs", VENDOR)).size;
const locked = JSON.parse(readFileSync(new URL("../../tests/vendor/package-lock.json", import.meta.url), "utf8"));
const files = (name) => readFile(`${target}/flat/${name}`);

const saved = async ({ user, memory, commands }) => {
  const emulator = await machine({
    V86,
    wasm,
    memory: memory << 20,
    files,
    bios: { url: `${made}/bios.bin` },
    vga_bios: { url: `${made}/vgabios-stdvga.bin` },
    bzimage: { url: `${made}/bzImage` },
    initrd: { url: `${made}/initrd` },
    cmdline: COMMAND_LINE,
    filesystem: { basefs: `${made}/fs.json` },
  });
  heardOfTheKernel(emulator);
  const begun = new Promise((resolve) => emulator.add_listener("virtio-console0-output-bytes", resolve));
  const guest = conversation(emulator);
  emulator.run();
  await begun;
  const asRoot = async (command) => await guest.root("sh", () => escaped(command));
  let said = "";
  const run = async (command) => await guest.run(command, (text) => said += text);
  await asRoot("echo 3 >/proc/sys/vm/drop_caches");
  await guest.root("open", () => user);
  for (const line of commands) await run(line);
  if (process.env.KB_SAID) console.error(said);
  // Another shell, in an empty home, when all that the first one left is gone.
  await asRoot(
    `read -r session </run/kb/session; kill -KILL -- "-$session"; rm -rf /home/kb /tmp/* /tmp/.[!.]*; mkdir /home/kb
    chown 1000:1000 /home/kb`,
  );
  await guest.root("open", () => user);
  await run("true");
  await quiet(500);
  const state = new Uint8Array(await emulator.save_state());
  await emulator.destroy();
  return state;
};

const quiet = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const heardOfTheKernel = (emulator) => {
  if (process.env.KB_SAID) {
    emulator.add_listener("serial0-output-byte", (byte) => process.stderr.write(Buffer.of(byte)));
  }
};

const packages = Object.fromEntries(
  readFileSync(new URL("guest/packages", import.meta.url), "utf8").trim().split("\n").map((line) => {
    const [lab, ...others] = line.split(/:? +/);
    return [lab, others];
  }),
);

const manifest = () => {
  try {
    return JSON.parse(readFileSync(`${target}/labs.json`, "utf8"));
  } catch {
    return { labs: {} };
  }
};

const told = () => {
  const version = locked.packages["node_modules/v86"].version;
  writeFileSync(`${target}/labs.part`, JSON.stringify({ v86: version, core: CORE, labs }, null, 1) + "\n");
  renameSync(`${target}/labs.part`, `${target}/labs.json`);
  const kept = Object.values(labs).map((lab) => lab.state);
  for (const file of readdirSync(`${target}/states`)) {
    if (!kept.includes(`states/${file}`)) rmSync(`${target}/states/${file}`);
  }
};

const { labs } = manifest();
mkdirSync(`${target}/states`, { recursive: true });
for (const name of names.length ? names : Object.keys(LABS)) {
  const started = performance.now();
  const state = await saved(LABS[name]);
  const bytes = packed(state);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const path = `states/${name}-${hash}.zst`;
  writeFileSync(`${target}/${path}`, bytes);
  const { user, memory } = LABS[name];
  labs[name] = { user, memory: memory << 20, state: path, bytes: bytes.length, packages: packages[name] ?? [] };
  told();
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(
    `${name}: ${(state.length / 1e6).toFixed(1)} MB, packed ${(bytes.length / 1e6).toFixed(2)} MB, in ${seconds} s`,
  );
}
