import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { type Stage, runScenario } from "./run-scenario.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const scenarios = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".md"))
  .map((name) => join("test/scenarios", name));

/** A test for each command of the scenarios and of both READMEs. */
export function describeScenarios(stage: Stage): void {
  describe.each([...scenarios, "README.md", "README.zh-CN.md"])("%s", async (file) => {
    const steps = await runScenario(join(ROOT, file), stage);

    it.each(steps)("line $line: $command", ({ expected, actual }) => {
      expect(actual).toBe(expected);
    });

    it("has commands", () => {
      expect(steps.length).toBeGreaterThan(0);
    });
  });
}
