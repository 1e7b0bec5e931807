import { describe, expect, it } from "vitest";
import type { Change } from "../../../src/core/diff/change.ts";
import { comparePlans } from "../../../src/core/diff/compare.ts";
import type { Indicator, Plan, Task } from "../../../src/core/plan.ts";
import { day, indicator, milestone, plan, task } from "../../support/builders.ts";

const BASE = plan([
  task(
    "10",
    [
      milestone({ id: "10-1" }),
      milestone({ id: "10-2@Q2" }),
      milestone({ id: "10-2@Q4", window: "2017-10-01..2017-12-31" }),
    ],
    {
      indicators: [indicator("agencies")],
    },
  ),
  task("11", [milestone({ id: "11-1" })]),
]);

/** The plan with task 10 changed. */
function withTask(more: Partial<Task>): Plan {
  return { ...BASE, tasks: BASE.tasks.map((one) => (one.id === "10" ? { ...one, ...more } : one)) };
}

/** Changes as `subject id change field: before → after`. */
function told(before: Plan, after: Plan): string[] {
  return comparePlans(before, after).map(line);
}

function line({ subject, id, change, field, before, after }: Change): string {
  return `${subject} ${id ?? "-"} ${change} ${field ?? "-"}: ${before.join("|")} → ${after.join("|")}`;
}

describe("the same plan", () => {
  it("has no changes", () => {
    expect(comparePlans(BASE, BASE)).toEqual([]);
    expect(comparePlans(BASE, structuredClone(BASE))).toEqual([]);
  });
});

describe("another order", () => {
  const entries = ["10-1", "10-2", "10-3", "10-4"].map((id) => milestone({ id }));
  const [first, second, third, fourth] = entries;
  const order = plan([
    task("10", entries, { indicators: [indicator("a"), indicator("b")] }),
    task("11", []),
    task("12", []),
  ]);
  const [ten, eleven, twelve] = order.tasks;

  /** The plan with task 10 changed, and perhaps its tasks in another order. */
  const told10 = (more: Partial<Task>, tasks = [{ ...ten, ...more }, eleven, twelve]): string[] =>
    told(order, { ...order, tasks: tasks.flatMap((one) => (one?.id === undefined ? [] : [one as Task])) });

  it("is reported for what both have, from the first moved item to the last", () => {
    const milestones = [first, third, second, fourth].flatMap((one) => one ?? []);
    expect(told10({ milestones })).toEqual(["task 10 changed milestones: 10-2|10-3 → 10-3|10-2"]);
    expect(told10({ indicators: [indicator("b"), indicator("a")] })).toEqual(["task 10 changed indicators: a|b → b|a"]);
    expect(told10({}, [{ ...ten }, twelve, eleven])).toEqual([
      `section ${ten?.section ?? ""} changed tasks: 11|12 → 12|11`,
    ]);
    expect(told(order, { ...order, themes: order.themes.toReversed() })).toEqual([
      expect.stringMatching(/^plan - changed themes: .+\|.+ → .+\|.+$/),
    ]);
  });

  it("is not reported if something was only added or removed", () => {
    expect(told10({ milestones: [first, third, fourth].flatMap((one) => one ?? []) })).toEqual([
      expect.stringContaining("milestone 10-2 removed"),
    ]);
  });
});

