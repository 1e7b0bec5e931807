#!/usr/bin/env node
"use strict";
// Hands Node.js's process to the program, and exits with the code that it returns. This file is compiled anew on every
// run: the shorter it is, the sooner the program starts.
(async () => {
  // `require` is slower: it searches more than one path for a file, and prepares each built-in module for ES modules.
  const { getBuiltinModule } = process;
  const { Script } = getBuiltinModule("node:vm");
  const folder = [__dirname, "../dist"].join("/");
  const file = [folder, "start.cjs"].join("/");
  const text = getBuiltinModule("node:fs").readFileSync(file, "utf8");
  const own = { exports: {} };
  const whole = ["(function(require,module,exports){", text, "\n})"].join("");
  new Script(whole, { filename: file }).runInThisContext()(getBuiltinModule, own, own.exports);
  return await own.exports.start(process, folder);
})().then(
  // Everything is written by now. Waiting for the event loop would also wait for V8, which may still be optimizing.
  // oxlint-disable-next-line no-restricted-properties
  process.exit,
  // What keeps the program from starting, on one line: in both languages, as no catalogue is loaded.
  (error) => {
    const own = String(process.version);
    const said =
      error.syscall === "uv_cwd"
        ? "当前文件夹已不存在 · the current folder is gone"
        : process.getBuiltinModule === undefined
          ? `需要 Node.js 20.19 或更新的版本，现在是 ${own} · ipplan needs Node.js 20.19 or newer, this is ${own}`
          : `程序出错 · ipplan cannot run: ${String(error)}`;
    process.exitCode = 3;
    require("node:fs").writeSync(2, `${said.split("\n")[0]}\n`);
  },
);
