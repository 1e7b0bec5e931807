import type { FiltersView } from "../../core/views/envelope.ts";

/** A command with the filters of a status or of what is due, as a shell takes them. */
export function commandFor(words: string, filters: FiltersView): string {
  const { quarters, months, role } = filters;
  const flags = {
    quarter: quarters === null ? [] : [[...new Set([quarters[0], quarters.at(-1)])].join("..")],
    month: months ?? [],
    division: filters.divisions,
    role: role === "any" ? [] : [role],
    district: filters.districts,
    theme: filters.themes,
    section: filters.sections,
    task: filters.tasks,
    state: filters.states,
  };
  const typed = Object.entries(flags).flatMap(([flag, values]) => values.map((value) => `--${flag} ${quoted(value)}`));
  return ["ipplan", words, ...typed].join(" ");
}

/** The same filters over all of the year. */
export function overAllTimes(filters: FiltersView): FiltersView {
  return { ...filters, quarters: null, months: null };
}

function quoted(value: string | number): string {
  const text = String(value);
  const isPlain = !/[\s!-,/:-@[-^`{-~]/.test(text);
  return isPlain ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
