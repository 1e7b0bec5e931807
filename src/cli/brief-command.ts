import { Command } from "commander";

/** What stands on a command line with one hyphen, which may be several short options, and with one or two, each put together. */
interface Hyphened {
  readonly short: string;
  readonly long: string;
}

type Default = string | boolean | string[];

/**
 * A command that has those of its options alone which the command line may name: to make one takes commander longer than to
 * see that nobody typed it. What it parses is what the whole command would, unless it complains or is asked for help, which
 * the whole one must do.
 */
export class BriefCommand extends Command {
  private readonly typed: Hyphened;

  constructor(name: string | undefined, typed: Hyphened) {
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
    // All three come to one function, which looks at what it is given.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    if (mayBeTyped(flags, this.typed)) super.option(flags, ...(rest as readonly [string]));
    return this;
  }
}

/** What is asked of a command line: where a flag stands in neither text, it stands nowhere. */
export function hyphened(argv: readonly string[]): Hyphened {
  const words = argv.filter((word) => word.startsWith("-"));
  return { short: words.filter((word) => !word.startsWith("--")).join(" "), long: words.join(" ") };
}

/** Whether the flags (`-q, --quarter <quarter>`) may be among what was typed. */
function mayBeTyped(flags: string, { short, long }: Hyphened): boolean {
  const at = flags.indexOf("--");
  const end = flags.indexOf(" ", at);
  return long.includes(end < 0 ? flags.slice(at) : flags.slice(at, end)) || (at > 0 && short.includes(flags.charAt(1)));
}
