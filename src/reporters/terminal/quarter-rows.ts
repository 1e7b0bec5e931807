/** One row a task, one symbol a milestone in the quarter in which it is due: the year of `gantt` and of a division. */
import { type Day, QUARTERS, type Quarter, quarterWithin, yearOf } from "../../core/calendar.ts";
import { type GanttMark, type GanttRow, marksIn } from "../../core/views/gantt-row.ts";
import { type Look, brushOf } from "../look.ts";
import { wrap } from "../layout.ts";
import type { Cell, Column } from "../table.ts";
import { someIds } from "../words/phrases.ts";

/** `12/12`. */
const FRACTION_WIDTH = 5;

/** Where today's line runs: in one quarter, what is due up to `asOf` on its left. */
export interface TodayLine {
  readonly quarter: Quarter;
  readonly asOf: Day;
  /** Symbols that the fullest row has on its left. */
  readonly left: number;
}

/** The columns of id, quarters, fraction and title. The fraction is of the whole task, whichever quarter is asked about. */
export function quarterColumns(title: string, ratio: string, look: Look): Column[] {
  const { screens, words } = look.catalogue;
  return [
    { heading: screens.taskColumn, align: "right" },
    ...QUARTERS.map((quarter): Column => ({ heading: screens.quarterShort(words.numeral(quarter)), align: "left" })),
    { heading: ratio, align: "right", least: FRACTION_WIDTH },
    { heading: title, align: "left", fill: true },
  ];
}

/** Which marks stand in the first or last quarter and are due in another year; nothing where none is. */
export function outsideLines(rows: readonly GanttRow[], planYear: number, look: Look): string[] {
  const { screens, words } = look.catalogue;
  const outside = marksIn(rows)
    .filter(({ due }) => yearOf(due) !== planYear)
    .map(({ id, due }) => id + words.inBrackets(due));
  return outside.length === 0 ? [] : wrap(screens.outsideYear(someIds(outside, 5, look)), look.width);
}

/** Today's line through the rows: before the year it runs in front of all that is due, after it behind. */
export function todayLine(rows: readonly GanttRow[], asOf: Day, planYear: number): TodayLine {
  const quarter = quarterWithin(planYear, asOf);
  const lefts = rows.map((row) => marksOf(row, quarter).filter(({ due }) => due <= asOf).length);
  return { quarter, asOf, left: Math.max(0, ...lefts) };
}

/** The cells of a task's row. */
export function quarterCells(row: GanttRow, title: string, line: TodayLine | null, look: Look): (string | Cell)[] {
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

/** A cell has one colour or none: painted where all its symbols are of one light. */
function symbols(marks: readonly GanttMark[], line: TodayLine | null, look: Look): Cell {
  const say = (list: readonly GanttMark[]): string => list.map(({ light }) => look.symbols[light]).join("");
  const past = marks.filter(({ due }) => line !== null && due <= line.asOf);
  const rest = marks.filter((mark) => !past.includes(mark));
  const text = line === null ? say(rest) : `${say(past).padEnd(line.left)}|${say(rest)}`;
  const [first] = marks;
  const isUniform = first !== undefined && marks.every(({ light }) => light === first.light);
  return isUniform && first.light !== "grey" ? { text, brush: brushOf(look, first.light) } : { text };
}
