import { type Day, earlierOf } from "../calendar.ts";
import { type Journal, targetsOf } from "../journal/fold.ts";
import type { JournalRecord } from "../journal/record.ts";
import type { Plan } from "../plan.ts";
import { instantOf, localTime } from "../zone.ts";

/** Whether a record is dated up to the due day but was written down after it (补登). */
export type LateJudge = (record: JournalRecord | undefined, due: Day) => boolean;

/**
 * Returns a judge of late records. A correction that keeps the days of the record that it corrects (to add evidence,
 * for example) counts as written when that one was. The first day of each record is cached for those that correct it.
 */
export function lateJudge({ timezone }: Pick<Plan, "timezone">, journal: Journal): LateJudge {
  // Made for the first late record: most judges never see one, and a list has a judge for each milestone.
  let found: Map<string, Day> | undefined;
  const dayOf = (record: JournalRecord): Day => localTime(instantOf(record.t), timezone).day;
  return (record, due) =>
    record !== undefined &&
    record.on <= due &&
    dayOf(record) > due &&
    firstWritten(journal, dayOf, (found ??= new Map<string, Day>()), record) > due;
}

/** Whether all completions of the day that counts were written down late: there may be several. */
export function isCompletedLate(isLate: LateJudge, completions: readonly JournalRecord[], due: Day): boolean {
  const [first] = completions;
  return first !== undefined && completions.every((record) => record.on !== first.on || isLate(record, due));
}

/**
 * The first day on which the record, or one that it corrects while keeping its days, was written. Not recursive, since
 * a chain may be as long as the journal.
 */
function firstWritten(
  journal: Journal,
  dayOf: (record: JournalRecord) => Day,
  found: Map<string, Day>,
  record: JournalRecord,
): Day {
  let day = found.get(record.id) ?? dayOf(record);
  const stack = [record];
  for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
    const { id, do: kind, on, to } = one;
    if (found.has(id)) continue;
    const kept = targetsOf(journal, one).filter((other) => other.do === kind && other.on === on && other.to === to);
    const days = kept.flatMap((other) => found.get(other.id) ?? []);
    if (days.length < kept.length) {
      stack.push(one, ...kept.filter((other) => !found.has(other.id)));
      continue;
    }
    // The record itself is settled last.
    day = days.reduce(earlierOf, dayOf(one));
    found.set(id, day);
  }
  return day;
}
