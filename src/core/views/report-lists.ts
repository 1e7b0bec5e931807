/** Two lists of the bulletin: which divisions said nothing of what fell due, and what falls due next. */
import {
  type Day,
  addDays,
  type Period,
  type Quarter,
  contains,
  monthOf,
  periodOfMonth,
  periodOfQuarter,
  quarterOf,
  yearOf,
} from "../calendar.ts";
import { isDue } from "../counts.ts";
import { liveUpTo } from "../journal/fold.ts";
import { isReport } from "../journal/live.ts";
import { isOpen } from "../lights.ts";
import { leadOf } from "../plan.ts";
import { type SelectedTask, filterPeriods, selectedStandings } from "../selection.ts";
import type { Standing } from "../standing.ts";
import type { Inquiry } from "./envelope.ts";
import { type ListedMilestone, earlierDue, listMilestones } from "./milestone.ts";

/** A division with milestones that fell due and about which the journal says nothing. */
export interface SilenceView {
  readonly key: string;
  readonly name: string;
  /** How many of the milestones that it leads fell due in the period, up to the as-of day. */
  readonly due: number;
  /** Those of them about which nothing is recorded: no completion, progress, note, block or extension. */
  readonly milestones: readonly ListedMilestone[];
}

/**
 * The next quarter or, for a report on months, month: after the period; or after the current quarter, in a report on
 * the whole year.
 */
export interface NextPeriodView extends Period {
  readonly year: number;
  /** The quarter; of a month, the one that has it. */
  readonly quarter: Quarter;
  /** 1–12; null if it is a quarter. */
  readonly month: number | null;
  /** How many of those due in it are done already. */
  readonly done: number;
  /** Open ones that are due in it, overdue ones too, by due day. */
  readonly milestones: readonly ListedMilestone[];
}

/** Silent divisions, in plan order. A word on a task counts for all its milestones. */
export function viewSilence(inquiry: Inquiry, tasks: readonly SelectedTask[], period: Period): SilenceView[] {
  const { plan, asOf } = inquiry;
  const fellDue = (standing: Standing): boolean =>
    isDue(standing, asOf, null) && contains(period, standing.assessmentDue);
  const isSilent = (standing: Standing): boolean =>
    fellDue(standing) && !isSpokenOf(standing.milestone.id, inquiry) && !isSpokenOf(standing.milestone.task, inquiry);
  const silences = plan.divisions.map(({ id, name }) => {
    const led = tasks.filter(({ task }) => leadOf(task) === id);
    const due = selectedStandings(led).filter(fellDue).length;
    return { key: id, name, due, milestones: listMilestones(inquiry, led, isSilent) };
  });
  return silences.filter(({ milestones }) => milestones.length > 0);
}

function isSpokenOf(ref: string, { journal, asOf }: Inquiry): boolean {
  return liveUpTo(journal, ref, asOf).some(isReport);
}

/**
 * What is due in the quarter or month after the period; for the whole year while it runs, in the quarter after the
 * current one.
 */
export function viewNextPeriod(inquiry: Inquiry, tasks: readonly SelectedTask[], period: Period): NextPeriodView {
  const { plan, asOf, filters } = inquiry;
  const isWholeYear = filterPeriods(plan, filters) === null;
  const first = addDays(isWholeYear && asOf < period.end ? lastOfQuarter(dayReached(asOf, period)) : period.end, 1);
  const [year, quarter, month] = [yearOf(first), quarterOf(first), filters.months === null ? null : monthOf(first)];
  const next = month === null ? periodOfQuarter(year, quarter) : periodOfMonth(year, month);
  const isThen = ({ due }: Standing): boolean => contains(next, due);
  const open = listMilestones(inquiry, tasks, (standing) => isThen(standing) && isOpen(standing));
  return {
    ...next,
    ...{ year, quarter, month },
    done: selectedStandings(tasks).filter((standing) => isThen(standing) && standing.state === "done").length,
    milestones: open.toSorted(earlierDue),
  };
}

/** The as-of day; or, before the year begins, the day before it, so that the next quarter is the first one. */
function dayReached(asOf: Day, { start }: Period): Day {
  return asOf < start ? addDays(start, -1) : asOf;
}

function lastOfQuarter(day: Day): Day {
  return periodOfQuarter(yearOf(day), quarterOf(day)).end;
}
