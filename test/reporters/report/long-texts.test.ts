/** Long texts get wide columns, and their rows may be broken across pages, in Word and in print; other rows are not. */
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import { viewReport } from "../../../src/core/views/report.ts";
import { renderReport } from "../../../src/reporters/report/formats.ts";
import { catalogueOf } from "../../support/catalogues.ts";
import { inquiry, milestone, plan, record, task } from "../../support/builders.ts";

const PROBLEM = "没有经费，".repeat(120);
const WINDOW = "2017-04-01..2017-05-31";
const PLAN = plan([task("1", [milestone({ id: "1-1", window: WINDOW }), milestone({ id: "1-2", window: WINDOW })])]);
const RECORDS = [
  record("note", "1-1", "2017-06-06", { problem: PROBLEM }),
  record("note", "1-2", "2017-06-06", { problem: "没有人手", next: "2017-07-10前报送，编号 2017-07-1034" }),
];
const VIEW = viewReport(inquiry(PLAN, "2017-06-30", { journal: foldJournal(RECORDS), quarters: [2] }));
const REQUEST = { catalogue: catalogueOf("zh"), isForecast: false };

it("break their rows in Word, which begin at the top of the cells", async () => {
  const bytes = new Uint8Array(Buffer.from(await renderReport(VIEW, "docx", REQUEST)));
  const word = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
  const rows = [...word.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
  const tall = rows.filter((row) => row.includes(PROBLEM));
  // In the table of overdue milestones, and in the annex.
  expect(tall).toHaveLength(2);
  expect(rows.filter((row) => !row.includes("<w:cantSplit/>"))).toEqual(tall);
  for (const row of rows) expect(row.includes('<w:vAlign w:val="top"/>')).toBe(tall.includes(row));
});

it("break their rows in print", async () => {
  const page = String(await renderReport(VIEW, "html", REQUEST));
  const rows = [...page.matchAll(/<tr[^>]*>.*?<\/tr>/gs)].map(([row]) => row);
  const tall = rows.filter((row) => row.includes(PROBLEM));
  expect(tall).toHaveLength(2);
  expect(rows.filter((row) => row.includes('class="tall"'))).toEqual(tall);
  expect(page).toMatch(/@media print\{[^]*tr\.tall\{break-inside:auto\}/);
});

it("get wide columns on the page, and ids narrow ones", async () => {
  const page = String(await renderReport(VIEW, "html", REQUEST));
  const table = /<caption>逾期的节点.*?<\/table>/s.exec(page)?.[0] ?? "";
  const widths = [...table.matchAll(/<col width="([\d.]+)%">/g)].map(([, percent]) => Number(percent));
  // Number, text, lead, due, days overdue, situation, problem, next step.
  expect(widths).toHaveLength(8);
  expect(widths[6]).toBe(Math.max(...widths));
  expect(widths[6]).toBeGreaterThan(25);
  expect(widths[0]).toBeLessThan(8);
  // A page has about 58 ems across. The mark of a light (an em) stands before `红 30`, which needs two and a half.
  expect(((widths[4] ?? 0) / 100) * 58).toBeGreaterThan(3.5 + 1.1);
});

it("keep their days whole on the page, without another character", async () => {
  const page = String(await renderReport(VIEW, "html", REQUEST));
  const whole = '<span class="never">2017-07-10</span>前报送，编号 2017-07-1034';
  // In a single element, since on narrow screens each one in the cell would be a column.
  expect(page.split(`"><span>${whole}</span></td>`)).toHaveLength(3);
  expect(page).toContain(".never{white-space:nowrap}");
  // A box could not be broken across printed pages.
  expect(page).toContain(".tall .piece{display:inline}");
  // A cell that holds nothing but a day is not broken anyway.
  expect(page).toMatch(/<td[^>]* class="center never" data-label="时限"[^>]*>05-31<\/td>/);
});
