/** A task file whose keys an editor has changed remains one, instead of a second head with all of its mistakes. */
import { describe, expect, it } from "vitest";
import { isHeadByKeys } from "../../src/storage/kind-of-file.ts";
import { PART, SMALL_PLAN, readFiles } from "./small-plan.ts";

function told(part: string): unknown[] {
  const { problems } = readFiles({ ...SMALL_PLAN, "1-1.yaml": part });
  return problems.map(({ code, at, details }) => [
    `${code} ${at?.file}:${at?.line}`,
    "guess" in details ? details.guess : null,
  ]);
}

describe("a task file", () => {
  it.each([
    ["Section", "Tasks"],
    ["SECTION", "TASKS"],
    ["分项", "任务"],
  ])("whose keys are %s and %s has two mistakes", (section, tasks) => {
    expect(told(PART.replace("section:", `${section}:`).replace("tasks:", `${tasks}:`))).toEqual([
      ["E-UNKNOWN-KEY 1-1.yaml:1", "section"],
      ["E-UNKNOWN-KEY 1-1.yaml:2", "tasks"],
    ]);
  });

  it("with one correct key has one mistake", () => {
    expect(told(PART.replace("tasks:", "Tasks:"))).toEqual([["E-UNKNOWN-KEY 1-1.yaml:2", "tasks"]]);
  });
});

describe("the head", () => {
  it.each([
    [["title", "year", "divisions", "themes", "sections"]],
    [["Title", "Year", "Divisions"]],
    [["标题", "年度", "处室", "分项"]],
    [["title", "year", "任务"]],
    [["x-note"]],
    [[]],
  ])("is a file with these keys: %j", (keys) => expect(isHeadByKeys(keys)).toBe(true));

  it.each([[["section"]], [["title", "year", "tasks"]], [["Tasks", "Title"]], [["任务"]]])(
    "is not a file with these keys: %j",
    (keys) => expect(isHeadByKeys(keys)).toBe(false),
  );
});
