/** What changed between two days. Both are judged by all records known now, so corrections apply to both. */
import type { Day } from "../calendar.ts";
import { isOpen } from "../lights.ts";
import type { SelectedTask } from "../selection.ts";
import { type Standing, standingOf } from "../standing.ts";
import { isPlanned } from "../plan.ts";
import type { Inquiry } from "./envelope.ts";
import { viewIndicator } from "./indicator.ts";

/**
 * Ids of milestones by what happened to them after `since`, up to the as-of day. A milestone may be in several lists.
 */
export interface ChangesView {
  readonly since: Day;
  readonly done: readonly string[];
  readonly overdue: readonly string[];
  readonly extended: readonly string[];
  readonly cancelled: readonly string[];
  readonly blocked: readonly string[];
  readonly unblocked: readonly string[];
  /** Added to the plan. */
  readonly added: readonly string[];
  /** Ids of indicators with a reading dated after `since`. */
  readonly readings: readonly string[];
}

/** A milestone on both days; `before` is null if it was not in the plan yet. */
interface Pair {
  readonly before: Standing | null;
  readonly now: Standing;
}

/** What changed for the selected milestones from the end of `since` to the end of the as-of day. */
export function viewChanges(inquiry: Inquiry, tasks: readonly SelectedTask[], since: Day): ChangesView {
  const { plan, journal } = inquiry;
  const pairs = tasks.flatMap(({ task, selected }) =>
    selected.map((now): Pair => {
      const wasPlanned = isPlanned(task, since) && isPlanned(now.milestone, since);
      return { now, before: wasPlanned ? standingOf(now.milestone, { plan, journal, asOf: since }) : null };
    }),
  );
  const ids = (isNew: (pair: Pair) => boolean): string[] => pairs.filter(isNew).map(({ now }) => now.milestone.id);
  return {
    since,
    done: ids(({ before, now }) => now.state === "done" && before?.state !== "done"),
    overdue: ids(({ before, now }) => now.state === "overdue" && before?.state !== "overdue"),
    extended: ids(({ before, now }) => now.extension !== null && now.extension.id !== before?.extension?.id),
    cancelled: ids(({ before, now }) => now.state === "cancelled" && before?.state !== "cancelled"),
    blocked: ids(({ before, now }) => now.block !== null && (before?.block ?? null) === null),
    unblocked: ids(({ before, now }) => isOpen(now) && now.block === null && (before?.block ?? null) !== null),
    added: ids(({ before }) => before === null),
    readings: tasks.flatMap(({ task }) =>
      task.indicators
        .map((indicator) => viewIndicator(inquiry, task, indicator))
        .filter(({ on }) => on !== null && on > since)
        .map(({ id }) => id),
    ),
  };
}
