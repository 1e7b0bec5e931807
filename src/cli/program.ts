/** Commands and flags. What a command does stands in commands/ and is loaded when it is called. */
import { Command } from "commander";
import type { Language } from "../i18n/catalogue.ts";
import { help as helpEn } from "../i18n/en/help.ts";
import { type HelpTexts, help as helpZh } from "../i18n/zh/help.ts";
import type {
  CheckOptions,
  CommonOptions,
  DueOptions,
  JournalOptions,
  LogOptions,
  OverdueOptions,
  ReadOptions,
  ReportOptions,
  StatusOptions,
} from "./commands/types.ts";
import { addCommand, addFilterFlags, addFindings, addOutput, addPlace, collect, speak } from "./flags.ts";
import type { Io, Outcome } from "./io.ts";
import { addMakingCommands } from "./program-make.ts";
import { addWriteCommands } from "./program-write.ts";
import { VERSION } from "./version.ts";

/** What a list can be printed as. */
const LISTING = "table, json, ndjson, csv, md";

export type Finish = (outcome: Outcome) => void;

/** The program, speaking the language; each command hands its outcome to `finish`. */
export function makeProgram(language: Language, io: Io, finish: Finish): Command {
  const texts = language === "zh" ? helpZh : helpEn;
  const program = new Command("ipplan");
  program.description(texts.program).version(VERSION, "-V, --version", texts.version);
  speak(program, texts);
  program.addHelpText("after", `\n${texts.moreHelp}`);
  addReadCommands(program, texts, io, finish);
  addReport(program, texts, io, finish);
  addLog(program, texts, io, finish);
  addJournal(program, texts, io, finish);
  addDiff(program, texts, io, finish);
  addMakingCommands(program, texts, io, finish);
  addWriteCommands({ program, texts, io, finish });
  return program;
}

