// Measures programs against `node -e 0`: the two run in pairs, so that whatever slows the machine down slows both, and what
// counts is the ratio within each pair.
import { spawnSync } from "node:child_process";
import { existsSync, openSync } from "node:fs";
import { devNull } from "node:os";

/**
 * @typedef {object} Program
 * @property {readonly string[]} command the program and its arguments
 * @property {string} [cwd]
 * @property {Readonly<Record<string, string>>} [env] added to the small environment that every program gets
 * @property {number} [patience] milliseconds after which it is killed; 0 for never
 */
/** @typedef {{ median: number, low: number, high: number }} Spread median, 10th and 90th percentile */
/** @typedef {{ pairs: number, milliseconds: Spread, ratio: Spread, mebibytes: number | null }} Measure */
/**
 * @typedef {object} Rules
 * @property {number} pairs how many pairs to run
 * @property {number} seconds after which no new pair begins, once there are three
 */

/** @type {Program} */
const BARE = { command: [process.execPath, "-e", "0"] };
const LEAST_PAIRS = 3;
const TIME = "/usr/bin/time";

/**
 * The environment of every program. NODE_EXTRA_CA_CERTS and NODE_OPTIONS are left out: they slow each start of Node.js.
 * @returns {Record<string, string>}
 */
function plainEnvironment() {
  const { PATH = "", HOME = "" } = process.env;
  return { PATH, HOME, LANG: "C.UTF-8", IPPLAN_LANG: "zh", NO_COLOR: "1" };
}

/**
 * Runs a program to its end and returns its time in milliseconds. Throws if it cannot be run or fails.
 * @param {Program} program
 */
export function run({ command, cwd, env = {}, patience = 0 }) {
  const [file = "", ...parameters] = command;
  const out = output();
  const start = performance.now();
  const { status, error } = spawnSync(file, parameters, {
    env: { ...plainEnvironment(), ...env },
    stdio: ["ignore", out, out],
    timeout: patience,
    ...(cwd === undefined ? {} : { cwd }),
  });
  const took = performance.now() - start;
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`exit code ${String(status)}: ${command.join(" ")}`);
  return took;
}

let nowhere = -1;

function output() {
  if (nowhere < 0) nowhere = openSync(devNull, "w");
  return nowhere;
}

/**
 * Measures a program in pairs with bare Node.js; the order within a pair alternates.
 * @param {(pair: number) => Program} program what to run in a pair; called before the clock starts
 * @param {Rules} rules
 * @returns {Measure}
 */
export function measure(program, { pairs, seconds }) {
  /** @type {{ took: number, ratio: number }[]} */
  const samples = [];
  const start = performance.now();
  while (samples.length < pairs) {
    if (samples.length >= LEAST_PAIRS && performance.now() - start > seconds * 1000) break;
    const mine = program(samples.length);
    const isFirst = samples.length % 2 === 0;
    const before = isFirst ? 0 : run(BARE);
    const took = run(mine);
    const bare = isFirst ? run(BARE) : before;
    samples.push({ took, ratio: took / bare });
  }
  return {
    pairs: samples.length,
    milliseconds: spread(samples.map(({ took }) => took)),
    ratio: spread(samples.map(({ ratio }) => ratio)),
    mebibytes: peakOf(program(samples.length)),
  };
}

/**
 * The peak memory of a program in MiB, from a separate run; null without GNU time. A child's figure includes what its
 * parent held at the start, so the parent is `time`, which holds next to nothing, and not this program.
 * @param {Program} program
 */
function peakOf({ command, cwd, env = {} }) {
  if (!existsSync(TIME)) return null;
  const { stderr } = spawnSync(TIME, ["-f", "%M", ...command], {
    env: { ...plainEnvironment(), ...env },
    stdio: ["ignore", output(), "pipe"],
    encoding: "utf8",
    ...(cwd === undefined ? {} : { cwd }),
  });
  const kibibytes = Number(stderr.trimEnd().split("\n").at(-1));
  return Number.isNaN(kibibytes) ? null : kibibytes / 1024;
}

/**
 * @param {readonly number[]} values
 * @returns {Spread}
 */
function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.1), high: quantile(sorted, 0.9) };
}

/**
 * A quantile with linear interpolation between neighbours; `share` is from 0 to 1.
 * @param {readonly number[]} sorted
 * @param {number} share
 */
function quantile(sorted, share) {
  const at = (sorted.length - 1) * share;
  const [low = 0, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}
