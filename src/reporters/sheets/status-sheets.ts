/** The tables of `status`, `overdue`, `due` and `gantt`, and the legend for tables with lights. */
import { LIGHTS, type Light, STATES } from "../../core/lights.ts";
import { type Day, QUARTERS, yearOf } from "../../core/calendar.ts";
import type { DueView } from "../../core/views/due.ts";
import type { GanttMark } from "../../core/views/gantt-row.ts";
import type { GanttView } from "../../core/views/gantt.ts";
import type { GroupView } from "../../core/views/groups.ts";
import type { LightPolicyView } from "../../core/views/light-policy.ts";
import type { ListedMilestone } from "../../core/views/milestone.ts";
import type { StatusView } from "../../core/views/status.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { workbookTexts } from "../../i18n/workbook.ts";
import { groupHeading, groupName } from "../words/group-texts.ts";
import { legendOf } from "../words/legend.ts";
import { capital } from "../words/phrases.ts";
import { type Sheet, type SheetHead, type Value, headOf, situationValue } from "./sheet.ts";
import type { OverdueView } from "../../core/views/overdue.ts";

/** The tables of `status`: a row for each group with the total, and what is overdue. */
export function statusSheets(view: StatusView, catalogue: Catalogue): [Sheet, ...Sheet[]] {
  const { screens, words } = catalogue;
  const headings = [
    groupHeading(view, catalogue),
    screens.tasks,
    screens.milestones,
    ...dueHeadings(view, catalogue),
    ...STATES.map((state) => words.state(state)),
    ...[screens.completion, screens.dueCompletion, screens.onTime].map(capital).map(screens.inPercent),
    screens.place,
  ];
  const total = { key: "", name: screens.total, counts: view.totals, rates: view.rates, place: null };
  // What a division leads and what it assists in are never added up.
  const hasTotal = view.addsUp && view.groupBy !== "role";
  const rows = [...view.groups, ...(hasTotal ? [total] : [])].map((group) => {
    const { counts, rates } = group;
    const part = group.key === "lead" ? words.lead : words.assist;
    return [
      view.groupBy === "role"
        ? `${group.name} ${part}`
        : groupName(group, group.key === "" ? { groupBy: "theme" } : view, catalogue),
      ...[counts.tasks, counts.milestones, ...dueNumbers(group)],
      ...STATES.map((state) => counts[state]),
      ...[rates.completion.percent, rates.dueCompletion.percent, rates.onTime.percent],
      group.place,
    ];
  });
  return [{ ...headOf(view, screens.status), headings, rows, hasTotal }, ...overdueSheets(view, catalogue)];
}

/** What is overdue. What is overdue from before the period is in none of the first table's numbers. */
function overdueSheets(view: StatusView, catalogue: Catalogue): Sheet[] {
  const { screens, words, language } = catalogue;
  const overdue = words.state("overdue");
  const isQuarter = view.quarters?.length === 1;
  const name = workbookTexts(language).arrears(isQuarter);
  const before = { title: screens.arrears(view.arrears.length, isQuarter), name };
  return [
    ...(view.overdue.length === 0
      ? []
      : [overdueSheet({ title: overdue, name: overdue }, view.overdue.items, catalogue)]),
    ...(view.arrears.length === 0 ? [] : [overdueSheet(before, view.arrears.items, catalogue)]),
  ];
}

/**
 * The headings of the numbers of due milestones. With a period, those due in it are separate from those due on or
 * before the as-of day, which the other two rates are based on.
 */
function dueHeadings({ period, quarters }: StatusView, { screens, language }: Catalogue): string[] {
  const { dueIn, dueDoneIn, dueInRate, dueSoFar, dueDone, onTimeCount } = workbookTexts(language);
  if (period === null) return [dueSoFar, dueDone, onTimeCount];
  const kind = quarters?.length === 1 ? "quarter" : "period";
  const inPeriod = [dueIn(kind), dueDoneIn(kind), screens.inPercent(dueInRate(kind))];
  return [...inPeriod, dueSoFar, dueDone, onTimeCount];
}

function dueNumbers({ counts, rates }: Pick<GroupView, "counts" | "rates">): (number | null)[] {
  const { dueCompletion, onTime, quarterCompletion } = rates;
  if (quarterCompletion === null) return [counts.due, counts.dueDone, onTime.numerator];
  const soFar = [dueCompletion.denominator, dueCompletion.numerator, onTime.numerator];
  return [counts.due, counts.dueDone, quarterCompletion.percent, ...soFar];
}

