/** `due`: what falls due next, by division: what to ask for, and how it goes. */
import type { Light } from "../../core/lights.ts";
import type { DueGroupView, DueView } from "../../core/views/due.ts";
import type { ListedMilestone } from "../../core/views/milestone.ts";
import { groupName } from "../group-texts.ts";
import { wrap } from "../layout.ts";
import { type Look, shortDay } from "../look.ts";
import { type Column, type TableRow, renderTable } from "../table.ts";
import { commandFor } from "./command-for.ts";
import { detailLines, stateLine } from "./milestone-lines.ts";
import { legendFooter } from "./legend-lines.ts";
import { heading, lightCell } from "./phrases.ts";
import { afterYearLines } from "./status.ts";
import { comingTargetLines } from "./target-lines.ts";

export function renderDue(view: DueView, look: Look): string[] {
  const { screens } = look.catalogue;
  const { plan } = view;
  if (plan === null) return [];
  const title = heading(screens.titleWith(plan.title, screens.comingTitle), view, look);
  const { lightPolicy, indicators } = view;
  const around = { asked: view.filters.divisions, planYear: plan.year };
  const targets = comingTargetLines(indicators, lightPolicy, around, look);
  return [
    ...title,
    ...(view.from === null ? [] : wrap(span(view, plan.year, look), look.width)),
    ...(view.milestones > 0 ? ["", ...dueTable(view, plan.year, look)] : []),
    ...(view.milestones + view.done + view.overdueThen + targets.length === 0
      ? ["", view.from === null ? screens.nothingLeftDue : screens.nothingDueThen]
      : []),
    // Below the milestones: lights of targets mean something else.
    ...legendFooter({ lightPolicy, lights: lightsOf(view) }, look),
    ...targets,
    ...footer(view, look),
    ...afterYearLines(view, look),
  ];
}

/** The days that are asked about, with what falls due in them; empty where nothing is left to fall due. */
export function span(view: DueView, planYear: number, { catalogue }: Pick<Look, "catalogue">): string {
  const { asOf, from, until, daysLeft, milestones, done, overdueThen } = view;
  if (from === null || until === null || daysLeft === null) return "";
  const [first, last] = [shortDay(from, planYear), shortDay(until, planYear)];
  const { screens } = catalogue;
  // From today on they are the days asked about; else how long there is until the last one.
  const left = screens.dueLeft(daysLeft, from === asOf && from !== until);
  return screens.dueSpan(first, last, left, milestones, done, overdueThen);
}

function dueTable(view: DueView, planYear: number, look: Look): string[] {
  const { screens } = look.catalogue;
  const columns: Column[] = [
    { heading: screens.due, align: "left" },
    { heading: screens.id, align: "left" },
    { heading: screens.progressAndText, align: "left", fill: true },
  ];
  const rows = view.groups.flatMap((group, index): TableRow[] => [
    ...(index === 0 ? [] : ["blank" as const]),
    groupRow(group, view, look),
    ...group.milestones.flatMap((milestone) => milestoneRows(milestone, planYear, look)),
  ]);
  return renderTable(columns, rows, look);
}

function groupRow(group: DueGroupView, view: DueView, look: Look): TableRow {
  const name = groupName(group, view, look.catalogue);
  return {
    across: look.catalogue.screens.divisionCount(name, group.milestones.length),
    from: 0,
    brush: look.paint.bold,
  };
}

function milestoneRows(milestone: ListedMilestone, planYear: number, look: Look): TableRow[] {
  const state = lightCell(stateLine(milestone, planYear, look), milestone, look);
  const lines = [milestone.text, ...detailLines(milestone, planYear, look)];
  return [[shortDay(milestone.due, planYear), milestone.id, state], ...lines.map((line) => ["", "", line])];
}

function lightsOf({ groups }: DueView): Light[] {
  return groups.flatMap(({ milestones }) => milestones.map(({ light }) => light));
}

function footer(view: DueView, look: Look): string[] {
  const { overdue, targetsPast } = view;
  if (overdue + targetsPast === 0) return [];
  const said = look.catalogue.screens.dueOverdue(overdue, targetsPast, commandFor("overdue", view, look));
  return ["", ...wrap(said, look.width)];
}
