/**
 * Turns typed filter flags into `Filters`. Part of a name is enough; a miss lists the names that would fit.
 */
import type { Day } from "../core/calendar.ts";
import { matchTask, splitIds } from "../core/resolve.ts";
import type { Division, Plan, Section, Theme } from "../core/plan.ts";
import { type Filters, NO_FILTERS, ROLES, STATE_FILTERS } from "../core/selection.ts";
import { matchName } from "../core/text.ts";
import { parseAsOf, parseTypedMonths, parseTypedQuarters } from "../core/typed-periods.ts";
import { usage } from "./failure.ts";
import { badDay } from "./typed-text.ts";
import type { WordFlag } from "./typed-words.ts";

/** The flags that select tasks and milestones, and the day asked about. */
export interface FilterOptions {
  readonly quarter?: string;
  readonly month?: string;
  readonly division?: readonly string[];
  readonly role?: string;
  readonly district?: readonly string[];
  readonly theme?: readonly string[];
  readonly section?: readonly string[];
  readonly task?: readonly string[];
  readonly state?: readonly string[];
  readonly asOf?: string;
}

/** The as-of day: `--as-of` if given, else today. */
export function asOfDay(options: FilterOptions, plan: Plan, today: Day): Day {
  const { asOf } = options;
  if (asOf === undefined) return today;
  const day = parseAsOf(asOf, today, plan.year);
  if (day === undefined) throw badDay("--as-of", asOf);
  return day;
}

/** The filters of the command; `text` is the text that `list` searches for. */
export function resolveFilters(options: FilterOptions, plan: Plan, asOf: Day, text: string | null = null): Filters {
  if (options.quarter !== undefined && options.month !== undefined) throw usage((texts) => texts.bothPeriods);
  return {
    ...NO_FILTERS,
    quarters: resolveQuarters(options.quarter, plan, asOf),
    months: resolveMonths(options.month, plan, asOf),
    divisions: listedDivisions(options.division, plan).map((name) => resolveDivision(plan, name).id),
    role: options.role === undefined ? null : resolveWord("--role", options.role, ROLES),
    districts: splitTyped("--district", options.district).map((name) => resolveDistrict(plan, name)),
    themes: (options.theme ?? []).map((name) => resolveTheme(plan, name).id),
    sections: (options.section ?? []).map((name) => resolveSection(plan, name).id),
    tasks: [...new Set(splitTyped("--task", options.task).map((name) => resolveTask(plan, name)))],
    states: splitTyped("--state", options.state).map((state) => resolveWord("--state", state, STATE_FILTERS)),
    text,
  };
}

/**
 * Refuses `--role` without `--division`. Without a division (and without grouping by division) the role would exclude
 * nothing, and the user would not notice.
 */
export function refuseIdleRole({ role, division = [] }: FilterOptions): void {
  if (role !== undefined && division.length === 0) throw usage((texts) => texts.roleWithoutDivision);
}

/**
 * The values of a flag that may be repeated or joined by commas. Refuses an empty value, such as that of an unset shell
 * variable.
 */
export function splitTyped(flag: string, typed: readonly string[] = []): string[] {
  const words = typed.map((text) => splitIds([text]));
  if (words.some(({ length }) => length === 0)) throw usage((texts) => texts.emptyText(flag));
  return words.flat();
}

/** Division names, split at commas unless the whole text is itself the name of a division. */
function listedDivisions(typed: readonly string[] = [], { divisions }: Plan): string[] {
  return typed.flatMap((text) =>
    divisions.some(({ name }) => name === text) ? [text] : splitTyped("--division", [text]),
  );
}

/**
 * The division with this id or name, or the only one whose name contains the text. Fails with the candidates otherwise.
 */
export function resolveDivision(plan: Plan, typed: string): Division {
  return resolveName("division", typed, plan.divisions, ({ id, name }) => [name, id]);
}

function resolveQuarters(typed: string | undefined, { year }: Plan, asOf: Day): Filters["quarters"] {
  if (typed === undefined) return null;
  const quarters = parseTypedQuarters(typed, asOf, year);
  if (quarters !== undefined) return quarters;
  throw usage(async (texts) => (await import("./quarter-refusal.ts")).quarterRefusal(typed, asOf, year, texts));
}

function resolveMonths(typed: string | undefined, { year }: Plan, asOf: Day): Filters["months"] {
  if (typed === undefined) return null;
  const months = parseTypedMonths(typed, asOf, year);
  if (months !== undefined) return months;
  throw usage(async (texts) => (await import("./quarter-refusal.ts")).monthRefusal(typed, asOf, year, texts));
}

/** The names that screens use for `related` and `none`. */
const COLLECTIVE = new Map([
  ["related", ["相关区县"]],
  ["none", ["无配合区县"]],
]);

function resolveDistrict(plan: Plan, typed: string): string {
  return resolveName("district", typed, [...plan.districts, "related", "none"], (name) => [
    name,
    ...(COLLECTIVE.get(name) ?? []),
  ]);
}

function resolveTheme(plan: Plan, typed: string): Theme {
  return resolveName("theme", typed, plan.themes, ({ id, title }) => [title, id, id.replace(/^t/, "")]);
}

function resolveSection(plan: Plan, typed: string): Section {
  return resolveName("section", typed, plan.sections, ({ id, title }) => [title, id, id.replace(/^s/, "")]);
}

function resolveTask(plan: Plan, typed: string): string {
  const task = matchTask(plan, typed);
  if (task === undefined) throw usage((texts) => texts.noSuch("task", typed));
  return task.id;
}

/** The thing with this name (`matchName`), or a failure that lists the candidates. */
function resolveName<T>(
  what: "division" | "district" | "theme" | "section",
  typed: string,
  things: readonly T[],
  namesOf: (thing: T) => readonly string[],
): T {
  if (typed.trim() === "") throw usage((texts) => texts.emptyText(`--${what}`));
  const match = matchName(typed, things, namesOf);
  if (match.isFound) return match.thing;
  const { isPart, candidates, guess } = match;
  const names = candidates.map((thing) => namesOf(thing)[0] ?? "");
  throw usage((texts) =>
    [
      isPart ? texts.several(typed) : texts.noSuch(what, typed),
      ...(guess === undefined ? [] : [texts.guess(namesOf(guess)[0] ?? "")]),
      texts.choices(names),
    ].join("\n"),
  );
}

/**
 * A word of a closed set, in any letter case; a miss lists all of them. `withOwnWords` has already translated Chinese
 * words.
 */
export function resolveWord<Word extends string>(flag: WordFlag, typed: string, known: readonly Word[]): Word {
  const found = known.find((word) => word === typed.toLowerCase());
  if (found === undefined) {
    throw usage(async (texts) => (await import("./typed-words.ts")).noWord(flag, typed, texts));
  }
  return found;
}
