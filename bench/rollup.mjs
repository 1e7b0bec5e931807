// `node bench/rollup.mjs [--bureaus 1000] [--into FOLDER] [--seed N] [--json]`
// Generates many small plans with journals, lets ipplan print them as JSON lines, and aggregates all of them with DuckDB and
// examples/rollup/rollup.sql. Prints the results and the time of each step.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { DuckDBInstance } from "@duckdb/node-api";
import { root } from "../scripts/steps.mjs";
import { journalLines } from "./journals.mjs";
import { writePlan } from "./plans.mjs";
import { SEED } from "./sizes.mjs";

/**
 * @typedef {object} Io the part of the world that `main` needs
 * @property {Readonly<Record<string, string>>} env
 * @property {string} cwd
 * @property {() => number} now
 * @property {Sink} stdout
 * @property {Sink} stderr
 * @property {() => string} userName
 */
/** @typedef {{ isTerminal: boolean, columns: () => undefined, write: (text: string) => void }} Sink */

const { values } = parseArgs({
  options: {
    bureaus: { type: "string", default: "1000" },
    into: { type: "string", default: join(root, ".cache/bench/rollup") },
    seed: { type: "string", default: String(SEED) },
    json: { type: "boolean", default: false },
  },
});
const count = Number(values.bureaus);
const folder = values.into;
const AS_OF = "2017-09-30";

/** @typedef {{ main: (argv: readonly string[], io: Io) => Promise<number> }} Program */
/** @typedef {{ makeLoader: (folder: string, builtIn: (id: string) => unknown) => object, load: (loader: object, name: string) => Program }} Start */
/** @type {Start} */
const { load, makeLoader } = createRequire(import.meta.url)("../dist/start.cjs");
const { main } = load(makeLoader(join(root, "dist"), createRequire(import.meta.url)), "main.cjs");

/** @param {number} number */
function nameOf(number) {
  return `bureau-${String(number).padStart(4, "0")}`;
}

/**
 * Generates a plan of 15 to 40 tasks and a journal for it.
 * @param {number} number
 */
function makeBureau(number) {
  const seed = Number(values.seed) + number * 10;
  const home = join(folder, nameOf(number));
  const shape = { tasks: 15 + (seed % 26), tasksASection: 10, divisions: 6, districts: 12, sectionsATheme: 2 };
  const plan = writePlan(home, shape, seed, `第${number}局2017年度工作计划`);
  writeFileSync(join(home, "journal.jsonl"), journalLines(plan, 60 + (seed % 80), seed + 1).join(""));
}

/**
 * @param {number} number
 * @param {"list" | "log"} command
 */
async function writeLines(number, command) {
  const cwd = join(folder, nameOf(number));
  let text = "";
  /** @param {(text: string) => void} write */
  const sink = (write) => ({ isTerminal: false, columns: () => undefined, write });
  const io = {
    env: { IPPLAN_LANG: "zh" },
    cache: { folder: join(folder, "cache"), build: "rollup" },
    cwd,
    now: () => Date.UTC(2018, 0, 31),
    stdout: sink((part) => {
      text += part;
    }),
    stderr: sink((part) => {
      process.stderr.write(part);
    }),
    userName: () => "",
  };
  const code = await main([command, "--as-of", AS_OF, "--format", "ndjson"], io);
  if (code !== 0) throw new Error(`${command} of ${nameOf(number)} ended with ${code}`);
  writeFileSync(join(folder, command, `${nameOf(number)}.ndjson`), text);
}

/** Runs the named queries and returns their rows. */
async function rollUp() {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(`SET VARIABLE folder = '${folder.replaceAll("'", "''")}'`);
  const sql = readFileSync(join(root, "examples/rollup/rollup.sql"), "utf8");
  const [views = "", ...queries] = sql.split(/^-- name: /m);
  await connection.run(views);
  /** @type {Record<string, unknown>} */
  const results = {};
  for (const query of queries) {
    const [name = "", ...lines] = query.split("\n");
    const reader = await connection.runAndReadAll(lines.join("\n"));
    results[name] = reader.getRowObjectsJson();
  }
  connection.closeSync();
  return results;
}

/** @type {Record<string, number>} */
const seconds = {};
/**
 * @template T
 * @param {string} step
 * @param {() => Promise<T>} work
 */
async function timed(step, work) {
  const start = performance.now();
  const result = await work();
  seconds[step] = Math.round(performance.now() - start) / 1000;
  return result;
}

rmSync(folder, { recursive: true, force: true });
for (const command of ["list", "log"]) mkdirSync(join(folder, command), { recursive: true });
const numbers = Array.from({ length: count }, (_, index) => index + 1);
await timed("plans and journals", async () => {
  for (const number of numbers) await Promise.resolve(makeBureau(number));
});
for (const command of /** @type {const} */ (["list", "log"])) {
  await timed(`ipplan ${command}`, async () => {
    for (const number of numbers) await writeLines(number, command);
  });
}
const results = await timed("DuckDB", rollUp);
if (values.json) console.log(JSON.stringify(results));
else {
  for (const name of ["together", "worst", "months"]) console.table(results[name]);
  console.table(seconds);
}
