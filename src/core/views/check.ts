import { type Problem, isError, worstFirst } from "../problem.ts";
import { type Envelope, bareEnvelope } from "./envelope.ts";

export interface CheckView extends Envelope<"check"> {
  /** No errors; with `strict`, no warnings either. */
  readonly ok: boolean;
  /** At most a thousand, in the order of files: of more, warnings are left out first. The counts are of all. */
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
  const errors = problems.filter(isError).length;
  const warnings = problems.length - errors;
  return { ok: errors === 0 && (!strict || warnings === 0), errors, warnings };
}

/** The answer of `check`: ok where there is no error, and with `strict` no warning either. */
export function viewCheck(checked: Checked): CheckView {
  const { problems, files, records, journalDamaged, plan, strict = false } = checked;
  const { ok, errors, warnings } = judge(problems, strict);
  const kept = new Set(worstFirst(problems, MOST_PROBLEMS));
  const envelope = { ...bareEnvelope("check", journalDamaged), plan };
  return { ...envelope, ok, problems: problems.filter((one) => kept.has(one)), errors, warnings, files, records };
}
