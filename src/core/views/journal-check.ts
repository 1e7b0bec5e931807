import type { Problem } from "../problem.ts";
import { judge } from "./check.ts";
import { type Envelope, bareEnvelope } from "./envelope.ts";

/** What `journal verify` found. */
export interface JournalCheckView extends Envelope<"journal-verify"> {
  /** Whether there are no errors and, with `strict`, no warnings. */
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  readonly errors: number;
  readonly warnings: number;
  readonly files: readonly string[];
  readonly records: number;
  /** Lines that repeat another line. Harmless: a record written twice counts once. */
  readonly duplicates: number;
  /** Records not committed to git; null outside a repository. */
  readonly uncommitted: number | null;
  /** The versions in git that were compared; null if that was not asked for. */
  readonly versions: { readonly count: number; readonly isShallow: boolean; readonly hasGit: boolean } | null;
}

/** What a verification found and read. */
export interface JournalChecked {
  readonly problems: readonly Problem[];
  readonly files: readonly string[];
  readonly records: number;
  readonly lines: number;
  readonly damaged: number;
  readonly uncommitted: number | null;
  readonly versions: JournalCheckView["versions"];
  readonly strict: boolean;
}

/** The answer of `journal verify`. */
export function viewJournalCheck(checked: JournalChecked): JournalCheckView {
  const { problems, files, records, lines, damaged, uncommitted, versions, strict } = checked;
  const { ok, errors, warnings } = judge(problems, strict);
  return {
    ...bareEnvelope("journal-verify", damaged),
    ok,
    problems,
    errors,
    warnings,
    files,
    records,
    duplicates: lines - records,
    uncommitted,
    versions,
  };
}
