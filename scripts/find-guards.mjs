// Checks that each guard is where the table says. `npm run test:guards`, which takes minutes, checks that tests cover it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { GUARDS } from "./guard-table.mjs";
import { root } from "./steps.mjs";

const missing = GUARDS.filter(({ file, find }) => readFileSync(join(root, file), "utf8").split(find).length !== 2);
for (const { name, file } of missing) console.log(`${file} does not hold the guard "${name}" once`);
process.exitCode = missing.length === 0 ? 0 : 1;
