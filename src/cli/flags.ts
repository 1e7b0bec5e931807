import type { Command } from "commander";
import type { Parent } from "./program.ts";
import type { HelpTexts } from "../i18n/zh/help.ts";
import { FINDING_FORMATS, FORMATS } from "./view-formats.ts";

/** Adds a command with its description and, below the options, its examples. */
export function addCommand(
  program: Parent,
  name: string,
  description: string,
  texts: HelpTexts,
  examples: readonly string[],
): Command {
  const command = program.command(name).description(description);
  setUpHelp(command, texts);
  return command.addHelpText("after", ["", texts.examples, ...examples.map((line) => `  $ ${line}`)].join("\n"));
}

/** Adds the flags that select tasks and milestones, and `--as-of`. */
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

/** Adds the filter flags and `--as-known`. */
export function addReadingFlags(command: Command, texts: HelpTexts): Command {
  return addFilterFlags(command, texts).option("--as-known <day>", texts.asKnown);
}

/** Adds the flags of commands that print a view in these formats. */
export function addOutput(command: Command, texts: HelpTexts, formats: readonly string[] = FORMATS): Command {
  command
    .option("--format <format>", `${texts.format}${formats.join(", ")}`)
    .option("-o, --output <file>", texts.output);
  return addCommonFlags(command, texts);
}

/** Adds `--fail-on`. */
export function addGates(command: Command, texts: HelpTexts): Command {
  return command.option("--fail-on <gates>", texts.failOn, collect);
}

/** Adds the flags of commands that print problems. */
export function addFindings(command: Command, texts: HelpTexts): Command {
  return addOutput(command, texts, FINDING_FORMATS);
}

/** Adds the flags that all commands have. */
export function addCommonFlags(command: Command, texts: HelpTexts): Command {
  return command
    .option("--plan <dir>", texts.plan)
    .option("--journal <path>", texts.journal)
    .option("--no-cache", texts.noCache)
    .option("--lang <language>", texts.lang)
    .option("--color <when>", texts.color);
}

/** commander's value parser for a flag that may be repeated: gathers the values in a list. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

/**
 * Gives the command its translated help option, drops the `help` subcommand, and makes commander throw instead of
 * exiting.
 */
export function setUpHelp(command: Command, texts: HelpTexts): void {
  command.helpOption("-h, --help", texts.help).helpCommand(false).exitOverride();
}
