// Steps of a check: commands. Each prints one line when it has passed, and its whole output if it fails.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The repository's folder. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} command a line for the shell
 * @property {string} [cwd]
 * @property {Readonly<Record<string, string>>} [env] added to the environment
 * @property {string} [tests] the output of vitest's JSON reporter; its tests are counted instead of the step
 * @property {(ran: Ran) => string | undefined} [expect] returns what is wrong; by default, exit code 0 is right
 */
/** @typedef {{ code: number, stdout: string, stderr: string }} Ran */
/** @typedef {{ name: string, passed: number, failed: number }} Result */

/**
 * Runs steps in parallel.
 * @param {readonly Step[]} steps
 */
export async function together(...steps) {
  return Promise.all(steps.map(runStep));
}

/**
 * Runs steps one after the other, and stops at the first failure.
 * @param {readonly Step[]} steps
 */
export async function inTurn(...steps) {
  /** @type {Result[]} */
  const results = [];
  for (const step of steps) {
    const result = await runStep(step);
    results.push(result);
    if (result.failed > 0) break;
  }
  return results;
}

/**
 * @param {readonly Result[]} results
 * @returns {Result}
 */
export function total(results) {
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  return { name: "total", passed, failed };
}

/**
 * @param {Step} step
 * @returns {Promise<Result>}
 */
async function runStep(step) {
  const start = performance.now();
  const ran = await runCommand(step);
  const wrong = step.expect === undefined ? exitFault(ran) : step.expect(ran);
  const counted = countTests(step);
  const failed = wrong === undefined ? 0 : Math.max(counted.failed, 1);
  const passed = step.tests === undefined && wrong === undefined ? 1 : counted.passed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const tests = step.tests === undefined ? "" : `  ${counted.passed} of ${counted.passed + counted.failed} tests`;
  console.log(`${wrong === undefined ? "✓" : "✗"} ${step.name.padEnd(28)} ${seconds.padStart(6)} s${tests}`);
  if (wrong !== undefined) console.log(`\n$ ${step.command}\n${ran.stdout}${ran.stderr}${wrong}\n`);
  return { name: step.name, passed, failed };
}

/**
 * @param {Step} step
 * @returns {Promise<Ran>}
 */
async function runCommand({ command, cwd = root, env = {} }) {
  const child = spawn(command, {
    cwd,
    env: { ...process.env, ...env },
    shell: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  for (const name of /** @type {const} */ (["stdout", "stderr"])) {
    child[name].setEncoding("utf8").on("data", (/** @type {string} */ text) => {
      output[name] += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (signal !== null) output.stderr += `ended by ${signal}\n`;
      resolve({ code: code ?? 1, ...output });
    });
  });
}

/** @param {Ran} ran */
function exitFault({ code }) {
  return code === 0 ? undefined : `exit code ${code}`;
}

/** @param {Step} step */
function countTests({ tests }) {
  if (tests === undefined) return { passed: 0, failed: 0 };
  try {
    /** @type {{ numPassedTests: number, numFailedTests: number }} */
    const report = JSON.parse(readFileSync(tests, "utf8"));
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  } catch {
    // vitest stopped before writing a report, so the step itself has failed.
    return { passed: 0, failed: 0 };
  }
}
