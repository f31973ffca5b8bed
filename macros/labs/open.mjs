/** A lab of a folder in Node, opened as a page opens it. */
import { readFile } from "node:fs/promises";
import { open } from "../browser/lab/guest.js";
import { V86 } from "../../overrides/assets/vendor/v86/libv86.mjs";

const ENGINE = new URL("../../overrides/assets/vendor/v86/", import.meta.url);

/** The guest of the lab `name` in `folder`: see guest.js. */
export const openLab = async (folder, name) => {
  const lab = JSON.parse(await readFile(`${folder}/labs.json`, "utf8")).labs[name];
  return await open({
    V86,
    wasm: await readFile(new URL("v86.wasm.gz", ENGINE)),
    state: await readFile(`${folder}/${lab.state}`),
    user: lab.user,
    memory: lab.memory,
    files: (file) => readFile(`${folder}/flat/${file}`),
  });
};
