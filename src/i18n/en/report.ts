import { type Day, dayOfMonthOf, monthOf, yearOf } from "../../core/calendar.ts";
import type { PeriodKind, ReportSection } from "../../core/report-template.ts";
import type { ReportTexts } from "../zh/report.ts";
import { count } from "./count.ts";

const TITLES: Readonly<Record<ReportSection, string>> = {
  overview: "Overview",
  finished: "Completed",
  behind: "Behind schedule",
  unreported: "Not reported",
  divisions: "By division",
  themes: "By theme",
  indicators: "Targets",
  changes: "Extensions and cancellations",
  unproven: "Done without evidence",
  next: "Due days next quarter",
  annex: "All tasks and milestones",
};

const MONTHS = "January February March April May June July August September October November December".split(" ");

function fullDay(day: Day): string {
  return `${dayOfMonthOf(day)} ${MONTHS[monthOf(day) - 1] ?? ""} ${yearOf(day)}`;
}

function alsoCancelled(number: number): string {
  return number === 0 ? "" : ` besides ${number} cancelled, listed below`;
}

export const report: ReportTexts = {
  sectionTitle: (section: ReportSection, isMonthNext?: boolean) =>
    section === "next" && isMonthNext === true ? "Due days next month" : TITLES[section],
  fullDay,
  titleLines: (plan: string, period: string | null) => [plan, `${period ?? "Annual"} progress report`],
  joinTitle: (lines: readonly string[]) => lines.join(": "),
  numbered: (numeral: string, title: string) => `${numeral}. ${title}`,
  subheading: (numeral: string, title: string) => `(${numeral}) ${title}`,
  annex: (title: string) => `Annex: ${title}`,
  addressed: (addressees: string) => `To: ${addressees}`,
  intro: (plan: string, period: string, from: string, to: string, asOf: string, isForecast: boolean) =>
    `This is the progress of ${plan} for ${period} (${from} to ${to}); ${isForecast ? "the figures are what is expected, by the records so far, on" : "all figures are as of"} ${asOf}.`,
  wholeYear: "the whole year",
  onlyDivisions: (divisions: string) => `It covers only tasks in which ${divisions} leads or assists.`,
  onlyFilters: (filters: string) => `It covers only: ${filters}.`,
  damaged: (lines: number) => `${count(lines, "line")} of the journal damaged; what could not be read did not count.`,
  uncounted: (records: number) =>
    `${count(records, "record")} of the journal about things not in the plan did not count.`,
  restsOn: (records: number, digest: string) =>
    `It rests on ${count(records, "record")} of the journal, digest ${digest}.`,
  nothing: "No task matches.",
  totals: (tasks: number, milestones: number) =>
    `There ${tasks === 1 ? "is" : "are"} ${count(tasks, "task")} with ${count(milestones, "milestone")}.`,
  parts: (leadTasks: number, leadMilestones: number, assistTasks: number, assistMilestones: number) =>
    `Of these it leads ${count(leadTasks, "task")} with ${count(leadMilestones, "milestone")} and assists in ${count(assistTasks, "task")} with ${count(assistMilestones, "milestone")}.`,
  partsApart: (leadTasks: number, leadMilestones: number, assistTasks: number, assistMilestones: number) =>
    `It leads ${count(leadTasks, "task")} with ${count(leadMilestones, "milestone")} and assists in ${count(assistTasks, "task")} with ${count(assistMilestones, "milestone")}.`,
  ofPart: (isLead: boolean, sentences: string) => `${isLead ? "Leading" : "Assisting"}. ${sentences}`,
  stateShare: (state: string, number: number, percent: string) => `${number} ${state} (${percent})`,
  shares: (asOf: string, list: string) => `As of ${asOf}: ${list}.`,
  sentences: (sentences: readonly string[]) => sentences.join(" "),
  rates: (list: string) => `Rates: ${list}.`,
  rate: (name: string, fraction: string) => `${name} ${fraction}`,
  periodCompletion: (kind: PeriodKind) => `completion of the ${kind}`,
  inPeriod: (period: string, _kind: PeriodKind, due: number, done: number, rate: string) =>
    due === 0
      ? `Nothing is due in ${period}.`
      : `Due in ${period}: ${count(due, "milestone")}, of which ${done} done: ${rate}.`,
  pace: (year: string, period: string | null, kind: PeriodKind, method: string) =>
    `Time elapsed (${method}): ${year} of the year${period === null ? "" : `, ${period} of the ${kind}`}.`,
  before: (day: string, from: string, to: string, change: string) =>
    from === to
      ? `Completion is ${to}, the same as on ${day}.`
      : `Since ${day} completion went from ${from} to ${to}: ${change}.`,
  changeOfPoints: (points: number) =>
    points === 0 ? "no change" : `${points > 0 ? "up" : "down"} ${Math.abs(points).toFixed(1)} points`,
  overdueBefore: (day: string, from: number, to: number) => `Overdue: ${from} on ${day}, ${to} now.`,
  verdicts: (indicators: number, list: string) => `${count(indicators, "target")}: ${list}.`,
  verdictCount: (verdict: string, number: number) => `${number} ${verdict}`,
  finished: (period: string, number: number, onTime: number, late: number) =>
    onTime === 0 || late === 0
      ? `Completed in ${period}: ${count(number, "milestone")}, ${number === 1 ? "" : "all "}${late === 0 ? "on time" : "late"}.`
      : `Completed in ${period}: ${count(number, "milestone")}, of which ${onTime} on time and ${late} late.`,
  noneFinished: (period, { before, after }) => {
    const done = [...(before === 0 ? [] : [`${before} done before`]), ...(after === 0 ? [] : [`${after} done after`])];
    return `Nothing was completed in ${period}${done.length === 0 ? "" : `; of what is due in it, ${done.join(", ")}`}.`;
  },
  reached: (number: number) => `Targets met or exceeded: ${number}.`,
  overdue: "Overdue",
  overdueCount: (number: number) => `${count(number, "milestone")}${number > 1 ? ", most days overdue first" : ""}:`,
  noneOverdue: "Nothing is overdue.",
  hindered: "Blocked, behind pace, or due and not done",
  hinderedCount: (number: number) =>
    `${count(number, "milestone")} not overdue, but blocked, behind pace, or due and not done:`,
  belowPace: (points: string) => `${points} points below the pace`,
  noneHindered: (overdue: number) =>
    overdue === 0
      ? "No milestone is recorded as blocked or behind pace, or due and not done."
      : "Of the others none is recorded as blocked or behind pace, or due and not done.",
  behindIndicators: "Targets behind, or due and not reported",
  behindCount: (number: number) => `${count(number, "target")}:`,
  noneBehind: "Of the targets with a reading none is behind, and none is due without one.",
  noReadings: "No target has a reading yet.",
  noIndicators: "There are no targets.",
  silence: (division: string, due: number, silent: number, ids: string) =>
    `${division}: ${count(due, "milestone")} fell due, ${silent} without any record (${ids}).`,
  silent: "Milestones that fell due and of which nothing was recorded, by division:",
  noneSilent: (period: string) => `The leading divisions have recorded something for all that fell due in ${period}.`,
  noneDue: (period: string, due: number) =>
    due === 0
      ? `Nothing fell due in ${period}.`
      : `What is due in ${period} (${count(due, "milestone")}) has not fallen due yet.`,
  countedOnce: "Each task counts once, under its lead.",
  leadAndAssist: "Leading and assisting are counted apart and must not be added together.",
  part: (role: string) => role,
  extended: "Extended",
  extendedCount: (number: number, cancelled: number) =>
    `${count(number, "milestone")} extended with approval${alsoCancelled(cancelled)}; the original day is shown too:`,
  noneExtended: (cancelled: number) => `Nothing was extended${alsoCancelled(cancelled)}.`,
  cancelled: "Cancelled",
  cancelledCount: (number: number) => `${count(number, "milestone")} cancelled with approval, in no denominator:`,
  noneCancelled: "Nothing was cancelled.",
  unprovenCount: (number: number) => `${count(number, "milestone")} done without recorded evidence:`,
  noneDone: "Nothing is done yet.",
  wholeTask: "(the whole task)",
  noneUnproven: "All that is done has evidence.",
  next: (period: string, open: number, done: number) =>
    `${count(open, "milestone")} with ${open === 1 ? "a due day" : "due days"} in ${period} and still open${done === 0 ? "" : `; ${done} done`}:`,
  noneNext: (period: string, done: number) =>
    done === 0
      ? `No milestone has a due day in ${period}.`
      : done === 1
        ? `The one milestone with a due day in ${period} is done.`
        : `All ${done} milestones with due days in ${period} are done.`,
  periodOf: (year: number, quarters: string, isPlanYear: boolean) => (isPlanYear ? quarters : `${quarters} ${year}`),
  notes: (kind: PeriodKind | null) => {
    return `Completion = done ÷ (all − cancelled). Due completion = done among due ÷ due. On time = done on time ÷ due.${kind === null ? "" : ` Completion of the ${kind} = done among due in the ${kind} ÷ due in the ${kind}.`}`;
  },
  legend: (policy: string | null, list: string, isOfIndicators: boolean) =>
    `Lights${isOfIndicators ? " of indicators" : ""}${policy === null ? "" : ` (${policy})`}: ${list}.`,
  moreMilestones: (number: number) => `${number} more milestones: ipplan overdue, ipplan due`,
  columns: {
    id: "Id",
    task: "Task",
    text: "Milestone",
    lead: "Lead",
    assist: "Assisting",
    due: "Due",
    originalDue: "Original due day",
    newDue: "New due day",
    completedOn: "Completed",
    timeliness: "On time",
    overdueDays: "Days overdue",
    state: "Progress",
    light: "Light",
    situation: "Last report",
    problem: "Problem",
    nextStep: "Next step",
    division: "Division",
    theme: "Theme",
    tasks: "Tasks",
    milestones: "Milestones",
    done: "Done",
    overdue: "Overdue",
    completion: "Completion",
    dueCompletion: "Due completion",
    indicator: "Indicator",
    target: "Target",
    value: "Reading",
    share: "Share of target",
    expected: "Expected by then",
    verdict: "Verdict",
    reason: "Reason",
    approver: "Approved by",
    cancelledOn: "Cancelled",
    evidence: "Evidence",
  },
  total: "Total",
  notStated: "not reported",
  chartShares: "Milestones by state",
  chartGroups: "Completion by division",
  page: {
    contents: "Contents",
    filter: "Filter",
    filterHint: "Id, task, division or words",
    anyDivision: "All divisions",
    shown: "{shown} of {all} rows shown",
    sortBy: "Sort by this column",
    division: "Lead",
  },
};
