#!/usr/bin/env node
"use strict";
// Hands the real arguments, streams, environment and clock to the program, and exits with the code it returns.
const fs = require("node:fs");
const path = require("node:path");
const { start } = require("../dist/start.cjs");

/** Units of a text that are written at once: into memory that is used again, since to have more of it takes time. */
const PIECE = 64 * 1024;

/** Writes all of the text, or of its bytes: a pipe may take a part at a time, and one that must wait is asked again. */
function writeAll(fd, text) {
  if (typeof text !== "string") return writeBytes(fd, text, text.length);
  const room = Buffer.allocUnsafe(Math.min(text.length, PIECE) * 3);
  for (let from = 0; from < text.length;) {
    const to = pieceEnd(text, from);
    writeBytes(fd, room, room.write(text.slice(from, to), "utf8"));
    from = to;
  }
}

function writeBytes(fd, bytes, length) {
  for (let at = 0; at < length;) at += writeSome(fd, bytes, at, length);
}

/** A pair of units that make one character stays whole. */
function pieceEnd(text, from) {
  const to = Math.min(from + PIECE, text.length);
  return to < text.length && /[\ud800-\udbff]/.test(text[to - 1]) ? to - 1 : to;
}

function writeSome(fd, bytes, at, end) {
  try {
    return fs.writeSync(fd, bytes, at, end - at);
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

/** git's user.name, else the system's user. */
function userName() {
  try {
    const { execFileSync } = require("node:child_process");
    const options = { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] };
    const name = execFileSync("git", ["config", "user.name"], options).trim();
    if (name !== "") return name;
  } catch {
    // No git, or no name in it.
  }
  return require("node:os").userInfo().username;
}

/** SOURCE_DATE_EPOCH (seconds) stands in for the clock where it is set, so that builds can be repeated. */
function now() {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  return epoch !== undefined && /^\d{1,11}$/.test(epoch) ? Number(epoch) * 1000 : Date.now();
}

const world = { env: process.env, cwd: process.cwd(), now, stdout: sink(1), stderr: sink(2), userName };
// Nothing is thrown. All is written by then: to wait for the end would be to wait for V8, which may still be at optimizing.
// oxlint-disable-next-line typescript/no-floating-promises, no-restricted-properties
start(process.argv.slice(2), world, { folder: path.join(__dirname, "../dist"), require }).then(process.exit);
