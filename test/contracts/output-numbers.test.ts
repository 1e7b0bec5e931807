/** The numbers in the JSON outputs: the example's known figures and designed screens, and agreement between outputs. */
import { afterAll, describe, expect, it } from "vitest";
import type { Counts } from "../../src/core/counts.ts";
import type { ListedMilestone } from "../../src/core/views/milestone.ts";
import type { StatusView } from "../../src/core/views/status.ts";
import { EVENTFUL_PLAN, strangeLines } from "./eventful-office.ts";
import { type Outputs, expectOutput } from "./outputs.ts";
import { type Office, exampleLines, journalOf, makeOffice, removeOffices } from "./program.ts";
import { type Command, type JsonObject, recordFaults } from "./schemas.ts";

/** Offices with all 48 records, and with the 47 before the one that the designed `done` screen writes. */
const office = makeOffice();
const before = makeOffice({ journal: journalOf(exampleLines().slice(0, -1)) });

afterAll(removeOffices);

/** A row of known figures. */
interface Figures extends Pick<Counts, "milestones" | "done" | "active" | "overdue" | "upcoming" | "due" | "dueDone"> {
  readonly day: string;
  readonly filter: string;
  /** Whether the journal includes the last record. */
  readonly last: boolean;
  readonly late: number;
}

describe("status has the known figures", () => {
  it.each`
    day             | filter           | last     | milestones | done  | late | active | overdue | upcoming | due   | dueDone
    ${"2017-05-15"} | ${""}            | ${true}  | ${80}      | ${16} | ${2} | ${28}  | ${2}    | ${34}    | ${16} | ${14}
    ${"2017-05-15"} | ${"--quarter 2"} | ${true}  | ${30}      | ${2}  | ${0} | ${28}  | ${0}    | ${0}     | ${18} | ${2}
    ${"2017-07-03"} | ${""}            | ${false} | ${80}      | ${27} | ${3} | ${31}  | ${6}    | ${16}    | ${33} | ${27}
    ${"2017-07-03"} | ${"--quarter 2"} | ${false} | ${30}      | ${12} | ${0} | ${13}  | ${5}    | ${0}     | ${17} | ${12}
    ${"2017-07-03"} | ${""}            | ${true}  | ${80}      | ${28} | ${3} | ${31}  | ${5}    | ${16}    | ${33} | ${28}
    ${"2017-07-03"} | ${"--quarter 2"} | ${true}  | ${30}      | ${13} | ${0} | ${13}  | ${4}    | ${0}     | ${17} | ${13}
  `("on $day $filter, with the last record: $last", async (row: Figures) => {
    const { day, filter, last, late, ...figures } = row;
    const view = await ask(last ? office : before, "status", `--as-of ${day} ${filter}`);
    expect(view.totals).toEqual({ tasks: 26, ...figures, doneLate: late, cancelled: 0 });
  });
});

