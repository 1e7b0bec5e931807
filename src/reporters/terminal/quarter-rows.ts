/**
 * Rows of tasks by quarter, with a symbol for each milestone in the quarter in which it is due: for `gantt` and the
 * screen of a division.
 */
import { type Day, QUARTERS, type Quarter, quarterWithin, yearOf } from "../../core/calendar.ts";
import { type GanttMark, type GanttRow, marksIn } from "../../core/views/gantt-row.ts";
import { type Look, brushOf } from "../look.ts";
import { wrap } from "../layout.ts";
import type { Cell, Column } from "../table.ts";
import { someIds } from "../words/phrases.ts";

/** Columns of `12/12`. */
const FRACTION_WIDTH = 5;

/** The line of the as-of day in one quarter's column: what is due on or before `asOf` lies left of it. */
export interface AsOfLine {
  readonly quarter: Quarter;
  readonly asOf: Day;
  /** Most symbols left of the line in any row. */
  readonly left: number;
}

/**
 * The columns of id, quarters, fraction and title. The fraction is of the whole task, whatever period is asked about.
 */
export function quarterColumns(title: string, ratio: string, look: Look): Column[] {
  const { screens, words } = look.catalogue;
  return [
    { heading: screens.taskColumn, align: "right" },
    ...QUARTERS.map((quarter): Column => ({ heading: screens.quarterShort(words.numeral(quarter)), align: "left" })),
    { heading: ratio, align: "right", least: FRACTION_WIDTH },
    { heading: title, align: "left", fill: true },
  ];
}

/** A note on milestones due in another year, which are shown in the first or last quarter; none if there are none. */
export function outsideLines(rows: readonly GanttRow[], planYear: number, look: Look): string[] {
  const { screens, words } = look.catalogue;
  const outside = marksIn(rows)
    .filter(({ due }) => yearOf(due) !== planYear)
    .map(({ id, due }) => id + words.inBrackets(due));
  return outside.length === 0 ? [] : wrap(screens.outsideYear(someIds(outside, 5, look)), look.width);
}

/** The line of the as-of day. Before the year it is left of everything due, after the year right of it. */
export function asOfLine(rows: readonly GanttRow[], asOf: Day, planYear: number): AsOfLine {
  const quarter = quarterWithin(planYear, asOf);
  const lefts = rows.map((row) => marksOf(row, quarter).filter(({ due }) => due <= asOf).length);
  return { quarter, asOf, left: Math.max(0, ...lefts) };
}

/** The cells of a task's row. */
export function quarterCells(row: GanttRow, title: string, line: AsOfLine | null, look: Look): (string | Cell)[] {
  const { done, milestones } = row.progress;
  return [
    row.task,
    ...QUARTERS.map((quarter) => symbols(marksOf(row, quarter), line?.quarter === quarter ? line : null, look)),
    `${done}/${milestones}`,
    title,
  ];
}

function marksOf(row: GanttRow, quarter: Quarter): readonly GanttMark[] {
  return row.quarters.find((own) => own.quarter === quarter)?.milestones ?? [];
}

/** The symbols of a cell, with the line if it is in this quarter. */
function symbols(marks: readonly GanttMark[], line: AsOfLine | null, look: Look): Cell {
  const say = (list: readonly GanttMark[]): string => list.map(({ light }) => look.symbols[light]).join("");
  const past = marks.filter(({ due }) => line !== null && due <= line.asOf);
  const rest = marks.filter((mark) => !past.includes(mark));
  const text = line === null ? say(rest) : `${say(past).padEnd(line.left)}|${say(rest)}`;
  return { text, brush: (cell) => paintSymbols(cell, marks, look) };
}

/** Paints each symbol in the colour of its light. */
function paintSymbols(cell: string, marks: readonly GanttMark[], look: Look): string {
  const lights = new Map(marks.map(({ light }) => [look.symbols[light], light]));
  return cell.replace(/(\S)\1*/g, (run, symbol: string) => {
    const light = lights.get(symbol) ?? "grey";
    return light === "grey" ? run : brushOf(look, light)(run);
  });
}
