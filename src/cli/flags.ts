import type { Command } from "commander";
import type { Parent } from "./program.ts";
import type { HelpTexts } from "../i18n/zh/help.ts";

/** A command with its help in the chosen language and examples below it. */
export function addCommand(
  program: Parent,
  name: string,
  description: string,
  texts: HelpTexts,
  examples: readonly string[],
): Command {
  const command = program.command(name).description(description);
  speak(command, texts);
  return command.addHelpText("after", ["", texts.examples, ...examples.map((line) => `  $ ${line}`)].join("\n"));
}

/** Flags that narrow down what a command speaks of. */
export function addFilterFlags(command: Command, texts: HelpTexts): Command {
  return command
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
}

/** What a report speaks of, and by whose knowledge. */
export function addQuestion(command: Command, texts: HelpTexts): Command {
  return addFilterFlags(command, texts).option("--as-known <day>", texts.asKnown);
}

/** Flags of commands that print a report. */
export function addOutput(command: Command, texts: HelpTexts, more: readonly string[] = []): Command {
  command
    .option("--format <format>", `${texts.format}${["table", "json", "csv", "md", "xlsx", ...more].join(", ")}`)
    .option("-o, --output <file>", texts.output);
  return addPlace(command, texts);
}

/** Gates that a build may fail on. */
export function addGates(command: Command, texts: HelpTexts): Command {
  return command.option("--fail-on <gates>", texts.failOn, collect);
}

/** Flags of commands that print what is wrong. */
export function addFindings(command: Command, texts: HelpTexts): Command {
  command
    .option("--format <format>", `${texts.format}text, json, csv, md, xlsx, github, sarif, junit`)
    .option("-o, --output <file>", texts.output);
  return addPlace(command, texts);
}

/** Flags of all commands. */
export function addPlace(command: Command, texts: HelpTexts): Command {
  return command
    .option("--plan <dir>", texts.plan)
    .option("--journal <path>", texts.journal)
    .option("--no-cache", texts.noCache)
    .option("--lang <language>", texts.lang)
    .option("--color <when>", texts.color);
}

/** Values of a flag that may be given several times. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

/** Help in the chosen language; commander's output goes through the program's. */
export function speak(command: Command, texts: HelpTexts): void {
  command.helpOption("-h, --help", texts.help).helpCommand(false).exitOverride();
}
