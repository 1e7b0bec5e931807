/** The program as a function: arguments and the outside world in, exit code out. */
import { type Command, CommanderError } from "commander";
import type { Language } from "../i18n/catalogue.ts";
import { visible } from "../reporters/visible.ts";
import { CacheDamage } from "../storage/compiled/damage.ts";
import { JournalAccessError } from "../storage/journal-access-error.ts";
import { knowZones } from "../storage/zone-data.ts";
import { Failure, unreadable, usage } from "./failure.ts";
import type { ExitCode, Io, Outcome } from "./io.ts";
import type { HelpStyle } from "./help-style.ts";
import { chosenLanguage } from "./language.ts";
import { glimpseLanguage } from "./plan-language.ts";
import { makeBriefly, makeProgram } from "./program.ts";
import { inLog } from "./runner-log.ts";
import { NO_HELP, usageTexts } from "./say.ts";

/** Runs the command line (without node and script) and returns the exit code. Nothing is thrown. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const outcome = await run(argv, io);
  tell(outcome.stderr, io);
  try {
    const { stdout } = outcome;
    if (typeof stdout !== "string") for (const piece of stdout) io.stdout.write(piece);
    else if (stdout !== "") io.stdout.write(stdout);
    return outcome.code;
  } catch (error) {
    const { outputFailure } = await import("./write-failure.ts");
    return outputFailure(error, outcome, () => languageFor(argv, io)(), io);
  }
}

/** Where nobody takes the messages, there still is the result. */
function tell(text: string, io: Io): void {
  if (text === "") return;
  try {
    io.stderr.write(inLog(visible(text), io));
  } catch {
    // There is nowhere left to say it.
  }
}

async function run(argv: readonly string[], io: Io): Promise<Outcome> {
  knowZones();
  // As if no language had been asked for: so it is told that there is no such language, where there is none.
  let language = languageFor(argv, io, null);
  const missing = new Set<string>();
  try {
    language = languageFor(argv, io);
    const noRecords = (path: string): void => {
      missing.add(path);
    };
    const outcome = await dispatchAgain(argv, language, { ...io, noRecords });
    const [path] = missing;
    if (path === undefined) return outcome;
    const { missingJournal } = await import("./missing-journal.ts");
    const notice = await missingJournal(path, isJournalNamed(argv, io), language, io);
    return { ...outcome, stderr: outcome.stderr + notice };
  } catch (error) {
    const failure = fileFailure(error);
    const texts = await usageTexts(language());
    if (!(failure instanceof Failure)) return failed(3, texts.unexpected(String(failure)));
    return failed(failure.code, await failure.say(texts, language()));
  }
}

/** Errors of the file system in words; all others pass. */
function fileFailure(error: unknown): unknown {
  if (error instanceof JournalAccessError) {
    const { fault, path, systemCode } = error;
    return unreadable((texts) => texts.access(fault, path, systemCode));
  }
  if (error instanceof Error && "code" in error && "syscall" in error) {
    return unreadable(async (texts) => (await import("./open-failure.ts")).openFailure(error, texts));
  }
  return error;
}

/** What was compiled may turn out to be damaged while an answer is worked out: then once more, without it. */
async function dispatchAgain(argv: readonly string[], language: () => Language, io: Io): Promise<Outcome> {
  try {
    return await dispatch(argv, language, io);
  } catch (error) {
    if (!(error instanceof CacheDamage)) throw error;
    return dispatch(argv, language, { ...io, cache: null });
  }
}

/**
 * Flag, environment and locale decide; else the plan's own language, and English where there is no plan. The plan is
 * looked at once there is something to say.
 */
function languageFor(argv: readonly string[], io: Io, flag = flagValue(argv, "--lang") ?? null): () => Language {
  const chosen = chosenLanguage(flag ?? undefined, io.env);
  const plan = flagValue(argv, "--plan");
  return () => chosen ?? glimpseLanguage(plan === undefined ? {} : { plan }, io) ?? "en";
}

/** Whether the journal was named for the command. */
function isJournalNamed(argv: readonly string[], { env }: Io): boolean {
  return (flagValue(argv, "--journal") ?? env["IPPLAN_JOURNAL"] ?? "") !== "";
}

/** A flag's value before the command line is parsed. */
function flagValue(argv: readonly string[], flag: string): string | undefined {
  const at = argv.findIndex((argument) => argument === flag || argument.startsWith(`${flag}=`));
  const [typed, next] = argv.slice(Math.max(at, 0));
  if (at < 0) return undefined;
  return typed === flag ? next : typed?.slice(flag.length + 1);
}

