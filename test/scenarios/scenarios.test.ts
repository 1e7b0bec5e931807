import { describeScenarios } from "./describe-scenarios.ts";

describeScenarios("own process");
