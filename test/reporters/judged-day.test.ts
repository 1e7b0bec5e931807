/** Views of a milestone extended after its original due day also give the day that it is judged by. */
import { describe, expect, it } from "vitest";
import { foldJournal } from "../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../src/core/journal/record.ts";
import { viewDue } from "../../src/core/views/due.ts";
import { viewGantt } from "../../src/core/views/gantt.ts";
import type { GanttRow } from "../../src/core/views/gantt-row.ts";
import { NO_GATES } from "../../src/core/gates.ts";
import type { Inquiry } from "../../src/core/views/envelope.ts";
import { viewReport } from "../../src/core/views/report.ts";
import { viewStatus } from "../../src/core/views/status.ts";
import { renderCsv } from "../../src/reporters/sheets/csv.ts";
import { plainLook } from "../../src/reporters/look.ts";
import { renderReport } from "../../src/reporters/report/formats.ts";
import { sheetsOf } from "../../src/reporters/sheets/sheets.ts";
import { renderScreen } from "../../src/reporters/terminal/screen.ts";
import { inquiry, milestone, plan, record, task } from "../support/builders.ts";
import { catalogueOf } from "../support/catalogues.ts";
import { parseCsv } from "./payloads.ts";
import type { ReadView } from "../../src/core/views/answer.ts";
import { viewList } from "../../src/core/views/list.ts";
import { viewOverdue } from "../../src/core/views/overdue.ts";

const CATALOGUE = catalogueOf("zh");
const LOOK = { ...plainLook(CATALOGUE), width: 118 };
const PLAN = plan([task("1", [milestone({ id: "1-1", window: "2017-04-01..2017-06-30" })])]);
/** The first extension is in time and moves both days; the second only moves the due day. */
const MOVED = [
  record("extend", "1-1", "2017-03-20", { to: "2017-08-15", approver: "局长" }),
  record("extend", "1-1", "2017-08-10", { to: "2017-10-31", approver: "局长" }),
];
/** 66 days after 15 August. */
const DONE = record("done", "1-1", "2017-10-20");
const WORDS = "原时限后延期，是否按时仍按 08-15 算";

function asked(asOf: string, records: readonly JournalRecord[] = MOVED): Inquiry {
  return inquiry(PLAN, asOf, { journal: foldJournal(records), quarters: null });
}

async function screen(view: Parameters<typeof renderScreen>[0]): Promise<string[]> {
  return (await renderScreen(view, LOOK)).split("\n");
}

/** The cells of the only row, by heading. */
function cellsOf(csv: string): Record<string, string> {
  const [head = [], ...rows] = parseCsv(csv.slice(1));
  expect(rows).toHaveLength(1);
  return Object.fromEntries(head.map((name, at) => [name, rows[0]?.[at] ?? ""]));
}

function listed(view: ReadView): Record<string, string> {
  return cellsOf(renderCsv(sheetsOf(view, CATALOGUE)[0]));
}

describe("a screen", () => {
  it("gives it for an overdue milestone", async () => {
    const lines = await screen(viewOverdue(asked("2017-11-20")));
    expect(lines.join("\n")).toContain(`原时限 06-30，延至 10-31（共延期 2 次，${WORDS}）`);
  });

  it("gives it for a milestone that is not overdue only because of its new day", async () => {
    const lines = await screen(viewOverdue(asked("2017-09-01")));
    // It takes more than a line.
    const words = `1-1 division a，原 06-30，延至 10-31（局长，共延期 2 次，${WORDS}）`;
    expect(lines.join("").replaceAll(" ", "")).toContain(`经批准延期1个，不计逾期：${words.replaceAll(" ", "")}`);
  });

  it("gives it for what a division has to finish next", async () => {
    const { filters } = asked("2017-09-01");
    const lines = await screen(viewStatus({ ...asked("2017-09-01"), filters: { ...filters, divisions: ["a"] } }));
    const at = lines.indexOf("时限在四季度的节点：待完成 1 个");
    expect(lines.slice(at + 1, at + 3).map((line) => line.trim())).toEqual(["10-31  1-1  text of 1-1", WORDS]);
  });
});

describe("the year by quarters", () => {
  /** The number of milestones in each quarter of the only row. */
  const cells = (rows: readonly GanttRow[]): number[] => (rows[0]?.quarters ?? []).map((own) => own.milestones.length);

  it("is drawn by due day, for all and for a division", () => {
    const { rows } = viewGantt(asked("2017-09-01"));
    expect(cells(rows)).toEqual([0, 0, 0, 1]);
    expect(rows[0]?.quarters[3]?.milestones[0]?.due).toBe("2017-10-31");
    const { filters } = asked("2017-09-01");
    const { tasks } = viewStatus({ ...asked("2017-09-01"), filters: { ...filters, divisions: ["a"] } });
    expect(cells(tasks.rows.items)).toEqual([0, 0, 0, 1]);
  });

  it("is counted by the day to judge by, and says so if that differs", async () => {
    const lines = async (records: readonly JournalRecord[]): Promise<string> =>
      (
        await screen(viewStatus(asked("2017-09-01", records), { groupBy: "quarter", since: null, gates: NO_GATES }))
      ).join("\n");
    const apart = await lines(MOVED);
    expect(apart).toMatch(/^考核时限  任务/m);
    expect(apart).toContain("节点列在考核时限所在的季度（原时限后才延期的不按新时限）");
    expect(apart).toMatch(/^三季度 +1 +1 /m);
    const alike = await lines(MOVED.slice(0, 1));
    expect(alike).toMatch(/^时限    任务/m);
    expect(alike).toContain("节点列在时限所在的季度，");
  });
});

describe("a list for spreadsheets", () => {
  it("has a column for it", () => {
    const days = { 时限: "2017-10-31", 考核时限: "2017-08-15" };
    const done = { ...days, 原时限: "2017-06-30", 完成日: "2017-10-20", 逾期完成天数: "66" };
    expect(listed(viewList(asked("2017-10-25", [...MOVED, DONE])))).toMatchObject(done);
    expect(listed(viewOverdue(asked("2017-11-20")))).toMatchObject({ ...days, 原时限: "2017-06-30" });
    expect(listed(viewDue(asked("2017-09-01"), null, "division"))).toMatchObject(days);
  });
});

describe("the bulletin", () => {
  const report = async (asOf: string, records: readonly JournalRecord[], format: "csv" | "md"): Promise<string> => {
    const content = await renderReport(viewReport(asked(asOf, records)), format, {
      catalogue: CATALOGUE,
      isForecast: false,
    });
    return typeof content === "string" ? content : "";
  };

  it("gives it in the annex, and in a column of its own in CSV", async () => {
    const csv = cellsOf(await report("2017-10-25", [...MOVED, DONE], "csv"));
    expect(csv).toMatchObject({ 时限: "2017-10-31", 考核时限: "2017-08-15" });
    expect(csv["进展"]).toBe(`黄 10-20 完成，逾期 66 天（待销号），${WORDS}`);
  });

  it("gives it for what is overdue and what comes next", async () => {
    const overdue = await report("2017-11-20", MOVED, "md");
    expect(overdue).toMatch(new RegExp(String.raw`\| 1-1 .*\| 10-31 \| 红 20 \| ${WORDS}；未报 \|`));
    // For the whole year, next is the quarter after the as-of day.
    const next = await report("2017-09-01", MOVED, "md");
    expect(next).toMatch(new RegExp(String.raw`\| 10-31 \| 1-1 .*，${WORDS} \|`));
  });
});
