import { describe, expect, it } from "vitest";
import {
  FILES,
  plan,
  planTask,
  SOURCE_TEXT,
  source,
  sourceTasks,
  tally,
  taskFiles,
  tasks,
  tasksOf,
} from "./documents.ts";
import { PERIODS, type SourceTask, type When } from "./read-source.ts";

const sourceLines = sourceTasks.flatMap(({ schedule }) => schedule);
const entries = tasks.flatMap(({ milestones }) => milestones);

/** The plan entry that a task of the source must have. */
function expected({ schedule, ...task }: SourceTask): object {
  const milestones = schedule.flatMap(milestonesOfLine);
  return {
    ...task,
    milestones: milestones.map((entry, index) => ({ id: `${task.id}-${index + 1}`, ...entry })),
  };
}

/** One entry per schedule line, except for the line of task 25 with two trips and a seminar. */
function milestonesOfLine({ when, text }: { when: When; text: string }): { when: When; text: string }[] {
  if (text.startsWith("每季度")) return [{ when: "every quarter", text }];
  const [trips = "", seminar] = text.split("，7-9月，");
  if (seminar === undefined) return [{ when, text }];
  return [
    { when: ["2017-08", "2017-11"], text: trips },
    { when: "2017-07..2017-09", text: seminar },
  ];
}

/** The quarters in which a `when` falls due, one per milestone that it stands for. */
function dueQuarters(when: When): string[] {
  if (when === "every quarter") return ["Q1", "Q2", "Q3", "Q4"];
  return [when].flat().map((span) => {
    const end = span.split("..").at(-1) ?? "";
    return end.startsWith("Q") ? end : `Q${Math.ceil(Number(end.split("-")[1]) / 3)}`;
  });
}

describe("the source document, as read by the tests", () => {
  it("is complete: 355 lines, 28,863 bytes, LF", () => {
    expect(SOURCE_TEXT.split("\n")).toHaveLength(355 + 1);
    expect(Buffer.byteLength(SOURCE_TEXT)).toBe(28_863);
    expect(SOURCE_TEXT).not.toContain("\r");
  });

  it("has 3 themes, 11 sections, 26 tasks in order, 88 measures and 74 schedule lines", () => {
    expect(source.themes).toHaveLength(3);
    expect(source.sections.map(({ theme }) => theme)).toEqual([1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3]);
    expect(sourceTasks.map(({ id }) => id)).toEqual(Array.from({ length: 26 }, (_, index) => index + 1));
    expect(sourceTasks.flatMap(({ measures }) => measures)).toHaveLength(88);
    expect(sourceLines).toHaveLength(74);
  });

  it("spells periods in 13 ways, each as often as a count by hand says", () => {
    const counts = [15, 8, 7, 12, 7, 6, 8, 1, 2, 3, 3, 1, 1];
    const byHand = Object.fromEntries(Object.keys(PERIODS).map((period, index) => [period, counts[index]]));
    expect(tally(sourceLines.map(({ period }) => period))).toEqual(byHand);
    const ends = sourceLines.map(({ when }) => dueQuarters(when).at(-1) ?? "");
    expect(tally(ends)).toEqual({ Q1: 15, Q2: 16, Q3: 13, Q4: 30 });
  });
});

describe("compared with the source document, the plan files", () => {
  it("have the same themes and sections, with titles character for character", () => {
    const themes = source.themes.map((title, index) => ({ id: `t${index + 1}`, title }));
    const numbers = ["1-1", "1-2", "1-3", "2-1", "2-2", "2-3", "2-4", "3-1", "3-2", "3-3", "3-4"];
    const sections = source.sections.map(({ theme, title }, index) => {
      return { id: `s${numbers[index]}`, theme: `t${theme}`, title };
    });
    expect(plan.themes).toEqual(themes);
    expect(plan.sections).toEqual(sections);
  });

  it("have the divisions and districts in the document's order, and 江北区, which is in no cell", () => {
    const names = (lists: string[][]): string[] => [...new Set(lists.flat())];
    const divisions = names(sourceTasks.map((task) => task.divisions));
    const districts = names(sourceTasks.map((task) => task.districts));
    expect(plan.divisions.map(({ name }) => name)).toEqual(divisions);
    const named = districts.filter((name) => name !== "all" && name !== "related");
    expect(plan.districts).toEqual([...named, "江北区"]);
    expect(plan.districts).toHaveLength(12);
  });

  it("have every task in its section, in order, and no others", () => {
    const ids = (list: { id: number }[]): number[] => list.map(({ id }) => id);
    const written = plan.sections.map(({ id }) => ids(tasksOf(id)));
    expect(written).toEqual(source.sections.map((section) => ids(section.tasks)));
    expect(taskFiles.flatMap((file) => file.tasks)).toHaveLength(26);
  });

  it.each(sourceTasks)("have task $id character for character: $title", (task) => {
    const { remarks: _remarks, indicators: _indicators, settled: _settled, ...written } = planTask(task.id);
    expect(written).toEqual(expected(task));
  });

  it("have 75 entries that stand for 80 milestones: 16, 18, 15 and 31 due in the four quarters", () => {
    expect(entries).toHaveLength(75);
    const dues = entries.flatMap(({ when }) => dueQuarters(when));
    expect(dues).toHaveLength(80);
    expect(tally(dues)).toEqual({ Q1: 16, Q2: 18, Q3: 15, Q4: 31 });
  });

  it("have 88 measures; 18 tasks have only 完成工作任务 as assessment; 19 tasks involve all districts", () => {
    expect(tasks.flatMap(({ measures }) => measures)).toHaveLength(88);
    expect(tasks.filter(({ assessment }) => assessment === "完成工作任务")).toHaveLength(18);
    expect(tasks.filter(({ districts }) => districts.includes("all"))).toHaveLength(19);
  });

  it("have the divisions lead 26 tasks and take part 36 times, as a count by hand says", () => {
    const names = ["规划发展处", "专利管理处", "法律事务处", "专利代办处", "保护协调处", "信息中心"];
    const byHand = (counts: number[]): object => Object.fromEntries(names.map((name, index) => [name, counts[index]]));
    expect(tally(tasks.map(({ divisions }) => divisions[0] ?? ""))).toEqual(byHand([7, 6, 5, 4, 3, 1]));
    expect(tally(tasks.flatMap(({ divisions }) => divisions))).toEqual(byHand([9, 7, 6, 6, 5, 3]));
  });

  it("name their schema in the first line", () => {
    for (const [name, text] of FILES) {
      const schema = name === "plan.yaml" ? "plan" : "tasks";
      const line = `# yaml-language-server: $schema=schemas/${schema}.schema.json`;
      expect(text.split("\n")[0], name).toBe(line);
    }
  });
});
