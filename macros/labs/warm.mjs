import { readFileSync } from "node:fs";

/**
 * What of warm/ is run, a line at a time, before a state is saved, so that the files that recordings need are in
 * memory.
 */
const lines = (...names) =>
  names.flatMap((name) => readFileSync(new URL(`warm/${name}.sh`, import.meta.url), "utf8").trim().split("\n"));

/** By lab: whose its sessions are, the megabytes of its memory, and the commands. */
export const LABS = {
  gnu: { user: "kb", memory: 128, commands: lines("gnu") },
  git: { user: "kb", memory: 128, commands: lines("common", "git") },
  net: { user: "root", memory: 128, commands: lines("common", "net") },
  container: { user: "root", memory: 128, commands: lines("common", "container") },
  vcs: { user: "kb", memory: 128, commands: lines("common", "vcs") },
};