describe("the head", () => {
  it.each<[Partial<Plan>, string]>([
    [{ title: "b" }, "plan - reworded title: a plan → b"],
    [{ timezone: "UTC" }, "plan - changed timezone: Asia/Shanghai → UTC"],
    [{ language: "en" }, "plan - changed language: zh → en"],
    [{ issued: day("2017-01-10") }, "plan - changed issued:  → 2017-01-10"],
    [{ journal: "journal" }, "plan - changed journal:  → journal"],
    [{ remarks: "x" }, "plan - reworded remarks:  → x"],
    [{ settled: [{ code: "W-YEAR", reason: "x" }] }, "plan - changed settled:  → W-YEAR: x"],
    [{ policy: { ...BASE.policy, pace: "day" } }, "plan - changed pace: month → day"],
    [{ policy: { ...BASE.policy, dueSoonDays: 7 } }, "plan - changed dueSoonDays: 14 → 7"],
    [{ policy: { ...BASE.policy, redGap: 30 } }, "plan - changed redGap:  → 30"],
    [{ policy: { ...BASE.policy, yellowGap: 10 } }, "plan - changed yellowGap:  → 10"],
    [{ policy: { ...BASE.policy, redMonths: 2 } }, "plan - changed redMonths:  → 2"],
    [
      { policy: { ...BASE.policy, report: { office: "甲局", fonts: { body: "仿宋" } } } },
      'plan - changed report:  → office: 甲局|fonts: {"body":"仿宋"}',
    ],
    [{ districts: ["north", "south", "east"] }, "district east added -:  → east"],
    [{ districts: ["south"] }, "district north removed -: north → "],
    [{ themes: [{ id: "t1", title: "x" }, ...BASE.themes.slice(1)] }, "theme t1 reworded title: first theme → x"],
    [
      { sections: BASE.sections.map((one) => (one.id === "s1-2" ? { ...one, theme: "t2" } : one)) },
      "section s1-2 regrouped theme: t1 → t2",
    ],
    [{ sections: [...BASE.sections, { id: "s9", theme: "t1", title: "x" }] }, "section s9 added -:  → x"],
    [{ sections: BASE.sections.slice(1) }, "section s1-1 removed -: first section → "],
    [
      { divisions: BASE.divisions.map((one) => (one.id === "b" ? { ...one, name: "B" } : one)) },
      "division b reworded name: division b → B",
    ],
    [{ divisions: BASE.divisions.slice(0, 2) }, "division c removed -: division c → "],
    [
      { divisions: BASE.divisions.toReversed() },
      "plan - changed divisions: division a|division b|division c → division c|division b|division a",
    ],
  ])("reports %j", (more, expected) => {
    expect(told(BASE, { ...BASE, ...more })).toEqual([expected]);
  });

  it("reports a renamed division once, not in each of its tasks", () => {
    const renamed = BASE.divisions.map((one) => (one.id === "a" ? { ...one, name: "A" } : one));
    expect(told(BASE, { ...BASE, divisions: renamed })).toEqual(["division a reworded name: division a → A"]);
  });
});

describe("a task", () => {
  it.each<[Partial<Task>, string]>([
    [{ title: "x" }, "task 10 reworded title: title of 10 → x"],
    [{ section: "s1-2" }, "task 10 regrouped section: s1-1 → s1-2"],
    [{ divisions: ["a", "b"] }, "task 10 reassigned divisions: division a → division a|division b"],
    [{ districts: ["all"] }, "task 10 reassigned districts:  → all"],
    [{ objective: "o" }, "task 10 reworded objective:  → o"],
    [{ measures: ["m", "n"] }, "task 10 reworded measures:  → m|n"],
    [{ assessment: "x" }, "task 10 reworded assessment:  → x"],
    [{ remarks: "x" }, "task 10 reworded remarks:  → x"],
    [{ added: day("2017-05-01") }, "task 10 changed added:  → 2017-05-01"],
    [{ settled: [{ code: "W-YEAR", reason: "x" }] }, "task 10 changed settled:  → W-YEAR: x"],
  ])("reports %j", (more, expected) => {
    expect(told(BASE, withTask(more))).toEqual([expected]);
  });

  it("with a new lead lists names in their order", () => {
    const [before, after] = [withTask({ divisions: ["a", "b"] }), withTask({ divisions: ["b", "a"] })];
    expect(told(before, after)).toEqual([
      "task 10 reassigned divisions: division a|division b → division b|division a",
    ]);
  });

  it("that was added is reported with what it asks and of whom", () => {
    expect(told({ ...BASE, tasks: BASE.tasks.slice(1) }, BASE)).toEqual([
      "task 10 added -:  → title of 10",
      "task 10 added divisions:  → division a",
      "indicator 10/agencies added -:  → name of agencies",
      "milestone 10-1 added -:  → 2017-04-01..2017-06-30|text of 10-1",
      "milestone 10-2 added -:  → 2017-04-01..2017-06-30|2017-10-01..2017-12-31|text of 10-2@Q2",
    ]);
  });

  it("that was removed is reported once, without its parts", () => {
    const fewer = { ...BASE, tasks: BASE.tasks.slice(0, 1) };
    expect(told(BASE, fewer)).toEqual(["task 11 removed -: title of 11 → "]);
  });

  it("names a division that only the earlier plan has", () => {
    const without = { ...BASE, divisions: BASE.divisions.slice(0, 2) };
    expect(told(withTask({ divisions: ["a", "c"] }), without)).toEqual([
      "division c removed -: division c → ",
      "task 10 reassigned divisions: division a|division c → division a",
    ]);
  });

  it("that was removed may leave a milestone in another task", () => {
    const moved = plan([task("10", BASE.tasks[0]?.milestones ?? [], { indicators: [indicator("agencies")] })]);
    const after = {
      ...moved,
      tasks: moved.tasks.map((one) => ({
        ...one,
        milestones: [...one.milestones, milestone({ id: "11-1", task: "10" })],
      })),
    };
    expect(told(BASE, after)).toEqual(["milestone 11-1 regrouped task: 11 → 10", "task 11 removed -: title of 11 → "]);
  });
});

