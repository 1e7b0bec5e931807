/**
 * The days of a milestone: its three due days, and what follows from them: its reach, its state, and the pace of a
 * progress estimate.
 */
import { type Day, type Period, earlierOf, laterOf } from "./calendar.ts";
import { type Journal, latestRecord } from "./journal/fold.ts";
import type { Live, Recorded } from "./journal/live.ts";
import type { JournalRecord } from "./journal/record.ts";
import type { PaceGap, State } from "./lights.ts";
import { elapsedPercent } from "./pace.ts";
import type { Milestone, Policy } from "./plan.ts";

/** When a milestone is due, and when it was done. */
export interface MilestoneDays {
  /** The due day in the plan; no extension changes it. */
  readonly originalDue: Day;
  /** The due day that rates go by: an extension moves it only if its `on` is not after the original due day. */
  readonly assessmentDue: Day;
  /** The due day to chase by: that of the latest live extension. */
  readonly due: Day;
  /**
   * From the window's start to the latest of the three due days, so that an extension hides nothing from a quarter's
   * view. It begins with the due day to chase by if another program's extension set one before the window.
   */
  readonly reach: Period;
  readonly completedOn: Day | null;
}

/** The days of the window and the three due days. */
export function reachOf(
  window: Period,
  { extended, assessmentDue, due }: Pick<Recorded, "extended"> & Pick<MilestoneDays, "assessmentDue" | "due">,
): Period {
  if (!extended) return window;
  return { start: earlierOf(window.start, due), end: laterOf(window.end, laterOf(assessmentDue, due)) };
}

/** The extension that moves `assessmentDue`: the latest of those whose `on` is not after the original due day. */
export function judgedExtensionOf(originalDue: Day, journal: Journal, extensions: Live): JournalRecord | undefined {
  if (extensions.length === 0) return undefined;
  const inTime = extensions.filter(({ on }) => on <= originalDue);
  return latestRecord(journal, inTime);
}

/**
 * The first state that applies: done, cancelled, overdue, active, else upcoming. Reads `cancellation` only if the
 * milestone is not done.
 */
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
 * The progress estimate beside the pace of its own day, within the window up to the due day to chase by; null without
 * an estimate. The pace is rounded as it is printed, so that every gap and its light can be checked by hand.
 */
export function paceOf(milestone: Milestone, due: Day, progress: JournalRecord | null, policy: Policy): PaceGap | null {
  if (progress?.percent === undefined) return null;
  const window = { start: milestone.window.start, end: due };
  return { actual: progress.percent, expected: elapsedPercent(window, progress.on, policy.pace) };
}
