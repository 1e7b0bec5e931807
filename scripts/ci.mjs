// What `.ci/run` runs once packages are installed. Ends with the line `N passed, N failed`.
import {
  checks,
  documents,
  installTracer,
  longTests,
  readmeInFreshCopy,
  scenariosOnNodes,
  tarballElsewhere,
} from "./pipeline.mjs";
import { total } from "./steps.mjs";

const results = [
  ...(await checks()),
  ...(await installTracer()),
  ...(await longTests()),
  ...(await documents()),
  ...(await scenariosOnNodes()),
  ...(await tarballElsewhere()),
  ...(await readmeInFreshCopy()),
];
const { passed, failed } = total(results);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
