import { severityOf } from "../core/problem.ts";
import type { CheckView } from "../core/views/check.ts";
import type { JournalCheckView } from "../core/views/journal-check.ts";
import type { Language } from "../i18n/catalogue.ts";
import { problemTexts } from "../i18n/problems.ts";

/** The JSON of `check` and `journal verify`: messages instead of details, places as flat fields. */
export function checkOutput(view: CheckView | JournalCheckView, language: Language): unknown {
  const problems = view.problems.map((problem) => {
    const { message, hint, expected, guesses, choices, also } = problemTexts(problem, language);
    const { file = null, line = null, column = null, endLine = null, endColumn = null } = problem.at ?? {};
    const place = { file, line, column, endLine, endColumn };
    const mending = { expected, suggestions: guesses, allowed: choices, related: also };
    return { code: problem.code, severity: severityOf(problem), message, hint, ...place, ...mending };
  });
  return { ...view, problems };
}
