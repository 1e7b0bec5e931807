import { type Problem, isError, worstFirst } from "../problem.ts";
import { type Envelope, bareEnvelope } from "./envelope.ts";

export interface CheckView extends Envelope<"check"> {
  /** Whether there are no errors and, with `strict`, no warnings. */
  readonly ok: boolean;
  /**
   * At most a thousand, in file order. If there are more, warnings are cut before errors; the counts below are of all.
   */
  readonly problems: readonly Problem[];
  readonly errors: number;
  readonly warnings: number;
  /** How many plan files and journal records were read. */
  readonly files: number;
  readonly records: number;
}

/** What a check found and read. */
export interface Checked {
  readonly problems: readonly Problem[];
  readonly files: number;
  readonly records: number;
  readonly journalDamaged: number;
  readonly plan: CheckView["plan"];
  readonly strict?: boolean;
}

/** More than anybody mends in a day. A damaged file may have a hundred thousand. */
const MOST_PROBLEMS = 1000;

/** Counts errors and warnings. `ok` if there are no errors and, with `strict`, no warnings. */
export function judge(problems: readonly Problem[], strict: boolean): Pick<CheckView, "ok" | "errors" | "warnings"> {
  const errors = problems.filter(isError).length;
  const warnings = problems.length - errors;
  return { ok: errors === 0 && (!strict || warnings === 0), errors, warnings };
}

/** The answer of `check`. */
export function viewCheck(checked: Checked): CheckView {
  const { problems, files, records, journalDamaged, plan, strict = false } = checked;
  const { ok, errors, warnings } = judge(problems, strict);
  const kept = new Set(worstFirst(problems, MOST_PROBLEMS));
  const envelope = { ...bareEnvelope("check", journalDamaged), plan };
  return { ...envelope, ok, problems: problems.filter((one) => kept.has(one)), errors, warnings, files, records };
}