describe("an added task", () => {
  it("is reported with milestones taken over from another task", () => {
    const [one, two] = [milestone({ id: "10-1" }), milestone({ id: "10-2" })];
    const before = plan([task("10", [one, two])]);
    const after = plan([
      task("10", [two, milestone({ id: "10-3" })]),
      task("12", [{ ...one, task: "12" }, milestone({ id: "12-1" })]),
    ]);
    expect(told(before, after)).toEqual([
      "milestone 10-3 added -:  → 2017-04-01..2017-06-30|text of 10-3",
      "task 12 added -:  → title of 12",
      "task 12 added divisions:  → division a",
      "milestone 10-1 regrouped task: 10 → 12",
      "milestone 12-1 added -:  → 2017-04-01..2017-06-30|text of 12-1",
    ]);
  });
});

describe("a milestone", () => {
  const first = BASE.tasks[0]?.milestones ?? [];

  it("that repeats is one entry with all its windows", () => {
    const once = first.filter(({ id }) => id !== "10-2@Q4");
    expect(told(BASE, withTask({ milestones: once }))).toEqual([
      "milestone 10-2 moved when: 2017-04-01..2017-06-30|2017-10-01..2017-12-31 → 2017-04-01..2017-06-30",
    ]);
  });

  it("that begins to repeat, or is now named by months, is reported with its new ids", () => {
    const [once, list, months] = ["10-1", "10-1@Q2", "10-1@2017-04..2017-06"].map((id) =>
      plan([task("10", [milestone({ id, text: "x" })])]),
    );
    if (once === undefined || list === undefined || months === undefined) throw new Error("three plans");
    expect(told(once, list)).toEqual(["milestone 10-1 changed occurrences: 10-1 → 10-1@Q2"]);
    expect(told(list, months)).toEqual(["milestone 10-1 changed occurrences: 10-1@Q2 → 10-1@2017-04..2017-06"]);
    const next = plan([
      task("10", [milestone({ id: "10-1@2018-04..2018-06", text: "x", window: "2018-04-01..2018-06-30" })]),
    ]);
    expect(told(months, { ...next, year: 2018 })).toEqual(["plan - changed year: 2017 → 2018"]);
  });

  it("that is added with its task is reported with it", () => {
    const [one, other] = [
      milestone({ id: "10-1", added: "2017-05-01" }),
      milestone({ id: "10-1", added: "2017-06-01" }),
    ];
    const [may, june] = [day("2017-05-01"), day("2017-06-01")];
    expect(told(plan([task("10", [one], { added: may })]), plan([task("10", [other], { added: june })]))).toEqual([
      "task 10 changed added: 2017-05-01 → 2017-06-01",
    ]);
    expect(told(plan([task("10", [one], { added: may })]), plan([task("10", [other], { added: may })]))).toEqual([
      "milestone 10-1 changed added:  → 2017-06-01",
    ]);
  });

  it("is reported as moved, reworded, added later, new or removed", () => {
    const changed = milestone({
      id: "10-1",
      window: "2017-07-01..2017-09-30",
      text: "x",
      added: "2017-05-01",
      remarks: "r",
    });
    expect(told(BASE, withTask({ milestones: [changed, ...first.slice(1), milestone({ id: "10-3" })] }))).toEqual([
      "milestone 10-1 moved when: 2017-04-01..2017-06-30 → 2017-07-01..2017-09-30",
      "milestone 10-1 reworded text: text of 10-1 → x",
      "milestone 10-1 reworded remarks:  → r",
      "milestone 10-1 changed added:  → 2017-05-01",
      "milestone 10-3 added -:  → 2017-04-01..2017-06-30|text of 10-3",
    ]);
    expect(told(BASE, withTask({ milestones: first.slice(1) }))).toEqual([
      "milestone 10-1 removed -: 2017-04-01..2017-06-30|text of 10-1 → ",
    ]);
  });
});

describe("an indicator", () => {
  it("is reported by what changed in it", () => {
    const more: Partial<Indicator> = {
      ...{ name: "n", min: 12, max: 20, unit: "件", baseline: 3, stretch: true, remarks: "r" },
      basis: "flow",
      per: "quarter",
      due: day("2017-11-30"),
      from: ["objective"],
    };
    expect(told(BASE, withTask({ indicators: [indicator("agencies", more)] }))).toEqual([
      "indicator 10/agencies reworded name: name of agencies → n",
      "indicator 10/agencies retargeted min: 10 → 12",
      "indicator 10/agencies retargeted max:  → 20",
      "indicator 10/agencies retargeted unit: 家 → 件",
      "indicator 10/agencies retargeted basis: stock → flow",
      "indicator 10/agencies retargeted baseline:  → 3",
      "indicator 10/agencies retargeted stretch: false → true",
      "indicator 10/agencies retargeted per:  → quarter",
      "indicator 10/agencies moved due: 2017-12-31 → 2017-11-30",
      "indicator 10/agencies changed from:  → objective",
      "indicator 10/agencies reworded remarks:  → r",
    ]);
  });

  it("can be added and removed", () => {
    expect(told(BASE, withTask({ indicators: [indicator("other")] }))).toEqual([
      "indicator 10/other added -:  → name of other",
      "indicator 10/agencies removed -: name of agencies → ",
    ]);
  });
});

