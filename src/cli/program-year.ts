/** Commands that lay out the year: drawn to scale, and as a calendar. */
import type { Command } from "commander";
import type { HelpTexts } from "../i18n/zh/help.ts";
import type { ReadOptions } from "./commands/types.ts";
import { addCommand, addPlace, addQuestion } from "./flags.ts";
import type { Io } from "./io.ts";
import type { Finish } from "./program.ts";

export function addYearCommands(program: Command, texts: HelpTexts, io: Io, finish: Finish): void {
  addGantt(program, texts, io, finish);
  addCalendar(program, texts, io, finish);
}

function addGantt(program: Command, texts: HelpTexts, io: Io, finish: Finish): void {
  const examples = [
    "ipplan gantt",
    "ipplan gantt --division 专利管理处 --as-of 2017-07-03",
    "ipplan gantt -o 全年.svg",
  ];
  const command = addQuestion(addCommand(program, "gantt", texts.gantt, texts, examples), texts)
    .option("--format <format>", `${texts.format}: table, json, csv, md, svg`)
    .option("-o, --output <file>", texts.output);
  addPlace(command, texts).action(async (options: ReadOptions) => {
    finish(await (await import("./commands/gantt.ts")).gantt(options, io));
  });
}

function addCalendar(program: Command, texts: HelpTexts, io: Io, finish: Finish): void {
  const examples = ["ipplan calendar -o 时限.ics", "ipplan calendar --division 专利管理处 --quarter 3 -o q3.ics"];
  const command = addQuestion(addCommand(program, "calendar", texts.calendar, texts, examples), texts)
    .option("--format <format>", `${texts.format}: ics`)
    .option("-o, --output <file>", texts.output);
  addPlace(command, texts).action(async (options: ReadOptions) => {
    finish(await (await import("./commands/calendar.ts")).calendar(options, io));
  });
}