describe("status", () => {
  it("has the whole plan on 2017-05-15 as designed", async () => {
    const view = await ask(office, "status", "--as-of 2017-05-15");
    expect(view.rates).toEqual({
      completion: { numerator: 16, denominator: 80, percent: 20 },
      dueCompletion: { numerator: 14, denominator: 16, percent: 87.5 },
      onTime: { numerator: 12, denominator: 16, percent: 75 },
      quarterCompletion: null,
    });
    expect(view.pace).toEqual({ method: "month", percent: 37.4 });
    expect(view.lights.map(({ light, reason, milestones }) => `${light} ${reason} ${milestones}`)).toEqual([
      ...["green done 14", "yellow done-late 2", "blue on-track 28", "red overdue 2", "grey not-begun 34"],
    ]);
    expect([view.accepted, view.unproven]).toEqual([11, ["21-1"]]);
    expect(view.groups.map(groupLine)).toEqual([
      "专利管理处 6 21 3 6 1 11 3/4",
      "规划发展处 7 16 3 7 1 5 2/3",
      "法律事务处 5 17 4 6 0 7 4/4",
      "保护协调处 3 9 3 3 0 3 3/3",
      "专利代办处 4 14 2 5 0 7 1/1",
      "信息中心 1 3 1 1 0 1 1/1",
    ]);
    expect(view.overdue.map(delay)).toEqual(["12-1 45", "16-1 45"]);
    expect([view.period, view.arrears, view.tasks, view.comingDue]).toEqual([null, [], [], null]);
    expect(view.nextDue).toEqual({ day: "2017-06-30", daysLeft: 46, milestones: 18, done: 2 });
  });

  it("has the second quarter on 2017-05-15 as designed", async () => {
    const view = await ask(office, "status", "--quarter 2 --as-of 2017-05-15");
    expect([view.quarters, view.filters.quarters, view.pace.percent]).toEqual([[2], [2], 49.5]);
    expect(view.rates.quarterCompletion).toEqual({ numerator: 2, denominator: 18, percent: 11.1 });
    expect(view.rates.dueCompletion).toEqual({ numerator: 0, denominator: 0, percent: null });
    expect(view.rates.onTime).toEqual({ numerator: 0, denominator: 0, percent: null });
    expect(view.period).toMatchObject({
      start: "2017-04-01",
      end: "2017-06-30",
      dueLater: 12,
      dueLaterQuarters: [3, 4],
      dueAfterYear: 0,
    });
    expect(view.period).toMatchObject({ movedOut: [], openOverdue: 0 });
    expect(view.period?.openDue).toEqual({ first: "2017-06-30", last: "2017-06-30", daysLeft: 46 });
    expect(view.period?.open).toHaveLength(16);
    expect(view.groups.map(({ name, counts, open }) => [name, counts.due, counts.dueDone, ...open].join(" "))).toEqual([
      "专利管理处 3 0 1-1 19-2 25-1",
      "规划发展处 4 1 4-1 9-1 17-2",
      "法律事务处 3 0 13-2 14-2 26-1",
      "保护协调处 2 0 21-2 22-2",
      "专利代办处 6 1 10-1 10-2@Q2 10-3@Q2 23-1 24-1",
      "信息中心 0 0",
    ]);
    expect([view.overdue, view.arrears.map(delay)]).toEqual([[], ["12-1 45", "16-1 45"]]);
  });

  it("names what an extension moved out of the quarter, and the arrears from the quarter before", async () => {
    const view = await ask(office, "status", "--quarter 2");
    expect(view.period).toMatchObject({ movedOut: ["17-2"], openOverdue: 4, openDue: null });
    expect(view.rates.quarterCompletion).toEqual({ numerator: 13, denominator: 17, percent: 76.5 });
    expect(view.arrears.map(delay)).toEqual(["12-1 94"]);
  });

  it("has one division on 2017-07-03 as designed", async () => {
    const view = await ask(office, "status", "--division 专利管理处");
    expect([view.groupBy, view.groups.map(({ key }) => key)]).toEqual(["role", ["lead", "assist"]]);
    expect(view.groups.map(groupLine)).toEqual(["专利管理处 6 21 5 7 2 7 5/7", "专利管理处 1 2 1 1 0 0 1/1"]);
    expect(view.groups[0]?.rates.onTime).toEqual({ numerator: 4, denominator: 7, percent: 57.1 });
    expect(view.tasks.map(({ id, progress }) => `${id} ${progress.done}/${progress.milestones}`)).toEqual([
      ...["1 0/2", "5 1/4", "11 1/3", "12 0/3", "16 1/2", "19 2/4", "25 1/5"],
    ]);
    expect(view.overdue.map(delay)).toEqual(["12-1 94", "1-1 3"]);
    expect(view.comingDue).toMatchObject({ quarter: 3, year: 2017, done: 0 });
    expect(view.comingDue?.open.map(({ id, due }) => `${due} ${id}`)).toEqual([
      "2017-08-31 25-2@2017-08",
      ...["5-3", "11-2", "12-2", "19-3", "25-3"].map((id) => `2017-09-30 ${id}`),
    ]);
  });

  it.each([
    ["2016-12-31", 0],
    ["2017-03-31", 25],
    ["2017-11-30", 91.7],
    ["2017-12-31", 100],
    ["2018-02-01", 100],
  ])("has on %s a pace of %d percent", async (day, percent) => {
    const view = await ask(office, "status", `--as-of ${day}`);
    expect(view.pace.percent).toBe(percent);
  });

  it("is not clamped to the plan year", async () => {
    const [eve, after] = await Promise.all(
      ["2016-12-31", "2018-02-01"].map(async (day) => ask(office, "status", `--as-of ${day}`)),
    );
    expect([eve?.asOf, eve?.totals.upcoming, eve?.nextDue?.day]).toEqual(["2016-12-31", 80, "2017-03-31"]);
    expect([after?.asOf, after?.totals.overdue, after?.totals.done, after?.nextDue]).toEqual([
      "2018-02-01",
      52,
      28,
      null,
    ]);
  });

  it("counts leading and assisting if several divisions are given", async () => {
    const ids = ["zlglc", "ghfzc", "flswc", "bhxtc", "zldbc", "xxzx"];
    const view = await ask(office, "status", ids.map((id) => `--division ${id}`).join(" "));
    expect([view.role, view.totals.tasks]).toEqual(["any", 26]);
    expect(tasksOf(view)).toEqual([9, 7, 6, 6, 5, 3]);
    expect(tasksOf(await ask(office, "status"))).toEqual([7, 6, 5, 4, 3, 1]);
  });
});

