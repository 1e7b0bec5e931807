// `npm run test:nodes`: runs the scenarios with newer versions of Node.js.
import { scenariosOnNodes } from "./pipeline.mjs";
import { total } from "./steps.mjs";

process.exitCode = total(await scenariosOnNodes()).failed === 0 ? 0 : 1;
