/** A copy of a file of tasks is reported once. */
import { describe, expect, it } from "vitest";
import { details, draftTask, mistakes, taskWith } from "../../support/drafts.ts";

const PART = { tasks: [taskWith({}), draftTask(11)] };

describe("a copy of a file", () => {
  it("is reported once, at its section, with its number of ids", () => {
    expect(mistakes([PART, PART])).toEqual(["2.yaml section E-DUPLICATE-ID"]);
    expect(details([PART, PART])).toMatchObject([{ copied: 3 }]);
    expect(mistakes([PART, PART, PART])).toEqual(["2.yaml section E-DUPLICATE-ID", "3.yaml section E-DUPLICATE-ID"]);
  });

  it("of part of a larger file is one too", () => {
    expect(mistakes([PART, { tasks: [taskWith({})] }])).toEqual(["2.yaml section E-DUPLICATE-ID"]);
  });

  it("is none if it has an id of its own, or only one id", () => {
    expect(mistakes([PART, { tasks: [taskWith({}), draftTask(12)] }])).toEqual([
      "2.yaml tasks/0/id E-DUPLICATE-ID",
      "2.yaml tasks/0/milestones/0/id E-DUPLICATE-ID",
    ]);
    expect(mistakes([PART, { tasks: [draftTask(11)] }])).toEqual(["2.yaml tasks/0/id E-DUPLICATE-ID"]);
  });

  it("is none if its ids are in several files", () => {
    const both = { tasks: [draftTask(11), draftTask(12)] };
    expect(mistakes([{ tasks: [draftTask(11)] }, { tasks: [draftTask(12)] }, both])).toEqual([
      "3.yaml tasks/0/id E-DUPLICATE-ID",
      "3.yaml tasks/1/id E-DUPLICATE-ID",
    ]);
  });

  it("hides no other mistake", () => {
    const odd = { tasks: [draftTask(13, { divisions: ["nobody"] })] };
    const found = mistakes([PART, PART, odd, { tasks: [draftTask(13)] }]);
    expect(found.filter((one) => one.startsWith("2.yaml"))).toEqual(["2.yaml section E-DUPLICATE-ID"]);
    expect(found.filter((one) => !one.startsWith("2.yaml"))).toEqual([
      expect.stringMatching(/^3\.yaml .*E-DIVISION$/),
      expect.stringMatching(/^4\.yaml .*E-DUPLICATE-ID$/),
    ]);
  });

  it("is none within one file", () => {
    expect(mistakes([{ tasks: [draftTask(11), draftTask(11)] }])).toEqual(["1.yaml tasks/1/id E-DUPLICATE-ID"]);
  });
});
