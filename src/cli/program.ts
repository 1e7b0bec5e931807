/**
 * Commands and flags. A command is built when its name is typed, all of them where help or a misspelt name asks for it;
 * what a command does stands in commands/ and is loaded when it is called.
 */
import { Command } from "commander";
import type { HelpTexts } from "../i18n/zh/help.ts";
import { BriefCommand, hyphened } from "./brief-command.ts";
import { speak } from "./flags.ts";
import type { Io, Outcome } from "./io.ts";
import { VERSION } from "./version.ts";

/** What makes a command of that name as one of its own. */
export interface Parent {
  readonly command: (name: string) => Command;
}

/** Where commands are added, in which words, and who takes their outcome. */
export interface Target {
  readonly program: Parent;
  readonly texts: HelpTexts;
  readonly io: Io;
  readonly finish: (outcome: Outcome) => void;
}

/** Adds one command with its flags. */
export type Define = (target: Target) => void;

export type ReadName = "check" | "list" | "show" | "status" | "overdue" | "due" | "indicators" | "gantt" | "log";
export type WriteName =
  "done" | "progress" | "reading" | "note" | "block" | "unblock" | "extend" | "cancel" | "accept" | "undo";

/** Every command in the order of the help, with the file that defines it. */
const COMMANDS: ReadonlyMap<string, () => Promise<Define>> = new Map([
  ...readCommands("check", "list", "show", "status", "overdue", "due", "indicators", "gantt"),
  ["calendar", async (): Promise<Define> => (await import("./program-calendar.ts")).addCalendar],
  ["report", async (): Promise<Define> => (await import("./program-report.ts")).addReport],
  ["sheet", async (): Promise<Define> => (await import("./program-sheet.ts")).addSheet],
  ...readCommands("log"),
  ["journal", async (): Promise<Define> => (await import("./program-journal.ts")).addJournal],
  ["diff", async (): Promise<Define> => (await import("./program-diff.ts")).addDiff],
  ["init", async (): Promise<Define> => (await import("./program-make.ts")).addInit],
  ["new-year", async (): Promise<Define> => (await import("./program-make.ts")).addNewYear],
  ["schema", async (): Promise<Define> => (await import("./program-make.ts")).addSchema],
  ...writeCommands("done", "progress", "reading", "note", "block", "unblock", "extend", "cancel", "accept", "undo"),
]);

/** Whether there is a command of that name. */
export function isCommand(name: string): boolean {
  return COMMANDS.has(name);
}

/** The command that is named first, with what the words may name, to parse those that follow; null where none is. */
export async function makeBriefly(
  argv: readonly string[],
  texts: HelpTexts,
  io: Io,
  finish: Target["finish"],
): Promise<Command | null> {
  const [name = ""] = argv;
  const load = COMMANDS.get(name);
  if (load === undefined) return null;
  const command = new BriefCommand(name, hyphened(argv));
  (await load())({ program: { command: () => command }, texts, io, finish });
  return command;
}

/** The program, in these words, with the commands that the command line needs. */
export async function makeProgram(
  argv: readonly string[],
  texts: HelpTexts,
  io: Io,
  finish: Target["finish"],
): Promise<Command> {
  const program = new Command("ipplan");
  program.description(texts.program).version(VERSION, "-V, --version", texts.version);
  speak(program, texts);
  program.addHelpText("after", `\n${texts.moreHelp}`);
  for (const load of needed(argv[0])) (await load())({ program, texts, io, finish });
  return program;
}

/** The command named; all of them where none is, for help and for what is misspelt; none to tell the version. */
function needed(word: string | undefined): readonly (() => Promise<Define>)[] {
  if (word === "-V" || word === "--version") return [];
  const named = COMMANDS.get(word ?? "");
  return named === undefined ? [...COMMANDS.values()] : [named];
}

type Entry = [string, () => Promise<Define>];

function readCommands(...names: readonly ReadName[]): Entry[] {
  return names.map((name) => [name, async () => (await import("./program-read.ts")).READ_COMMANDS[name]]);
}

function writeCommands(...names: readonly WriteName[]): Entry[] {
  return names.map((name) => [name, async () => (await import("./program-write.ts")).WRITE_COMMANDS[name]]);
}
