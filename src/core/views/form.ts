/** `sheet`: what a division has to report for a quarter or a month, as a form to be filled in. */
import { type Day, type Period, type Quarter, overlaps, periodOfMonth, periodOfQuarter } from "../calendar.ts";
import type { Division } from "../plan.ts";
import { NO_FILTERS, type Role, type SelectedTask, select } from "../selection.ts";
import type { Standing } from "../standing.ts";
import type { Inquiry } from "./envelope.ts";
import { type ListedIndicator, listIndicators } from "./indicators.ts";
import { type ListedMilestone, listMilestones } from "./milestone.ts";

/** The form's version. Forms of other versions are not read. */
export const FORM_VERSION = "ipplan-form/1";

/** What period a form is for: a quarter, or a month (1–12). */
export type FormSpan = { readonly quarter: Quarter } | { readonly month: number };

/** The period's first and last day in the year. */
export function periodOfSpan(span: FormSpan, year: number): Period {
  return "month" in span ? periodOfMonth(year, span.month) : periodOfQuarter(year, span.quarter);
}

export interface FormView {
  readonly plan: { readonly title: string; readonly year: number };
  readonly division: Division;
  readonly asOf: Day;
  readonly span: FormSpan;
  readonly period: Period;
  /** Milestones that the division leads and that overlap the period; overdue ones from before it come first. */
  readonly milestones: readonly ListedMilestone[];
  /** The same for tasks in which it assists. Their leads report on those. */
  readonly assisting: readonly ListedMilestone[];
  /** The indicators of the tasks that it leads, without cancelled ones. */
  readonly indicators: readonly ListedIndicator[];
}

/** The form of one division, without cancelled milestones. */
export function viewForm(inquiry: Inquiry, division: Division, span: FormSpan): FormView {
  const { plan, asOf } = inquiry;
  const period = periodOfSpan(span, plan.year);
  const take = (role: Role): SelectedTask[] =>
    select({ ...inquiry, filters: { ...NO_FILTERS, divisions: [division.id], role } });
  const isAsked = (standing: Standing): boolean =>
    standing.state !== "cancelled" && (overlaps(standing.reach, period) || isArrear(standing, period));
  const led = take("lead");
  const asked = listMilestones(inquiry, led, isAsked);
  return {
    plan: { title: plan.title, year: plan.year },
    division,
    asOf,
    span,
    period,
    milestones: [...asked.filter((one) => isArrear(one, period)), ...asked.filter((one) => !isArrear(one, period))],
    assisting: listMilestones(inquiry, take("assist"), isAsked),
    indicators: led.flatMap((task) => listIndicators(inquiry, task)).filter(({ verdict }) => verdict !== "cancelled"),
  };
}

/** Whether the division has anything to fill in. Where it only assists, the lead reports. */
export function hasToReport({ milestones, indicators }: Pick<FormView, "milestones" | "indicators">): boolean {
  return milestones.length > 0 || indicators.length > 0;
}

/** Whether it is overdue since before the period. */
export function isArrear({ state, due }: Pick<Standing, "state" | "due">, { start }: Period): boolean {
  return state === "overdue" && due < start;
}