describe("overdue", () => {
  it("has the list of 2017-07-03 without the last record as designed", async () => {
    const view = await ask(before, "overdue");
    expect(view.milestones.map(({ lead, ...rest }) => `${delay(rest)} ${lead} ${said(rest)}`)).toEqual([
      "12-1 94 专利管理处 2017-04-28 block 合作机构尚未落实",
      "1-1 3 专利管理处 2017-06-29 note 送市经信委会签",
      "10-2@Q2 3 专利代办处 -",
      "14-2 3 法律事务处 2017-06-30 progress 80 已检查32个区县",
      "22-2 3 保护协调处 2017-06-30 progress 60 办法已出台，导师待聘",
      "23-1 3 专利代办处 2017-06-30 progress 90 平台已试运行，待验收",
    ]);
    expect(view.extended.map(({ id, lead }) => `${id} ${lead}`)).toEqual(["17-2 规划发展处"]);
    expect(view.extended[0]).toMatchObject({
      originalDue: "2017-06-30",
      due: "2017-09-30",
      assessmentDue: "2017-09-30",
    });
    expect(view.extended[0]?.extension).toEqual({
      ...{ to: "2017-09-30", on: "2017-06-12", times: 1, reason: "场地装修未完工", approver: "局长办公会" },
      recordedLate: false,
    });
  });
});

describe("show", () => {
  it("has task 10 on 2017-07-03 as designed", async () => {
    const { task, ...view } = await ask(office, "show", "10");
    expect([view.themeNumber, view.sectionNumber, task.lead, task.districts]).toEqual([2, 1, "专利代办处", ["all"]]);
    expect([task.state, task.light, task.lightReason, task.progress]).toEqual([
      ...["active", "blue", "on-track", { done: 4, milestones: 7 }],
    ]);
    expect(
      task.milestones.map(({ id, light, completedOn, accepted }) => `${id} ${light} ${completedOn} ${accepted}`),
    ).toEqual([
      "10-1 green 2017-06-21 false",
      "10-2@Q2 green 2017-06-28 false",
      "10-2@Q4 grey null false",
      "10-3@Q1 green 2017-03-24 true",
      "10-3@Q2 green 2017-06-16 false",
      "10-3@Q3 blue null false",
      "10-3@Q4 grey null false",
    ]);
    expect(task.milestones.map(({ daysLeft }) => daysLeft)).toEqual([null, null, 181, null, null, 89, 181]);
    expect(task.indicators.map(({ name, min, max, unit, per, value }) => [name, min, max, unit, per, value])).toEqual([
      ["综合性专利代理机构", 10, 20, "家", null, null],
      ["业务能力提升培训", 2, 3, "期", "quarter", null],
    ]);
    expect(view.records.map(({ ref, do: kind }) => `${ref} ${kind}`)).toEqual([
      ...["10-2@Q2 done", "10-1 done", "10-3@Q2 done", "10-3@Q1 accept", "10-3@Q1 done"],
    ]);
  });
});

