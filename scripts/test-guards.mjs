// `npm run test:guards`: removes each guard in a copy of the repository and checks that the named tests fail.
// `npm run test:guards -- merge` takes only guards whose name contains the word.
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, relative } from "node:path";
import { GUARDS } from "./guard-table.mjs";
import { root } from "./steps.mjs";

/** @typedef {import("./guard-table.mjs").Guard} Guard */
/** @typedef {{ name: string, isRed: boolean, word: string }} Verdict */

/** Time limits in milliseconds, since tests may hang: for one guard's tests, and for all tests together. */
const MOST_MS = 120_000;
const MOST_FOR_ALL_MS = 600_000;

const start = performance.now();
const wanted = GUARDS.filter(({ name }) => name.includes(process.argv[2] ?? ""));
const baseline = inCopy(async (copy) => untouched(copy));
const shares = Array.from({ length: Math.max(1, Math.min(3, availableParallelism())) }, (_, share) => share);
const queue = [...wanted];
const verdicts = (await Promise.all([baseline, ...shares.map(async () => inCopy(work))])).flat();
const missed = verdicts.filter(({ isRed }) => !isRed);
const seconds = ((performance.now() - start) / 1000).toFixed(0);
console.log(`${verdicts.length - missed.length} of ${verdicts.length} as they should be, ${seconds} s`);
process.exitCode = missed.length === 0 ? 0 : 1;

/**
 * Takes guards from the queue until none is left.
 * @param {string} copy
 */
async function work(copy) {
  /** @type {Verdict[]} */
  const own = [];
  for (let guard = queue.shift(); guard !== undefined; guard = queue.shift()) {
    const verdict = await tryGuard(guard, copy);
    console.log(`${verdict.isRed ? "✓" : "✗"} ${guard.name.padEnd(40)} ${guard.test}: ${verdict.word}`);
    own.push(verdict);
  }
  return own;
}

/**
 * @param {Guard} guard
 * @param {string} copy
 * @returns {Promise<Verdict>}
 */
async function tryGuard({ name, file, find, put, test, only, hangs }, copy) {
  const path = join(copy, file);
  const text = readFileSync(path, "utf8");
  if (text.split(find).length !== 2) return { name, isRed: false, word: `${file} does not hold its guard once` };
  writeFileSync(
    path,
    text.replace(find, () => put),
  );
  try {
    if (test.startsWith("test/promises/")) await run(process.execPath, ["scripts/build.mjs"], copy);
    const { ended, passed, red } = await runTests([test], only, copy);
    if (!ended) return { name, isRed: hangs, word: "did not end" };
    const word = red.length > 0 ? `red: ${red.slice(0, 1).join("")}` : `all ${passed} green`;
    return { name, isRed: red.length > 0, word };
  } finally {
    writeFileSync(path, text);
  }
}

/**
 * Checks that without any edit all tests pass, and that each guard selects at least one test.
 * @param {string} copy
 * @returns {Promise<Verdict[]>}
 */
async function untouched(copy) {
  const files = [...new Set(wanted.map(({ test }) => test))];
  await run(process.execPath, ["scripts/build.mjs"], copy);
  const { passed, red, names } = await runTests(files, "", copy, MOST_FOR_ALL_MS);
  const idle = wanted.filter(({ only }) => !names.some((name) => name.includes(only)));
  const word = [...red, ...idle.map(({ name, only }) => `${name}: no test named ${only}`)].join("; ");
  const isRight = passed > 0 && red.length === 0 && idle.length === 0;
  console.log(`${isRight ? "✓" : "✗"} nothing taken away: ${passed} green ${word}`);
  return [{ name: "nothing taken away", isRed: isRight, word }];
}

/**
 * @param {readonly string[]} files
 * @param {string} only
 * @param {string} copy
 * @param {number} [most] milliseconds
 */
async function runTests(files, only, copy, most = MOST_MS) {
  const report = join(copy, "guards.json");
  rmSync(report, { force: true });
  const pattern = only === "" ? [] : ["-t", only.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")];
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const args = [vitest, "run", ...files, ...pattern, "--reporter=json", `--outputFile=${report}`, "--no-cache"];
  await run(process.execPath, args, copy, most);
  /** @type {{ testResults: { assertionResults: { status: string, fullName: string }[] }[] }} */
  let parsed = { testResults: [] };
  try {
    parsed = JSON.parse(readFileSync(report, "utf8"));
  } catch {
    // Killed at the limit: it hung, or the machine is busy.
    return { ended: false, passed: 0, red: [], names: [] };
  }
  const tests = parsed.testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    ended: true,
    passed: tests.filter(({ status }) => status === "passed").length,
    red: tests.filter(({ status }) => status === "failed").map(({ fullName }) => fullName),
    names: tests.map(({ fullName }) => fullName),
  };
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {number} [timeout] milliseconds
 */
async function run(command, args, cwd, timeout = MOST_MS) {
  const child = spawn(command, args, { cwd, stdio: "ignore", timeout, killSignal: "SIGKILL" });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
}

/**
 * @template Result
 * @param {(copy: string) => Promise<Result>} task
 */
async function inCopy(task) {
  const folder = mkdtempSync(join(tmpdir(), "ipplan-guards-"));
  try {
    cpSync(root, folder, { recursive: true, filter: (path) => !isLeftOut(relative(root, path)) });
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    return await task(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} path */
function isLeftOut(path) {
  return /^(?:\.git|\.cache|node_modules|coverage)$/.test(path);
}
