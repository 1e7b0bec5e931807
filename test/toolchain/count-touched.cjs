"use strict";
// Required before the program: counts what it opens below the folder it runs in, and tells at the end, on standard error, that
// and the modules it loaded.
const fs = require("node:fs");

const home = process.cwd();
let touched = 0;
for (const name of ["openSync", "readFileSync", "readdirSync", "statSync", "lstatSync", "realpathSync"]) {
  const original = fs[name];
  fs[name] = Object.assign((path, ...rest) => {
    if (typeof path === "string" && path.startsWith(home)) touched += 1;
    return original(path, ...rest);
  }, original);
}
process.on("exit", () => {
  const modules = Object.keys(require.cache).filter((path) => path !== __filename);
  fs.writeSync(2, `\n${JSON.stringify({ touched, modules })}\n`);
});
