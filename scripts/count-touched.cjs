"use strict";
// Required before the program: counts what it opens below the folder it runs in, and tells at the end, on standard error,
// that and the modules it loaded (see test/toolchain/budgets.ts).
const fs = require("node:fs");

const home = process.cwd();
let touched = 0;

/**
 * Counts the calls that name a path of the folder.
 * @template {"openSync" | "readFileSync" | "readdirSync" | "statSync" | "lstatSync" | "realpathSync"} Name
 * @param {Name} name
 */
function count(name) {
  /** @type {Function} */
  const original = fs[name];
  const counting = (/** @type {unknown} */ path, /** @type {unknown[]} */ ...rest) => {
    if (typeof path === "string" && path.startsWith(home)) touched += 1;
    return /** @type {unknown} */ (original.call(fs, path, ...rest));
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
  const modules = Object.keys(require.cache).filter((path) => path !== __filename);
  fs.writeSync(2, `\n${JSON.stringify({ touched, modules })}\n`);
});
