/** Finds what is wrong with a journal, and where. */
import { lstatSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { disagreements, earlyRecords, missingParents, oddClocks } from "../core/journal/audit.ts";
import { type FoldedJournal, foldJournal } from "../core/journal/fold.ts";
import { type JournalRecord, RECORD_KINDS, shortId } from "../core/journal/record.ts";
import { outdatedRecords, refsLike, strayRecords } from "../core/journal/stray.ts";
import type { Plan } from "../core/plan.ts";
import type { Finding, Place, Problem } from "../core/problem.ts";
import { Failure } from "./failure.ts";
import { repositoryOf } from "./git.ts";
import { committedFiles, isUnionMerged } from "./git-history.ts";
import type { Io } from "./io.ts";
import { type DamagedLine, type JournalReading, readJournalFiles } from "../storage/journal-files.ts";
import { journalFiles } from "../storage/file-lists.ts";
import { type JournalDamage, causesOf } from "../storage/journal-causes.ts";
import { unknownFields } from "../storage/journal-form.ts";
import { describeMilestone } from "../storage/journal-line.ts";
import { shownInside } from "./inside.ts";
import { USUAL_JOURNAL } from "../storage/file-names.ts";

/**
 * Problems of a journal: damaged lines, records that are not understood, have missing parents, disagree, have odd
 * timestamps, or (with a plan) do not fit the plan. `now` is in milliseconds since 1970 UTC.
 */
export function journalProblems(reading: JournalReading, plan: Plan | null, now: number): Problem[] {
  const journal = foldJournal(reading.records);
  // A damaged line is reported by itself; records that name it as a parent would only repeat that.
  const unknown = new Set([
    ...reading.unknown.map(({ id }) => id),
    ...reading.damaged.map(({ claims }) => claims ?? ""),
  ]);
  const at = (record: JournalRecord): Place | null => {
    const origin = reading.origins.get(record.id);
    return origin === undefined ? null : lineStart(origin.file, origin.line);
  };
  return [
    ...damageProblems(reading.damaged),
    ...reading.unknown.map(({ file, line, id }) =>
      problem(
        { code: "W-JOURNAL-UNKNOWN", details: { id: shortId(id), what: "record", name: "" } },
        lineStart(file, line),
      ),
    ),
    ...strangeParts(journal.records).map(({ record, what, name }) =>
      problem({ code: "W-JOURNAL-UNKNOWN", details: { id: shortId(record.id), what, name } }, at(record)),
    ),
    ...missingParents(journal, unknown).map(({ child, parent }) => {
      const details = { id: shortId(child.id), parent: shortId(parent) };
      return problem({ code: "W-JOURNAL-PARENT", details }, at(child));
    }),
    ...disagreements(journal).map(({ ref, about, records }) => {
      const said = records.map((record) => [shortId(record.id), record.by, record.on, ...factOf(record)].join(" "));
      const place = records[0] === undefined ? null : at(records[0]);
      return problem({ code: "W-JOURNAL-DISAGREE", details: { ref, about, records: said } }, place);
    }),
    ...oddClocks(journal, now).map(({ record, oddity }) =>
      problem({ code: "W-JOURNAL-CLOCK", details: { id: shortId(record.id), by: record.by, oddity } }, at(record)),
    ),
    ...(plan === null ? [] : planProblems(journal, plan, at)),
  ];
}

function damageFinding({ first, lines, cause }: JournalDamage): Finding {
  const { fault, kept, readable } = first;
  if (cause !== null && cause !== "reformatted") return { code: "E-ENCODING", details: { guess: cause } };
  return { code: "E-JOURNAL-LINE", details: { fault: cause ?? fault, lines, kept, readable } };
}

/** Damaged lines as problems; lines with one common cause make one problem. */
export function damageProblems(damaged: readonly DamagedLine[]): Problem[] {
  return causesOf(damaged).map((damage) =>
    problem(damageFinding(damage), lineStart(damage.first.file, damage.first.line)),
  );
}

/** The day, percentage or value that a record states, if any. */
function factOf({ to, percent, value }: JournalRecord): string[] {
  return [
    ...(to === undefined ? [] : [`→ ${to}`]),
    ...(percent === undefined ? [] : [`${percent}%`]),
    ...(value === undefined ? [] : [String(value)]),
  ];
}

/** Unknown kinds and fields, probably of a later version: kept, without effect. */
function strangeParts(
  records: readonly JournalRecord[],
): { readonly record: JournalRecord; readonly what: "kind" | "field"; readonly name: string }[] {
  return records.flatMap((record) => {
    const fields = unknownFields(record).map((name) => ({ record, what: "field" as const, name }));
    const isKnown = Object.hasOwn(RECORD_KINDS, record.do);
    return isKnown ? fields : [{ record, what: "kind" as const, name: record.do }, ...fields];
  });
}

function planProblems(journal: FoldedJournal, plan: Plan, at: (record: JournalRecord) => Place | null): Problem[] {
  const like = refsLike(plan);
  const stray = strayRecords(plan, journal, describeMilestone).map(({ record, guess, formerly, renamed }) => {
    const choices = formerly === null && renamed === null ? like(record.ref) : [];
    const details = { ref: record.ref, id: shortId(record.id), known: choices, guess, formerly, renamed };
    return problem({ code: "W-JOURNAL-REF", details }, at(record));
  });
  const outdated = outdatedRecords(plan, journal, describeMilestone).map(({ record, what }) => {
    const details = { id: shortId(record.id), ref: record.ref, what };
    return problem({ code: "W-JOURNAL-CHANGED", details }, at(record));
  });
  const early = earlyRecords(plan, journal).map((record) => {
    const details = { id: shortId(record.id), ref: record.ref, on: record.on, year: plan.year };
    return problem({ code: "W-JOURNAL-EARLY", details }, at(record));
  });
  return [...stray, ...outdated, ...early];
}

/**
 * A problem if the commit at HEAD has a journal here that no longer exists. Nothing else would tell it from a journal
 * that was never begun.
 */
export function goneProblems(journalPath: string, base: string, env: Io["env"]): Problem[] {
  if (journalFiles(journalPath).length > 0) return [];
  const repository = repositoryOf(base, env);
  const committed = repository === null ? [] : [...committedFiles(repository, base, journalPath).keys()];
  const isGone = committed.some((file) => file === journalPath || file.endsWith(".jsonl"));
  return isGone ? [problem({ code: "E-JOURNAL-GONE", details: { file: shownInside(base, journalPath) } }, null)] : [];
}

/** The usual names of a journal beside a plan. */
const USUAL_PLACES = [USUAL_JOURNAL, "journal"];

/** Journals with a usual name that are not the plan's own and have records that it lacks. */
export function unreadProblems(journalPath: string, base: string, { records, unknown }: JournalReading): Problem[] {
  const own = new Set([...records, ...unknown].map(({ id }) => id));
  return USUAL_PLACES.map((name) => join(base, name)).flatMap((path) => {
    // A folder that contains the plan's own journal is not another journal.
    if (path === journalPath || journalPath.startsWith(`${path}${sep}`)) return [];
    const files = readJournalFiles(
      journalFiles(path).filter((file) => lstatSync(file).isFile()),
      (file) => shownInside(base, file),
    );
    const lacking = files.flatMap(({ text }) => text.whole.filter(({ id }) => !own.has(id)));
    if (lacking.length === 0) return [];
    const details = { file: shownInside(base, path), records: lacking.length, own: shownInside(base, journalPath) };
    return [problem({ code: "W-JOURNAL-UNREAD", details }, lineStart(files[0]?.name ?? details.file, 1))];
  });
}

/** A problem if the journal lies in a repository and git is not set to merge it line by line. */
export function attributeProblems(journalPath: string, base: string, env: Io["env"]): Problem[] {
  const [first] = journalFiles(journalPath);
  if (first === undefined || !isMergedOtherwise(base, first, env)) return [];
  const own = shownInside(base, journalPath);
  const pattern = first === journalPath ? own : `${own}/*.jsonl`;
  const line = `${pattern === basename(pattern) ? pattern : `**/${pattern}`} text eol=lf merge=union`;
  return [problem({ code: "W-GITATTRIBUTES", details: { line } }, null)];
}

/** False if git refuses to answer: this is only advice, and the rest works without git. */
function isMergedOtherwise(base: string, file: string, env: Io["env"]): boolean {
  try {
    const repository = repositoryOf(base, env);
    return repository !== null && !isUnionMerged(repository, file);
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

function lineStart(file: string, line: number): Place {
  return { file, line, column: 1, endLine: line, endColumn: 2 };
}

function problem(finding: Finding, at: Place | null): Problem {
  return { ...finding, at, excerpt: null };
}
