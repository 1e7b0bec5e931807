/** Warnings about days in a plan that are odd but may be intended. */
import { describe, expect, it } from "vitest";
import type { DraftMilestone, DraftTask } from "../../../src/core/draft.ts";
import { HEAD, details, draftTask, mistakes } from "../../support/drafts.ts";

const oddOf = (...tasks: DraftTask[]): string[] => mistakes([{ tasks }]);
const milestone = (id: string, text: string, when: DraftMilestone["when"] = "Q2"): DraftMilestone => ({
  id,
  when,
  text,
});

describe("a window", () => {
  const at = (when: DraftMilestone["when"]): string[] =>
    oddOf(draftTask(1, { milestones: [milestone("1-1", "召开推进会。", when)] }));

  it.each(["2018-01", "2016-12..2017-02", "2018-03-01"])(
    "that begins outside of the plan's year is told: %s",
    (when) => {
      expect(at(when)).toEqual(["1.yaml tasks/0/milestones/0/when W-YEAR"]);
    },
  );

  it("that begins before the year but is due in it or later is reported as such: quarters show it", () => {
    const whatOf = (when: string, due?: string): unknown => {
      const one = { ...milestone("1-1", "召开推进会。", when), ...(due === undefined ? {} : { due }) };
      return details([{ tasks: [draftTask(1, { milestones: [one] })] }]).map((told) => (told as { what: string }).what);
    };
    expect(whatOf("2016-12..2017-02")).toEqual(["start early"]);
    expect(whatOf("2016-12..2018-02")).toEqual(["start early"]);
    expect(whatOf("2016-12", "2017-01-15")).toEqual(["start early"]);
    expect(whatOf("2016-11..2016-12")).toEqual(["start"]);
    expect(whatOf("2018-01..2018-02")).toEqual(["start"]);
  });

  it("with only one occurrence outside the year is reported", () => {
    expect(at(["2017-12", "2018-01"])).toEqual(["1.yaml tasks/0/milestones/0/when W-YEAR"]);
  });

  it("that ends more than a year later is reported", () => {
    expect(at("2017-06..2081-06")).toEqual(["1.yaml tasks/0/milestones/0/when W-YEAR"]);
    expect(at("2017-06..2018-12")).toEqual([]);
  });

  it("is reported if its due day or day of addition has a mistyped year", () => {
    const withDays = (days: Partial<DraftMilestone>): string[] =>
      oddOf(draftTask(1, { milestones: [{ ...milestone("1-1", "召开推进会。"), ...days }] }));
    expect(withDays({ due: "2081-06-30" })).toEqual(["1.yaml tasks/0/milestones/0/due W-YEAR"]);
    expect(withDays({ due: "2018-12-31" })).toEqual(["1.yaml tasks/0/milestones/0/due W-YEAR"]);
    expect(withDays({ when: "2017-01-10", due: "2017-12-31" })).toEqual([]);
    expect(withDays({ when: "Q4", due: "2018-09-30" })).toEqual([]);
    expect(withDays({ when: "Q4..2018-06", due: "2018-12-31" })).toEqual([]);
    expect(withDays({ added: "2081-01-01" })).toEqual(["1.yaml tasks/0/milestones/0/added W-YEAR"]);
    expect(withDays({ due: "2018-03-31", added: "2017-05-01" })).toEqual([]);
    expect(oddOf(draftTask(1, { added: "2016-05-01" }))).toEqual(["1.yaml tasks/0/added W-YEAR"]);
    expect(oddOf(draftTask(1, { added: "2017-02-30" }))).toEqual(["1.yaml tasks/0/added E-DATE"]);
  });

  it.each(["2017-11..2018-03", "Q4", "year"])("that begins in the year is fine: %s", (when) =>
    expect(at(when)).toEqual([]),
  );

  it("is not judged if the plan's year is unknown", () => {
    const { year: _, ...head } = HEAD;
    expect(mistakes([{ tasks: [draftTask(1, { milestones: [milestone("1-1", "甲", "2018-01")] })] }], head)).toEqual(
      [],
    );
  });
});

describe("the due day of a target", () => {
  const due = (day: string): string[] => {
    const indicator = { id: "cases", name: "案件", min: 100, unit: "件", basis: "flow", due: day } as const;
    return oddOf(draftTask(1, { indicators: [indicator] }));
  };

  it.each(["2071-06-30", "2019-01-01", "2016-06-30", "2016-12-31"])(
    "is reported if its year is mistyped: %s",
    (day) => {
      expect(due(day)).toEqual(["1.yaml tasks/0/indicators/0/due W-YEAR"]);
    },
  );

  it.each(["2017-01-01", "2017-12-31", "2018-12-31"])("is fine in the plan's year or the next: %s", (day) => {
    expect(due(day)).toEqual([]);
  });

  it("that is no day is reported only as that", () => {
    expect(due("2016-02-30")).toEqual(["1.yaml tasks/0/indicators/0/due E-DATE"]);
  });
});

describe("a day of addition after the due day", () => {
  const of = (more: Partial<DraftMilestone>, task: Partial<DraftTask> = {}): string[] =>
    oddOf(draftTask(1, { milestones: [{ ...milestone("1-1", "召开推进会。"), ...more }], ...task }));

  it.each<Partial<DraftMilestone>>([
    { added: "2017-07-01" },
    { when: ["Q1", "Q2"], added: "2017-07-01" },
    { due: "2017-06-15", added: "2017-06-16" },
  ])("is reported: %j", (more) => expect(of(more)).toEqual(["1.yaml tasks/0/milestones/0/added W-YEAR"]));

  it.each<Partial<DraftMilestone>>([
    { added: "2017-06-30" },
    { when: ["Q1", "Q2"], added: "2017-04-01" },
    { due: "2017-07-15", added: "2017-07-01" },
  ])("is not reported: %j", (more) => expect(of(more)).toEqual([]));

  it("may be that of the task", () => {
    expect(of({}, { added: "2017-07-01" })).toEqual(["1.yaml tasks/0/added W-YEAR"]);
    expect(of({}, { added: "2017-06-30" })).toEqual([]);
  });

  it("is reported with the due day", () => {
    const late = { ...milestone("1-1", "召开推进会。"), added: "2017-07-01" };
    expect(details([{ tasks: [draftTask(1, { milestones: [late] })] }])).toEqual([
      { what: "added late", day: "2017-07-01", year: 2017, due: "2017-06-30" },
    ]);
  });

  it("is not looked for in parts with mistakes of form", () => {
    const holes = { milestones: [undefined, { id: "1-2", added: "2017-06-30", text: "乙" }] };
    expect(oddOf({ ...draftTask(1, { added: "2017-07-01" }), ...holes } as unknown as DraftTask)).toEqual([]);
  });
});