describe("a milestone", () => {
  it("has every fact of a completion", async () => {
    const { task } = await ask(office, "show", "10");
    expect(task.milestones[1]).toEqual({
      ...{ id: "10-2@Q2", entry: "10-2", task: "10", text: "完成好2017年度专利代理人资格考试工作。" },
      remarks: null,
      ...{
        start: "2017-04-01",
        due: "2017-06-30",
        originalDue: "2017-06-30",
        assessmentDue: "2017-06-30",
        quarters: [2],
      },
      ...{
        state: "done",
        light: "green",
        lightReason: "done",
        completedOn: "2017-06-28",
        recordedLate: true,
        late: false,
      },
      ...{
        daysLate: null,
        daysOverdue: null,
        daysLeft: null,
        dueSoon: false,
        progress: null,
        paceGap: null,
        blocked: false,
      },
      ...{
        extended: false,
        extension: null,
        cancellation: null,
        accepted: false,
        lastWord: null,
        ...{ problem: null, problemOn: null, nextStep: null, nextStepOn: null },
      },
      evidence: [{ kind: "doc", value: "局发〔2017〕33号" }],
    });
  });

  it("says why an open one is red", async () => {
    const { task } = await ask(office, "show", "12 --as-of 2017-05-15");
    expect(task.milestones[0]).toMatchObject({
      id: "12-1",
      state: "overdue",
      light: "red",
      daysOverdue: 45,
      blocked: true,
    });
    expect(task.milestones[0]?.lastWord).toEqual({
      ...{ do: "block", on: "2017-04-28", percent: null, text: "合作机构尚未落实" },
    });
  });

  it("overlaps every quarter up to its extended due day, and says how many days late it was done", async () => {
    const { tasks } = await ask(office, "list", "--task 17");
    const milestones = tasks.flatMap((task) => task.milestones);
    expect(milestones.find(({ id }) => id === "17-2")).toMatchObject({
      quarters: [2, 3],
      extended: true,
      daysLeft: 89,
    });
    expect(milestones.find(({ id }) => id === "17-1")).toMatchObject({ late: true, daysLate: 20, light: "yellow" });
  });
});

describe("log", () => {
  it("has the records since 2017-06-26 as designed", async () => {
    const view = await ask(office, "log", "--since 2017-06-26");
    expect([view.since, view.until, view.records.length, view.recordsInJournal]).toEqual([
      ...["2017-06-26", "2017-07-03", 13, 48],
    ]);
    const lines = view.records.map(({ recorded, id, ref, daysEarly }) =>
      [recorded.time, id.slice(0, 8), ref, daysEarly].join(" "),
    );
    expect(lines).toEqual([
      "09:12 4518f647 10-2@Q2 2",
      "17:25 de8900fe 23-1 ",
      "17:02 3c21e5a5 22-2 ",
      "16:18 b1bff957 14-2 ",
      "16:06 2eb0e0f2 26-1 0",
      "16:05 dbebbd7d 13-2 0",
      "15:40 88fff138 1-1 ",
      "10:26 3d8f01e7 4-1 1",
      "09:12 cb32a2f9 9-1 3",
      "09:10 1f36bc47 9-1 13",
      "16:23 cd2eaca0 21-2 4",
      "16:22 5c98f1f3 22-2 ",
      "16:20 372d22c6 22-2 4",
    ]);
    const dead = view.records.filter(({ live }) => !live);
    expect(
      dead.map(({ id, supersededBy, supersededByKind }) => [id, supersededBy, supersededByKind].map(short).join(" ")),
    ).toEqual(["1f36bc47 cb32a2f9 done", "372d22c6 5c98f1f3 revoke"]);
    expect(view.records.filter(({ isCorrection }) => isCorrection).map(({ id }) => short(id))).toEqual(["cb32a2f9"]);
    expect(view.records.filter(({ recordedLate }) => recordedLate).map(({ id }) => short(id))).toEqual(["4518f647"]);
  });

  it("gives each record's file and line", async () => {
    const { records } = await ask(office, "log");
    expect(records).toHaveLength(48);
    const lines = exampleLines();
    for (const { id, file, line } of records) {
      expect(file).toBe("journal.jsonl");
      expect(JSON.parse(lines[(line ?? 0) - 1] ?? "")).toMatchObject({ id });
    }
  });
});

