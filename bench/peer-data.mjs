// The data for the peers: the generated plan as ipplan reads it, with what its journal says about each milestone.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../scripts/steps.mjs";
import { OWN_CACHE } from "./sizes.mjs";

/**
 * @typedef {object} Item a milestone
 * @property {string} id
 * @property {string} task
 * @property {string} text
 * @property {string} division the lead
 * @property {readonly number[]} quarters
 * @property {string} start
 * @property {string} due
 * @property {string | null} completedOn
 * @property {boolean} isEnded done or cancelled
 * @property {readonly Word[]} words the journal's records about it
 */
/** @typedef {{ at: string, text: string }} Word */

/** @typedef {{ name: "status" | "overdue" | "done", program: (pair: number) => import("./measure.mjs").Program }} Work */
/**
 * @typedef {object} Peer another tracker
 * @property {string} name
 * @property {readonly string[]} version a command that prints its version; if that fails, the peer is not installed
 * @property {string} about how its data is built, for the page
 * @property {(folder: string, items: readonly Item[], division: string) => Work[]} prepare writes its data into the
 *   folder and returns what to measure; work for which it has no command is left out
 */

/** @typedef {Omit<Item, "division" | "isEnded" | "words"> & { state: string }} ReadMilestone */

/**
 * @param {string} folder
 * @returns {Item[]}
 */
export function itemsOf(folder) {
  const command = [join(root, "bin/ipplan.js"), "list", "--format", "json", "--as-of", "2017-12-31"];
  const output = execFileSync(process.execPath, command, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    env: OWN_CACHE,
  });
  /** @type {{ tasks: { lead: string, milestones: ReadMilestone[] }[] }} */
  const { tasks } = JSON.parse(output);
  const words = wordsOf(folder);
  return tasks.flatMap(({ lead, milestones }) =>
    milestones.map(({ id, task, text, quarters, start, due, completedOn, state }) => ({
      ...{ id, task, text, quarters, start, due, completedOn, division: lead },
      isEnded: state === "done" || state === "cancelled",
      words: words.get(id) ?? [],
    })),
  );
}

/** @param {string} folder */
function wordsOf(folder) {
  /** @type {Map<string, Word[]>} */
  const words = new Map();
  for (const line of readFileSync(join(folder, "journal.jsonl"), "utf8").trimEnd().split("\n")) {
    /** @type {{ t: string, by: string, do: string, ref: string, note?: string, reason?: string }} */
    const { t, by, do: kind, ref, note, reason } = JSON.parse(line);
    const word = { at: t, text: [kind, by, note ?? reason ?? ""].join(" ").trimEnd() };
    const known = words.get(ref);
    if (known === undefined) words.set(ref, [word]);
    else known.push(word);
  }
  return words;
}
