/** Commands and flags. What a command does stands in commands/ and is loaded when it is called. */
import { Command } from "commander";
import type { Language } from "../i18n/catalogue.ts";
import { help as helpEn } from "../i18n/en/help.ts";
import { type HelpTexts, help as helpZh } from "../i18n/zh/help.ts";
import type { LogOptions, ReadOptions, WriteOptions } from "./commands/types.ts";
import type { Io, Outcome } from "./io.ts";

declare const __IPPLAN_VERSION__: string;

type Finish = (outcome: Outcome) => void;

/** The program, speaking the language; each command hands its outcome to `finish`. */
export function makeProgram(language: Language, io: Io, finish: Finish): Command {
  const texts = language === "zh" ? helpZh : helpEn;
  const program = new Command("ipplan");
  program.description(texts.program).version(__IPPLAN_VERSION__, "-V, --version", texts.version);
  speak(program, texts);
  program.addHelpText("after", `\n${texts.moreHelp}`);
  addReadCommands(program, texts, io, finish);
  addLog(program, texts, io, finish);
  addDone(program, texts, io, finish);
  addUndo(program, texts, io, finish);
  return program;
}

function addReadCommands(program: Command, texts: HelpTexts, io: Io, finish: Finish): void {
  const check = addCommand(program, "check", texts.check, texts, ["ipplan check", "ipplan check --format json"]);
  addOutput(check, texts).action(async (options: ReadOptions) => {
    finish(await (await import("./commands/check.ts")).check(options, io));
  });
  const examples = {
    list: ["ipplan list", "ipplan list --quarter 2 --division 代办处", "ipplan list --state overdue", "ipplan list 军民"],
    show: ["ipplan show 10", "ipplan show 10 --as-of 2017-07-03"],
    status: ["ipplan status", "ipplan status --quarter 2", "ipplan status --division 专利管理处 --as-of 2017-06-30"],
    overdue: ["ipplan overdue", "ipplan overdue --as-of 2017-07-03", "ipplan overdue -o overdue.csv"],
  };
  const list = addCommand(program, "list", texts.list, texts, examples.list).argument("[text]", texts.argText);
  addFilters(list, texts).action(async (text: string | undefined, options: ReadOptions) => {
    finish(await (await import("./commands/read.ts")).list(text, options, io));
  });
  const show = addCommand(program, "show", texts.show, texts, examples.show).argument("<task>", texts.argTask);
  addOutput(show.option("--as-of <day>", texts.asOf), texts).action(async (id: string, options: ReadOptions) => {
    finish(await (await import("./commands/read.ts")).show(id, options, io));
  });
  for (const name of ["status", "overdue"] as const) {
    const command = addCommand(program, name, texts[name], texts, examples[name]);
    addFilters(command, texts).action(async (options: ReadOptions) => {
      finish(await (await import("./commands/read.ts"))[name](options, io));
    });
  }
}

function addLog(program: Command, texts: HelpTexts, io: Io, finish: Finish): void {
  const examples = ["ipplan log", "ipplan log --since 2017-06-26", "ipplan log --task 10 --by 综合科"];
  const log = addCommand(program, "log", texts.log, texts, examples)
    .option("--since <day>", texts.since)
    .option("--until <day>", texts.until)
    .option("--by <name>", texts.by)
    .option("--kind <kind>", texts.kind, collect);
  addFilters(log, texts).action(async (options: LogOptions) => {
    finish(await (await import("./commands/read.ts")).log(options, io));
  });
}

function addDone(program: Command, texts: HelpTexts, io: Io, finish: Finish): void {
  const examples = [
    "ipplan done 10-1 --on 2017-06-21 --evidence doc:局发〔2017〕30号",
    "ipplan done 10-2@Q2 23-1 --on 6月28日",
    "ipplan done 10-1 --dry-run",
  ];
  const done = addCommand(program, "done", texts.done, texts, examples)
    .argument("<ids...>", texts.argIds)
    .option("--on <day>", texts.on)
    .option("--evidence <kind:value>", texts.evidence, collect)
    .option("--note <text>", texts.note)
    .option("--from <division>", texts.from);
  addWriting(done, texts).action(async (ids: string[], options: WriteOptions) => {
    finish(await (await import("./commands/write.ts")).done(ids, options, io));
  });
}

function addUndo(program: Command, texts: HelpTexts, io: Io, finish: Finish): void {
  const examples = ["ipplan undo", "ipplan undo 4518f647 --note 编号录错"];
  const undo = addCommand(program, "undo", texts.undo, texts, examples)
    .argument("[records...]", texts.argRecords)
    .option("--note <text>", texts.reason);
  addWriting(undo, texts).action(async (records: string[], options: WriteOptions) => {
    finish(await (await import("./commands/write.ts")).undo(records, options, io));
  });
}

function addCommand(
  program: Command,
  name: string,
  description: string,
  texts: HelpTexts,
  examples: readonly string[],
): Command {
  const command = program.command(name).description(description);
  speak(command, texts);
  return command.addHelpText("after", ["", texts.examples, ...examples.map((line) => `  $ ${line}`)].join("\n"));
}

function addWriting(command: Command, texts: HelpTexts): Command {
  command
    .option("--by <name>", texts.by)
    .option("-n, --dry-run", texts.dryRun)
    .option("--quiet", texts.quiet)
    .option("--format <format>", `${texts.format}: table, json`);
  return addPlace(command, texts);
}

function addFilters(command: Command, texts: HelpTexts): Command {
  command
    .option("-q, --quarter <quarter>", texts.quarter)
    .option("--month <month>", texts.month)
    .option("-d, --division <name>", texts.division, collect)
    .option("--role <role>", texts.role)
    .option("--district <name>", texts.district, collect)
    .option("--theme <theme>", texts.theme, collect)
    .option("--section <section>", texts.section, collect)
    .option("--task <id>", texts.task, collect)
    .option("--state <state>", texts.state, collect)
    .option("--as-of <day>", texts.asOf);
  return addOutput(command, texts);
}

function addOutput(command: Command, texts: HelpTexts): Command {
  command
    .option("--format <format>", `${texts.format}: table, json, csv, md`)
    .option("-o, --output <file>", texts.output);
  return addPlace(command, texts);
}

function addPlace(command: Command, texts: HelpTexts): Command {
  return command
    .option("--plan <dir>", texts.plan)
    .option("--journal <path>", texts.journal)
    .option("--lang <language>", texts.lang)
    .option("--color <when>", texts.color);
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

/** Help in the chosen language; commander's own headings are replaced, its output goes through the program's. */
function speak(command: Command, texts: HelpTexts): void {
  const titles: Readonly<Record<string, string>> = {
    "Usage:": texts.usage,
    "Arguments:": texts.arguments,
    "Options:": texts.options,
    "Commands:": texts.commands,
  };
  command
    .helpOption("-h, --help", texts.help)
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .exitOverride();
}