describe("check", () => {
  it("finds nothing in the example", async () => {
    const view = await ask(office, "check");
    expect(view).toMatchObject({ ok: true, problems: [], errors: 0, warnings: 0, files: 12, records: 48, asOf: null });
    expect(view.plan).toEqual({ title: "2017年知识产权工作计划", year: 2017, timezone: "Asia/Shanghai" });
  });

  it("has the two designed errors at their positions, and no other command gives a result", async () => {
    const broken = makeOffice();
    broken.write("plan/2-1.yaml", broken.read("plan/2-1.yaml").replace("title: 大力", "title： 大力"));
    broken.write("plan/3-3.yaml", broken.read("plan/3-3.yaml").replace("[专利代办处]", "[专利代办出]"));
    const answer = await broken.run(["check", "--format", "json"]);
    const view = expectOutput("check", answer);
    expect([answer.code, view.ok, view.errors, view.plan]).toEqual([1, false, 2, null]);
    const places = view.problems.map(({ code, file, line, column }) => {
      const text = broken.read(file ?? "").split("\n")[(line ?? 0) - 1] ?? "";
      return `${file} ${code} ${text.slice((column ?? 0) - 1).slice(0, 6)}`;
    });
    expect(places).toEqual(["plan/2-1.yaml E-FULLWIDTH ： 大力提升", "plan/3-3.yaml E-DIVISION 专利代办出]"]);
    expect(await broken.run(["status", "--format", "json"])).toMatchObject({ code: 3, stdout: "" });
  });

  it("counts a damaged line as an error that stops no other command", async () => {
    const lines = exampleLines().map((line, index) => (index === 20 ? line.replace("2017", "2018") : line));
    const damaged = makeOffice({ journal: journalOf(lines) });
    const answer = await damaged.run(["check", "--format", "json"]);
    const view = expectOutput("check", answer);
    expect([answer.code, view.ok, view.errors, view.records, view.journalDamaged]).toEqual([1, false, 1, 47, 1]);
    expect(view.problems[0]).toMatchObject({ code: "E-JOURNAL-LINE", file: "journal.jsonl", line: 21, column: 1 });
    expect((await ask(damaged, "log")).recordsInJournal).toBe(47);
  });

  it("is ok with warnings only", async () => {
    const strange = makeOffice();
    strange.append("journal.jsonl", journalOf(strangeLines()));
    const view = await ask(strange, "check");
    expect([view.ok, view.errors, view.warnings]).toEqual([true, 0, view.problems.length]);
    expect(view.problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["W-JOURNAL-REF", "W-JOURNAL-UNKNOWN"]),
    );
  });

  it("reports a plan folder without a head with no position", async () => {
    const headless = makeOffice({ plan: { "tasks.yaml": EVENTFUL_PLAN["tasks.yaml"] ?? "" } });
    const answer = await headless.run(["check", "--format", "json"]);
    const view = expectOutput("check", answer);
    expect([answer.code, view.ok, view.plan, view.files]).toEqual([1, false, null, 1]);
    expect(view.problems[0]).toMatchObject({ code: "E-NO-HEAD", file: null, line: null, endColumn: null });
  });
});

