// The three sizes to measure, and how to make their folders.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../scripts/steps.mjs";
import { journalLines } from "./journals.mjs";
import { YEAR, writePlan } from "./plans.mjs";

/** @typedef {"S" | "M" | "L"} Size */
/** @typedef {import("./plans.mjs").Plan} Plan */

/** S is the real plan; the others have similar proportions. `records` is the length of the journal. */
export const SIZES = {
  S: { records: 100, shape: null },
  M: { records: 4_000, shape: { tasks: 1_000, tasksASection: 20, divisions: 12, districts: 12, sectionsATheme: 5 } },
  L: {
    records: 100_000,
    shape: { tasks: 10_000, tasksASection: 40, divisions: 40, districts: 40, sectionsATheme: 10 },
  },
};

/** The default seed of all generated data. */
export const SEED = 2017;

/** A cache of its own, so that preparing leaves the user's cache alone. */
export const OWN_CACHE = { ...process.env, IPPLAN_CACHE: join(root, ".cache/bench/cache") };

/**
 * Creates the folder of a size anew: `plan/` and `journal.jsonl`.
 * @param {Size} size
 * @param {string} folder
 * @param {number} seed
 */
export function makeSize(size, folder, seed = SEED) {
  const { records, shape } = SIZES[size];
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const plan = shape === null ? copyRealPlan(folder) : writePlan(folder, shape, seed);
  const lines = journalLines(plan, records, seed + 1);
  writeFileSync(join(folder, "journal.jsonl"), lines.join(""));
  // As in an office's folder, so that there are no warnings.
  writeFileSync(join(folder, ".gitattributes"), "* text=auto eol=lf\njournal.jsonl text eol=lf merge=union\n");
  return plan;
}

/**
 * Copies the plan of 2017 and returns it as ipplan reads it.
 * @param {string} folder
 * @returns {Plan}
 */
function copyRealPlan(folder) {
  cpSync(join(root, "plan"), join(folder, "plan"), { recursive: true });
  const command = [join(root, "bin/ipplan.js"), "list", "--format", "json", "--as-of", `${YEAR}-01-01`];
  const output = execFileSync(process.execPath, command, { cwd: folder, encoding: "utf8", env: OWN_CACHE });
  /** @typedef {{ id: string, name: string, min: number | null, basis: string }} ReadIndicator */
  /** @type {{ tasks: (Omit<import("./plans.mjs").Task, "indicators"> & { indicators: ReadIndicator[] })[] }} */
  const { tasks } = JSON.parse(output);
  const read = tasks.map((task) => ({
    ...task,
    indicators: task.indicators.map(({ id, name, min, basis }) => ({
      id: id.includes("/") ? id : `${task.id}/${id}`,
      name,
      target: min ?? 10,
      adds: basis === "flow",
    })),
  }));
  return { title: `${YEAR}`, year: YEAR, tasks: read };
}
