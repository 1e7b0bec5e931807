// Runs the built program and stores V8's code cache of the code that everyday commands need with an empty cache, so that
// the first run on another machine need not compile it. Only the same version of Node.js can use it.
import { chmodSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./steps.mjs";

/**
 * @typedef {object} Start the exports of dist/start.cjs
 * @property {(folder: string, builtIn: (id: string) => unknown) => Loader} makeLoader
 * @property {((loader: Loader, name: "main.cjs") => Program) & ((loader: Loader, name: "start-write-code-cache.cjs") => Keep)} load
 * @property {(folder: string) => { readonly path: string }} placeBeside
 */
/** @typedef {{ main: (argv: readonly string[], io: object) => Promise<number> }} Program */
/** @typedef {{ keepLoaded: (place: object, loader: Loader) => void }} Keep */
/** @typedef {object} Loader */

/** Each runs with an empty cache. */
const COMMANDS = [
  ["check", "--format", "github"],
  ["check"],
  ["status", "--quarter", "2"],
  ["status", "--lang", "en"],
  ["overdue"],
  ["overdue", "--format", "json"],
  ["list"],
  ["done", "1-1", "--on", "2017-06-28"],
  ["report", "--quarter", "2"],
];
/** 3 July 2017, 8:00 in Beijing, the day on which the journal's last record was written. */
const NOW = Date.UTC(2017, 6, 3);

const dist = join(root, "dist");
const requireFrom = createRequire(import.meta.url);
/** @type {Start} */
const { load, makeLoader, placeBeside } = requireFrom("../dist/start.cjs");
const loader = makeLoader(dist, requireFrom);
const { main } = load(loader, "main.cjs");
try {
  await runAll();
  const place = placeBeside(dist);
  load(loader, "start-write-code-cache.cjs").keepLoaded(place, loader);
  // Readable by everyone who may run the program.
  chmodSync(place.path, 0o644);
} catch (error) {
  // Not fatal: the program works without it, and who replaces the plan in this repository must still be able to build.
  console.warn(`What V8 made of the program does not come with it: ${String(error)}`);
}

async function runAll() {
  const office = mkdtempSync(join(tmpdir(), "ipplan-first-"));
  try {
    cpSync(join(root, "plan"), join(office, "plan"), { recursive: true });
    cpSync(join(root, "examples/journal.jsonl"), join(office, "journal.jsonl"));
    for (const argv of COMMANDS) await run(office, argv);
  } finally {
    rmSync(office, { recursive: true, force: true });
  }
}

/**
 * @param {string} office
 * @param {readonly string[]} argv
 */
async function run(office, argv) {
  const folder = mkdtempSync(join(office, "cache-"));
  const sink = { isTerminal: false, columns: () => undefined, write: () => undefined };
  const world = { env: {}, cwd: office, now: () => NOW, stdout: sink, stderr: sink, userName: () => "build" };
  const code = await main(argv, { ...world, cache: { folder, build: "" } });
  if (code > 1) console.warn(`ipplan ${argv.join(" ")} ends with ${code}: what it needs may not come compiled`);
}
