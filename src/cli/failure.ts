import type { Language } from "../i18n/catalogue.ts";
import type { UsageTexts } from "../i18n/zh/usage.ts";

type Say = (texts: UsageTexts, language: Language) => string | Promise<string>;

/** An expected failure of a command, with its exit code. `say` makes the message once the language is known. */
export class Failure extends Error {
  readonly code: 2 | 3;
  readonly say: Say;
  /** The faulty column, if a row of a file is at fault in one column only; otherwise null. */
  readonly part: string | null;

  constructor(code: 2 | 3, say: Say, part: string | null = null) {
    super("failure");
    this.code = code;
    this.say = say;
    this.part = part;
  }
}

/** Wrong usage, such as an unknown flag, id or name: exit code 2. */
export function usage(say: Say): Failure {
  return new Failure(2, say);
}

/** A plan, journal or file that cannot be read or written: exit code 3. */
export function unreadable(say: Say): Failure {
  return new Failure(3, say);
}

/** The plan has this many errors: exit code 3. */
export function invalidPlan(errors: number): Failure {
  return unreadable((texts) => texts.invalidPlan(errors));
}
