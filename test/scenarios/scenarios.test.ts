import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { runScenario } from "./run-scenario.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const scenarios = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".md"))
  .map((name) => join("test/scenarios", name));

describe.each([...scenarios, "README.md", "README.zh-CN.md"])("%s", (file) => {
  const steps = runScenario(join(ROOT, file));

  it.each(steps)("line $line: $command", ({ expected, actual }) => {
    expect(actual).toBe(expected);
  });

  it("has commands", () => {
    expect(steps.length).toBeGreaterThan(0);
  });
});
