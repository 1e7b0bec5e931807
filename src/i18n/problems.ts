import type { Place, Problem, ProblemCode, ProblemDetails } from "../core/problem.ts";
import { problems as problemsEn } from "./en/problems.ts";
import type { Language } from "./catalogue.ts";
import { problems as problemsZh } from "./zh/problems.ts";

/** A problem's words: what is wrong, and how to mend it. */
export type ProblemWords = {
  readonly [Code in ProblemCode]: (details: ProblemDetails[Code]) => {
    readonly message: string;
    readonly hint: string;
  };
};

export interface ProblemTexts {
  readonly message: string;
  /** One line that says how to mend it. */
  readonly hint: string;
  /** The sure way to write it. */
  readonly expected: string | null;
  /** What was probably meant. */
  readonly guess: string | null;
  /** The same one by one: the likeliest first, behind it those that are as likely. */
  readonly guesses: readonly string[];
  /** All that would have been right, where that is a short list. */
  readonly choices: readonly string[];
  /** The other place of a thing that stands twice. */
  readonly also: Place | null;
}

const MOST_CHOICES = 15;
const MOST_CHARACTERS = 120;

function clipped(value: unknown): unknown {
  const isLong = typeof value === "string" && value.length > MOST_CHARACTERS;
  return isLong ? `${value.slice(0, MOST_CHARACTERS)}…` : value;
}

/** The guess with those that are as likely. */
function guessesOf({ code, details }: Problem): readonly string[] {
  const guess = "guess" in details && code !== "E-ENCODING" ? (details.guess ?? null) : null;
  return guess === null ? [] : [guess, ...("alike" in details ? (details.alike ?? []) : [])];
}

/** What is wrong, and how to mend it, in words. */
export function problemTexts(problem: Problem, language: Language): ProblemTexts {
  const table: ProblemWords = language === "zh" ? problemsZh : problemsEn;
  // Code and details belong together in each member of the union, which the compiler cannot follow through the table.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const say = table[problem.code] as (details: Problem["details"]) => { message: string; hint: string };
  const { details } = problem;
  const said = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, clipped(value)]));
  const guesses = guessesOf(problem);
  const choices = "known" in details ? details.known : [];
  return {
    // What stands in a file may be longer than any message; its place is told besides.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only long texts became shorter
    ...say(said as Problem["details"]),
    expected: problem.code === "E-FULLWIDTH" ? problem.details.expected : null,
    guess: guesses.length === 0 ? null : guesses.join(language === "zh" ? "、" : ", "),
    guesses,
    choices: choices.length <= MOST_CHOICES ? choices : [],
    also: "first" in details ? details.first : null,
  };
}
