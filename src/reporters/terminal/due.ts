/** `due`: what falls due next, by division: the milestones and their situation. */
import type { Light } from "../../core/lights.ts";
import type { DueGroupView, DueView } from "../../core/views/due.ts";
import type { ListedMilestone } from "../../core/views/milestone.ts";
import { groupName } from "../words/group-texts.ts";
import { wrap } from "../layout.ts";
import { type Look, shortDay } from "../look.ts";
import { type Column, type TableRow, renderTable } from "../table.ts";
import { commandFor } from "./command-for.ts";
import { detailLines, stateLine } from "../words/milestone-lines.ts";
import { legendFooter } from "./legend-lines.ts";
import { lightCell } from "../words/phrases.ts";
import { comingTargetLines } from "./target-lines.ts";
import { afterYearLines, heading } from "./frame.ts";
import { dueSpan } from "../words/due-span.ts";

/** The screen of `due`. */
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
    ...(view.from === null ? [] : wrap(dueSpan(view, plan.year, look), look.width)),
    ...(view.milestones > 0 ? ["", ...dueTable(view, plan.year, look)] : []),
    ...(view.milestones + view.done + view.overdueThen + targets.length === 0
      ? ["", view.from === null ? screens.nothingLeftDue : screens.nothingDueThen]
      : []),
    // Right below the milestones, as the lights of targets mean something else.
    ...legendFooter({ lightPolicy, lights: lightsOf(view) }, look),
    ...targets,
    ...footer(view, look),
    ...afterYearLines(view, look),
  ];
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
