/**
 * Calls functions of the worker's modules. A line of JSON in, [module, function, arguments, folder]; a line of JSON out.
 * Where a folder is named, the index in it is the first argument.
 */
const [modules] = Deno.args;
const indexes = new Map();

const called = async ([module, name, given, folder]) => {
  const { [name]: call } = await import(`${modules}/${module}.js`);
  return call(...(folder ? [await indexOf(folder)] : []), ...given);
};

const indexOf = async (folder) => {
  const { Index } = await import(`${modules}/index.js`);
  const read = (name) => Deno.readTextFile(`${folder}/${name}`);
  if (!indexes.has(folder)) indexes.set(folder, await Index.open(read));
  return indexes.get(folder);
};

let begun = "";
for await (const text of Deno.stdin.readable.pipeThrough(new TextDecoderStream())) {
  const lines = (begun + text).split("\n");
  begun = lines.pop();
  for (const line of lines) {
    const told = await called(JSON.parse(line)).then((made) => ({ made }), (error) => ({ error: error.stack }));
    await Deno.stdout.write(new TextEncoder().encode(`${JSON.stringify(told)}\n`));
  }
}
