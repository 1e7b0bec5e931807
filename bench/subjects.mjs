// The ipplan commands to measure, cold and warm.
import { mkdirSync, readFileSync, rmSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { root } from "../scripts/steps.mjs";
import { run } from "./measure.mjs";

/** @typedef {import("./measure.mjs").Program} Program */
/** @typedef {import("./sizes.mjs").Size} Size */
/** @typedef {import("./plans.mjs").Plan} Plan */
/** @typedef {"cold" | "warm"} Temperature */
/**
 * @typedef {object} Subject
 * @property {string} name its name in the results
 * @property {string} words the command as typed
 * @property {readonly string[]} parameters
 * @property {readonly Temperature[]} temperatures
 * @property {boolean} writes whether each run records something about another milestone, whose id is appended
 */

/** @type {readonly Temperature[]} */
const BOTH = ["cold", "warm"];
const IPPLAN = join(root, "bin/ipplan.js");
/** Today: the middle of the plan's year. Years later, everything would be overdue and every list as long as the plan. */
const AS_OF = "2017-07-01";
const NOW = Date.parse(`${AS_OF}T09:00:00+08:00`) / 1000;

/**
 * @param {Size} size
 * @returns {Subject[]}
 */
export function subjectsOf(size) {
  const division = size === "S" ? "zlglc" : "d1";
  return [
    subject("version", ["--version"], ["warm"]),
    subject("status-quarter", ["status", "--quarter", "2"]),
    subject("status-division", ["status", "--quarter", "2", "--division", division]),
    subject("status", ["status"]),
    subject("overdue", ["overdue", "--format", "json", "--as-of", AS_OF]),
    subject("list", ["list"]),
    subject("show", ["show", "10"], ["warm"]),
    subject("log", ["log", "--since", "2017-06-26"], ["warm"]),
    subject("check", ["check"]),
    { ...subject("done", ["done", "--on", "2017-06-30", "--by", "综合科"]), writes: true },
    subject("report", ["report", "--format", "md", "--quarter", "2", "--as-of", AS_OF]),
  ];
}

/**
 * @param {string} name
 * @param {readonly string[]} parameters
 * @param {readonly Temperature[]} temperatures
 * @returns {Subject}
 */
function subject(name, parameters, temperatures = BOTH) {
  return { name, words: parameters.join(" "), parameters, temperatures, writes: false };
}

/**
 * Prepares a subject for pairs of runs. Cold, each run finds an empty cache folder; warm, earlier runs have filled it. Each
 * run that writes takes another open milestone. Afterwards the journal is restored.
 * @template T
 * @param {Subject} subject
 * @param {{ folder: string, cache: string, temperature: Temperature, open: readonly string[] }} place
 * @param {(program: (pair: number) => Program) => T} use
 */
export function withSubject({ parameters, writes }, { folder, cache, temperature, open }, use) {
  const journal = join(folder, "journal.jsonl");
  const { size } = statSync(journal);
  let next = 0;
  /** @returns {Program} */
  const program = () => {
    if (temperature === "cold") emptyFolder(cache);
    const id = open[next];
    if (writes && id === undefined) throw new Error("no milestone is left open");
    next += 1;
    const command = [process.execPath, IPPLAN, ...parameters, ...(writes && id !== undefined ? [id] : [])];
    return { command, cwd: folder, env: { IPPLAN_CACHE: cache, SOURCE_DATE_EPOCH: String(NOW) } };
  };
  try {
    emptyFolder(cache);
    if (temperature === "warm") for (let time = 0; time < 2; time += 1) run(program());
    return use(program);
  } finally {
    if (writes) truncateSync(journal, size);
  }
}

/** @param {string} folder */
function emptyFolder(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

/**
 * The milestones that no record completes or cancels, whether or not it was taken back.
 * @param {Plan} plan
 * @param {string} folder
 */
export function openMilestones(plan, folder) {
  const ended = new Set();
  for (const line of readFileSync(join(folder, "journal.jsonl"), "utf8").split("\n")) {
    const [, kind, ref] = /"do":"(\w+)","ref":"([^"]+)"/.exec(line) ?? [];
    if (kind === "done" || kind === "cancel") ended.add(ref);
  }
  return plan.tasks.flatMap(({ milestones }) => milestones.map(({ id }) => id)).filter((id) => !ended.has(id));
}
