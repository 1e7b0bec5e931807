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
import type { WordFlag } from "./typed-words.ts";

/** Runs the command line (without `node` and the script) and returns the exit code. Never throws. */
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

/** Writes the messages. If nobody reads them, the result is still printed. */
function tell(text: string, io: Io): void {
  if (text === "") return;
  try {
    io.stderr.write(inLog(visible(text), io));
  } catch {
    // There is nowhere left to report this.
  }
}

async function run(argv: readonly string[], io: Io): Promise<Outcome> {
  knowZones();
  // Ignores `--lang` at first, so that an unknown language in it is reported in the language used without it.
  let language = languageFor(argv, io, null);
  const missing = new Set<string>();
  try {
    language = languageFor(argv, io);
    const onMissingJournal = (path: string): void => {
      missing.add(path);
    };
    const outcome = await dispatchAgain(argv, language, { ...io, onMissingJournal });
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

/** Turns errors of the file system into failures; returns all others unchanged. */
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

/** Damage in the cache may only show while the command runs. The command is then run again without the cache. */
async function dispatchAgain(argv: readonly string[], language: () => Language, io: Io): Promise<Outcome> {
  try {
    return await dispatch(argv, language, io);
  } catch (error) {
    if (!(error instanceof CacheDamage)) throw error;
    return dispatch(argv, language, { ...io, cache: null });
  }
}

/**
 * The language: from flag, environment or locale, else the plan's, and English if there is no plan. Looks into the plan
 * only when called.
 */
function languageFor(argv: readonly string[], io: Io, flag = flagValue(argv, "--lang") ?? null): () => Language {
  const chosen = chosenLanguage(flag ?? undefined, io.env);
  const plan = flagValue(argv, "--plan");
  return () => chosen ?? glimpseLanguage(plan === undefined ? {} : { plan }, io) ?? "en";
}

/** Whether `--journal` or `IPPLAN_JOURNAL` names a journal. */
function isJournalNamed(argv: readonly string[], { env }: Io): boolean {
  return (flagValue(argv, "--journal") ?? env["IPPLAN_JOURNAL"] ?? "") !== "";
}

/** The value of a flag, found before the command line is parsed. */
function flagValue(argv: readonly string[], flag: string): string | undefined {
  const at = argv.findIndex((argument) => argument === flag || argument.startsWith(`${flag}=`));
  const [typed, next] = argv.slice(Math.max(at, 0));
  if (at < 0) return undefined;
  return typed === flag ? next : typed?.slice(flag.length + 1);
}

const SILENT: HelpStyle = { texts: NO_HELP, layout: {} };

/**
 * Runs the command line. Most are valid and ask for no help, so it is first tried with just the options that it needs,
 * and again with everything if it is invalid or asks for help.
 */
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

/** Tries the command line with just what it needs. Returns the outcome, or why all commands and options are needed. */
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

/** Runs the command line with full commands, or fails with a complaint about it. */
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
    // A command group named alone (`ipplan journal`) makes commander print help on stderr.
    if (error.code === "commander.help") return help(said.complaint);
    const all = await makeProgram([], texts, io, finish);
    throw (await import("./complaint.ts")).usageFailure(error, program, argv, all, io);
  }
}

/** Prepares the command and its subcommands for parsing. Returns an object that will hold what commander prints. */
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
 * Refuses a second value for an option that takes one: the last would silently win. Also refuses an empty value, which
 * mostly comes from an unset shell variable: it would count as not given, and mean another folder or record.
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

/**
 * Whether the argument begins with a dash that is not a hyphen: input methods turn `--` into one. It may also be the
 * start of a text.
 */
function hasLongDash(argument: string): boolean {
  return argument.charAt(0) > "~" && /^[‐-―−－]/.test(argument);
}

/** Options whose values are words of a closed set. typed-words.ts is loaded only for these. */
const WORDS: readonly WordFlag[] = ["--state", "--role", "--group-by", "--fail-on"];

/** Whether the argument is one of these options. */
function asksWord(argument: string): boolean {
  return WORDS.some((flag) => argument.startsWith(flag));
}

function allCommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allCommands)];
}

function failed(code: 2 | 3, message: string): Outcome {
  return { stdout: "", stderr: `${message}\n`, code };
}
