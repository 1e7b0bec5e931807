/** A form that LibreOffice has opened, printed and saved can still be read and recorded. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeHome, removeHome, runIn } from "../reporters/run-main.ts";
import { fill, rowsOf, typedDay, typedShare } from "../sheets/fill.ts";
import { convert, pageSizes, pagesOf, toPictures } from "./machine.ts";

let home = "";

beforeAll(async () => {
  home = makeHome(47);
  await runIn(home, ["sheet", "-d", "专利代办处", "-q", "2", "--as-of", "2017-07-03", "-o", "form.xlsx"]);
});

afterAll(() => removeHome(home));

it("prints on A4 landscape, with the form's title on every page", () => {
  const pdf = convert(join(home, "form.xlsx"), "pdf", home);
  toPictures(pdf, "form");
  const sizes = pageSizes(pdf).map(({ width, height }) => `${Math.round(width)} × ${Math.round(height)}`);
  expect(new Set(sizes)).toEqual(new Set(["297 × 210"]));
  const pages = pagesOf(pdf);
  expect(pages).toHaveLength(4);
  for (const page of pages) expect(page).toContain("2017年知识产权工作计划二季度填报表（专利代办处）");
  expect(pages.join("")).not.toContain("###");
});

it("a filled form can be recorded after LibreOffice has saved it", async () => {
  const [milestones, indicators] = [
    await rowsOf(join(home, "form.xlsx"), "节点"),
    await rowsOf(join(home, "form.xlsx"), "指标"),
  ];
  await fill(join(home, "form.xlsx"), join(home, "filled.xlsx"), {
    [`节点!F${milestones.get("10-2@Q2")}`]: typedDay("2017-06-28", 'yyyy"年"m"月"d"日"'),
    [`节点!G${milestones.get("10-2@Q2")}`]: "局发〔2017〕33号\n会议纪要",
    [`节点!H${milestones.get("23-1")}`]: typedShare(0.95),
    [`指标!E${indicators.get("10/agencies")}`]: 12,
  });
  mkdirSync(join(home, "saved"));
  convert(join(home, "filled.xlsx"), "xlsx", join(home, "saved"));
  const { code, stdout, stderr } = await runIn(home, ["sheet", "--apply", "saved", "--format", "json"]);
  expect([code, stderr]).toEqual([0, ""]);
  expect((JSON.parse(stdout) as { records: unknown[] }).records).toMatchObject([
    { do: "done", ref: "10-2@Q2", on: "2017-06-28", evidence: [{ value: "局发〔2017〕33号" }, { value: "会议纪要" }] },
    { do: "progress", ref: "23-1", on: "2017-07-03", percent: 95 },
    { do: "reading", ref: "10/agencies", value: 12 },
  ]);
});

it("an unfilled form still records nothing after LibreOffice has saved it", async () => {
  mkdirSync(join(home, "untouched"));
  convert(join(home, "form.xlsx"), "xlsx", join(home, "untouched"));
  const { code, stdout } = await runIn(home, ["sheet", "--apply", "untouched", "--format", "json", "--dry-run"]);
  expect([code, (JSON.parse(stdout) as { records: unknown[] }).records]).toEqual([0, []]);
});
