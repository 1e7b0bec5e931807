/** `sheet`: what a division has to report for a quarter or a month, as a form to be filled in. */
import { type Day, type Period, type Quarter, overlaps, periodOfMonth, periodOfQuarter } from "../calendar.ts";
import type { Division } from "../plan.ts";
import { NO_FILTERS, type Role, type SelectedTask, select } from "../selection.ts";
import type { Standing } from "../standing.ts";
import type { Inquiry } from "./envelope.ts";
import { type ListedIndicator, listIndicators } from "./indicators.ts";
import { type ListedMilestone, listMilestones } from "./milestone.ts";

/** The form's own version: a form of another one is not read. */
export const FORM_VERSION = "ipplan-form/1";

/** What a form is for: a quarter, or a month from 1 to 12. */
export type FormSpan = { readonly quarter: Quarter } | { readonly month: number };

/** Its first and last day in the year. */
export function periodOfSpan(span: FormSpan, year: number): Period {
  return "month" in span ? periodOfMonth(year, span.month) : periodOfQuarter(year, span.quarter);
}

export interface FormView {
  readonly plan: { readonly title: string; readonly year: number };
  readonly division: Division;
  readonly asOf: Day;
  readonly span: FormSpan;
  readonly period: Period;
  /** What the division leads and what is due or running in the period; what is overdue from earlier stands first. */
  readonly milestones: readonly ListedMilestone[];
  /** Likewise where it assists: the leading division reports those. */
  readonly assisting: readonly ListedMilestone[];
  /** The indicators of the tasks that it leads, but what is cancelled. */
  readonly indicators: readonly ListedIndicator[];
}

/** The form of one division. Cancelled milestones are in none. */
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

/** Whether the division has anything to fill in; where it assists, others do. */
export function hasToReport({ milestones, indicators }: Pick<FormView, "milestones" | "indicators">): boolean {
  return milestones.length > 0 || indicators.length > 0;
}

/** Overdue from before the period. */
export function isArrear({ state, due }: Pick<Standing, "state" | "due">, { start }: Period): boolean {
  return state === "overdue" && due < start;
}
