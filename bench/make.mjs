// `node bench/make.mjs [--sizes S,M,L] [--into FOLDER] [--seed N]`: generates plans and journals for measuring, one folder
// per size, by default in .cache/bench. The same seed gives the same bytes.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../scripts/steps.mjs";
import { SEED, SIZES, makeSize } from "./sizes.mjs";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "S,M,L" },
    into: { type: "string", default: join(root, ".cache/bench") },
    seed: { type: "string", default: String(SEED) },
  },
});

for (const size of /** @type {const} */ (["S", "M", "L"])) {
  if (!values.sizes.split(",").includes(size)) continue;
  const folder = join(values.into, size);
  const start = performance.now();
  const { tasks } = makeSize(size, folder, Number(values.seed));
  const milestones = tasks.reduce((sum, task) => sum + task.milestones.length, 0);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const counts = `${tasks.length} tasks, ${milestones} milestones, ${SIZES[size].records} records`;
  console.log(`${size}  ${counts}  ${folder}  (${seconds} s)`);
}
