/** Puts commander's errors into the catalogue's words. Loaded only when a command line cannot be parsed. */
import type { Command, CommanderError, Option } from "commander";
import type { Day } from "../core/calendar.ts";
import type { Plan } from "../core/plan.ts";
import { shellWord } from "../core/shell-word.ts";
import { matchName, nearest } from "../core/text.ts";
import { mayBeTwoDays } from "../core/typed-days.ts";
import { parseAsOf } from "../core/typed-periods.ts";
import type { UsageTexts } from "../i18n/zh/usage.ts";
import { type Failure, usage } from "./failure.ts";
import type { Io } from "./io.ts";
import { load } from "./load.ts";
import type { Where } from "./plan-folder.ts";
import { todayOf } from "./today.ts";

/**
 * The failure for a commander error, with the flag, command or word order that was probably meant. `program` may hold
 * only the commands needed for `argv`; `all` holds every command.
 */
export function usageFailure(
  error: CommanderError,
  program: Command,
  argv: readonly string[],
  all: Command,
  io: Io,
): Failure {
  const line = error.code === "commander.unknownOption" ? verbFirst(program, argv) : null;
  if (line !== null) return usage((texts) => texts.optionBeforeCommand(argv[0] ?? "", line));
  const command = argv.reduce((found, word) => named(found, word) ?? found, program);
  const names = [
    command.parent === program ? undefined : command.parent?.name(),
    command === program ? undefined : command.name(),
  ];
  const name = ["ipplan", ...names.filter((part) => part !== undefined)].join(" ");
  const [, quoted = ""] = /'([^']*)'/.exec(error.message) ?? [];
  const owners = error.code === "commander.unknownOption" && command.commands.length === 0 ? ownersOf(quoted, all) : [];
  return usage(async (texts) =>
    [
      owners.length === 0 ? complaint(error.code, quoted, command, texts) : texts.othersOption(name, quoted, owners),
      ...(error.code === "commander.excessArguments" ? await meantAsOption(command, texts, io) : []),
      texts.helpHint(name),
    ].join("\n"),
  );
}

/** A hint if the surplus word is a division or a day and the command has an option for it. */
async function meantAsOption(command: Command, texts: UsageTexts, io: Io): Promise<string[]> {
  const word = command.args.at(-1) ?? "";
  const isTaken = (flag: string): boolean => command.options.some(({ long }) => long === flag);
  const { plan, today } = (await planAtHand(command, io)) ?? { plan: null, today: null };
  if (plan === null) return [];
  if (isTaken("--division") && matchName(word, plan.divisions, ({ id, name }) => [name, id]).isFound) {
    return [texts.asDivision(shellWord(word))];
  }
  const isDay = parseAsOf(word, today, plan.year) !== undefined || mayBeTwoDays(word);
  return isTaken("--as-of") && isDay ? [texts.asDay("--as-of", shellWord(word))] : [];
}

/** The plan that the command would have read; null if it cannot be read, which is not what this complaint is about. */
async function planAtHand(command: Command, io: Io): Promise<{ readonly plan: Plan; readonly today: Day } | null> {
  try {
    const { plan } = await load(command.opts<Where>(), io);
    return { plan, today: todayOf(plan, io) };
  } catch {
    return null;
  }
}

/** The names of all commands that have the option. */
function ownersOf(flag: string, all: Command): string[] {
  const own = all.options.some(({ long, short }) => long === flag || short === flag) ? [all.name()] : [];
  return [
    ...own,
    ...all.commands.flatMap((one) =>
      ownersOf(flag, one).map((name) => (one.commands.length === 0 ? name : `${one.name()} ${name}`)),
    ),
  ];
}

function complaint(code: string, quoted: string, command: Command, texts: UsageTexts): string {
  const flags = command.options.flatMap(({ long }) => (long === undefined || long === null ? [] : [long]));
  const flag = quoted.split(/[ ,]/).find((part) => part.startsWith("--")) ?? quoted.split(" ")[0] ?? quoted;
  switch (code) {
    case "commander.unknownOption":
      // Without the hyphens, which would make any two flags look alike.
      return texts.unknownOption(quoted, nearest(quoted.replace(/^-+/, ""), flags, (name) => [name.slice(2)]) ?? "");
    case "commander.unknownCommand": {
      const names = command.commands.map((known) => known.name());
      return texts.unknownCommand(quoted, nearest(quoted, names, (known) => [known]) ?? "");
    }
    case "commander.optionMissingArgument":
      return texts.missingValue(flag);
    case "commander.missingArgument":
      return quoted === "ids" ? texts.noIds(command.name()) : texts.missingArgument(quoted);
    default:
      return texts.tooMany(command.args.at(-1) ?? quoted);
  }
}

function named(command: Command, word: string | undefined): Command | undefined {
  return command.commands.find((one) => one.name() === word);
}

/**
 * The command line with its command (or `help` and the command) moved to the front, if only that command's own options
 * stand before it; else null.
 */
function verbFirst(program: Command, argv: readonly string[]): string | null {
  for (const [at, word] of argv.entries()) {
    const verb = named(program, word);
    if (at === 0 || verb === undefined) continue;
    const part = named(verb, argv[at + 1]);
    const help = argv.slice(at - 1, at).filter((before) => before === "help");
    const leading = argv.slice(0, at - help.length);
    if (!areOptions(leading, (part ?? verb).options)) continue;
    const path = part === undefined ? [word] : [word, part.name()];
    return ["ipplan", ...help, ...path, ...leading, ...argv.slice(at + path.length)].map(shellWord).join(" ");
  }
  return null;
}

/** Whether the words are made up of these options and their values. */
function areOptions(words: readonly string[], options: readonly Option[]): boolean {
  const [first, ...rest] = words;
  if (first === undefined) return true;
  const [flag = "", value] = first.split("=");
  const option = options.find(({ short, long }) => flag === short || flag === long);
  if (option === undefined) return false;
  return areOptions(option.required && value === undefined ? rest.slice(1) : rest, options);
}
