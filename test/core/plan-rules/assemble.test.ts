import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "../../../src/core/plan.ts";
import type { DraftHead, DraftMilestone, DraftTask } from "../../../src/core/draft.ts";
import { HEAD, assemble, assembleTasks, details, draftTask, mistakes, place } from "../../support/drafts.ts";

/** The head without one of its keys. */
function headWithout(key: keyof DraftHead): Partial<DraftHead> {
  return Object.fromEntries(Object.entries(HEAD).filter(([name]) => name !== key));
}

describe("a plan", () => {
  it("has defaults for what its files leave out", () => {
    const { plan } = assemble([{ tasks: [draftTask(10)] }], headWithout("districts"));
    const { title, year, timezone, divisions, themes, sections } = HEAD;
    expect(plan).toEqual({
      title,
      year,
      timezone,
      divisions,
      themes,
      sections,
      language: "zh",
      issued: null,
      journal: null,
      districts: [],
      policy: DEFAULT_POLICY,
      tasks: [expect.objectContaining({ id: "10" })],
      remarks: null,
      settled: [],
    });
  });

  it("keeps what its head says", () => {
    const said: Partial<DraftHead> = {
      ...{ language: "en", issued: "2017-01-10", journal: "journal", policy: { pace: "day", dueSoonDays: 0 } },
      ...{ remarks: "a doubt", settled: [{ code: "W-GITATTRIBUTES", reason: "no git" }] },
    };
    const { plan } = assemble([], { ...HEAD, ...said });
    expect(plan).toMatchObject({
      language: "en",
      issued: "2017-01-10",
      journal: "journal",
      remarks: "a doubt",
      settled: [{ code: "W-GITATTRIBUTES", reason: "no git" }],
      districts: ["江北区", "北碚区"],
      policy: { lights: "standard", pace: "day", dueSoonDays: 0 },
      tasks: [],
    });
  });

  it("has its tasks in the order of sections, and within each as written", () => {
    const { plan } = assemble([
      { section: "s2", tasks: [draftTask(1)] },
      { section: "s1", tasks: [draftTask(9), draftTask(3)] },
      { section: "s2", tasks: [draftTask(2)] },
    ]);
    expect(plan?.tasks.map(({ id }) => id)).toEqual(["9", "3", "1", "2"]);
  });

  it("gives each task its section and that section's theme", () => {
    const { plan } = assemble([{ section: "s2", tasks: [draftTask(1)] }]);
    expect(plan?.tasks[0]).toMatchObject({ section: "s2", theme: "t2" });
  });

  it("loses no task whose file writes its section in another case", () => {
    const { plan } = assemble([{ section: "S1", tasks: [draftTask(1)] }]);
    expect(plan?.tasks[0]).toMatchObject({ id: "1", section: "s1", theme: "t1" });
  });

  it("knows the theme of a section that writes it in another case", () => {
    const sections = [{ id: "s1", theme: "T1", title: "first section" }];
    const { plan } = assemble([{ tasks: [draftTask(1)] }], { ...HEAD, sections });
    expect(plan?.tasks[0]?.theme).toBe("t1");
  });

  it.each(["title", "year", "timezone", "divisions", "themes", "sections"] as const)(
    "is none without %s, and the rules say nothing of it",
    (key) => {
      expect(assemble([{ tasks: [draftTask(1)] }], headWithout(key))).toEqual({ plan: null, findings: [] });
    },
  );

  it("is none without a head, and rules that need it are not checked", () => {
    const unknown = draftTask(1, { divisions: ["nobody"], districts: ["nowhere"] });
    expect(assemble([{ section: "s9", tasks: [unknown] }], null)).toEqual({ plan: null, findings: [] });
  });

  it("is none if a task has mistakes of form", () => {
    expect(assemble([{ tasks: [draftTask(1), null] }])).toEqual({ plan: null, findings: [] });
  });

  it.each(["id", "title", "divisions"])("is none if the %s of a task cannot be read", (key) => {
    const torn = { ...draftTask(1), [key]: undefined } as unknown as DraftTask;
    expect(assemble([{ tasks: [torn] }])).toEqual({ plan: null, findings: [] });
  });

  it.each(["id", "text", "when"])("is none if the %s of a milestone cannot be read", (key) => {
    const torn = { id: "1-1", text: "a", when: "Q1", [key]: undefined } as unknown as DraftMilestone;
    expect(assemble([{ tasks: [draftTask(1, { milestones: [torn] })] }])).toEqual({ plan: null, findings: [] });
  });

  it("is none if a file does not name its section, but its tasks are checked", () => {
    const parts = [{ section: null, tasks: [draftTask(1, { divisions: ["nobody"] })] }];
    expect(mistakes(parts)).toEqual(["1.yaml tasks/0/divisions/0 E-DIVISION"]);
  });
});

describe("ids", () => {
  const first = draftTask(10, { milestones: [{ id: "10-1", when: "Q1", text: "a" }] });

  it("are texts, even if written as numbers", () => {
    expect(assembleTasks(draftTask(10), draftTask("11a")).tasks.map(({ id }) => id)).toEqual(["10", "11a"]);
  });

  it("of tasks are unique over all files, whether numbers or texts", () => {
    expect(mistakes([{ tasks: [first] }, { section: "s2", tasks: [draftTask("10")] }])).toEqual([
      "2.yaml tasks/0/id E-DUPLICATE-ID",
    ]);
  });

  it("of milestones are unique over all tasks, and differ from those of tasks", () => {
    const twice = draftTask(11, {
      milestones: [
        { id: "10-1", when: "Q1", text: "a" },
        { id: "10", when: "Q1", text: "b" },
      ],
    });
    expect(mistakes([{ tasks: [first, twice] }])).toEqual([
      "1.yaml tasks/1/milestones/0/id E-DUPLICATE-ID",
      "1.yaml tasks/1/milestones/1/id E-DUPLICATE-ID",
    ]);
  });

  it("are equal if only their case differs", () => {
    expect(mistakes([{ tasks: [draftTask("10a"), draftTask("10A")] }])).toEqual(["1.yaml tasks/1/id E-DUPLICATE-ID"]);
  });

  it("that occur twice are reported with both places", () => {
    expect(details([{ tasks: [first, draftTask(10)] }])).toEqual([
      { id: "10", first: { ...place(["tasks", 0, "id"].length), file: "1.yaml" } },
    ]);
  });

  it("may be named like a property that every object has", () => {
    expect(assembleTasks(draftTask("constructor")).tasks[0]?.id).toBe("constructor");
  });
});
