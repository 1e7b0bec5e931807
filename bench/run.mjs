// `npm run bench -- [--sizes S,M,L] [--pairs 15] [--seconds 60] [--only status] [--output FILE]`
// Measures ipplan against bare Node.js and prints the tables. A complete run writes bench/results.md.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../scripts/steps.mjs";
import { verdictOf } from "./goals.mjs";
import { measure } from "./measure.mjs";
import { COLUMNS, cellsOf, machineLines, table } from "./pages.mjs";
import { SIZES, makeSize } from "./sizes.mjs";
import { openMilestones, subjectsOf, withSubject } from "./subjects.mjs";

/** @typedef {import("./sizes.mjs").Size} Size */

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

const HEAD = `# How fast ipplan is

Written by \`npm run bench\`. A ratio is a command's time over that of \`node -e 0\` run next to it; the table shows the
median of the pairs' ratios, their 10th and 90th percentiles, the median time and the most memory held. Cold: the cache's
folder is empty; warm: it was filled by an earlier run. The disk's own cache is warm in both, and what V8 made of the program
at the build is there. A command that is slow gets
fewer pairs: none begins after ${rules.seconds} seconds. \`done\` records a milestone anew in each run. Today is 1 July 2017,
half-way through the plan's year.
`;

/** @param {Size} size */
function measureSize(size) {
  const folder = join(folders, size);
  const plan = makeSize(size, folder);
  const open = openMilestones(plan, folder);
  const subjects = subjectsOf(size).filter(({ name }) => values.only === undefined || name.startsWith(values.only));
  const rows = subjects.flatMap((subject) =>
    subject.temperatures.map((temperature) => {
      const place = { folder, cache: join(folders, `cache-${size}`), temperature, open };
      const measured = withSubject(subject, place, (program) => measure(program, rules));
      const cells = cellsOf(measured);
      console.error(`${size}  ${temperature}  ${subject.words}  ${cells.join("  ")}`);
      return [`\`${subject.words}\``, temperature, ...cells, verdictOf(size, subject.name, temperature, measured)];
    }),
  );
  return [titleOf(size, plan), "", ...table(["", "", ...COLUMNS, "goal"], rows), ""];
}

/**
 * @param {Size} size
 * @param {import("./plans.mjs").Plan} plan
 */
function titleOf(size, { tasks }) {
  const milestones = tasks.reduce((sum, task) => sum + task.milestones.length, 0);
  const counts = { tasks: tasks.length, milestones, records: SIZES[size].records };
  return `## ${size}: ${Object.entries(counts)
    .map(([what, count]) => `${count.toLocaleString("en")} ${what}`)
    .join(", ")}`;
}

const chosen = /** @type {Size[]} */ (["S", "M", "L"]).filter((size) => values.sizes.split(",").includes(size));
const sections = chosen.flatMap(measureSize);
const page = [HEAD, ...machineLines(), "", ...sections].join("\n").trimEnd();
console.log(page);
const isWhole = values.only === undefined && chosen.length === 3;
const target = values.output ?? (isWhole ? join(root, "bench/results.md") : undefined);
if (target !== undefined) writeFileSync(target, `${page}\n`);
