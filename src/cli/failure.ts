import type { Language } from "../i18n/catalogue.ts";
import type { UsageTexts } from "../i18n/zh/usage.ts";

type Say = (texts: UsageTexts, language: Language) => string | Promise<string>;

/** Why a command could not do what was asked, with its exit code; the words are found when the language is known. */
export class Failure extends Error {
  readonly code: 2 | 3;
  readonly say: Say;

  constructor(code: 2 | 3, say: Say) {
    super("failure");
    this.code = code;
    this.say = say;
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
