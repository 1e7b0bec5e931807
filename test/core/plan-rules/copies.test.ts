/** A copy of a file of tasks is told once. */
import { describe, expect, it } from "vitest";
import { details, draftTask, mistakes, taskWith } from "../../support/drafts.ts";

const PART = { tasks: [taskWith({}), draftTask(11)] };

describe("a copy of a file", () => {
  it("is told once, at its section, with how many ids it has", () => {
    expect(mistakes([PART, PART])).toEqual(["2.yaml section E-DUPLICATE-ID"]);
    expect(details([PART, PART])).toMatchObject([{ copied: 3 }]);
    expect(mistakes([PART, PART, PART])).toEqual(["2.yaml section E-DUPLICATE-ID", "3.yaml section E-DUPLICATE-ID"]);
  });

  it("of a larger file is one too", () => {
    expect(mistakes([PART, { tasks: [taskWith({})] }])).toEqual(["2.yaml section E-DUPLICATE-ID"]);
  });

  it("is none where an id is its own, or there is but one", () => {
    expect(mistakes([PART, { tasks: [taskWith({}), draftTask(12)] }])).toEqual([
      "2.yaml tasks/0/id E-DUPLICATE-ID",
      "2.yaml tasks/0/milestones/0/id E-DUPLICATE-ID",
    ]);
    expect(mistakes([PART, { tasks: [draftTask(11)] }])).toEqual(["2.yaml tasks/0/id E-DUPLICATE-ID"]);
  });

  it("is none within one file", () => {
    expect(mistakes([{ tasks: [draftTask(11), draftTask(11)] }])).toEqual(["1.yaml tasks/1/id E-DUPLICATE-ID"]);
  });
});
