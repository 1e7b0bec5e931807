import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { milestonePlaces } from "../../src/storage/milestone-places.ts";
import { PLAN_2017 } from "../support/plan-2017.ts";

const ROOT = join(import.meta.dirname, "../..");

describe("the milestones of the plan of 2017", () => {
  const places = milestonePlaces(join(ROOT, "plan"), ROOT);

  it("are found where their ids are written, each entry once", () => {
    const entries = new Set(PLAN_2017.tasks.flatMap(({ milestones }) => milestones.map(({ entry }) => entry)));
    expect(entries.size).toBe(75);
    expect(new Set(places.keys())).toEqual(entries);
    for (const [id, { file, line, column, endLine, endColumn }] of places) {
      const text = readFileSync(join(ROOT, file), "utf8").split("\n")[line - 1] ?? "";
      expect(text.slice(column - 1, endColumn - 1), `${file}:${line}`).toBe(id);
      expect(endLine).toBe(line);
    }
  });
});