function addCheck(program: Command, texts: HelpTexts, io: Io, finish: Finish): void {
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

function addReadCommands(program: Command, texts: HelpTexts, io: Io, finish: Finish): void {
  addCheck(program, texts, io, finish);
  const examples = {
    list: [
      "ipplan list",
      "ipplan list --quarter 2 --division 代办处",
      "ipplan list --state overdue",
      "ipplan list 军民",
    ],
    show: ["ipplan show 10", "ipplan show 10 --as-of 2017-07-03"],
    gantt: ["ipplan gantt", "ipplan gantt --division 专利管理处 --as-of 2017-07-03"],
    indicators: ["ipplan indicators", "ipplan indicators --division 规划 --as-of Q2", "ipplan indicators -o 指标.csv"],
  };
  const list = addCommand(program, "list", texts.list, texts, examples.list).argument("[text]", texts.argText);
  addOutput(addQuestion(list, texts), texts, LISTING).action(async (text: string | undefined, options: ReadOptions) => {
    finish(await (await import("./commands/read.ts")).list(text, options, io));
  });
  const show = addCommand(program, "show", texts.show, texts, examples.show).argument("<task>", texts.argTask);
  addOutput(show.option("--as-of <day>", texts.asOf).option("--as-known <day>", texts.asKnown), texts).action(
    async (id: string, options: ReadOptions) => {
      finish(await (await import("./commands/read.ts")).show(id, options, io));
    },
  );
  addStatus(program, texts, io, finish);
  for (const name of ["indicators", "gantt"] as const) {
    const command = addCommand(program, name, texts[name], texts, examples[name]);
    addOutput(addQuestion(command, texts), texts).action(async (options: ReadOptions) => {
      finish(await (await import("./commands/read.ts"))[name](options, io));
    });
  }
}

function addReport(program: Command, texts: HelpTexts, io: Io, finish: Finish): void {
  const command = addCommand(program, "report", texts.report, texts, [
    "ipplan report --quarter 2 -o 通报.docx -o 通报.html",
    "ipplan report --year --as-of 2017-12-31",
    "ipplan report -q 上季 -d 专利管理处 --format json",
    "ipplan report -q 2 --fail-on overdue -o report.html",
  ]);
  command
    .option("-q, --quarter <quarter>", texts.quarter)
    .option("--year", texts.wholeYear)
    .option("-d, --division <name>", texts.division, collect)
    .option("--as-of <day>", texts.reportAsOf)
    .option("--as-known <day>", texts.asKnown)
    .option("--format <format>", `${texts.format}: md, html, docx, csv, json`)
    .option("-o, --output <file>", texts.outputs, collect);
  addPlace(addGates(command, texts), texts).action(async (options: ReportOptions) => {
    finish(await (await import("./commands/report.ts")).report(options, io));
  });
}

function addStatus(program: Command, texts: HelpTexts, io: Io, finish: Finish): void {
  const status = addCommand(program, "status", texts.status, texts, [
    "ipplan status",
    "ipplan status --quarter 2 --since 6-15",
    "ipplan status --division 专利管理处 --as-of 2017-06-30",
    "ipplan status --group-by section",
    "ipplan status --quarter 2 --fail-on overdue,unproven",
  ])
    .option("--group-by <what>", texts.groupBy)
    .option("--since <day>", texts.changesSince);
  addOutput(addGates(addQuestion(status, texts), texts), texts).action(async (options: StatusOptions) => {
    finish(await (await import("./commands/read.ts")).status(options, io));
  });
  const overdue = addCommand(program, "overdue", texts.overdue, texts, [
    "ipplan overdue",
    "ipplan overdue --as-of 2017-07-03",
    "ipplan overdue --silent 30",
    "ipplan overdue -o overdue.csv",
  ])
    .option("--silent <days>", texts.silent)
    .option("--group-by <what>", texts.groupBy);
  addOutput(addGates(addQuestion(overdue, texts), texts), texts).action(async (options: OverdueOptions) => {
    finish(await (await import("./commands/read.ts")).overdue(options, io));
  });
  const due = addCommand(program, "due", texts.due, texts, ["ipplan due", "ipplan due --days 30", "ipplan due -q 3"])
    .option("--days <days>", texts.days)
    .option("--group-by <what>", texts.groupBy);
  addOutput(addQuestion(due, texts), texts).action(async (options: DueOptions) => {
    finish(await (await import("./commands/read.ts")).due(options, io));
  });
}

function addGates(command: Command, texts: HelpTexts): Command {
  return command.option("--fail-on <gates>", texts.failOn, collect);
}

/** What a report speaks of, and by whose knowledge. */
function addQuestion(command: Command, texts: HelpTexts): Command {
  return addFilterFlags(command, texts).option("--as-known <day>", texts.asKnown);
}

function addLog(program: Command, texts: HelpTexts, io: Io, finish: Finish): void {
  const examples = ["ipplan log", "ipplan log --since 2017-06-26", "ipplan log --task 10 --by 综合科"];
  const log = addCommand(program, "log", texts.log, texts, examples)
    .option("--since <day>", texts.since)
    .option("--until <day>", texts.until)
    .option("--by <name>", texts.by)
    .option("--kind <kind>", texts.kind, collect);
  addOutput(addQuestion(log, texts), texts, LISTING).action(async (options: LogOptions) => {
    finish(await (await import("./commands/read.ts")).log(options, io));
  });
}

function addJournal(program: Command, texts: HelpTexts, io: Io, finish: Finish): void {
  const journal = addCommand(program, "journal", texts.journalCommand, texts, ["ipplan journal verify --history"]);
  const verify = addCommand(journal, "verify", texts.verify, texts, ["ipplan journal verify --history --strict"])
    .option("--history", texts.history)
    .option("--strict", texts.strict);
  addFindings(verify, texts).action(async (options: JournalOptions) => {
    finish(await (await import("./commands/journal.ts")).verify(options, io));
  });
  const merge = addCommand(journal, "merge", texts.merge, texts, ["ipplan journal merge ../专利代办处/journal.jsonl"])
    .argument("<others...>", texts.argOthers)
    .option("-n, --dry-run", texts.dryRun);
  addPlace(merge, texts).action(async (others: string[], options: JournalOptions) => {
    finish(await (await import("./commands/journal.ts")).merge(others, options, io));
  });
  const repair = addCommand(journal, "repair", texts.repair, texts, ["ipplan journal repair --output healed.jsonl"]);
  addPlace(repair.option("-o, --output <file>", texts.output), texts).action(async (options: JournalOptions) => {
    finish(await (await import("./commands/journal.ts")).repair(options, io));
  });
}

function addDiff(program: Command, texts: HelpTexts, io: Io, finish: Finish): void {
  const examples = ["ipplan diff HEAD~1", "ipplan diff origin/main --format md", "ipplan diff 2017 2018"];
  const diff = addCommand(program, "diff", texts.diff, texts, examples)
    .argument("<before>", texts.argBefore)
    .argument("[after]", texts.argAfter);
  addOutput(diff, texts).action(async (before: string, after: string | undefined, options: CommonOptions) => {
    finish(await (await import("./commands/diff.ts")).diff(before, after, options, io));
  });
}
