/** The words about a problem in formats for code hosting and CI systems. */
import { type Problem, formatPlace } from "../../core/problem.ts";
import type { CheckView } from "../../core/views/check.ts";
import type { JournalCheckView } from "../../core/views/journal-check.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { problemTexts } from "../../i18n/problems.ts";
import { visible } from "../visible.ts";

export type Findings = CheckView | JournalCheckView;

/** What these formats need besides the problems. */
export interface FindingsContext {
  readonly catalogue: Catalogue;
  readonly version: string;
  /** Prefix that turns a problem's file into a path from the top of the repository: empty, or such as `2018/`. */
  readonly prefix: string;
}

/** The problem in unwrapped lines: what is wrong, what was expected or meant, and how to fix it. */
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

/** The text on one line, with hidden characters spelled out. */
export function inert(text: string): string {
  return visible(text.replaceAll("\n", "\u240a"));
}
