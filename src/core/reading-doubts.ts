/** What a reading says that numbers of its kind hardly ever do: kept all the same, since corrections look like that. */
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

export type ReadingDoubt =
  /** A total of the day or a later one has the addition in it. */
  | { readonly doubt: "added before"; readonly of: Day }
  /** A later total stands: the reading changes nothing of it. */
  | { readonly doubt: "later stands"; readonly of: Day }
  /** What adds up has become less. */
  | { readonly doubt: "lower"; readonly than: number; readonly of: Day }
  | { readonly doubt: "negative" | "fraction" };

/** Units of what is counted one by one. */
const COUNTED = /^[个人件家次期名笔项所场批户台套篇条部]$/;

/** What is doubtful about the reading; `before` is the journal without what was written with it, `after` with all of that. */
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

/** The last day whose total has the day's numbers in it: what is to be reached each quarter begins anew with the next. */
function lastDayWith(on: Day, { per }: Indicator, today: Day): Day {
  return per === null ? today : earlierOf(periodOfQuarter(yearOf(on), quarterOf(on)).end, today);
}

/** A total of a later day that was known before. */
function laterThan({ ref, on }: NewReading, indicator: Indicator, before: Journal, today: Day): ReadingDoubt[] {
  const total = totalFrom(ref, before, on, lastDayWith(on, indicator, today));
  return total === undefined || total.on === on ? [] : [{ doubt: "later stands", of: total.on }];
}

/** What was said of the day before, or had been added up till then. */
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
