// `npm run check`: everything that must be right before a change is shared. `.ci/run` runs the same and more.
import { checks } from "./pipeline.mjs";
import { total } from "./steps.mjs";

const results = await checks();
const failing = results.filter(({ failed }) => failed > 0).map(({ name }) => name);
console.log(failing.length === 0 ? "All is well." : `To be mended: ${failing.join(", ")}.`);
process.exitCode = total(results).failed === 0 ? 0 : 1;
