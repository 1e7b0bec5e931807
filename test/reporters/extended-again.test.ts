/** A milestone extended more than once shows how often, beside its original due day; one extended once does not. */
import readExcelFile from "read-excel-file/node";
import { expect, it } from "vitest";
import { foldJournal } from "../../src/core/journal/fold.ts";
import { viewReport } from "../../src/core/views/report.ts";
import { plainLook } from "../../src/reporters/look.ts";
import { type ReportFormat, renderReport } from "../../src/reporters/report/formats.ts";
import { renderScreen } from "../../src/reporters/terminal/screen.ts";
import { inquiry, milestone, plan, record, task } from "../support/builders.ts";
import { catalogueOf } from "../support/catalogues.ts";
import { viewShow } from "../../src/core/views/show.ts";

const CATALOGUE = catalogueOf("zh");
const JOURNAL = foldJournal([
  record("extend", "1-1", "2017-06-12", { to: "2017-08-31", reason: "等批复", approver: "局长" }),
  record("extend", "1-1", "2017-06-20", { to: "2017-10-31", reason: "仍等批复", approver: "局长办公会" }),
  record("extend", "1-2", "2017-06-15", { to: "2017-09-30", reason: "场地未完工", approver: "局长" }),
]);
const TASK = task("1", [milestone({ id: "1-1" }), milestone({ id: "1-2" })]);
const ASKED = inquiry(plan([TASK]), "2017-07-03", { journal: JOURNAL, quarters: null });

async function bulletin(format: ReportFormat): Promise<string | Uint8Array> {
  return renderReport(viewReport(ASKED), format, { catalogue: CATALOGUE, isForecast: false });
}

it("in Markdown: both days, and how often", async () => {
  const rows = String(await bulletin("md")).split("\n");
  expect(rows).toContain("| 1-1 | text of 1-1 | division a | 06-30 | 10-31 | 仍等批复（共延期 2 次） | 局长办公会 |");
  expect(rows).toContain("| 1-2 | text of 1-2 | division a | 06-30 | 09-30 | 场地未完工 | 局长 |");
});

it("in HTML", async () => {
  expect(String(await bulletin("html")).match(/.{4}（共延期.*?）/g)).toEqual(["仍等批复（共延期 2 次）"]);
});

it("in Word", async () => {
  const mammoth = await import("mammoth");
  const { value } = await mammoth.default.extractRawText({ buffer: Buffer.from(await bulletin("docx")) });
  expect(value.match(/.{4}（共延期.*?）/g)).toEqual(["仍等批复（共延期 2 次）"]);
});

it("in the workbook", async () => {
  const sheets = await readExcelFile(Buffer.from(await bulletin("xlsx")));
  const cells =
    sheets
      .find(({ sheet }) => sheet === "延期和取消")
      ?.data.flat()
      .map(String) ?? [];
  expect(cells.filter((cell) => cell.includes("共延期"))).toEqual(["蓝 进行中，还有 120 天（共延期 2 次）"]);
});

it("on a screen", async () => {
  const screen = await renderScreen(viewShow(ASKED, TASK, new Map()), { ...plainLook(CATALOGUE), width: 100 });
  expect(screen).toContain("原时限 06-30，延至 10-31（局长办公会批准，共延期 2 次）；仍等批复");
  expect(screen).toContain("原时限 06-30，延至 09-30（局长批准）；场地未完工");
});
