import type { Place, Problem, ProblemCode, ProblemDetails } from "../core/problem.ts";
import { problems as problemsEn } from "./en/problems.ts";
import type { Language } from "./catalogue.ts";
import { problems as problemsZh } from "./zh/problems.ts";

/** For each problem code, a function from its details to a message and a hint. */
export type ProblemWords = {
  readonly [Code in ProblemCode]: (details: ProblemDetails[Code]) => {
    readonly message: string;
    readonly hint: string;
  };
};

/** All texts of a problem in one language. */
export interface ProblemTexts {
  readonly message: string;
  /** How to fix it, in one line. */
  readonly hint: string;
  /** The exact text to write instead, if it is certain. */
  readonly expected: string | null;
  /** What was probably meant; several equally likely names are joined. */
  readonly guess: string | null;
  /** The same as a list: the best guess first, then those that are equally likely. */
  readonly guesses: readonly string[];
  /** All valid values; empty if there are more than MOST_CHOICES. */
  readonly choices: readonly string[];
  /** The other position of something that occurs twice. */
  readonly also: Place | null;
}

const MOST_CHOICES = 15;
const MOST_CHARACTERS = 120;

function clipped(value: unknown): unknown {
  const isLong = typeof value === "string" && value.length > MOST_CHARACTERS;
  return isLong ? `${value.slice(0, MOST_CHARACTERS)}…` : value;
}

/** The guess and those that are equally likely. (The guess of E-ENCODING is not a text to write but an encoding.) */
function guessesOf({ code, details }: Problem): readonly string[] {
  const guess = "guess" in details && code !== "E-ENCODING" ? (details.guess ?? null) : null;
  return guess === null ? [] : [guess, ...("alike" in details ? (details.alike ?? []) : [])];
}

/** The texts of a problem in the language. Details longer than MOST_CHARACTERS are cut off in messages. */
export function problemTexts(problem: Problem, language: Language): ProblemTexts {
  const table: ProblemWords = language === "zh" ? problemsZh : problemsEn;
  // In each member of the union the details match the code, but the compiler cannot follow this through the table.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const say = table[problem.code] as (details: Problem["details"]) => { message: string; hint: string };
  const { details } = problem;
  const said = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, clipped(value)]));
  const guesses = guessesOf(problem);
  const choices = "known" in details ? details.known : [];
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only long texts became shorter
    ...say(said as Problem["details"]),
    expected: problem.code === "E-FULLWIDTH" ? problem.details.expected : null,
    guess: guesses.length === 0 ? null : guesses.join(language === "zh" ? "、" : ", "),
    guesses,
    choices: choices.length <= MOST_CHOICES ? choices : [],
    also: "first" in details ? details.first : null,
  };
}
