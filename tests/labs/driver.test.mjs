/** What a guest does, by its driver. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { opened, seconds } from "./opened.mjs";

test("gnu: commands, files, Korean, the clock, a stop, another session", { timeout: 120_000 }, async (context) => {
  const { guest, said, ended, times } = await opened("gnu", context);
  assert.deepEqual(await said("echo 가나다abc | grep -oP '\\p{Hangul}+'"), ["가나다\n", 0]);
  assert.deepEqual(await said("echo '도커 docker' | grep -oE '[가-힣]+'"), ["grep: Invalid collation character\n", 2]);
  assert.deepEqual(await said("pwd; id -un; date +%Y-%m-%d"), ["/home/kb\nkb\n2030-01-02\n", 0]);
  assert.deepEqual(await said("nosuch"), ["bash: nosuch: command not found\n", 127]);
  const content = new TextEncoder().encode("첫 줄\n" + "0123456789 도커\n".repeat(400));
  await guest.put("폴더/노트.md", content);
  assert.deepEqual(await said("wc -c <폴더/노트.md; head -n 2 폴더/*; stat -c %U 폴더"), [
    `${content.length}\n첫 줄\n0123456789 도커\nkb\n`,
    0,
  ]);
  await guest.put("bytes", Uint8Array.from({ length: 256 }, (_, index) => index));
  assert.deepEqual(await said("sha256sum bytes | cut -c1-8; echo ${#x}"), ["40aff2e9\n0\n", 0]);

  const long = `x=${"도".repeat(2000)}; echo \${#x}`;
  assert.deepEqual(await said(long), ["2000\n", 0]);
  await said("cd 폴더; y=kept");
  const endless = said("while :; do :; done");
  await new Promise((resolve) => setTimeout(resolve, 300));
  const begun = performance.now();
  assert.equal(await guest.interrupt(), true);
  assert.deepEqual(await endless, ["", 130]);
  times.push(`interrupt ${seconds(begun)}`);
  assert.ok(performance.now() - begun < 1000);
  assert.deepEqual(await said("echo $y; pwd"), ["kept\n/home/kb/폴더\n", 0]);
  const asleep = said("sleep 100");
  assert.equal(await guest.interrupt(), true);
  assert.deepEqual(await asleep, ["", 130]);
  const numbers = await said("seq 20000");
  assert.equal(numbers[0].split("\n").length, 20001);

  const again = performance.now();
  await guest.session({ WHO: "it's 마루" });
  times.push(`session ${seconds(again)}`);
  assert.deepEqual(await said("ls -A; pwd; echo $y$WHO; date +%Y"), ["/home/kb\nit's 마루\n2030\n", 0]);
  assert.equal((await guest.run("z=1; exit 3")).ended, true);
  assert.deepEqual(await said("echo ${z-another}; pwd"), ["another\n/home/kb\n", 0]);
  await guest.reset();
  assert.deepEqual(await said("echo $((1 + 1))"), ["2\n", 0]);
  ended();
});

test("gnu: two readers do not have the same random numbers", { timeout: 60_000 }, async (context) => {
  const { guest, said, ended } = await opened("gnu", context);
  const one = await said("od -An -N8 -tx1 /dev/urandom");
  await guest.reset();
  assert.notDeepEqual(await said("od -An -N8 -tx1 /dev/urandom"), one);
  ended();
});

test("gnu: a prompt takes Korean, Ctrl-C and a size", { timeout: 120_000 }, async (context) => {
  const { guest, ended } = await opened("gnu", context);
  let seen = "", wanted;
  const decoder = new TextDecoder();
  const until = (text) =>
    new Promise((resolve) => {
      wanted = () => seen.includes(text) && resolve(seen = "");
      wanted();
    });
  const shell = await guest.prompt((bytes) => {
    seen += decoder.decode(bytes, { stream: true });
    wanted?.();
  }, { rows: 30, columns: 100 });
  const write = (text) => shell.write(new TextEncoder().encode(text));
  await until("$ ");
  write("echo 한글-$((1+2)); stty size\r");
  await until("한글-3\r\n30 100");
  write("read x\r");
  await until("\x1b[?2004l");
  write("한\r");
  await until("$ ");
  write("echo x=$x; cat\r");
  await until("\rx=한");
  write("줄\r");
  await until("줄\r\n줄"); // so that it has begun: bash's own child loses a Ctrl-C
  write("\x03");
  await until("$ ");
  write("echo code-$?\r");
  await until("code-130");
  shell.resize(90, 20);
  write("stty size\r");
  await until("20 90");
  ended();
});

test("net: what a guest asks of others comes nowhere", { timeout: 60_000 }, async (context) => {
  const { said } = await opened("net", context);
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.end("from outside");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  context.after(() => server.close());
  const { port } = server.address();
  const names = [`${port}.external`, `127.0.0.1:${port}`, `localhost:${port}`];
  for (const host of names) {
    const command =
      `exec 3<>/dev/tcp/192.168.86.1/80; printf 'GET /x HTTP/1.0\\r\\nHost: ${host}\\r\\n\\r\\n' >&3; timeout 5 cat <&3`;
    assert.doesNotMatch((await said(command))[0], /from outside/);
  }
  assert.deepEqual(asked, []);
});
