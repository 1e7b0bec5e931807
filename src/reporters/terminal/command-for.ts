import { withoutPeriod } from "../../core/selection.ts";
import { shellWord } from "../../core/shell-word.ts";
import type { Envelope } from "../../core/views/envelope.ts";
import { type Look, shortDay } from "../look.ts";

type Asked = Pick<Envelope<string>, "plan" | "asOf" | "asKnown" | "filters">;

/**
 * A command line to copy, with the view's filters and its typed days, as a shell reads them. Uses short flags, since a
 * screen has few lines.
 */
export function commandFor(words: string, { plan, asOf, asKnown, filters }: Asked, look: Look): string {
  const { quarters, months, role } = filters;
  const flags = {
    "-q": spanOf(quarters),
    "--month": spanOf(months),
    "-d": filters.divisions,
    "--role": role === "any" ? [] : [role],
    "--district": filters.districts,
    "--theme": filters.themes,
    "--section": filters.sections,
    "--task": filters.tasks,
    "--state": filters.states,
    "--as-of": look.isToday || asOf === null ? [] : [shortDay(asOf, plan?.year ?? 0)],
    // Always with its year, as a day without one is taken from the current year.
    "--as-known": asKnown === null ? [] : [asKnown],
  };
  const typed = Object.entries(flags).flatMap(([flag, values]) => values.map((value) => `${flag} ${shellWord(value)}`));
  return ["ipplan", words, ...typed].join(" ");
}

/** The period as it is typed: `2`, or `1..3`. */
function spanOf(parts: readonly number[] | null): string[] {
  return parts === null ? [] : [[...new Set([parts[0], parts.at(-1)])].join("..")];
}

/** The same filters without a period. */
export function overAllTimes({ plan, asOf, asKnown, filters }: Asked): Asked {
  return { plan, asOf, asKnown, filters: withoutPeriod(filters) };
}
