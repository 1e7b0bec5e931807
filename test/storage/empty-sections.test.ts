/** Sections of the head without a task: reported, with the file that may have been meant. */
import { describe, expect, it } from "vitest";
import { type Files, HEAD, PART, readFiles } from "./small-plan.ts";

const TWO = `${HEAD}  - id: s1-2\n    theme: t1\n    title: 分项二\n`;
const SECOND = PART.replace("s1-1", "s1-2").replaceAll("10", "20").replace("办法", "细则");
const BASE = { "plan.yaml": TWO, "1-1.yaml": PART };

/** The code, position and details of each problem. */
function told(files: Files): unknown[] {
  return readFiles(files).problems.map(({ code, at, details }) => [code, at?.line, at?.column, details]);
}

const empty = (unread: string | null): unknown[] => [
  "W-EMPTY-SECTION",
  TWO.split("\n").indexOf("  - id: s1-2") + 1,
  9,
  { section: "s1-2", unread },
];

describe("a section", () => {
  it("with a task has no problem, however its file spells it", () => {
    expect(told({ ...BASE, "1-2.yml": SECOND })).toEqual([]);
    expect(told({ ...BASE, "sub/x.yaml": SECOND.replace("s1-2", "S1-2") })).toEqual([]);
  });

  it("without a file, or whose file has no task, is reported", () => {
    expect(told(BASE)).toEqual([empty(null)]);
    expect(told({ ...BASE, "1-2.yaml": "section: s1-2\ntasks: []\n" })).toEqual([empty(null)]);
  });

  it.each([
    ["1-2.yaml.txt"],
    ["1-2.yaml.bak"],
    ["1-2.yaml~"],
    ["1-2．yaml"],
    ["1-2。yaml"],
    ["1-2.yaml "],
    [".1-2.yaml"],
    ["1-2.txt"],
    ["sub/1-2.YAML.txt"],
  ])("is reported with its file that is not read: %s", (name) => {
    expect(told({ ...BASE, [name]: SECOND })).toEqual([empty(name)]);
  });

  it("is reported without a file of another section, or one whose name is not like a plan file's", () => {
    expect(told({ ...BASE, "1-2.yaml.txt": PART })).toEqual([empty(null)]);
    expect(told({ ...BASE, "1-2.doc": SECOND, "._1-2.yaml": SECOND, ".1-2.yaml.swp": SECOND })).toEqual([empty(null)]);
  });

  it("is reported without a file of more than 1 MiB, which is none of a plan", () => {
    const ofSize = (bytes: number): string => SECOND.padEnd(SECOND.length + bytes - Buffer.byteLength(SECOND), "\n");
    expect(told({ ...BASE, "1-2.txt": ofSize(1_048_576) })).toEqual([empty("1-2.txt")]);
    expect(told({ ...BASE, "1-2.txt": ofSize(1_048_577) })).toEqual([empty(null)]);
  });

  it("is settled by the head", () => {
    const settled = `${TWO}settled:\n  - code: W-EMPTY-SECTION\n    reason: 今年没有任务\n`;
    expect(told({ ...BASE, "plan.yaml": settled })).toEqual([]);
  });
});

describe("an empty section", () => {
  it.each([
    ["does not parse", 'section: "s1-2\n', "E-SYNTAX"],
    ["says no section", SECOND.replace("section: s1-2\n", ""), "E-MISSING-KEY"],
    ["names an unknown section", SECOND.replace("s1-2", "s1-9"), "E-SECTION"],
    ["has lost its tasks", "section: s1-2\ntasks: none\n", "E-TYPE"],
  ])("is not reported if a file %s", (_, text, code) => {
    const codes = readFiles({ ...BASE, "1-2.yaml": text }).problems.map((problem) => problem.code);
    expect(codes).toContain(code);
    expect(codes).not.toContain("W-EMPTY-SECTION");
  });

  it("is reported beside mistakes in other tasks", () => {
    const broken = PART.replace("when: Q2", "when: Q5");
    const codes = readFiles({ ...BASE, "1-1.yaml": broken }).problems.map((problem) => problem.code);
    expect(codes).toEqual(["E-WHEN", "W-EMPTY-SECTION"]);
  });
});
