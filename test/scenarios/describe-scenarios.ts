import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readScenario } from "./read-scenario.ts";
import { type Stage, runScenario } from "./run-scenario.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const scenarios = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".md"))
  .map((name) => join("test/scenarios", name));

/** A test for each command of the scenarios and of both READMEs. `-t check.md` runs that scenario only. */
export function describeScenarios(stage: Stage): void {
  describe.each([...scenarios, "README.md", "README.zh-CN.md"])("%s", (file) => {
    const parts = readScenario(readFileSync(join(ROOT, file), "utf8"));
    const commands = parts.filter((part) => part.kind === "command").map((part, index) => ({ ...part, index }));
    let printed: readonly string[] = [];
    beforeAll(async () => {
      printed = await runScenario(parts, stage);
    });

    it.each(commands)("line $line: $command", ({ expected, index }) => {
      expect(printed[index]).toBe(expected);
    });

    it("has commands", () => {
      expect(commands.length).toBeGreaterThan(0);
    });
  });
}
