/** Explains why a typed quarter or month is not one of the plan's. Loaded only when one is refused. */
import { type Day, yearOf } from "../core/calendar.ts";
import { parseTypedMonths, parseTypedQuarters } from "../core/typed-periods.ts";
import { foldTyped } from "../core/text.ts";
import type { UsageTexts } from "../i18n/zh/usage.ts";

/**
 * The refusal: a relative quarter such as `last` may lie in another year than the plan's; anything else cannot be read.
 */
export function quarterRefusal(typed: string, asOf: Day, planYear: number, texts: UsageTexts): string {
  const found = inOtherYear(typed, asOf, planYear, parseTypedQuarters);
  return found === null ? texts.badQuarter(typed) : texts.quarterOutside(typed, found.year, found.first, planYear);
}

/** The same for months. */
export function monthRefusal(typed: string, asOf: Day, planYear: number, texts: UsageTexts): string {
  const found = inOtherYear(typed, asOf, planYear, parseTypedMonths);
  return found === null ? texts.badMonth(typed) : texts.monthOutside(typed, found.year, found.first, planYear);
}

/** The year in which the typed period lies, and its first quarter or month; null if it cannot be read. */
function inOtherYear<Part extends number>(
  typed: string,
  asOf: Day,
  planYear: number,
  parse: (typed: string, asOf: Day, year: number) => Part[] | undefined,
): { readonly year: number; readonly first: Part } | null {
  const typedYear = Number(/^\d{4}/.exec(foldTyped(typed))?.[0] ?? planYear);
  for (const year of [typedYear, ...[-1, 0, 1].map((away) => yearOf(asOf) + away)]) {
    const [first] = parse(typed, asOf, year) ?? [];
    if (first !== undefined) return { year, first };
  }
  return null;
}
