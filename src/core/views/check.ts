import { type Problem, type Severity, severityOf } from "../problem.ts";
import { type Envelope, bareEnvelope } from "./envelope.ts";

export interface CheckView extends Envelope<"check"> {
  /** No errors; warnings do not count. */
  readonly ok: boolean;
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
}

export function viewCheck({ problems, files, records, journalDamaged, plan }: Checked): CheckView {
  const count = (severity: Severity): number => problems.filter((problem) => severityOf(problem) === severity).length;
  const errors = count("error");
  const envelope = { ...bareEnvelope("check", journalDamaged), plan };
  return { ...envelope, ok: errors === 0, problems, errors, warnings: count("warning"), files, records };
}
