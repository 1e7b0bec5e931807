/** The numbers of a bulletin: for the plan, for the period, by division and theme, and before the period. */
import { type Day, type Period, addDays, periodOfYear } from "../calendar.ts";
import { type Counts, type Rates, figuresOf } from "../counts.ts";
import type { Division, Task } from "../plan.ts";
import { percentagesOfWhole } from "../rounding.ts";
import { type Role, type SelectedTask, filterPeriods, select, takesPart } from "../selection.ts";
import type { Inquiry } from "./envelope.ts";
import { type State, STATES } from "../lights.ts";

/** Counts for the plan up to the as-of day, and for the period; `inPeriod` is null in a report on the whole year. */
export interface ReportNumbers {
  readonly counts: Counts;
  readonly rates: Rates;
  readonly inPeriod: { readonly counts: Counts; readonly rates: Rates } | null;
}

/** A row of the tables by division and by theme. */
export interface ReportGroup extends ReportNumbers {
  readonly key: string;
  readonly name: string;
}

/** How many milestones are in a state. The percentages of all states add up to 100.0. */
export interface StateShare {
  readonly state: State;
  readonly milestones: number;
  readonly percent: number;
}

/** The numbers at the end of an earlier day. */
export interface BeforeView {
  readonly asOf: Day;
  readonly counts: Counts;
  readonly rates: Rates;
}

/** One role of a division: its numbers before the period, and by theme. The two roles never add up. */
export interface PartView {
  readonly key: "lead" | "assist";
  readonly before: BeforeView | null;
  readonly themes: readonly ReportGroup[];
}

/** The tasks with all their milestones, and with only those of the period; null without one. */
export interface Chosen {
  readonly whole: readonly SelectedTask[];
  readonly inPeriod: readonly SelectedTask[] | null;
}

/** The numbers of the tasks that pass `keep`. */
export function numbersOf(
  { plan, asOf, filters }: Inquiry,
  chosen: Chosen,
  keep: (task: Task) => boolean,
): ReportNumbers {
  const own = (tasks: readonly SelectedTask[]): SelectedTask[] => tasks.filter(({ task }) => keep(task));
  const periods = filterPeriods(plan, filters);
  const whole = own(chosen.whole);
  const inPeriod = chosen.inPeriod === null ? null : own(chosen.inPeriod);
  return {
    ...figuresOf(whole, asOf, null),
    inPeriod: inPeriod === null ? null : figuresOf(inPeriod, asOf, periods),
  };
}

/** Milestones by state, with percentages that add up to 100.0. */
export function sharesOf(counts: Counts): StateShare[] {
  const percents = percentagesOfWhole(STATES.map((state) => counts[state]));
  return STATES.map((state, index) => ({ state, milestones: counts[state], percent: Number(percents[index]) }));
}

/**
 * The numbers on the day before the period, judged by all records known now, so that corrections apply. `whole` has no
 * period in its filters. Null if the period begins with the year or has not begun.
 */
export function viewBefore(whole: Inquiry, period: Period, keep: (task: Task) => boolean): BeforeView | null {
  const asOf = addDays(period.start, -1);
  if (period.start === periodOfYear(whole.plan.year).start || asOf >= whole.asOf) return null;
  const tasks = select({ ...whole, asOf }).filter(({ task }) => keep(task));
  return { asOf, ...figuresOf(tasks, asOf, null) };
}

/**
 * Each task once, under its lead. With one division, what it leads and what it assists in are kept apart, since they
 * never add up.
 */
export function groupsOf(inquiry: Inquiry, chosen: Chosen): ReportGroup[] {
  const { plan, filters } = inquiry;
  const only = onlyDivision(inquiry);
  const group = (key: string, division: Division, role: Role): ReportGroup => ({
    key,
    name: division.name,
    ...numbersOf(inquiry, chosen, (task) => takesPart(task, division.id, role)),
  });
  if (only !== undefined) return PARTS.map((part) => group(part, only, part));
  const groups = plan.divisions.map((division) => group(division.id, division, "lead"));
  const { divisions, districts, themes, sections } = filters;
  const isWhole = [divisions, districts, themes, sections].every(({ length }) => length === 0);
  return groups.filter(({ counts }) => isWhole || counts.tasks > 0);
}

/** The themes with tasks that pass `keep`, in plan order. */
export function themesOf(inquiry: Inquiry, chosen: Chosen, keep: (task: Task) => boolean = () => true): ReportGroup[] {
  const groups = inquiry.plan.themes.map(({ id, title }) => ({
    key: id,
    name: title,
    ...numbersOf(inquiry, chosen, (task) => task.theme === id && keep(task)),
  }));
  return groups.filter(({ counts }) => counts.tasks > 0);
}

const PARTS = ["lead", "assist"] as const;

function onlyDivision({ plan, filters }: Inquiry): Division | undefined {
  const [only, ...others] = plan.divisions.filter(({ id }) => filters.divisions.includes(id));
  return others.length === 0 ? only : undefined;
}

/** With one division, its two roles. `whole` is the same inquiry without a period. */
export function partsOf(inquiry: Inquiry, whole: Inquiry, chosen: Chosen, period: Period): PartView[] {
  const only = onlyDivision(inquiry);
  if (only === undefined) return [];
  return PARTS.map((key) => {
    const keep = (task: Task): boolean => takesPart(task, only.id, key);
    return { key, before: viewBefore(whole, period, keep), themes: themesOf(inquiry, chosen, keep) };
  });
}
