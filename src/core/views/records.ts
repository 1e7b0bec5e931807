import { daysBetween } from "../calendar.ts";
import { newestFirst } from "../journal/descent.ts";
import type { Journal } from "../journal/fold.ts";
import type { JournalRecord } from "../journal/record.ts";
import { type Milestone, milestonesOf } from "../plan.ts";
import type { Question } from "../selection.ts";
import { type Standing, standingOf } from "../standing.ts";
import type { LocalTime } from "../zone-offsets.ts";
import { instantOf, localTime } from "../zone.ts";
import { type LateJudge, lateJudge } from "./written-late.ts";

/**
 * The place of each record: journal file (relative to the folder that holds the plan) and line, null if it was just
 * written.
 */
export interface RecordOrigins {
  readonly get: (id: string) => { readonly file: string; readonly line: number | null } | undefined;
}

/** What records are asked about: milestones, and ids of tasks and indicators. */
export interface Subjects {
  readonly milestones: readonly Milestone[];
  readonly others: readonly string[];
}

/** A record, and what became of it. */
export interface RecordView extends JournalRecord {
  readonly live: boolean;
  /** The id of the record that revoked or corrected it. */
  readonly supersededBy: string | null;
  readonly supersededByKind: string | null;
  readonly file: string | null;
  readonly line: number | null;
  /** The writer's clock in the plan's time zone. */
  readonly recorded: LocalTime;
  readonly isCorrection: boolean;
  /** For completions: days before (positive) or after (negative) the milestone's `assessmentDue`. */
  readonly daysEarly: number | null;
  /**
   * Whether it is a completion or extension that was written down only after the due day that it meets or moves (补登).
   */
  readonly recordedLate: boolean;
}

/** Which records are viewed; all by default. */
export interface RecordFilter {
  /** What they are about; null for anything. */
  readonly subjects?: Subjects | null;
  readonly passes?: (record: JournalRecord) => boolean;
}

/**
 * Records dated up to the as-of day, newest first by the writers' clocks; at the same instant, those that descend from
 * others first.
 */
export function viewRecords(
  question: Question,
  origins: RecordOrigins,
  { subjects = null, passes = () => true }: RecordFilter = {},
): RecordView[] {
  const { journal, asOf } = question;
  const refs = subjects === null ? null : [...subjects.milestones.map(({ id }) => id), ...subjects.others];
  const about = refs?.flatMap((ref) => journal.allByRef.get(ref) ?? []) ?? journal.each();
  const records = Array.from(about).filter((record) => record.on <= asOf && passes(record));
  return newestFirst(journal, records).map(recordViewer(question, origins, subjects?.milestones));
}

/** Returns a function that views records. `spokenOf` are the milestones that the records may be about. */
export function recordViewer(
  question: Question,
  origins: RecordOrigins,
  spokenOf: readonly Milestone[] = milestonesOf(question.plan),
): (record: JournalRecord) => RecordView {
  const { plan, journal } = question;
  const milestones = new Map(spokenOf.map((milestone) => [milestone.id, milestone]));
  // A standing takes all records of its milestone, so it is kept for all of them.
  const standings = new Map<string, Standing>();
  const standingFor = (ref: string): Standing | undefined => {
    const [milestone, known] = [milestones.get(ref), standings.get(ref)];
    if (known !== undefined || milestone === undefined) return known;
    const standing = standingOf(milestone, question);
    standings.set(ref, standing);
    return standing;
  };
  const isRecordedLate = lateJudge(plan, journal);
  return (record) => {
    const origin = origins.get(record.id);
    const by = journal.supersededBy.get(record.id);
    const superseding = by === undefined ? undefined : journal.byId.get(by);
    return {
      ...(journal.asPlainRecord?.(record) ?? record),
      live: by === undefined,
      supersededBy: superseding?.id ?? null,
      supersededByKind: superseding?.do ?? null,
      file: origin?.file ?? null,
      line: origin?.line ?? null,
      recorded: localTime(instantOf(record.t), plan.timezone),
      isCorrection: isCorrection(journal, record),
      ...timeliness(record, standingFor(record.ref), isRecordedLate),
    };
  };
}

/** Whether it corrects a record. A revoke of a revoke does not: it takes it back. */
export function isCorrection(journal: Journal, record: JournalRecord): boolean {
  return record.do !== "revoke" && record.of.some((id) => journal.byId.get(id)?.do === record.do);
}

function timeliness(
  record: JournalRecord,
  standing: Standing | undefined,
  isRecordedLate: LateJudge,
): { daysEarly: number | null; recordedLate: boolean } {
  const isJudged = record.do === "done" || record.do === "extend";
  if (!isJudged || standing === undefined) return { daysEarly: null, recordedLate: false };
  const due = record.do === "done" ? standing.assessmentDue : standing.originalDue;
  return {
    daysEarly: record.do === "done" ? daysBetween(record.on, due) : null,
    recordedLate: isRecordedLate(record, due),
  };
}
