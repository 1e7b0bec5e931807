/** `overdue`: the clerk's list, with facts on one line and the plan's text below. */
import type { ListedMilestone } from "../../core/views/milestone.ts";
import { groupName } from "../words/group-texts.ts";
import { padEnd, wrap, wrapPieces } from "../layout.ts";
import { type Look, shortDay } from "../look.ts";
import { type Column, type TableRow, renderTable } from "../table.ts";
import { DAYS_WIDTH } from "./overdue-block.ts";
import { extensionMarks, leadText, situationText } from "../words/phrases.ts";
import { pastTargetLines } from "./target-lines.ts";
import { afterYearLines, heading } from "./frame.ts";
import type { OverdueView } from "../../core/views/overdue.ts";

/** The screen of `overdue`. */
export function renderOverdue(view: OverdueView, look: Look): string[] {
  const { screens } = look.catalogue;
  const { plan } = view;
  const milestones = view.milestones.items;
  if (plan === null) return [];
  const only = view.silent === null ? [] : [screens.silentOnly(view.silent)];
  const around = { asked: view.filters.divisions, planYear: plan.year };
  const targets = pastTargetLines(view.indicators, view.lightPolicy, around, look);
  if (milestones.length === 0) {
    return [
      ...heading(screens.noneOverdue, view, look),
      ...only,
      ...extendedLines(view, look),
      ...targets,
      ...afterYearLines(view, look),
    ];
  }
  const tasks = new Set(milestones.map(({ task }) => task)).size;
  const leads = [...new Set(milestones.map(({ lead }) => lead))];
  return [
    ...heading(screens.overdueHeading(milestones.length, tasks, leads.length), view, look),
    ...only,
    "",
    ...overdueTable(view, plan.year, look),
    "",
    ...wrap(
      screens.aging(view.aging.over90, view.aging.days31to90, view.aging.days8to30, view.aging.days1to7),
      look.width,
    ),
    ...groupCounts(view, look),
    ...extendedLines(view, look),
    ...targets,
    ...afterYearLines(view, look),
  ];
}

function overdueTable(view: OverdueView, planYear: number, look: Look): string[] {
  const { screens } = look.catalogue;
  const columns: Column[] = [
    { heading: padEnd(screens.overdue, DAYS_WIDTH), align: "right" },
    { heading: screens.id, align: "left" },
    { heading: screens.due, align: "left" },
    { heading: screens.leadDivision, align: "left" },
    { heading: screens.lastWordAndText, align: "left", fill: true },
  ];
  const asked = view.filters.divisions;
  const rows = view.milestones.items.flatMap((milestone): TableRow[] => [
    factRow(milestone, asked, planYear, look),
    { across: milestone.text, from: 3 },
  ]);
  return renderTable(columns, rows, look);
}

function factRow(milestone: ListedMilestone, asked: readonly string[], planYear: number, look: Look): TableRow {
  const { screens } = look.catalogue;
  const { originalDue, due, extended } = milestone;
  const moved = screens.extended(shortDay(originalDue, planYear), shortDay(due, planYear));
  const original = extended ? `${moved}${extensionMarks(milestone, planYear, look)}\n` : "";
  return [
    { text: screens.days(milestone.daysOverdue ?? 0), brush: look.paint.red },
    milestone.id,
    shortDay(milestone.due, planYear),
    leadText(milestone, asked, look),
    original + situationText(milestone, planYear, look),
  ];
}

/** The number of milestones by group, in plan order: divisions are never ranked by their arrears. */
function groupCounts(view: OverdueView, look: Look): string[] {
  const { screens, words } = look.catalogue;
  const pieces = view.groups.map((group, index) => {
    const count = screens.divisionCount(groupName(group, view, look.catalogue), group.milestones);
    return count + (index < view.groups.length - 1 ? words.listSeparator.trimEnd() : "");
  });
  const gap = words.listSeparator.endsWith(" ") ? " " : "";
  const lines = wrapPieces(pieces, gap, look.width).flatMap((line) => wrap(line, look.width));
  return view.groupBy === "district" ? [...lines, ...wrap(screens.districtsRepeat, look.width)] : lines;
}

function extendedLines({ extended, plan }: OverdueView, look: Look): string[] {
  const { screens, words } = look.catalogue;
  if (extended.length === 0 || plan === null) return [];
  const items = extended.items.map((milestone) => {
    const [original, to] = [milestone.originalDue, milestone.due].map((day) => shortDay(day, plan.year));
    const text = screens.extendedItem(milestone.id, milestone.lead, original ?? "", to ?? "");
    return text + extensionMarks(milestone, plan.year, look, milestone.extension?.approver);
  });
  return wrap(screens.extendedNotOverdue(extended.length) + items.join(words.sentenceSeparator), look.width);
}
