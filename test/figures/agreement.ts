/** Compares the program's figures with the naive computation, and checks that totals are the sums of groups. */
import { expect } from "vitest";
import { parseDay } from "../../src/core/calendar.ts";
import { type Counts, figuresOf } from "../../src/core/counts.ts";
import { GROUPINGS, addsUp, groupTasks } from "../../src/core/grouping.ts";
import { foldJournal } from "../../src/core/journal/fold.ts";
import type { Rate } from "../../src/core/rounding.ts";
import { filterPeriods, select } from "../../src/core/selection.ts";
import { viewStatus } from "../../src/core/views/status.ts";
import { viewTask } from "../../src/core/views/task.ts";
import { inquiry } from "../support/builders.ts";
import { type NaiveMilestone, naiveFigures, naiveIndicator, naiveLights, naiveTask, naiveTasks } from "./naive.ts";
import type { World } from "./worlds.ts";

/** Fails if the program and the naive computation differ, or if a total is not the sum of its groups. */
export function expectAgreement(world: World): void {
  const { plan, records, asOf, quarter } = world;
  const asked = inquiry(plan, asOf, {
    journal: foldJournal(records),
    quarters: quarter === null ? null : [quarter],
  });
  const tasks = select(asked);
  const periods = filterPeriods(plan, asked.filters);
  const day = parseDay(asOf) ?? asked.asOf;
  const naive = naiveTasks(world);

  expect(tasks.map(({ task }) => task.id)).toEqual(naive.map(({ task }) => task.id));
  tasks.forEach((selected, index) => {
    const other = naive[index];
    const view = viewTask(asked, selected);
    expect(view.milestones.map(pick)).toEqual(other?.shown.map(pick));
    expect(`${view.state} ${view.light}`).toBe(naiveTask(world, selected.task, other?.all ?? []));
    const numbers = view.indicators.map(({ value, share, verdict, light }) => ({ value, share, verdict, light }));
    const naiveNumbers = selected.task.indicators.map((indicator) => {
      const { value, share, verdict, light } = naiveIndicator(world, selected.task, indicator);
      return { value, share, verdict, light };
    });
    expect(numbers).toEqual(naiveNumbers);
  });
  const figures = figuresOf(tasks, day, periods);
  expect(figures).toEqual(naiveFigures(world));
  const status = viewStatus(asked);
  expect(JSON.stringify(status)).not.toMatch(/NaN|Infinity/);
  const lights = status.lights.map(({ state, light, reason, milestones }) => [
    `${state} ${light} ${reason}`,
    milestones,
  ]);
  expect(Object.fromEntries(lights)).toEqual(naiveLights(naive.flatMap(({ shown }) => shown)));
  for (const by of GROUPINGS) {
    if (!addsUp(by, "lead")) continue;
    const groups = groupTasks(plan, tasks, by, "lead");
    const counts = groups.map((group) => figuresOf(group.tasks, day, periods).counts);
    expectSum(counts, figures.counts, by === "quarter" ? ["tasks"] : []);
    const rates = groups.map((group) => figuresOf(group.tasks, day, periods).rates);
    for (const name of ["completion", "dueCompletion", "onTime", "quarterCompletion"] as const) {
      expectFractionSum(
        rates.map((own) => own[name]),
        figures.rates[name],
      );
    }
  }
}

function expectSum(groups: readonly Counts[], total: Counts, repeated: readonly (keyof Counts)[]): void {
  const keys = (Object.keys(total) as (keyof Counts)[]).filter((key) => !repeated.includes(key));
  const sumOf = (key: keyof Counts): number => groups.reduce((sum, counts) => sum + counts[key], 0);
  for (const key of keys) expect(sumOf(key), key).toBe(total[key]);
}

/** The groups' numerators and denominators add up to those of the whole; percentages do not. */
function expectFractionSum(rates: readonly (Rate | null)[], whole: Rate | null): void {
  for (const part of ["numerator", "denominator"] as const) {
    expect(rates.reduce((sum, own) => sum + (own?.[part] ?? 0), 0)).toBe(whole?.[part] ?? 0);
  }
}

type Compared = Omit<NaiveMilestone, "start" | "last">;

function pick(milestone: Compared): Compared {
  const { id, state, light, lightReason, due, assessmentDue, late, blocked, dueSoon, completedOn, accepted } =
    milestone;
  return { id, state, light, lightReason, due, assessmentDue, late, blocked, dueSoon, completedOn, accepted };
}
