/** One run tells every mistake of every file, in order, each cause once. */
import { describe, expect, it } from "vitest";
import { HEAD, PART, SMALL_PLAN, briefly, problemsOf, withSlip } from "./small-plan.ts";

describe("several mistakes at once", () => {
  it("are all told, by file, line and column", () => {
    const head = HEAD.replace("2017", '"2017"').replace("theme: t1", "theme: t3");
    const first = PART.replace("title:", "title：")
      .replace("[代办处]", "[代办出, 保户处]")
      .replace("when: Q2", "when: Q3..Q1");
    const second = PART.replace("id: 10\n", "id: 11\n")
      .replace("id: 10-1", "id: 11-1")
      .replace("出台办法", "修订办法")
      .replace("basis: stock", "basis: stok");
    const third = "section: s1-1\ntasks:\n  - id: *a\n";
    expect(problemsOf({ "b.yaml": second, "c.yaml": third, "plan.yaml": head, "a.yaml": first }).map(briefly)).toEqual([
      "a.yaml:4:10-4:11 E-FULLWIDTH",
      "a.yaml:5:17-5:20 E-DIVISION",
      "a.yaml:5:22-5:25 E-DIVISION",
      "a.yaml:15:15-15:21 E-WHEN",
      "b.yaml:12:16-12:20 E-VALUE",
      "c.yaml:3:9-3:11 E-YAML-FEATURE",
      "plan.yaml:2:7-2:13 E-TYPE",
      "plan.yaml:15:12-15:14 E-THEME",
    ]);
  });

  it("are all told where they stand in one task", () => {
    const part = PART.replace("title:", "x-a: 1\n    titel: 甲\n    title:").replace("[代办处]", "[代办出]");
    expect(problemsOf({ ...SMALL_PLAN, "1-1.yaml": part }).map(briefly)).toEqual([
      "1-1.yaml:5:5-5:10 E-UNKNOWN-KEY",
      "1-1.yaml:7:17-7:20 E-DIVISION",
    ]);
  });

  it("are all told where they stand in one milestone", () => {
    const part = PART.replace("when: Q2", "when: Q3..Q1\n        note: 无");
    expect(problemsOf({ ...SMALL_PLAN, "1-1.yaml": part }).map(briefly)).toEqual([
      "1-1.yaml:15:15-15:21 E-WHEN",
      "1-1.yaml:16:9-16:13 E-UNKNOWN-KEY",
    ]);
  });

  it("are told for hidden characters and for what stands around them", () => {
    const part = PART.replace("提升", "提\u202e升").replace("[代办处]", "[代办出]");
    expect(problemsOf({ ...SMALL_PLAN, "1-1.yaml": part }).map(briefly)).toEqual([
      "1-1.yaml:4:13-4:14 E-CHAR",
      "1-1.yaml:5:17-5:20 E-DIVISION",
    ]);
  });
});

describe("columns", () => {
  it("count UTF-16 units: a character outside the first plane counts two", () => {
    const [problem] = problemsOf(withSlip("[代办处]", "[𠮷代办处]"));
    expect(problem?.at).toMatchObject({ line: 5, column: 17, endColumn: 22 });
  });

  it("count Chinese text before them one each", () => {
    const [problem] = problemsOf(
      withSlip("min: 10\n        unit: 家", "unit: 家\n        x-注：甲: {乙丙: {丁: 1}, 戊: 2}\n        min: 十"),
    );
    expect(problem).toMatchObject({ code: "E-TYPE", at: { line: 12, column: 14, endColumn: 15 } });
  });

  it("count in the line as it stands, also behind a mended full-width colon", () => {
    expect(problemsOf(withSlip("divisions: [代办处]", "divisions：[代办出]")).map(briefly)).toEqual([
      "1-1.yaml:5:14-5:15 E-FULLWIDTH",
      "1-1.yaml:5:16-5:19 E-DIVISION",
    ]);
  });

  it("come with the line as it stands", () => {
    const part = PART.replace("[代办处]", "[代办出]").replaceAll("\n", "\r\n");
    const [problem] = problemsOf({ ...SMALL_PLAN, "1-1.yaml": part });
    expect(problem?.excerpt).toBe("    divisions: [代办出]");
  });
});
