import { Command } from "commander";

/**
 * The words of a command line that begin with a hyphen, joined to one text each: `short` those with a single hyphen
 * (which may bundle several short options), `long` all of them.
 */
interface HyphenatedWords {
  readonly short: string;
  readonly long: string;
}

type Default = string | boolean | string[];

/**
 * A command that only gets those options that the command line may contain: creating an option costs commander more
 * time than checking that nobody typed it. It parses exactly what the full command would parse. Complaints and help
 * need the full command.
 */
export class BriefCommand extends Command {
  private readonly typed: HyphenatedWords;

  constructor(name: string | undefined, typed: HyphenatedWords) {
    super(name);
    this.typed = typed;
  }

  override createCommand(name?: string): Command {
    return new BriefCommand(name, this.typed);
  }

  override option(flags: string, description?: string, initial?: Default): this;
  override option<T>(flags: string, description: string, parse: (value: string, before: T) => T, initial?: T): this;
  override option(flags: string, description: string, pattern: RegExp, initial?: Default): this;
  override option(flags: string, ...rest: readonly unknown[]): this {
    // The implementation behind all three overloads inspects its arguments at run time.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    if (mayBeTyped(flags, this.typed)) super.option(flags, ...(rest as readonly [string]));
    return this;
  }
}

/** Collects the hyphenated words of a command line. A flag that occurs in neither text was not typed. */
export function hyphenatedWords(argv: readonly string[]): HyphenatedWords {
  const words = argv.filter((word) => word.startsWith("-"));
  return { short: words.filter((word) => !word.startsWith("--")).join(" "), long: words.join(" ") };
}

/**
 * Whether an option with these flags (`-q, --quarter <quarter>`) may have been typed. May say yes wrongly, never no.
 */
function mayBeTyped(flags: string, { short, long }: HyphenatedWords): boolean {
  const at = flags.indexOf("--");
  const end = flags.indexOf(" ", at);
  return long.includes(end < 0 ? flags.slice(at) : flags.slice(at, end)) || (at > 0 && short.includes(flags.charAt(1)));
}
