/**
 * The table of commands. A command is built only when its name is typed; help or a misspelt name builds them all. What
 * a command does is in commands/ and is loaded when it runs.
 */
import { Command } from "commander";
import type { WriteKind } from "../core/journal/write-kinds.ts";
import type { HelpTexts } from "../i18n/zh/help.ts";
import { BriefCommand, hyphenatedWords } from "./brief-command.ts";
import { setUpHelp } from "./flags.ts";
import type { Io, Outcome } from "./io.ts";
import { VERSION } from "./version.ts";

/** Something that can create a subcommand with this name. */
export interface Parent {
  readonly command: (name: string) => Command;
}

/** Where to add commands, the texts of their help, and the callback that takes their outcome. */
export interface Target {
  readonly program: Parent;
  readonly texts: HelpTexts;
  readonly io: Io;
  readonly finish: (outcome: Outcome) => void;
}

/** Adds one command with its options. */
export type Define = (target: Target) => void;

export type ReadName = "check" | "list" | "show" | "status" | "overdue" | "due" | "indicators" | "gantt" | "log";
export type WriteName = WriteKind | "undo";

/** The groups of commands in help: what people want to do. */
const PURPOSES = ["look", "record", "issue", "keep"] as const satisfies readonly (keyof HelpTexts["purposes"])[];

type Purpose = (typeof PURPOSES)[number];

/** Every command in the order of help, by purpose, with a loader of the file that defines it. */
const GROUPS = {
  look: readCommands("list", "show", "status", "overdue", "due", "indicators", "gantt", "log"),
  record: writeCommands(
    ...(["done", "progress", "reading", "note", "block", "unblock", "extend", "cancel", "accept", "undo"] as const),
  ),
  issue: [
    ["report", async (): Promise<Define> => (await import("./program-report.ts")).addReport],
    ["sheet", async (): Promise<Define> => (await import("./program-sheet.ts")).addSheet],
    ["calendar", async (): Promise<Define> => (await import("./program-calendar.ts")).addCalendar],
  ],
  keep: [
    ...readCommands("check"),
    ["diff", async (): Promise<Define> => (await import("./program-diff.ts")).addDiff],
    ["init", async (): Promise<Define> => (await import("./program-make.ts")).addInit],
    ["new-year", async (): Promise<Define> => (await import("./program-make.ts")).addNewYear],
    ["schema", async (): Promise<Define> => (await import("./program-make.ts")).addSchema],
    ["journal", async (): Promise<Define> => (await import("./program-journal.ts")).addJournal],
  ],
} as const satisfies Record<Purpose, readonly Entry[]>;

const COMMANDS: ReadonlyMap<string, Entry[1]> = new Map(
  PURPOSES.flatMap((purpose): readonly Entry[] => GROUPS[purpose]),
);

export function isCommand(name: string): boolean {
  return COMMANDS.has(name);
}

/**
 * The command named by the first word, with only those options that the other words may name, ready to parse those
 * words. Null if the first word is not a command.
 */
export async function makeBriefly(
  argv: readonly string[],
  texts: HelpTexts,
  io: Io,
  finish: Target["finish"],
): Promise<Command | null> {
  const [name = ""] = argv;
  const load = COMMANDS.get(name);
  if (load === undefined) return null;
  const command = new BriefCommand(name, hyphenatedWords(argv));
  (await load())({ program: { command: () => command }, texts, io, finish });
  return command;
}

/** The program with help in these texts, and with the commands that the command line needs. */
export async function makeProgram(
  argv: readonly string[],
  texts: HelpTexts,
  io: Io,
  finish: Target["finish"],
): Promise<Command> {
  const program = new Command("ipplan");
  program.description(texts.program).version(VERSION, "-V, --version", texts.version);
  setUpHelp(program, texts);
  program.addHelpText("after", `\n${texts.moreHelp}`);
  for (const load of needed(argv[0])) (await load())({ program, texts, io, finish });
  for (const command of program.commands) command.helpGroup(texts.purposes[purposeOf(command.name())]);
  return program;
}

function purposeOf(name: string): Purpose {
  return PURPOSES.find((purpose) => GROUPS[purpose].some(([own]) => own === name)) ?? "keep";
}

/**
 * The loaders needed: of the named command; of all if there is none (for help and misspelt names); of none for
 * `--version`.
 */
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
