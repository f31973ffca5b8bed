/** How a guest is spoken to and how it answers, without a guest. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { escaped, reader } from "../../macros/browser/lab/words.js";
import { quoted } from "../../macros/browser/shell.js";

const bytes = (text) => new TextEncoder().encode(text);

/** What a reader tells of text that comes in pieces of `size` bytes. */
const told = (text, size) => {
  const said = [];
  const read = reader((part) => said.push(part), (id, code) => said.push([id, code]));
  const all = bytes(text);
  for (let at = 0; at < all.length; at += size) read(all.subarray(at, at + size));
  return said.reduce((joined, part) => {
    if (typeof part === "string" && typeof joined.at(-1) === "string") joined.push(joined.pop() + part);
    else joined.push(part);
    return joined;
  }, []);
};

test("what a line cannot have is escaped, and Korean is bytes", () => {
  assert.equal(escaped("a b\n"), "a\\x20b\\x0a");
  assert.equal(escaped("한\\"), "\\xed\\x95\\x9c\\x5c");
  assert.equal(escaped(Uint8Array.of(0, 255)), "\\x00\\xff");
  assert.equal(quoted("it's"), "'it'\\''s'");
});

for (const size of [1, 2, 3, 7, 1000]) {
  test(`output that comes in pieces of ${size} bytes is told whole`, () => {
    assert.deepEqual(told("도커\n\x02E12:3\x03", size), ["도커\n", [12, 3]]);
    assert.deepEqual(told("no end\x02E1:0\x03next\n\x02E2:130\x03", size), ["no end", [1, 0], "next\n", [2, 130]]);
    assert.deepEqual(told("\x02X1\x03", size), [[-1, 1]]);
    assert.deepEqual(told("a\x02b\x02E1:0\x03", size), ["a\x02b", [1, 0]]);
  });

  test(`bash calls itself bash, in pieces of ${size} bytes`, () => {
    const step = "/usr/lib/kb/step: ";
    assert.deepEqual(told(`${step}line 1: x: command not found\n\x02E1:127\x03`, size), [
      "bash: x: command not found\n",
      [1, 127],
    ]);
    assert.deepEqual(told(`a\n${step}eval: line 12: y\n`, size), ["a\nbash: y\n"]);
    assert.deepEqual(told(`see ${step}line 1: no\n`, size), [`see ${step}line 1: no\n`]);
    assert.deepEqual(told("/usr\x02E1:0\x03", size), ["/usr", [1, 0]]);
    assert.deepEqual(told(`${step}lines\n`, size), [`${step}lines\n`]);
  });
}
