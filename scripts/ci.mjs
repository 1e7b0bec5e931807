// What `.ci/run` runs once the packages are installed. The last line of output is `N passed, N failed`.
import {
  checks,
  documents,
  installTracer,
  installViewers,
  longTests,
  readmeInFreshCopy,
  scenariosOnNodes,
  tarballElsewhere,
} from "./pipeline.mjs";
import { total } from "./steps.mjs";

// Downloads run while the tests keep the processor busy. The two installers run in turn, since apt allows only one.
const [checked, installed] = await Promise.all([
  checks(),
  installTracer().then(async (tracer) => [...tracer, ...(await installViewers())]),
]);
const measured = await longTests();
// Browser and office leave a processor half idle, and so does npm.
const [opened, onNodes] = await Promise.all([documents(), scenariosOnNodes()]);
const [packed, copied] = await Promise.all([tarballElsewhere(), readmeInFreshCopy()]);
const { passed, failed } = total([checked, installed, measured, opened, onNodes, packed, copied].flat());
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
