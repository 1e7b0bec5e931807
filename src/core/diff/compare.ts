import type { Plan, Policy } from "../plan.ts";
import {
  type About,
  type Change,
  type Field,
  added,
  changesOf,
  comparePairs,
  orderChanges,
  removed,
  settledTexts,
} from "./change.ts";
import { compareTasks } from "./tasks.ts";

/**
 * All changes from one plan to the other: the head first, then tasks in the later plan's order. Things are matched by
 * id. A plan for another year is compared as if its days were moved to that year: what only moved with the year, and
 * days that stayed the same, are no changes.
 */
export function comparePlans(before: Plan, after: Plan): Change[] {
  return [...compareHeads(before, after), ...compareTasks({ before, after, years: after.year - before.year })];
}

function compareHeads(before: Plan, after: Plan): Change[] {
  const about = { subject: "plan", id: null, task: null } as const;
  return [
    ...changesOf(about, [
      ["title", "reworded", before.title, after.title],
      ["year", "changed", before.year, after.year],
      ["timezone", "changed", before.timezone, after.timezone],
      ["language", "changed", before.language, after.language],
      ["issued", "changed", before.issued, after.issued],
      ["journal", "changed", before.journal, after.journal],
      ...fieldsOfPolicy(before.policy, after.policy),
      ["remarks", "reworded", before.remarks, after.remarks],
      ["settled", "changed", settledTexts(before.settled), settledTexts(after.settled)],
    ]),
    ...compareNamed("division", before.divisions, after.divisions, ({ name }) => name),
    ...compareNamed("district", before.districts.map(asNamed), after.districts.map(asNamed), ({ id }) => id),
    ...compareNamed("theme", before.themes, after.themes, ({ title }) => title),
    ...compareNamed("section", before.sections, after.sections, ({ title }) => title),
    ...compareThemesOfSections(before, after),
    ...ordersInHead(before, after),
  ];
}

/** How to read each rule of the policy; null if the plan does not set it. */
const RULES: Readonly<Record<keyof Policy, (policy: Policy) => readonly string[] | string | number | null>> = {
  lights: ({ lights }) => lights,
  yellowGap: ({ yellowGap = null }) => yellowGap,
  redGap: ({ redGap = null }) => redGap,
  redMonths: ({ redMonths = null }) => redMonths,
  pace: ({ pace }) => pace,
  dueSoonDays: ({ dueSoonDays }) => dueSoonDays,
  report: ({ report = {} }) =>
    Object.entries(report).map(
      ([key, value]) => `${key}: ${typeof value === "string" ? value : JSON.stringify(value)}`,
    ),
};

function fieldsOfPolicy(before: Policy, after: Policy): Field[] {
  return Object.entries(RULES).map(([name, of]) => [name, "changed", of(before), of(after)]);
}

function compareNamed<T extends { readonly id: string }>(
  subject: "division" | "district" | "theme" | "section",
  before: readonly T[],
  after: readonly T[],
  nameOf: (thing: T) => string,
): Change[] {
  const about = ({ id }: T): About => ({ subject, id, task: null });
  return comparePairs(before, after, ({ id }) => id, {
    added: (is) => [added(about(is), [nameOf(is)])],
    removed: (was) => [removed(about(was), [nameOf(was)])],
    both: (was, is) =>
      changesOf(about(is), [[subject === "division" ? "name" : "title", "reworded", nameOf(was), nameOf(is)]]),
  });
}

function compareThemesOfSections(before: Plan, after: Plan): Change[] {
  return after.sections.flatMap(({ id, theme }) => {
    const was = before.sections.find((section) => section.id === id)?.theme ?? theme;
    return changesOf({ subject: "section", id, task: null }, [["theme", "regrouped", was, theme]]);
  });
}

/** Changed orders: the order of divisions, themes and sections is that of every table. */
function ordersInHead(before: Plan, after: Plan): Change[] {
  const names = (list: Plan["divisions"]): string[] => list.map(({ name }) => name);
  const titles = (list: Plan["themes"]): string[] => list.map(({ title }) => title);
  return orderChanges({ subject: "plan", id: null, task: null }, [
    ["divisions", names(before.divisions), names(after.divisions)],
    ["districts", before.districts, after.districts],
    ["themes", titles(before.themes), titles(after.themes)],
    ["sections", titles(before.sections), titles(after.sections)],
  ]);
}

function asNamed(name: string): { readonly id: string } {
  return { id: name };
}
