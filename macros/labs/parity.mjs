/**
 * `node parity.mjs FOLDER <jobs`: runs recordings in the labs of a folder, each in a machine as it was saved, and prints
 * what they gave, a line of JSON for each.
 */
import { readFileSync } from "node:fs";
import { openLab } from "./open.mjs";

const folder = process.argv[2];
const jobs = JSON.parse(readFileSync(0, "utf8"));

const within = (seconds, promise) => {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it did not end within ${seconds} s`)), seconds * 1000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

const play = async (guest, { environment, files, before, commands }) => {
  await guest.session(environment);
  for (const [path, text] of files) await guest.put(path, new TextEncoder().encode(text));
  for (const command of before) await guest.run(command, () => {});
  const steps = [];
  for (const command of commands) {
    let output = "";
    const { code, seconds } = await guest.run(command, (text) => output += text);
    steps.push({ output, code, seconds });
  }
  return steps;
};

for (const job of jobs) {
  const answer = { id: job.id, lab: job.lab, steps: [], error: "" };
  const guest = await openLab(folder, job.lab);
  try {
    answer.steps = await within(job.seconds, play(guest, job));
  } catch (error) {
    answer.error = error.message;
  }
  await guest.close();
  console.log(JSON.stringify(answer));
}
process.exit(0);
