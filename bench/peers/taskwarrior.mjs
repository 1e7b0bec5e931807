// Taskwarrior 2: one task per milestone, the division as project, the quarters as tags, each record as an annotation. The
// files are written as Taskwarrior leaves them after a clean-up (pending and completed apart), without its undo history.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {import("../peer-data.mjs").Item} Item */
/** @typedef {import("../peer-data.mjs").Peer} Peer */

const SETTINGS = ["confirmation=off", "verbose=nothing", "news.version=2.6.0", "uda.ref.type=string", ""];

/** @type {Peer} */
export const taskwarrior = {
  name: "Taskwarrior",
  version: ["task", "--version"],
  about: "a task a milestone; division = project, quarters = tags, records = annotations",
  prepare(folder, items, division) {
    writeFileSync(join(folder, "taskrc"), [`data.location=${folder}`, ...SETTINGS].join("\n"));
    const lines = items.map((item, index) => ({ item, line: lineOf(item, index) }));
    /** @param {boolean} isEnded */
    const file = (isEnded) =>
      lines.flatMap(({ item, line }) => (item.isEnded === isEnded ? [`${line}\n`] : [])).join("");
    writeFileSync(join(folder, "pending.data"), file(false));
    writeFileSync(join(folder, "completed.data"), file(true));
    const env = { TASKRC: join(folder, "taskrc") };
    const open = items.flatMap((item, index) => (item.isEnded ? [] : [uuidOf(index)]));
    return [
      { name: "status", program: () => ({ command: ["task", `project:${division}`, "+Q2", "all"], env }) },
      {
        name: "overdue",
        program: () => ({ command: ["task", "status:pending", "due.before:2017-07-01", "list"], env }),
      },
      { name: "done", program: (pair) => ({ command: ["task", open[pair] ?? "", "done"], env }) },
    ];
  },
};

/**
 * @param {Item} item
 * @param {number} index
 */
function lineOf({ id, text, division, quarters, start, due, completedOn, isEnded, words }, index) {
  const entry = secondsOf(start);
  const tags = quarters.map((quarter) => `Q${quarter}`);
  const fields = [
    ...words.map(({ at, text: word }, position) => [`annotation_${secondsOf(at) + position}`, word]),
    ["description", text],
    ["due", secondsOf(due) + 86_399],
    ...(isEnded ? [["end", secondsOf(completedOn ?? due)]] : []),
    ["entry", entry],
    ["modified", entry],
    ["project", division],
    ["ref", id],
    ["status", isEnded ? "completed" : "pending"],
    ["tags", tags.join(",")],
    ...tags.map((tag) => [`tags_${tag}`, "x"]),
    ["uuid", uuidOf(index)],
  ];
  return `[${fields.map(([key, value]) => `${String(key)}:"${String(value)}"`).join(" ")}]`;
}

/** @param {string} day */
function secondsOf(day) {
  return Math.floor(Date.parse(day) / 1000);
}

/** @param {number} index */
function uuidOf(index) {
  return `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
}
