/**
 * Guests in a worker of a Chromium: below a path of a plain server that compresses nothing, under a policy that allows
 * nothing but what is the site's own. It prints what a reader loads and waits for.
 */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname } from "node:path";
import { after, before, test } from "node:test";

const ROOT = new URL("../../", import.meta.url);
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";
const TYPES = { js: "text/javascript", mjs: "text/javascript", html: "text/html", json: "application/json" };
const WORKER = `
import { V86 } from "./overrides/assets/vendor/v86/libv86.mjs";
import { open } from "./macros/browser/lab/guest.js";
import { fetched } from "./macros/browser/lab/machine.js";
let guest;
self.onmessage = async ({ data: [name, ...rest] }) => {
  try {
    if (name === "open") {
      const begun = performance.now();
      const { labs } = await (await fetch("./labs/labs.json")).json();
      const lab = labs[rest[0]];
      const [state, wasm] = await Promise.all([
        fetched(new URL("labs/" + lab.state, location)),
        fetched(new URL("overrides/assets/vendor/v86/v86.wasm.gz", location)),
      ]);
      const loaded = performance.now();
      guest = await open({ V86, wasm, state, memory: lab.memory, user: lab.user, files: new URL("labs/flat/", location).href });
      postMessage({ loaded: loaded - begun, open: performance.now() - loaded });
    } else if (name === "run") {
      let output = "";
      const result = await guest.run(rest[0], (text) => output += text);
      postMessage({ ...result, output });
    } else postMessage(await guest[name](...rest));
  } catch (error) {
    postMessage({ error: String(error) });
  }
};
`;
const PAGE = `<!doctype html><title>lab</title><script src="page.js"></script>`;
const SCRIPT = `
window.long = 0;
const longest = (list) => list.getEntries().forEach((entry) => long = Math.max(long, entry.duration));
new PerformanceObserver(longest).observe({ type: "longtask" });
const worker = new Worker("worker.js", { type: "module" });
worker.onerror = (event) => answer?.({ error: event.message });
let answer;
worker.onmessage = (event) => answer(event.data);
window.ask = (...words) => new Promise((resolve) => { answer = resolve; worker.postMessage(words); });
`;
const MADE = { "/favicon.ico": "", "index.html": PAGE, "page.js": SCRIPT, "worker.js": WORKER };

let server, browser, sent = 0, files = 0;

before(async () => {
  server = createServer(async (request, response) => {
    const path = decodeURI(new URL(request.url, "http://x").pathname).replace(/^\/notes\//, "") || "index.html";
    const place = path.startsWith("labs/") ? new URL(`.cache/${path}`, ROOT) : new URL(path, ROOT);
    const body = MADE[path] ?? await readFile(place).catch(() => null);
    const type = TYPES[path.split(".").at(-1)] ?? "application/octet-stream";
    response.writeHead(body === null ? 404 : 200, { "content-type": type, "content-security-policy": POLICY });
    response.end(body ?? "");
    sent += body?.length ?? 0;
    files += 1;
  }).listen(0, "127.0.0.1");
  const { chromium } = await import(`${dirname(process.execPath)}/package/index.mjs`);
  const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
});
after(async () => {
  await browser?.close();
  server?.close();
});

const CASES = {
  gnu: ["echo '가나다 abc' | grep -oP '\\p{Hangul}+'", "가나다\n"],
  git: ["git init -q r && cd r && git status --short && echo 끝", "끝\n"],
  net: ["iptables -S INPUT", "-P INPUT ACCEPT\n"],
  container: ["unshare --user --map-root-user id -u", "0\n"],
  vcs: ["svnadmin create r && ls r | head -n 1", "README.txt\n"],
};

for (const [lab, [command, output]] of Object.entries(CASES)) {
  test(`${lab}: a worker runs it under the policy`, { timeout: 120_000 }, async () => {
    const page = await browser.newPage();
    const elsewhere = [], refused = [];
    page.on("request", (request) => new URL(request.url()).hostname !== "127.0.0.1" && elsewhere.push(request.url()));
    page.on("console", (message) => message.type() === "error" && refused.push(message.text()));
    [sent, files] = [0, 0];
    await page.goto(`http://127.0.0.1:${server.address().port}/notes/`);
    const ask = (...words) => page.evaluate((words) => globalThis.ask(...words), words);
    const opened = await ask("open", lab);
    assert.equal(opened.error, undefined);
    const first = await ask("run", command);
    const loaded = sent;
    assert.deepEqual([first.output, first.code], [output, 0]);
    const second = await ask("run", `cd; rm -rf r; ${command}`);
    assert.equal(second.output, output);
    const long = await page.evaluate(() => globalThis.long);
    console.log(
      `${lab}: ${(loaded / 1e6).toFixed(2)} MB in ${files} files before the first answer · from state to ready ` +
        `${(opened.open / 1000).toFixed(2)} s · first ${first.seconds.toFixed(2)} s · again ${
          second.seconds.toFixed(2)
        } s · longest task ${long} ms`,
    );
    assert.deepEqual([elsewhere, refused], [[], []]);
    await page.close();
  });
}
