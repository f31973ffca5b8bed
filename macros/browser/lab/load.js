/** Loads a lab of the site: what runs it, and the state that it is saved in. */
import { fetched } from "./machine.js";
import { open } from "./guest.js";

const ENGINE = new URL("../vendor/v86/", import.meta.url);

/**
 * `{ guest, engines, about }` of the lab `name`: see guest.js; `engines` are the variables of the engines of
 * recordings, `about` is the address of the page that says what is in it. `folder` is the address of the site's labs,
 * `watch` is told `{ done, all }` in bytes.
 */
export const load = async (name, folder, watch) => {
  const { labs, engines, about } = await (await fetch(new URL("labs.json", folder), { cache: "no-cache" })).json();
  const lab = labs[name];
  const [{ V86 }, wasm, state] = await Promise.all([
    import(new URL("libv86.mjs", ENGINE).href),
    fetched(new URL("v86.wasm.gz", ENGINE)),
    watched(new URL(lab.state, folder), lab.bytes, watch),
  ]);
  const guest = await open({
    V86,
    wasm,
    state,
    user: lab.user,
    memory: lab.memory,
    files: new URL("flat/", folder).href,
  });
  return { guest, engines, about: new URL(about, folder).href };
};

/** The bytes at an address, of which there are about so many. */
const watched = async (address, all, watch) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const parts = [];
  let done = 0;
  for await (const part of chunks(answer.body.getReader())) {
    parts.push(part);
    done += part.length;
    watch({ done, all: Math.max(done, all) });
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
};

async function* chunks(reader) {
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
