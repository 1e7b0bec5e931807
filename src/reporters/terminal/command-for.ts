import { withoutPeriod } from "../../core/selection.ts";
import type { Envelope } from "../../core/views/envelope.ts";
import { type Look, shortDay } from "../look.ts";

type Asked = Pick<Envelope<string>, "plan" | "asOf" | "asKnown" | "filters">;

/**
 * A command with the filters of a status or of what is due, and its days where these were typed, as a shell takes them; short,
 * since a screen has few lines.
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
    // Without its year it would be a day of the year in which it is typed.
    "--as-known": asKnown === null ? [] : [asKnown],
  };
  const typed = Object.entries(flags).flatMap(([flag, values]) => values.map((value) => `${flag} ${quoted(value)}`));
  return ["ipplan", words, ...typed].join(" ");
}

/** One behind the other, as they are typed. */
function spanOf(parts: readonly number[] | null): string[] {
  return parts === null ? [] : [[...new Set([parts[0], parts.at(-1)])].join("..")];
}

/** The same filters over all of the year. */
export function overAllTimes({ plan, asOf, asKnown, filters }: Asked): Asked {
  return { plan, asOf, asKnown, filters: withoutPeriod(filters) };
}

/** As a shell takes it for one word. */
export function quoted(value: string | number): string {
  const text = String(value);
  const isPlain = !/[\s!-,/:-@[-^`{-~]/.test(text);
  return isPlain ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