describe("a plan for another year", () => {
  it("is compared as if its days were that year's", () => {
    const next = plan(
      [
        task("10", [milestone({ id: "10-1", window: "2018-04-01..2018-06-30", added: "2018-05-01" })], {
          added: day("2018-02-01"),
          indicators: [indicator("agencies", { due: day("2018-12-31") })],
        }),
      ],
      { year: 2018 },
    );
    const now = plan([
      task("10", [milestone({ id: "10-1", added: "2017-05-01" })], {
        added: day("2017-02-01"),
        indicators: [indicator("agencies")],
      }),
    ]);
    expect(told(now, next)).toEqual(["plan - changed year: 2017 → 2018"]);
    expect(told(next, now)).toEqual(["plan - changed year: 2018 → 2017"]);
  });

  it("reports no day that is the same in both: written in full, it does not move with the year", () => {
    const days = { window: "2017-08-01..2017-08-31", added: "2017-05-01" };
    const stays = (year: number, quarter: string): Plan =>
      plan(
        [
          task("10", [milestone({ id: "10-1", ...days }), milestone({ id: "10-2", window: quarter })], {
            added: day("2017-02-01"),
            indicators: [indicator("agencies", { due: day("2017-06-30") })],
          }),
        ],
        { year },
      );
    // A quarter with a `due:`, in a plan whose year was mistyped.
    const [typo, mended] = [stays(2016, "2016-04-01..2017-05-31"), stays(2017, "2017-04-01..2017-05-31")];
    expect(told(typo, mended)).toEqual(["plan - changed year: 2016 → 2017"]);
    expect(told(mended, stays(2018, "2018-04-01..2018-06-30"))).toEqual([
      "plan - changed year: 2017 → 2018",
      "milestone 10-2 moved when: 2017-04-01..2017-05-31 → 2018-04-01..2018-06-30",
    ]);
  });

  it("reports a window of months that lost a year", () => {
    const window = (text: string, year: number): Plan =>
      plan([task("10", [milestone({ id: "10-1", window: text })])], { year });
    expect(told(window("2017-03-01..2018-03-31", 2017), window("2018-03-01..2018-03-31", 2018))).toEqual([
      "plan - changed year: 2017 → 2018",
      "milestone 10-1 moved when: 2017-03-01..2018-03-31 → 2018-03-01..2018-03-31",
    ]);
  });

  it("reports no change if one window of a repeating milestone stays and one moves", () => {
    const windows = (year: number, ...texts: readonly string[]): Plan =>
      plan(
        [
          task(
            "10",
            texts.map((window, at) => milestone({ id: `10-1@${at}`, window })),
          ),
        ],
        { year },
      );
    const now = windows(2017, "2017-04-01..2017-06-30", "2017-11-01..2017-11-30");
    expect(told(now, windows(2018, "2018-04-01..2018-06-30", "2017-11-01..2017-11-30"))).toEqual([
      "plan - changed year: 2017 → 2018",
    ]);
    expect(told(now, windows(2018, "2018-04-01..2018-06-30"))).toEqual([
      "plan - changed year: 2017 → 2018",
      "milestone 10-1 moved when: 2017-04-01..2017-06-30|2017-11-01..2017-11-30 → 2018-04-01..2018-06-30",
    ]);
  });

  it("reports the days as each plan has them", () => {
    const now = plan([
      task("10", [milestone({ id: "10-1", added: "2017-05-01" }), milestone({ id: "10-2" })], {
        added: day("2017-07-10"),
        indicators: [indicator("agencies")],
      }),
    ]);
    const due = day("2018-11-30");
    const moved = milestone({ id: "10-1", window: "2018-07-01..2018-09-30" });
    const next = plan([task("10", [moved], { indicators: [indicator("agencies", { due })] })], { year: 2018 });
    expect(told(now, next)).toEqual([
      "plan - changed year: 2017 → 2018",
      "task 10 changed added: 2017-07-10 → ",
      "indicator 10/agencies moved due: 2017-12-31 → 2018-11-30",
      "milestone 10-1 moved when: 2017-04-01..2017-06-30 → 2018-07-01..2018-09-30",
      "milestone 10-1 changed added: 2017-05-01 → ",
      "milestone 10-2 removed -: 2017-04-01..2017-06-30|text of 10-2 → ",
    ]);
  });
});
