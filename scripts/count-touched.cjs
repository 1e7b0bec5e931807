"use strict";
// Loaded before the program (`--require`): counts the program's calls on paths below the current folder. At exit it prints
// the count and the modules loaded to standard error (see test/toolchain/budgets.ts).
const fs = require("node:fs");
const path = require("node:path");

const home = process.cwd();
const dist = path.join(__dirname, "../dist/");
/** The program's files that its own loader reads; `require.cache` has the others. @type {Set<string>} */
const read = new Set();
let touched = 0;

/**
 * Wraps a function of `fs` so that calls with a path below the folder are counted.
 * @template {"openSync" | "readFileSync" | "readdirSync" | "statSync" | "lstatSync" | "realpathSync"} Name
 * @param {Name} name
 */
function count(name) {
  /** @type {Function} */
  const original = fs[name];
  const counting = (/** @type {unknown} */ file, /** @type {unknown[]} */ ...rest) => {
    if (typeof file === "string" && file.startsWith(home)) touched += 1;
    const plain = typeof file === "string" ? path.resolve(file) : "";
    if (plain.startsWith(dist)) read.add(plain);
    return /** @type {unknown} */ (original.call(fs, file, ...rest));
  };
  Object.assign(fs, { [name]: Object.assign(counting, original) });
}

for (const name of /** @type {const} */ ([
  "openSync",
  "readFileSync",
  "readdirSync",
  "statSync",
  "lstatSync",
  "realpathSync",
])) {
  count(name);
}

process.on("exit", () => {
  const modules = new Set([...Object.keys(require.cache), ...read]);
  modules.delete(__filename);
  fs.writeSync(2, `\n${JSON.stringify({ touched, modules: [...modules] })}\n`);
});
