// `npm run bench:peers -- [--sizes S,M,L] [--pairs 15] [--seconds 60] [--only hledger] [--output FILE]`
// Measures the same work in other trackers, on the generated plans converted to their formats, together with ipplan (warm)
// and bare Node.js. Trackers that are not installed are left out. A complete run writes bench/peers.md.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../scripts/steps.mjs";
import { measure, run } from "./measure.mjs";
import { COLUMNS, cellsOf, lineOf, machineLines, table } from "./pages.mjs";
import { itemsOf } from "./peer-data.mjs";
import { hledger, ledger } from "./peers/ledgers.mjs";
import { taskjuggler } from "./peers/taskjuggler.mjs";
import { taskwarrior } from "./peers/taskwarrior.mjs";
import { makeSize } from "./sizes.mjs";
import { openMilestones, subjectsOf, withSubject } from "./subjects.mjs";

/** @typedef {import("./sizes.mjs").Size} Size */
/** @typedef {import("./peer-data.mjs").Peer} Peer */

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "S,M,L" },
    pairs: { type: "string", default: "15" },
    seconds: { type: "string", default: "60" },
    only: { type: "string" },
    output: { type: "string" },
  },
});
const rules = { pairs: Number(values.pairs), seconds: Number(values.seconds) };
const folders = join(root, ".cache/bench");
/** A program that takes longer is killed. */
const PATIENCE_SECONDS = 60;

/** @type {readonly Peer[]} */
const PEERS = [taskwarrior, hledger, ledger, taskjuggler];
const wanted = PEERS.filter(({ name }) => values.only === undefined || name.toLowerCase() === values.only);
const versions = wanted.map((peer) => {
  const [file = "", ...parameters] = peer.version;
  return { peer, version: lineOf(file, parameters) };
});
const present = versions.flatMap(({ peer, version }) => (version === "" ? [] : [peer]));

const HEAD = `# ipplan and other trackers

Written by \`npm run bench:peers\`; \`bench/peers/\` makes each one's data. Ratios as in [results.md](results.md). status: one
division's second quarter; overdue: what is open and was due before July; done: one more completion recorded. Each peer has
the milestones with their texts, divisions, quarters and due days, and the journal's records as its own kind of remark. None
has ipplan's three due days, its rates or a day asked about. Of the quarter, Taskwarrior and TaskJuggler list every milestone,
hledger and ledger say sums alone; ipplan says sums, rates and reasons, and lists no more than a few screens. What took more
than ${PATIENCE_SECONDS} seconds was not waited for.
`;

/** @param {Size} size */
function measureSize(size) {
  const folder = join(folders, size);
  const plan = makeSize(size, folder);
  const items = itemsOf(folder);
  const division = size === "S" ? "专利管理处" : "第1处";
  const rows = [
    ...ownRows(size, folder, openMilestones(plan, folder)),
    ...present.flatMap((peer) => peerRows(peer, size, items, division)),
  ];
  return [`## ${size}`, "", ...table(["", "", ...COLUMNS], rows), ""];
}

/**
 * @param {Size} size
 * @param {string} folder
 * @param {readonly string[]} open
 */
function ownRows(size, folder, open) {
  const names = { "status-division": "status", overdue: "overdue", done: "done" };
  return Object.entries(names).flatMap(([subjectName, name]) =>
    subjectsOf(size)
      .filter((subject) => subject.name === subjectName)
      .map((subject) => {
        const cache = join(folders, `cache-${size}`);
        const place = { folder, cache, temperature: /** @type {const} */ ("warm"), open };
        return told(size, "ipplan", name, cellsOf(withSubject(subject, place, (program) => measure(program, rules))));
      }),
  );
}

/**
 * @param {Peer} peer
 * @param {Size} size
 * @param {readonly import("./peer-data.mjs").Item[]} items
 * @param {string} division
 */
function peerRows(peer, size, items, division) {
  const folder = join(folders, `${peer.name.toLowerCase()}-${size}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let isBeyond = false;
  return peer.prepare(folder, items, division).map(({ name, program }) => {
    // The work after one that took too long would take as long.
    isBeyond ||= !endsInTime(program(0));
    if (isBeyond) return told(size, peer.name, name, [`> ${PATIENCE_SECONDS} s`, "", "", "", "0"]);
    return told(size, peer.name, name, cellsOf(measure((pair) => program(pair + 1), rules)));
  });
}

/** @param {import("./measure.mjs").Program} program */
function endsInTime(program) {
  try {
    run({ ...program, patience: PATIENCE_SECONDS * 1000 });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ETIMEDOUT") return false;
    throw error;
  }
}

/**
 * @param {Size} size
 * @param {string} who
 * @param {string} what
 * @param {readonly string[]} cells
 */
function told(size, who, what, cells) {
  console.error(`${size}  ${who}  ${what}  ${cells.join("  ")}`);
  return [who, what, ...cells];
}

const chosen = /** @type {Size[]} */ (["S", "M", "L"]).filter((size) => values.sizes.split(",").includes(size));
const sections = chosen.flatMap(measureSize);
const peerLines = versions.map(({ peer, version }) =>
  version === "" ? `- ${peer.name}: not installed` : `- ${peer.name} (${version}): ${peer.about}`,
);
const page = [HEAD, ...machineLines(), ...peerLines, "", ...sections].join("\n").trimEnd();
console.log(page);
const isWhole = values.only === undefined && chosen.length === 3;
const target = values.output ?? (isWhole ? join(root, "bench/peers.md") : undefined);
if (target !== undefined) writeFileSync(target, `${page}\n`);
