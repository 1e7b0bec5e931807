/** Defines the command `sheet`. */
import type { SheetOptions } from "./options.ts";
import { addCommand, addCommonFlags, collect } from "./flags.ts";
import type { Target } from "./program.ts";

export function addSheet({ program, texts, io, finish }: Target): void {
  const command = addCommand(program, "sheet", texts.sheet, texts, [
    "ipplan sheet --division 专利代办处 -o 填报表.xlsx",
    "ipplan sheet --all --quarter 2 --output 填报表",
    "ipplan sheet --all --month 本月 --output 月填报表",
    "ipplan sheet --apply 收回的表 --dry-run",
    "ipplan sheet --apply 收回的表 --by 综合科",
  ])
    .option("-d, --division <name>", texts.sheetDivision, collect)
    .option("--all", texts.sheetAll)
    .option("-q, --quarter <quarter>", texts.sheetQuarter)
    .option("--month <month>", texts.sheetMonth)
    .option("--as-of <day>", texts.asOf)
    .option("-o, --output <path>", texts.sheetOutput)
    .option("--format <format>", `${texts.format}xlsx, md; --apply: table, json`)
    .option("--apply <path>", texts.sheetApply)
    .option("--by <name>", texts.by)
    .option("-n, --dry-run", texts.withApply + texts.dryRun)
    .option("--quiet", texts.withApply + texts.quiet);
  addCommonFlags(command, texts).action(async (options: SheetOptions) => {
    finish(await (await import("./commands/sheet.ts")).sheet(options, io));
  });
}
