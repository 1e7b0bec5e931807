import { type Problem, severityOf } from "../problem.ts";
import { type Envelope, bareEnvelope } from "./envelope.ts";

export interface CheckView extends Envelope<"check"> {
  /** No errors; with `strict`, no warnings either. */
  readonly ok: boolean;
  /** The first of them; the counts are of all. */
  readonly problems: readonly Problem[];
  readonly errors: number;
  readonly warnings: number;
  /** What was read: plan files and journal records. */
  readonly files: number;
  readonly records: number;
}

export interface Checked {
  readonly problems: readonly Problem[];
  readonly files: number;
  readonly records: number;
  readonly journalDamaged: number;
  readonly plan: CheckView["plan"];
  readonly strict?: boolean;
}

/** More than anybody mends in a day; a damaged file may have a hundred thousand. */
const MOST_PROBLEMS = 1000;

/** How many of the problems are errors and how many warnings, and whether all is well: no error, with `strict` no warning either. */
export function judge(problems: readonly Problem[], strict: boolean): Pick<CheckView, "ok" | "errors" | "warnings"> {
  const errors = problems.filter((problem) => severityOf(problem) === "error").length;
  const warnings = problems.length - errors;
  return { ok: errors === 0 && (!strict || warnings === 0), errors, warnings };
}

/** The answer of `check`: ok where there is no error, and with `strict` no warning either. */
export function viewCheck(checked: Checked): CheckView {
  const { problems, files, records, journalDamaged, plan, strict = false } = checked;
  const { ok, errors, warnings } = judge(problems, strict);
  const envelope = { ...bareEnvelope("check", journalDamaged), plan };
  return { ...envelope, ok, problems: problems.slice(0, MOST_PROBLEMS), errors, warnings, files, records };
}
