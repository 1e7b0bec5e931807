/** Defines the command `calendar`. */
import type { ReadOptions } from "./options.ts";
import { addCommand, addCommonFlags, addReadingFlags } from "./flags.ts";
import type { Target } from "./program.ts";

export function addCalendar({ program, texts, io, finish }: Target): void {
  const examples = ["ipplan calendar -o 时限.ics", "ipplan calendar --division 专利管理处 --quarter 3 -o q3.ics"];
  const command = addReadingFlags(addCommand(program, "calendar", texts.calendar, texts, examples), texts)
    .option("--format <format>", `${texts.format}ics`)
    .option("-o, --output <file>", texts.output);
  addCommonFlags(command, texts).action(async (options: ReadOptions) => {
    finish(await (await import("./commands/calendar.ts")).calendar(options, io));
  });
}