const SILENT: HelpStyle = { texts: NO_HELP, layout: {} };

/** Most command lines are sound and ask for no help: first with what these need, and again with all where one is not, or does. */
async function dispatch(asked: readonly string[], language: () => Language, io: Io): Promise<Outcome> {
  const typed = asked[0] === "help" ? (await import("./help-word.ts")).withHelpOption(asked) : asked;
  const argv = typed.some(asksWord) ? (await import("./typed-words.ts")).withOwnWords(typed) : typed;
  const brief = await briefly(argv, io);
  if (typeof brief !== "string") return brief;
  if (brief === "complaint") {
    const { outcome, isHelp } = await parse(argv, SILENT, io);
    if (!isHelp) return outcome;
  }
  const { helpStyle } = await import("./help-style.ts");
  return (await parse(argv, await helpStyle(language(), io), io)).outcome;
}

/** The outcome, or what has to be found out with all commands and options at hand. */
async function briefly(argv: readonly string[], io: Io): Promise<Outcome | "help" | "complaint"> {
  if (argv.length === 0) return "help";
  if (argv.some(hasLongDash)) return "complaint";
  let outcome: Outcome = NOTHING;
  const command = await makeBriefly(argv, NO_HELP, io, (result) => {
    outcome = result;
  });
  if (command === null) return "complaint";
  ready(command, {});
  try {
    await command.parseAsync(argv.slice(1), { from: "user" });
    return outcome;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? "help" : "complaint";
  }
}

const NOTHING: Outcome = { stdout: "", stderr: "", code: 0 };

interface Parsed {
  readonly outcome: Outcome;
  readonly isHelp: boolean;
}

/** Runs the command line, or complains of it. */
async function parse(argv: readonly string[], { texts, layout }: HelpStyle, io: Io): Promise<Parsed> {
  let outcome: Outcome = NOTHING;
  const finish = (result: Outcome): void => {
    outcome = result;
  };
  const program = await makeProgram(argv, texts, io, finish);
  if (argv.some(hasLongDash)) (await import("./long-dash.ts")).refuseLongDashes(argv, allCommands(program));
  const said = ready(program, layout);
  if (argv.length === 0) return help(program.helpInformation());
  try {
    await program.parseAsync(argv, { from: "user" });
    return { outcome, isHelp: false };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return help(said.help);
    // A group of commands named without one of them prints its help as a complaint.
    if (error.code === "commander.help") return help(said.complaint);
    const all = await makeProgram([], texts, io, finish);
    throw (await import("./complaint.ts")).usageFailure(error, program, argv, all, io);
  }
}

/** Readies the command, and those in it, to be parsed; returns what they will say. */
function ready(command: Command, layout: HelpStyle["layout"]): Readonly<Record<"help" | "complaint", string>> {
  const said = { help: "", complaint: "" };
  const output = {
    writeOut: (text: string): void => {
      said.help += text;
    },
    writeErr: (text: string): void => {
      said.complaint += text;
    },
  };
  for (const one of allCommands(command)) oneValueEach(one.configureOutput(output).configureHelp(layout));
  return said;
}

function help(stdout: string): Parsed {
  return { outcome: { stdout, stderr: "", code: 0 }, isHelp: true };
}

/**
 * An option that takes one value is refused where it is given again: the last one would silently win. So is what is empty,
 * mostly a variable that a script has not set: it would be taken as not given, and another folder or record be meant.
 */
function oneValueEach(command: Command): void {
  const single = command.options.filter(({ required, parseArg }) => required && parseArg === undefined);
  for (const option of single) {
    const flag = option.long ?? option.flags;
    option.argParser((value, before: string | undefined) => {
      if (before !== undefined) throw usage((texts) => texts.givenTwice(flag));
      if (value.trim() === "") throw usage((texts) => texts.emptyText(flag));
      return value;
    });
  }
  command.hook("preAction", (_, { args }) => {
    if (args.some((argument) => argument.trim() === "")) throw usage((texts) => texts.emptyArgument);
  });
}

/** An input method makes one long dash of two; a text may begin with one. */
function hasLongDash(argument: string): boolean {
  return argument.charAt(0) > "~" && /^[‐-―−－]/.test(argument);
}

/** Options that take words of a closed set. */
const WORDS = ["--state", "--role", "--group-by", "--fail-on"];

/** Whether it is one of these. */
function asksWord(argument: string): boolean {
  return WORDS.some((flag) => argument.startsWith(flag));
}

function allCommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allCommands)];
}

function failed(code: 2 | 3, message: string): Outcome {
  return { stdout: "", stderr: `${message}\n`, code };
}
