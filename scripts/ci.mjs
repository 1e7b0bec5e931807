// What `.ci/run` runs once packages are installed. Ends with the line `N passed, N failed`.
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

// What comes over the network comes while the tests keep the processor busy; Debian installs one thing at a time.
const [checked, installed] = await Promise.all([
  checks(),
  installTracer().then(async (tracer) => [...tracer, ...(await installViewers())]),
]);
const results = [
  ...checked,
  ...installed,
  ...(await longTests()),
  ...(await documents()),
  ...(await scenariosOnNodes()),
  ...(await tarballElsewhere()),
  ...(await readmeInFreshCopy()),
];
const { passed, failed } = total(results);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
