/** The days of a milestone: the three by which it is due, and what they come to: its reach, its state, the pace of an estimate. */
import { type Day, type Period, laterOf } from "./calendar.ts";
import { type Journal, latestRecord } from "./journal/fold.ts";
import type { Live, Recorded } from "./journal/live.ts";
import type { JournalRecord } from "./journal/record.ts";
import type { PaceGap, State } from "./lights.ts";
import { elapsedPercent } from "./pace.ts";
import type { Milestone, Policy } from "./plan.ts";

/** By which days a milestone is due, and on which it was done. */
export interface MilestoneDays {
  /** The plan's due day: never lost. */
  readonly originalDue: Day;
  /** The due day that rates are judged by: an extension moves it only if it was asked for in time. */
  readonly assessmentDue: Day;
  /** The due day to chase by: the latest live extension's. */
  readonly due: Day;
  /** Start to the latest of the three due days: an extension hides nothing from a quarter's view. */
  readonly reach: Period;
  readonly completedOn: Day | null;
}

/** From its beginning to the latest of its three due days. */
export function reachOf(
  window: Period,
  { extended, assessmentDue, due }: Pick<Recorded, "extended"> & Pick<MilestoneDays, "assessmentDue" | "due">,
): Period {
  if (!extended) return window;
  return { start: window.start, end: laterOf(window.end, laterOf(assessmentDue, due)) };
}

/** The extension that moves the day that rates are judged by: the latest that was asked for in time. */
export function judgedExtensionOf(originalDue: Day, journal: Journal, extensions: Live): JournalRecord | undefined {
  if (extensions.length === 0) return undefined;
  const inTime = extensions.filter(({ on }) => on <= originalDue);
  return latestRecord(journal, inTime);
}

/** Whether it was cancelled is asked only where it was not done. */
export function stateOf(
  window: Period,
  standing: Pick<Recorded, "cancellation"> & Pick<MilestoneDays, "completedOn" | "due">,
  asOf: Day,
): State {
  if (standing.completedOn !== null) return "done";
  if (standing.cancellation !== null) return "cancelled";
  if (asOf > standing.due) return "overdue";
  return asOf >= window.start ? "active" : "upcoming";
}

/**
 * A progress estimate is judged at the pace of its own day, within the window up to the day to chase by: at the number that is
 * printed, so that every gap and its light can be checked by hand.
 */
export function paceOf(milestone: Milestone, due: Day, progress: JournalRecord | null, policy: Policy): PaceGap | null {
  if (progress?.percent === undefined) return null;
  const window = { start: milestone.window.start, end: due };
  return { actual: progress.percent, expected: elapsedPercent(window, progress.on, policy.pace) };
}
