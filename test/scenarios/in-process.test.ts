/** The same in one process: no command may leave anything behind that the next one would see. */
import { describeScenarios } from "./describe-scenarios.ts";

describeScenarios("this process");
