/** Defines the commands that only read. */
import type { CheckOptions, DueOptions, LogOptions, OverdueOptions, ReadOptions, StatusOptions } from "./options.ts";
import { addCommand, addFindings, addGates, addOutput, addReadingFlags, collect } from "./flags.ts";
import type { Define, ReadName, Target } from "./program.ts";
import { CHASING_FORMATS, FORMATS, LISTING_FORMATS } from "./view-formats.ts";

function addCheck({ program, texts, io, finish }: Target): void {
  const check = addCommand(program, "check", texts.check, texts, [
    "ipplan check",
    "ipplan check --explain E-WHEN",
    "ipplan check --format github",
    "ipplan check -o problems.sarif",
  ])
    .option("--strict", texts.strict)
    .option("--explain <code>", texts.explain);
  addFindings(check, texts).action(async (options: CheckOptions) => {
    finish(await (await import("./commands/check.ts")).check(options, io));
  });
}

function addList({ program, texts, io, finish }: Target): void {
  const list = addCommand(program, "list", texts.list, texts, [
    "ipplan list",
    "ipplan list --quarter 2 --division 代办处",
    "ipplan list --state overdue",
    "ipplan list 军民",
  ]).argument("[text]", texts.argText);
  addOutput(addReadingFlags(list, texts), texts, LISTING_FORMATS).action(
    async (text: string | undefined, options: ReadOptions) => {
      finish(await (await import("./commands/list.ts")).list(text, options, io));
    },
  );
}

function addShow({ program, texts, io, finish }: Target): void {
  const examples = ["ipplan show 10", "ipplan show 10 --as-of 2017-07-03"];
  const show = addCommand(program, "show", texts.show, texts, examples).argument("<task>", texts.argTask);
  addOutput(show.option("--as-of <day>", texts.asOf).option("--as-known <day>", texts.asKnown), texts).action(
    async (id: string, options: ReadOptions) => {
      finish(await (await import("./commands/show.ts")).show(id, options, io));
    },
  );
}

function addStatus({ program, texts, io, finish }: Target): void {
  const status = addCommand(program, "status", texts.status, texts, [
    "ipplan status",
    "ipplan status --quarter 2 --since 6-15",
    "ipplan status --division 专利管理处 --as-of 2017-06-30",
    "ipplan status --group-by section",
    "ipplan status --quarter 2 --fail-on overdue,unproven",
  ])
    .option("--group-by <what>", texts.groupBy)
    .option("--since <day>", texts.changesSince);
  addOutput(addGates(addReadingFlags(status, texts), texts), texts).action(async (options: StatusOptions) => {
    finish(await (await import("./commands/status.ts")).status(options, io));
  });
}

function addOverdue({ program, texts, io, finish }: Target): void {
  const overdue = addCommand(program, "overdue", texts.overdue, texts, [
    "ipplan overdue",
    "ipplan overdue --as-of 2017-07-03",
    "ipplan overdue --silent 30",
    "ipplan overdue --format text",
    "ipplan overdue -o overdue.xlsx",
  ])
    .option("--silent <days>", texts.silent)
    .option("--group-by <what>", texts.groupBy);
  addOutput(addGates(addReadingFlags(overdue, texts), texts), texts, CHASING_FORMATS).action(
    async (options: OverdueOptions) => {
      finish(await (await import("./commands/overdue.ts")).overdue(options, io));
    },
  );
}

function addDue({ program, texts, io, finish }: Target): void {
  const due = addCommand(program, "due", texts.due, texts, ["ipplan due", "ipplan due --days 30", "ipplan due -q 3"])
    .option("--days <days>", texts.days)
    .option("--group-by <what>", texts.groupBy);
  addOutput(addReadingFlags(due, texts), texts).action(async (options: DueOptions) => {
    finish(await (await import("./commands/due.ts")).due(options, io));
  });
}

function addIndicators({ program, texts, io, finish }: Target): void {
  const examples = [
    "ipplan indicators",
    "ipplan indicators --division 规划 --as-of Q2",
    "ipplan indicators -o 指标.csv",
  ];
  const command = addCommand(program, "indicators", texts.indicators, texts, examples);
  addOutput(addReadingFlags(command, texts), texts).action(async (options: ReadOptions) => {
    finish(await (await import("./commands/indicators.ts")).indicators(options, io));
  });
}

function addGantt({ program, texts, io, finish }: Target): void {
  const examples = [
    "ipplan gantt",
    "ipplan gantt --division 专利管理处 --as-of 2017-07-03",
    "ipplan gantt -o 全年.svg",
  ];
  const command = addReadingFlags(addCommand(program, "gantt", texts.gantt, texts, examples), texts);
  addOutput(command, texts, [...FORMATS, "svg"]).action(async (options: ReadOptions) => {
    finish(await (await import("./commands/gantt.ts")).gantt(options, io));
  });
}

function addLog({ program, texts, io, finish }: Target): void {
  const examples = ["ipplan log", "ipplan log --since 2017-06-26", "ipplan log --task 10 --by 综合科"];
  const log = addCommand(program, "log", texts.log, texts, examples)
    .option("--since <day>", texts.since)
    .option("--until <day>", texts.until)
    .option("--by <name>", texts.recordedBy)
    .option("--kind <kind>", texts.kind, collect);
  addOutput(addReadingFlags(log, texts), texts, LISTING_FORMATS).action(async (options: LogOptions) => {
    finish(await (await import("./commands/log.ts")).log(options, io));
  });
}

export const READ_COMMANDS: Readonly<Record<ReadName, Define>> = {
  check: addCheck,
  list: addList,
  show: addShow,
  status: addStatus,
  overdue: addOverdue,
  due: addDue,
  indicators: addIndicators,
  gantt: addGantt,
  log: addLog,
};
