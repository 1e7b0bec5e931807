/** What formats for machines that watch over a repository say of a problem. */
import { type Problem, formatPlace } from "../../core/problem.ts";
import type { CheckView } from "../../core/views/check.ts";
import type { JournalCheckView } from "../../core/views/journal-check.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { problemTexts } from "../../i18n/problems.ts";
import { visible } from "../visible.ts";

export type Findings = CheckView | JournalCheckView;

/** What the formats say besides the problems. */
export interface FindingsContext {
  readonly catalogue: Catalogue;
  readonly version: string;
  /** What stands before a problem's file to make it a path from the top of the repository: empty, or `2018/`. */
  readonly prefix: string;
}

/** The problem in a few lines without layout: what is wrong, what was expected or meant, how to mend it. */
export function adviceOf(problem: Problem, { language, screens }: Catalogue): { message: string; advice: string[] } {
  const texts = screens.check;
  const { message, hint, expected, guess, also } = problemTexts(problem, language);
  const lines: (readonly [string, string | null])[] = [
    [texts.expected, expected],
    [texts.guess, guess],
    [texts.also, also === null ? null : formatPlace(also)],
    [texts.advice, hint],
  ];
  const advice = lines.flatMap(([label, text]) => (text === null ? [] : `${label}${screens.colon}${inert(text)}`));
  return { message: inert(message), advice };
}

/** One line, and nothing in it that is hidden. */
export function inert(text: string): string {
  return visible(text.replaceAll("\n", "\u240a"));
}
