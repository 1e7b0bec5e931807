/** Defines the command `report`. */
import type { ReportOptions } from "./options.ts";
import { addCommand, addCommonFlags, addGates, collect } from "./flags.ts";
import type { Target } from "./program.ts";

export function addReport({ program, texts, io, finish }: Target): void {
  const command = addCommand(program, "report", texts.report, texts, [
    "ipplan report --quarter 2 -o 通报.docx -o 通报.html",
    "ipplan report --quarter 1..2 -o 半年通报.docx",
    "ipplan report --month 上月 -o 月通报.docx",
    "ipplan report --year --as-of 2017-12-31",
    "ipplan report -q 上季 -d 专利管理处 --format json",
    "ipplan report --quarter 2 --district 北碚区 -o 北碚区.docx",
    "ipplan report -q 2 --fail-on overdue -o report.html -o report.xml",
    "ipplan report -q 2 --format github",
  ]);
  command
    .option("-q, --quarter <quarter>", texts.quarter)
    .option("--month <month>", texts.month)
    .option("--year", texts.wholeYear)
    .option("-d, --division <name>", texts.division, collect)
    .option("--district <name>", texts.district, collect)
    .option("--theme <theme>", texts.theme, collect)
    .option("--section <section>", texts.section, collect)
    .option("--as-of <day>", texts.reportAsOf)
    .option("--as-known <day>", texts.asKnown)
    .option("--format <format>", `${texts.format}md, html, docx, xlsx, csv, json, junit, github`)
    .option("-o, --output <file>", texts.outputs, collect);
  addCommonFlags(addGates(command, texts), texts).action(async (options: ReportOptions) => {
    finish(await (await import("./commands/report.ts")).report(options, io));
  });
}
