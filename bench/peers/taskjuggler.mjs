// TaskJuggler: one subtask per milestone within its task, quarters and division as flags, completion in percent, each record
// as a journal entry. It has no command that records a completion; one would edit the file.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {import("../peer-data.mjs").Item} Item */
/** @typedef {import("../peer-data.mjs").Peer} Peer */

const HEAD = `project bench "bench" 2016-12-01 - 2019-01-01 {
  timezone "Asia/Shanghai"
  now 2017-07-01
}
`;

/** @type {Peer} */
export const taskjuggler = {
  name: "TaskJuggler",
  version: ["tj3", "--version"],
  about: "a task a milestone; division and quarters = flags, completion in percent, records = journal entries",
  prepare(folder, items, division) {
    const divisions = [...new Set(items.map((item) => item.division))];
    /** @param {string} name */
    const flagOf = (name) => `d${divisions.indexOf(name)}`;
    const flags = `flags q1, q2, q3, q4, ${divisions.map(flagOf).join(", ")}\n`;
    const plan = [HEAD, flags, ...[...tasksOf(items)].map(([id, own]) => taskOf(id, own, flagOf))].join("\n");
    const filters = {
      status: `~(q2 & ${flagOf(division)})`,
      overdue: "~((plan.complete < 100) & (plan.end < 2017-07-02))",
    };
    return Object.entries(filters).map(([name, hide]) => {
      const file = join(folder, `${name}.tjp`);
      const columns = "columns name, start, end, complete";
      writeFileSync(file, `${plan}\ntaskreport "${name}" { formats csv ${columns} hidetask ${hide} }\n`);
      const command = ["tj3", "--silent", "--no-color", file];
      return { name: name === "status" ? "status" : "overdue", program: () => ({ command, cwd: folder }) };
    });
  },
};

/** @param {readonly Item[]} items */
function tasksOf(items) {
  /** @type {Map<string, Item[]>} */
  const tasks = new Map();
  for (const item of items) {
    const own = tasks.get(item.task);
    if (own === undefined) tasks.set(item.task, [item]);
    else own.push(item);
  }
  return tasks;
}

/**
 * @param {string} id
 * @param {readonly Item[]} items
 * @param {(division: string) => string} flagOf
 */
function taskOf(id, items, flagOf) {
  const parts = items.map((item) => {
    const flags = [...item.quarters.map((quarter) => `q${quarter}`), flagOf(item.division)].join(", ");
    // A task ends on the first day after it.
    const end = new Date(Date.parse(item.due) + 86_400_000).toISOString().slice(0, 10);
    const entries = item.words.map(({ at, text }) => `    journalentry ${at.slice(0, 10)} "${text}"\n`).join("");
    const window = `start ${item.start} end ${end} flags ${flags} complete ${item.isEnded ? 100 : 0}`;
    return `  task m${item.id.replaceAll(/[^0-9A-Za-z]/g, "_")} "${item.text}" {\n    ${window}\n${entries}  }\n`;
  });
  return `task t${id} "${id}" {\n${parts.join("")}}\n`;
}
