import type { Language } from "../i18n/catalogue.ts";
import type { UsageTexts } from "../i18n/zh/usage.ts";

type Say = (texts: UsageTexts, language: Language) => string | Promise<string>;

/** Why a command could not do what was asked, with its exit code; the words are found when the language is known. */
export class Failure extends Error {
  readonly code: 2 | 3;
  readonly say: Say;
  /** The part of a row of a file that is at fault; null where it is the row, or no file. */
  readonly part: string | null;

  constructor(code: 2 | 3, say: Say, part: string | null = null) {
    super("failure");
    this.code = code;
    this.say = say;
    this.part = part;
  }
}

/** A flag, id or name that does not fit: exit code 2. */
export function usage(say: Say): Failure {
  return new Failure(2, say);
}

/** A plan, journal or file that cannot be read or written: exit code 3. */
export function unreadable(say: Say): Failure {
  return new Failure(3, say);
}

/** That the plan has so many errors: exit code 3. */
export function invalidPlan(errors: number): Failure {
  return unreadable((texts) => texts.invalidPlan(errors));
}
