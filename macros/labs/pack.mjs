// pack.mjs FILES FLAT: each file of the folder FILES as zstd makes it smaller, as NAME.zst in the folder FLAT, which has
// no others then.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { packed } from "./zstd.mjs";

const [files, flat] = process.argv.slice(2);
const names = readdirSync(files);
mkdirSync(flat, { recursive: true });
for (const name of readdirSync(flat)) if (!names.includes(name.replace(/\.zst$/, ""))) rmSync(`${flat}/${name}`);
for (const name of names) {
  if (!existsSync(`${flat}/${name}.zst`)) {
    writeFileSync(`${flat}/${name}.zst`, packed(readFileSync(`${files}/${name}`)));
  }
}