describe("writes", () => {
  const drawn = [
    "done",
    "10-2@Q2",
    "--on",
    "2017-06-28",
    "--evidence",
    "doc:局发〔2017〕33号",
    "--note",
    "二季度报名组织工作已完成",
  ];

  it("have the completion of 10-2@Q2 as designed, and append exactly that record to the journal", async () => {
    const own = makeOffice({ journal: before.read("journal.jsonl") });
    const answer = await own.run([...drawn, "--format", "json"]);
    const view = expectOutput("done", answer);
    expect(view.records.map(({ id }) => id)).toEqual(["4518f647e49fcb3e6860ca8c1e121274"]);
    expect(view.recorded).toEqual({ day: "2017-07-03", time: "09:12" });
    expect(view.effects).toHaveLength(1);
    expect(view.effects[0]).toMatchObject({ id: "10-2@Q2", task: "10", stateBefore: "overdue", state: "done" });
    expect(view.effects[0]).toMatchObject({ daysEarly: 2, recordedLate: true, doneBefore: 3, done: 4, of: 7 });
    const quarter = { quarter: 2, dueBefore: 17, due: 17, doneBefore: 12, done: 13, movedOut: ["17-2"] };
    expect(view.quarterEffects).toEqual([quarter]);
    expect(view.acceptance).toEqual({ acceptedBefore: 11, accepted: 11, waiting: 17 });
    expect([view.overdueBefore, view.overdue]).toEqual([6, ["12-1", "1-1", "14-2", "22-2", "23-1"]]);
    expect(own.read("journal.jsonl")).toBe(office.read("journal.jsonl"));
    expect(view.records[0]).toMatchObject(JSON.parse(exampleLines().at(-1) ?? ""));
  });

  it("give the same answer in a dry run, and write nothing", async () => {
    const [own, other] = [makeOffice(), makeOffice()];
    const dry = await ask(own, "done", "23-1 --on 2017-07-01 --dry-run");
    const wet = await ask(other, "done", "23-1 --on 2017-07-01");
    expect(dry).toEqual({ ...wet, dryRun: true, records: wet.records.map((record) => ({ ...record, file: null })) });
    expect(wet.dryRun).toBe(false);
    expect(own.read("journal.jsonl")).toBe(office.read("journal.jsonl"));
    expect(other.read("journal.jsonl")).not.toBe(office.read("journal.jsonl"));
  });

  it("write nothing if the journal has the same facts already", async () => {
    const own = makeOffice();
    const same = await ask(own, "done", "10-1 --on 2017-06-21 --evidence doc:局发〔2017〕30号");
    expect([same.unchanged, same.records, same.effects, same.recorded]).toEqual([["10-1"], [], [], null]);
    const undone = await ask(own, "undo", "372d22c6");
    expect([undone.unchanged, undone.records]).toEqual([["372d22c6b6ccfd6288223f47780af6dd"], []]);
    expect(own.read("journal.jsonl")).toBe(office.read("journal.jsonl"));
  });

  it("name the records that they correct or revoke", async () => {
    const own = makeOffice();
    const done = await ask(own, "done", "10-1 --on 2017-06-20");
    expect(done.targets.map(({ on }) => on)).toEqual(["2017-06-21"]);
    expect(done.records[0]?.of).toEqual(done.targets.map(({ id }) => id));
    expect(done.effects[0]).toMatchObject({ completedOn: "2017-06-20", stateBefore: "done", doneBefore: 4, done: 4 });
    const undo = await ask(own, "undo");
    expect(undo.targets.map(({ id }) => id)).toEqual(done.records.map(({ id }) => id));
    expect(undo.effects[0]).toMatchObject({ completedOn: "2017-06-21", daysEarly: 9 });
  });

  it("write records that match the journal's schema, in the order of the lines", async () => {
    const own = makeOffice();
    const done = await ask(own, "done", "14-2、22-2 23-1 --on 2017-07-01 --from 代办处 --note 补报");
    const undo = await ask(own, "undo", `${done.records.map(({ id }) => id).join(",")} --note 录错`);
    const records = [...done.records, ...undo.records];
    expect(records).toHaveLength(6);
    const lines = own.read("journal.jsonl").trimEnd().split("\n").slice(-6);
    const written = lines.map((line) => JSON.parse(line) as JsonObject);
    expect(written.flatMap(recordFaults)).toEqual([]);
    expect(records).toMatchObject(written);
    expect([done.overdue.length, undo.overdueBefore, undo.overdue.length]).toEqual([2, 2, 5]);
  });
});