/** The table of `due`: a row for each milestone in each group. */
export function dueSheet(view: DueView, catalogue: Catalogue): Sheet {
  const { screens, words } = catalogue;
  const headings = [
    ...[milestonesHeading(view, catalogue), screens.due, screens.assessmentDue, screens.id, screens.tasks],
    ...[screens.divisions, screens.light, screens.reason, screens.milestoneText, screens.lastWord],
  ];
  const rows = view.groups.flatMap((group) =>
    group.milestones.map((milestone) => [
      groupName(group, view, catalogue),
      milestone.due,
      milestone.assessmentDue,
      milestone.id,
      `${milestone.task} ${milestone.taskTitle}`,
      milestone.divisions.join(words.listSeparator),
      words.light(milestone.light),
      words.reason(milestone.lightReason),
      milestone.text,
      situationValue(milestone, catalogue),
    ]),
  );
  return { ...headOf(view, screens.comingTitle), headings, rows };
}

/**
 * The table of `gantt`: a column for each quarter with its milestones: id, light and reason (a light is never shown
 * without), and the due day if it is in another year.
 */
export function ganttSheet(view: GanttView, { screens, words }: Catalogue): Sheet {
  const dayOf = (due: Day): string => (yearOf(due) === view.plan?.year ? "" : words.inBrackets(due));
  const markOf = ({ id, light, lightReason, due }: GanttMark): string =>
    `${id} ${words.light(light)} ${words.reason(lightReason)}${dayOf(due)}`;
  const headings = [
    ...[screens.id, screens.taskAndTitle, screens.leadDivision],
    ...QUARTERS.map((quarter) => words.quarters([quarter])),
    screens.ratio,
  ];
  const rows = view.rows.map((row) => [
    ...[row.task, row.title, row.lead],
    ...row.quarters.map(({ milestones }) => milestones.map(markOf).join(words.listSeparator)),
    `${row.progress.done}/${row.progress.milestones}`,
  ]);
  return { ...headOf(view, screens.yearAtAGlance), headings, rows };
}

/** The legend for the lights shown, with a second column for lights of indicators; none if no light is shown. */
export function legendSheets(
  policy: LightPolicyView,
  lights: readonly Light[],
  catalogue: Catalogue,
  ofIndicators: readonly Light[] = [],
): Sheet[] {
  const { screens, words } = catalogue;
  const columns = [
    legendOf(policy, lights, catalogue),
    ...(ofIndicators.length === 0 ? [] : [legendOf(policy, ofIndicators, catalogue, "indicators")]),
  ];
  const shown = LIGHTS.filter((light) => lights.includes(light) || ofIndicators.includes(light));
  const rows = shown.map((light) => [
    words.light(light),
    ...columns.map((meanings) => meanings.find((own) => own.light === light)?.meaning ?? null),
  ]);
  const headings = [screens.light, screens.meaning, screens.meaningOfIndicators].slice(0, columns.length + 1);
  const title = `${screens.legend}${words.inBrackets(words.lightPolicy(policy.name))}`;
  return rows.length === 0 ? [] : [{ title, name: screens.legend, headings, rows }];
}

/** The table of overdue milestones. */
export function overdueSheet(head: SheetHead, milestones: readonly ListedMilestone[], catalogue: Catalogue): Sheet {
  const rows = milestones.map((milestone) => overdueRow(milestone, catalogue));
  return { ...head, headings: overdueHeadings(catalogue), rows };
}

/** The same, with a row for each milestone in each group. */
export function overdueByGroup(head: SheetHead, view: OverdueView, catalogue: Catalogue): Sheet {
  const rows = view.groups.flatMap((group) => {
    const name = groupName(group, view, catalogue);
    return group.listed().map((milestone) => [name, ...overdueRow(milestone, catalogue)]);
  });
  return { ...head, headings: [milestonesHeading(view, catalogue), ...overdueHeadings(catalogue)], rows };
}

/**
 * The heading of the column of groups. Grouping by quarter is called the quarter of the due day, since the list also
 * has a column of due days.
 */
function milestonesHeading(view: DueView | OverdueView, catalogue: Catalogue): string {
  if (view.groupBy === "quarter") return workbookTexts(catalogue.language).quarterOfDue;
  return groupHeading(view, catalogue);
}

function overdueHeadings({ screens }: Catalogue): string[] {
  return [
    ...[screens.daysOverdue, screens.id, screens.due, screens.originalDue, screens.assessmentDue],
    ...[screens.leadDivision, screens.divisions, screens.tasks, screens.milestoneText, screens.lastWord],
  ];
}

function overdueRow(milestone: ListedMilestone, catalogue: Catalogue): Value[] {
  return [
    milestone.daysOverdue,
    milestone.id,
    milestone.due,
    milestone.originalDue,
    milestone.assessmentDue,
    milestone.lead,
    milestone.divisions.join(catalogue.words.listSeparator),
    `${milestone.task} ${milestone.taskTitle}`,
    milestone.text,
    situationValue(milestone, catalogue),
  ];
}
