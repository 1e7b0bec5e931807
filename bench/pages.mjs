// Formats the result pages: a description of the machine, and tables of measures.
import { execFileSync } from "node:child_process";
import { cpus, loadavg, totalmem } from "node:os";
import { root } from "../scripts/steps.mjs";

/** @typedef {import("./measure.mjs").Measure} Measure */
/** @typedef {import("./measure.mjs").Spread} Spread */

/** Describes the conditions of the measurement. The day is the machine's, the load the average of the last 15 minutes. */
export function machineLines() {
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  const changed = lineOf("git", ["status", "--porcelain"]) === "" ? "" : ", with changes not committed";
  return [
    `- ${new Date().toISOString().slice(0, 10)}, commit ${lineOf("git", ["rev-parse", "--short", "HEAD"])}${changed}`,
    `- ${processor?.model ?? "unknown processor"}, ${cpus().length} cores, ${memory} GiB, ${process.platform} ${process.arch}`,
    `- Load ${loadavg()[2]?.toFixed(1) ?? "unknown"}: much above 1 means that others were at work too`,
    `- Node.js ${process.versions.node}, npm ${lineOf("npm", ["--version"])}`,
  ];
}

/**
 * The first line that a program prints; empty if it prints nothing or fails.
 * @param {string} file
 * @param {readonly string[]} parameters
 */
export function lineOf(file, parameters) {
  try {
    const stdio = /** @type {const} */ (["ignore", "pipe", "ignore"]);
    const output = execFileSync(file, parameters, { cwd: root, encoding: "utf8", stdio: [...stdio] });
    return output.split("\n")[0]?.trim() ?? "";
  } catch {
    return "";
  }
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function table(head, rows) {
  /** @param {readonly string[]} cells */
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? "---" : "---:"))), ...rows.map(line)];
}

/** The columns that `cellsOf` fills. */
export const COLUMNS = ["ratio", "p10–p90", "ms", "MiB", "pairs"];

/** @param {Measure} measure */
export function cellsOf({ ratio, milliseconds, mebibytes, pairs }) {
  return [
    `**${short(ratio.median)}**`,
    `${short(ratio.low)}–${short(ratio.high)}`,
    milliseconds.median.toFixed(0),
    mebibytes === null ? "—" : mebibytes.toFixed(0),
    String(pairs),
  ];
}

/**
 * Two decimals below 10, one below 100, none above.
 * @param {number} value
 */
function short(value) {
  if (value < 10) return value.toFixed(2);
  return value < 100 ? value.toFixed(1) : value.toFixed(0);
}
