// hledger and ledger: one transaction per milestone on its due day, cleared if it is done, in the account
// division:state:task; each record is a comment. Both read the same file.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {import("../peer-data.mjs").Item} Item */
/** @typedef {import("../peer-data.mjs").Peer} Peer */

const ABOUT = "a transaction a milestone on its due day in the account division:state:task; records = comments";

/** @type {Peer} */
export const hledger = {
  name: "hledger",
  version: ["hledger", "--version"],
  about: ABOUT,
  prepare(folder, items, division) {
    const file = writeJournal(folder, items);
    const added = join(folder, "added.journal");
    const open = items.filter(({ isEnded }) => !isEnded);
    return [
      {
        name: "status",
        program: () => ({ command: ["hledger", "-f", file, "bal", `^${division}:`, "-p", "2017Q2", "--depth", "2"] }),
      },
      { name: "overdue", program: () => ({ command: ["hledger", "-f", file, "reg", ":未完成:", "-e", "2017-07-01"] }) },
      {
        name: "done",
        program: (pair) => {
          // Without this, it would import only transactions newer than the last one.
          rmSync(join(folder, ".latest.added.journal"), { force: true });
          writeFileSync(added, completionOf(open[pair]));
          return { command: ["hledger", "-f", file, "import", added] };
        },
      },
    ];
  },
};

/** @type {Peer} */
export const ledger = {
  name: "ledger",
  version: ["ledger", "--version"],
  about: ABOUT,
  prepare(folder, items, division) {
    const file = writeJournal(folder, items);
    const open = items.filter(({ isEnded }) => !isEnded);
    const period = ["--begin", "2017-04-01", "--end", "2017-07-01"];
    return [
      {
        name: "status",
        program: () => ({ command: ["ledger", "-f", file, "bal", `^${division}:`, "--depth", "2", ...period] }),
      },
      {
        name: "overdue",
        program: () => ({ command: ["ledger", "-f", file, "reg", ":未完成:", "--end", "2017-07-01"] }),
      },
      {
        name: "done",
        // ledger prints a transaction like the last one of that payee; the shell appends it.
        program: (pair) => {
          const payee = open[pair]?.text.slice(0, 12) ?? "";
          return { command: ["sh", "-c", 'ledger -f "$0" xact 2017-06-30 "$1" >> "$0"', file, payee] };
        },
      },
    ];
  },
};

/**
 * @param {string} folder
 * @param {readonly Item[]} items
 */
function writeJournal(folder, items) {
  const file = join(folder, "plan.journal");
  writeFileSync(file, items.map(transactionOf).join(""));
  return file;
}

/** @param {Item} item */
function transactionOf({ id, task, text, division, due, isEnded, words }) {
  const state = isEnded ? "完成" : "未完成";
  const comments = words.map(({ at, text: word }) => `    ; ${at.slice(0, 10)} ${word}\n`).join("");
  const head = `${due} ${isEnded ? "* " : ""}(${id}) ${text}`;
  return `${head}\n${comments}    ${division}:${state}:任务${task}    1\n    计划\n\n`;
}

/** @param {Item | undefined} item */
function completionOf(item) {
  if (item === undefined) throw new Error("no milestone is left open");
  const { id, task, text, division } = item;
  const [done, open] = [`${division}:完成:任务${task}`, `${division}:未完成:任务${task}`];
  return `2017-06-30 * (${id}) ${text}\n    ${done}    1\n    ${open}    -1\n\n`;
}
