import { describe, expect, it } from "vitest";
import { matchPart } from "../../src/core/parts.ts";
import { indicator, milestone, plan, task } from "../support/builders.ts";

const FIRST = milestone({ id: "10-1", task: "10" });
const EXAM = ["Q2", "Q4"].map((key) => milestone({ id: `10-2@${key}`, task: "10" }));
const SMALL = plan([task("10", [FIRST, ...EXAM], { indicators: [indicator("agencies")] })]);

describe("a typed part of a task", () => {
  it.each([
    ["10-1", "10-1"],
    ["１０.1", "10-1"],
    ["10-2", "10-2"],
    ["10-2@二季度", "10-2@Q2"],
    ["10/agencies", "10/agencies"],
    ["10／Agencies", "10/agencies"],
  ])("%j is %s", (typed, id) => {
    expect(matchPart(SMALL, typed)).toEqual({ id, task: "10" });
  });

  it.each(["10", "任务10", "agencies", "11-1", ""])("%j is no part", (typed) => {
    expect(matchPart(SMALL, typed)).toBeNull();
  });
});
