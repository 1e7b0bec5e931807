/** Converts days to x coordinates, and finds the spans of years, quarters and months. */
import {
  type Day,
  type Quarter,
  QUARTERS,
  addDays,
  numberOfDay,
  periodOfMonth,
  periodOfQuarter,
  periodOfYear,
  quarterOf,
  yearOf,
} from "../../core/calendar.ts";
import type { GanttView } from "../../core/views/gantt.ts";

/** The left and right edges of an area. */
export interface Area {
  readonly left: number;
  readonly right: number;
}

/** The scale of the drawing; `first` and `last` are the days at its edges. */
export interface Scale extends Area {
  readonly first: Day;
  readonly last: Day;
  /** Width of a day. */
  readonly perDay: number;
  /** The x coordinate at which the day begins. */
  readonly startOf: (day: Day) => number;
  /** The x coordinate at which it ends, which is where something due on that day is marked. */
  readonly endOf: (day: Day) => number;
}

/** A span of the scale. */
export interface Tick {
  readonly from: number;
  readonly to: number;
}

export interface YearTick extends Tick {
  readonly year: number;
}

export interface QuarterTick extends YearTick {
  readonly quarter: Quarter;
}

export interface MonthTick extends Tick {
  readonly month: number;
}

/** The scale of the plan's year, extended by whole quarters if a window or due day lies outside. */
export function makeScale({ rows, plan }: Pick<GanttView, "rows" | "plan">, { left, right }: Area): Scale {
  const year = periodOfYear(plan?.year ?? 1970);
  let [first, last] = [year.start, year.end];
  for (const { milestones } of rows) {
    for (const { start, due, originalDue } of milestones) {
      for (const day of [start, due, originalDue]) {
        if (day < first) first = day;
        if (day > last) last = day;
      }
    }
  }
  first = periodOfQuarter(yearOf(first), quarterOf(first)).start;
  last = periodOfQuarter(yearOf(last), quarterOf(last)).end;
  const origin = numberOfDay(first);
  const perDay = (right - left) / (numberOfDay(last) - origin + 1);
  const startOf = (day: Day): number => left + (numberOfDay(day) - origin) * perDay;
  return { left, right, first, last, perDay, startOf, endOf: (day) => startOf(day) + perDay };
}

/** The years on the scale, clipped to it. */
export function yearTicks(scale: Scale): YearTick[] {
  const [from, to] = [yearOf(scale.first), yearOf(scale.last)];
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const { start, end } = periodOfYear(from + index);
    return { year: from + index, ...clamp(scale, start, end) };
  });
}

/** The quarters on the scale, clipped to it. */
export function quarterTicks(scale: Scale): QuarterTick[] {
  return yearTicks(scale).flatMap(({ year }) =>
    QUARTERS.map((quarter) => ({ year, quarter, ...periodOfQuarter(year, quarter) }))
      .filter(({ start, end }) => start >= scale.first && end <= scale.last)
      .map(({ quarter, start, end }) => ({ year, quarter, ...clamp(scale, start, end) })),
  );
}

/** The months on the scale, clipped to it. */
export function monthTicks(scale: Scale): MonthTick[] {
  return quarterTicks(scale).flatMap(({ year, quarter }) =>
    [2, 1, 0].map((before) => {
      const month = quarter * 3 - before;
      const { start, end } = periodOfMonth(year, month);
      return { month, ...clamp(scale, start, end) };
    }),
  );
}

function clamp(scale: Scale, start: Day, end: Day): Tick {
  const from = start < scale.first ? scale.left : scale.startOf(start);
  return { from, to: end > scale.last ? scale.right : scale.startOf(addDays(end, 1)) };
}
