/** A guest of a lab that `make labs` has made, as a page's worker opens it. KB_TIMES=1 prints how long things take. */
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { open } from "../../macros/browser/lab/guest.js";
import { V86 } from "../../overrides/assets/vendor/v86/libv86.mjs";

const LABS = new URL("../../.cache/labs/", import.meta.url);
const wasm = readFileSync(new URL("../../overrides/assets/vendor/v86/v86.wasm.gz", import.meta.url));
const { labs } = JSON.parse(readFileSync(new URL("labs.json", LABS), "utf8"));
const NOW = Date.UTC(2030, 0, 2, 3, 4, 5);

/**
 * A guest of a lab, which goes when the test `context` has ended, and `said(command)`: what a command prints and its
 * code.
 */
export const opened = async (name, context) => {
  const { state, memory, user } = labs[name];
  const loaded = [];
  const files = async (file) => {
    const bytes = await readFile(new URL(`flat/${file}`, LABS));
    loaded.push(bytes.length);
    return bytes;
  };
  const bytes = readFileSync(new URL(state, LABS));
  const begun = performance.now();
  const guest = await open({ V86, wasm, memory, user, state: bytes, files, now: () => NOW });
  context.after(() => guest.close());
  const times = [`open ${seconds(begun)}`];
  const said = async (command) => {
    let output = "";
    const result = await guest.run(command, (text) => output += text);
    times.push(`${command.split("\n")[0].slice(0, 30)} ${result.seconds.toFixed(2)}`);
    return [output, result.code];
  };
  const ended = () => {
    const more = loaded.reduce((sum, length) => sum + length, 0);
    if (process.env.KB_TIMES) {
      console.log(`${name}: ${times.join(" · ")} · state ${bytes.length}, then ${more} in ${loaded.length} files`);
    }
  };
  return { guest, said, ended, times, loaded };
};

export const seconds = (begun) => ((performance.now() - begun) / 1000).toFixed(2);
