#!/usr/bin/env node
"use strict";
// Hands the real arguments, streams, environment and clock to the program, and exits with the code it returns.
const fs = require("node:fs");
const path = require("node:path");
const { Script } = require("node:vm");

/** Units of a text that are written at once: the memory for one piece is used again for the next. */
const PIECE = 64 * 1024;

/** Writes all of the text, or of its bytes: a pipe may take a part at a time, and one that must wait is asked again. */
function writeAll(fd, text) {
  if (typeof text === "string" && text.length > PIECE) return writePieces(fd, text);
  const taken = writeSome(fd, text);
  const length = Buffer.byteLength(text);
  if (taken < length) writeRest(fd, Buffer.from(text), taken);
}

/** A pair of units that make one character stays whole. */
function writePieces(fd, text) {
  for (let from = 0, to = 0; from < text.length; from = to) {
    to = Math.min(from + PIECE, text.length);
    if (to < text.length && /[\ud800-\udbff]/.test(text[to - 1])) to -= 1;
    writeAll(fd, text.slice(from, to));
  }
}

function writeRest(fd, bytes, from) {
  for (let at = from; at < bytes.length;) at += writeSome(fd, bytes.subarray(at));
}

function writeSome(fd, text) {
  try {
    return fs.writeSync(fd, text);
  } catch (error) {
    if (error.code !== "EAGAIN") throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    return 0;
  }
}

/** Whether it is a terminal. All else is told by its kind, without node:tty, which takes a while to load. */
function isTerminal(fd) {
  try {
    const stats = fs.fstatSync(fd);
    if (!stats.isCharacterDevice()) return false;
    const nowhere = fs.statSync("/dev/null", { throwIfNoEntry: false });
    return stats.rdev !== nowhere?.rdev && require("node:tty").isatty(fd);
  } catch {
    // It is closed.
    return false;
  }
}

function sink(fd) {
  const columns = () => (fd === 1 ? process.stdout.columns : process.stderr.columns);
  return {
    get isTerminal() {
      return isTerminal(fd);
    },
    columns,
    write: (text) => writeAll(fd, text),
  };
}

/** git's user.name, else the system's user; empty where neither is known. */
function userName() {
  try {
    const { execFileSync } = require("node:child_process");
    const options = { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] };
    const name = execFileSync("git", ["config", "user.name"], options).trim();
    if (name !== "") return name;
  } catch {
    // No git, or no name in it.
  }
  try {
    return require("node:os").userInfo().username;
  } catch {
    // A user may have a number alone.
    return "";
  }
}

/** Seconds that stand in for the clock, so that builds can be repeated. */
const EPOCH = process.env.SOURCE_DATE_EPOCH;

function now() {
  return EPOCH ? Number(EPOCH) * 1000 : Date.now();
}

/** What the file of dist/ exports. Node.js's own loader looks up more than a file that lies beside this one needs. */
function load(file) {
  const own = { exports: {} };
  const text = ["(function(require,module,exports){", fs.readFileSync(file, "utf8"), "\n})"].join("");
  new Script(text, { filename: file }).runInThisContext()(require, own, own.exports);
  return own.exports;
}

async function run() {
  if (EPOCH && !/^\d{1,11}$/.test(EPOCH)) {
    writeAll(2, `SOURCE_DATE_EPOCH=${JSON.stringify(EPOCH)} 不是秒数 · is no number of seconds\n`);
    return 2;
  }
  const world = { env: process.env, cwd: process.cwd(), now, stdout: sink(1), stderr: sink(2), userName };
  const folder = path.join(__dirname, "../dist");
  return await load(path.join(folder, "start.cjs")).start(process.argv.slice(2), world, { folder, require });
}

/** What keeps the program from starting, in one line: no catalogue is there to say it in one language. */
function failed(error) {
  const isGone = error.syscall === "uv_cwd";
  const said = isGone
    ? "当前文件夹已不存在 · the current folder is gone"
    : `程序出错 · ipplan cannot run: ${String(error)}`;
  process.exitCode = 3;
  writeAll(2, `${said.split("\n")[0]}\n`);
}

// All is written by then: to wait for the end would be to wait for V8, which may still be at optimizing.
// oxlint-disable-next-line no-restricted-properties
run().then(process.exit, failed);