describe("outputs agree", () => {
  const filters = [
    ...[
      "",
      "--quarter 1",
      "--quarter 2",
      "-q 2..3",
      "--month 6",
      "--month 12",
      "-d 专利管理处",
      "-d 信息中心 --role assist",
    ],
    ...[
      "--district 江北区",
      "--district related",
      "--theme t3",
      "--section s2-1",
      "--task 10",
      "--state overdue",
      "--state late",
    ],
  ];

  it.each(filters)("list, status and overdue, with the filter '%s'", async (filter) => {
    const [list, status, overdue] = await Promise.all([
      ask(office, "list", filter),
      ask(office, "status", filter),
      ask(office, "overdue", filter),
    ]);
    const milestones = list.tasks.flatMap((task) => task.milestones);
    const inState = (state: string): number => milestones.filter((milestone) => milestone.state === state).length;
    const { tasks, milestones: all, done, active, upcoming } = status.totals;
    expect([tasks, all]).toEqual([list.tasks.length, milestones.length]);
    expect([done, active, upcoming]).toEqual([inState("done"), inState("active"), inState("upcoming")]);
    expect(status.overdue).toEqual(overdue.milestones);
    expect(overdue.milestones).toHaveLength(inState("overdue"));
    expect(sum(status.lights.map((count) => count.milestones))).toBe(all);
    if (status.groupBy === "role" || status.role === "lead") expect(total(status)).toEqual(status.totals);
    expect([list.filters, overdue.filters]).toEqual([status.filters, status.filters]);
  });

  it("status with and without a quarter: whatever is overdue is shown or in arrears", async () => {
    const all = await ask(office, "status", "--as-of 2018-02-01");
    const last = await ask(office, "status", "--as-of 2018-02-01 -q 4");
    expect([all.arrears, last.overdue.length, last.arrears.length]).toEqual([[], 31, 21]);
    const ids = [...last.overdue, ...last.arrears].map(({ id }) => id);
    expect(ids.sort()).toEqual(all.overdue.map(({ id }) => id).sort());
  });

  it("show and list, for a task", async () => {
    const show = await ask(office, "show", "25");
    const list = await ask(office, "list", "--task 25");
    expect(list.tasks).toEqual([show.task]);
    expect([list.tasksInPlan, list.filters.tasks]).toEqual([26, ["25"]]);
  });

  it("status, with a missing journal and with an empty one", async () => {
    const offices = [null, ""].map((journal) => makeOffice({ journal }));
    const views = await Promise.all(offices.map(async (own) => ask(own, "status")));
    expect(views[0]).toEqual(views[1]);
    expect(views[0]?.totals).toMatchObject({ milestones: 80, done: 0, overdue: 34, due: 34, dueDone: 0 });
  });

  it("status, in a file and on standard output", async () => {
    const own = makeOffice();
    const { stdout } = await own.run(["status", "--format", "json"]);
    expect(await own.run(["status", "-o", "status.json"])).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(own.read("status.json")).toBe(stdout);
  });

  it("after all of these, the journals are unchanged", () => {
    expect(office.read("journal.jsonl")).toBe(journalOf(exampleLines()));
    expect(before.read("journal.jsonl")).toBe(journalOf(exampleLines().slice(0, -1)));
  });
});

describe("text typed into a filter", () => {
  it("comes back unchanged, with its line separators escaped", async () => {
    const text = 'a\u2028b\u2029"\\';
    const answer = await office.run(["list", text, "--format", "json"]);
    expect(answer.stdout).toContain("a\\u2028b\\u2029");
    const view = expectOutput("list", answer);
    expect([view.filters.text, view.tasks]).toEqual([text, []]);
  });
});

/** The answer of a command that must succeed, checked against its schemas. */
async function ask<Asked extends Command>(of: Office, command: Asked, rest = ""): Promise<Outputs[Asked]> {
  const words = rest.split(" ").filter((word) => word !== "");
  const answer = await of.run([command, ...words, "--format", "json"]);
  expect(answer, answer.stderr).toMatchObject({ code: 0 });
  return expectOutput(command, answer);
}

/** `name tasks milestones done active overdue upcoming due-completion`, in the column order of the designed tables. */
function groupLine({ name, counts, rates }: StatusView["groups"][number]): string {
  const { tasks, milestones, done, active, overdue, upcoming } = counts;
  const { numerator, denominator } = rates.dueCompletion;
  return [name, tasks, milestones, done, active, overdue, upcoming, `${numerator}/${denominator}`].join(" ");
}

function delay({ id, daysOverdue }: Pick<ListedMilestone, "id" | "daysOverdue">): string {
  return `${id} ${daysOverdue}`;
}

function said({ lastWord }: Pick<ListedMilestone, "lastWord">): string {
  if (lastWord === null) return "-";
  const { on, do: kind, percent, text } = lastWord;
  return [on, kind, ...(percent === null ? [] : [percent]), text].join(" ");
}

function short(id: string | null): string | undefined {
  return id?.slice(0, 8);
}

function tasksOf({ groups }: Pick<StatusView, "groups">): number[] {
  return groups.map(({ counts }) => counts.tasks).sort((a, b) => b - a);
}

/** The sum of the groups' counts. */
function total({ groups }: Pick<StatusView, "groups">): Counts {
  const keys = Object.keys(groups[0]?.counts ?? {}) as (keyof Counts)[];
  return Object.fromEntries(
    keys.map((key) => [key, sum(groups.map(({ counts }) => counts[key]))]),
  ) as unknown as Counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
