/** `gantt`: the year at a glance. */
import { marksIn } from "../../core/views/gantt-row.ts";
import type { GanttView } from "../../core/views/gantt.ts";
import { hang, wrap } from "../layout.ts";
import { type Look, shortDay } from "../look.ts";
import { renderTable } from "../table.ts";
import { legendLines } from "./legend-lines.ts";
import { asOfLine, outsideLines, quarterCells, quarterColumns } from "./quarter-rows.ts";
import { afterYearLines, heading } from "./frame.ts";

/** The screen of `gantt`. */
export function renderGantt(view: GanttView, look: Look): string[] {
  const { screens } = look.catalogue;
  const { plan, asOf, rows } = view;
  if (plan === null || asOf === null) return [];
  const title = heading(screens.titleWith(plan.title, screens.yearAtAGlance), view, look);
  if (rows.length === 0) return [...title, "", screens.nothingFound];
  const line = asOfLine(rows, asOf, plan.year);
  const body = rows.map((row) => quarterCells(row, row.title, line, look));
  return [
    ...title,
    "",
    ...renderTable(quarterColumns(screens.taskAndTitle, screens.ratio, look), body, look),
    "",
    ...wrap(screens.oneSymbol, look.width),
    ...legendLines({ lightPolicy: view.lightPolicy, lights: marksIn(rows).map(({ light }) => light) }, look),
    ...outsideLines(rows, plan.year, look),
    ...hang("|  ", screens.todayLine(shortDay(asOf, plan.year)), look.width),
    ...afterYearLines(view, look),
  ];
}
