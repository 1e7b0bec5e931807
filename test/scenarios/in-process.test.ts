/** The same scenarios in one process: no command may leave state behind that affects the next one. */
import { describeScenarios } from "./describe-scenarios.ts";

describeScenarios("this process");
