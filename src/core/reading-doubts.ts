/**
 * Doubts about a new reading: what numbers of its kind hardly ever do. The reading is kept all the same, since
 * corrections look like that too.
 */
import { type Day, addDays, earlierOf, periodOfQuarter, quarterOf, yearOf } from "./calendar.ts";
import { flowPeriod } from "./indicators.ts";
import { readingOf, totalFrom } from "./readings.ts";
import type { Journal } from "./journal/fold.ts";
import type { Indicator } from "./plan.ts";

/** The reading just recorded. */
export interface NewReading {
  readonly ref: string;
  readonly on: Day;
  readonly value: number;
  readonly mode: "total" | "add";
}

/** A doubt, with the day and the value (`than`) that raise it. */
export type ReadingDoubt =
  /** A total of the same or a later day includes the addition already. */
  | { readonly doubt: "added before"; readonly of: Day }
  /** A later total stands, so the reading does not change the indicator's value. */
  | { readonly doubt: "later stands"; readonly of: Day }
  /** A value that only ever adds up has become less. */
  | { readonly doubt: "lower"; readonly than: number; readonly of: Day }
  | { readonly doubt: "negative" | "fraction" };

/** Units of things counted one by one. */
const COUNTED = /^[个人件家次期名笔项所场批户台套篇条部]$/;

/**
 * What is doubtful about the reading. `before` is the journal without the records written together with it, `after` the
 * journal with all of them.
 */
export function readingDoubts(
  reading: NewReading,
  indicator: Indicator,
  { before, after, today }: { readonly before: Journal; readonly after: Journal; readonly today: Day },
): ReadingDoubt[] {
  const { ref, on, value, mode } = reading;
  const { basis, unit } = indicator;
  const total = mode === "add" ? totalFrom(ref, after, on, lastDayWith(on, indicator, today)) : undefined;
  const isCount = basis === "flow" || basis === "stock";
  const isNegative = value < 0 && (isCount || basis === "density");
  return [
    ...(total === undefined ? [] : [{ doubt: "added before", of: total.on } as const]),
    ...(mode === "total" ? laterThan(reading, indicator, before, today) : []),
    ...(mode === "total" && basis === "flow" ? lowerThan(reading, indicator, before, after) : []),
    ...(isNegative ? [{ doubt: "negative" } as const] : []),
    ...(isCount && COUNTED.test(unit) && !Number.isInteger(value) ? [{ doubt: "fraction" } as const] : []),
  ];
}

/**
 * The last day whose total includes this day's numbers: today, or the end of the quarter if the target is for each
 * quarter, since counting then starts anew.
 */
function lastDayWith(on: Day, { per }: Indicator, today: Day): Day {
  return per === null ? today : earlierOf(periodOfQuarter(yearOf(on), quarterOf(on)).end, today);
}

/** A total of a later day that the journal had before. */
function laterThan({ ref, on }: NewReading, indicator: Indicator, before: Journal, today: Day): ReadingDoubt[] {
  const total = totalFrom(ref, before, on, lastDayWith(on, indicator, today));
  return total === undefined || total.on === on ? [] : [{ doubt: "later stands", of: total.on }];
}

/** An earlier value that is greater: that of the same day in `before`, or that of the previous day in `after`. */
function lowerThan(
  { ref, on, value }: NewReading,
  indicator: Indicator,
  before: Journal,
  after: Journal,
): ReadingDoubt[] {
  const year = yearOf(on);
  const { start } = indicator.per === null ? flowPeriod(indicator, year) : periodOfQuarter(year, quarterOf(on));
  const last = [readingOf(ref, before, on, start), readingOf(ref, after, addDays(on, -1), start)];
  return last
    .flatMap((one): ReadingDoubt[] =>
      one.value !== null && one.on !== null && one.value > value
        ? [{ doubt: "lower", than: one.value, of: one.on }]
        : [],
    )
    .slice(0, 1);
}
