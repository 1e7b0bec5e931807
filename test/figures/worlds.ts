/** Generators of plans, journals and as-of days. */
import fc from "fast-check";
import { addDays, periodOfYear } from "../../src/core/calendar.ts";
import type { JournalRecord, RecordKind } from "../../src/core/journal/record.ts";
import type { LightPolicy } from "../../src/core/light-policies.ts";
import type { Indicator, Milestone, Plan, Policy, Task } from "../../src/core/plan.ts";
import { hexId, indicator, milestone, plan, record, task } from "../support/builders.ts";

/** A plan with its records, an as-of day, and a quarter or the whole year (null). */
export interface World {
  readonly plan: Plan;
  readonly records: readonly JournalRecord[];
  readonly asOf: string;
  readonly quarter: 1 | 2 | 3 | 4 | null;
}

/** Two of them are leap years. */
const years = fc.constantFrom(2016, 2017, 2023, 2024);
/** Day offsets from 1 January: often quarter boundaries, some before or after the year. */
const offsets = fc.oneof(
  fc.constantFrom(0, 89, 90, 180, 181, 272, 273, 364, 365),
  fc.integer({ min: 0, max: 366 }),
  fc.integer({ min: -60, max: 430 }),
);

const policies: fc.Arbitrary<Policy> = fc
  .record({
    lights: fc.constantFrom<LightPolicy>("standard", "standard", "suqian", "yinchuan", "sanya"),
    pace: fc.constantFrom("month" as const, "day" as const),
    dueSoonDays: fc.constantFrom(0, 7, 14),
    yellowGap: fc.constantFrom(undefined, undefined, 5, 10),
    redGap: fc.constantFrom(undefined, undefined, 20, 60),
    redMonths: fc.constantFrom(undefined, 1, 4),
  })
  .map(({ yellowGap, redGap, redMonths, ...rest }) => ({
    ...rest,
    ...(yellowGap === undefined ? {} : { yellowGap }),
    ...(redGap === undefined ? {} : { redGap }),
    ...(redMonths === undefined ? {} : { redMonths }),
  }));

interface Seed {
  readonly start: number;
  readonly length: number;
  readonly added: number | null;
}
const milestoneSeeds: fc.Arbitrary<Seed> = fc.record({
  start: offsets,
  length: fc.oneof(fc.constantFrom(0, 29, 89, 364, 365), fc.integer({ min: 0, max: 300 })),
  added: fc.option(offsets, { freq: 8 }),
});

const indicatorSeeds = fc.record({
  basis: fc.constantFrom("flow" as const, "flow" as const, "stock" as const, "growth" as const, "rank" as const),
  min: fc.oneof(fc.constantFrom(20, 40, 50, 100), fc.integer({ min: 1, max: 60 })),
  width: fc.option(fc.nat({ max: 20 }), { freq: 2 }),
  due: fc.option(fc.integer({ min: 20, max: 420 }), { freq: 3 }),
});

const taskSeeds = fc.record({
  milestones: fc.array(milestoneSeeds, { maxLength: 5 }),
  indicators: fc.array(indicatorSeeds, { maxLength: 2 }),
  divisions: fc.subarray(["a", "b", "c"], { minLength: 1 }),
  section: fc.constantFrom("s1-1", "s1-2", "s2-1"),
  added: fc.option(offsets, { freq: 10 }),
});

const KINDS: readonly RecordKind[] = [
  ...(["done", "done", "done", "progress", "progress", "extend", "block", "unblock"] as const),
  ...(["cancel", "accept", "revoke", "note"] as const),
];
const recordSeeds = fc.record({
  kind: fc.constantFrom(...KINDS),
  target: fc.nat({ max: 99 }),
  on: offsets,
  number: fc.oneof(fc.constantFrom(10, 20, 25, 40, 50, 75), fc.integer({ min: -5, max: 100 })),
  to: fc.integer({ min: 0, max: 450 }),
  of: fc.option(fc.nat({ max: 99 }), { freq: 2 }),
  prev: fc.option(fc.nat({ max: 99 }), { freq: 2 }),
  isAdded: fc.boolean(),
  id: fc.nat({ max: 0xffff }),
});

export const worlds: fc.Arbitrary<World> = fc
  .record({
    year: years,
    policy: policies,
    tasks: fc.array(taskSeeds, { maxLength: 4 }),
    records: fc.array(recordSeeds, { maxLength: 24 }),
    asOf: offsets,
    quarter: fc.constantFrom(null, null, 1 as const, 2 as const, 3 as const, 4 as const),
  })
  .map(({ year, policy, tasks, records, asOf, quarter }) => {
    const whole = plan(
      tasks.map((seed, index) => makeTask(String(index + 1), seed, year)),
      { year, policy },
    );
    return { plan: whole, records: makeRecords(whole, records, year), asOf: dayAt(year, asOf), quarter };
  });

function dayAt(year: number, offset: number): string {
  return addDays(periodOfYear(year).start, offset);
}

type TaskSeed = typeof taskSeeds extends fc.Arbitrary<infer Value> ? Value : never;
type RecordSeed = typeof recordSeeds extends fc.Arbitrary<infer Value> ? Value : never;
type IndicatorSeed = typeof indicatorSeeds extends fc.Arbitrary<infer Value> ? Value : never;

function makeTask(id: string, seed: TaskSeed, year: number): Task {
  const [lead = "a", ...others] = seed.divisions;
  const milestones = seed.milestones.map((own, index) => makeMilestone(`${id}-${index + 1}`, own, year));
  return task(id, milestones, {
    divisions: [lead, ...others],
    section: seed.section,
    theme: seed.section === "s2-1" ? "t2" : "t1",
    added: seed.added === null ? null : addDays(periodOfYear(year).start, seed.added),
    indicators: seed.indicators.map((own, index) => makeIndicator(`n${index + 1}`, own, year)),
  });
}

function makeMilestone(id: string, { start, length, added }: Seed, year: number): Milestone {
  const window = `${dayAt(year, start)}..${dayAt(year, start + length)}`;
  return milestone({ id, window, ...(added === null ? {} : { added: dayAt(year, added) }) });
}

function makeIndicator(id: string, { basis, min, width, due }: IndicatorSeed, year: number): Indicator {
  const isRank = basis === "rank";
  return indicator(id, {
    basis,
    unit: "x",
    min: isRank ? null : min,
    max: isRank ? min : width === null ? null : min + width,
    due: due === null ? periodOfYear(year).end : addDays(periodOfYear(year).start, due),
  });
}

/** Records in the order of writing: each may refer to an earlier one (`of`) and may have seen one (`prev`). */
function makeRecords(whole: Plan, seeds: readonly RecordSeed[], year: number): JournalRecord[] {
  const refs = whole.tasks.flatMap(({ id, milestones, indicators }) => [
    id,
    ...milestones.map((own) => own.id),
    ...indicators.map((own) => `${id}/${own.id}`),
  ]);
  const made: JournalRecord[] = [];
  seeds.forEach((seed, index) => {
    const ref = refs[seed.target % Math.max(1, refs.length)];
    if (ref !== undefined) made.push(makeRecord(ref, seed, index, made, year));
  });
  return made;
}

function makeRecord(
  ref: string,
  seed: RecordSeed,
  index: number,
  before: readonly JournalRecord[],
  year: number,
): JournalRecord {
  const isReading = ref.includes("/") && seed.kind !== "revoke";
  const isOfTask = /^\d+$/.test(ref) && seed.kind !== "revoke";
  const kind = isReading ? "reading" : isOfTask ? "note" : seed.kind;
  const named = { accept: "done", unblock: "block" }[kind as string] ?? kind;
  const known = before.filter((one) => one.ref === ref && (kind === "revoke" || one.do === named));
  const of = seed.of === null ? [] : known.slice(seed.of % Math.max(1, known.length)).slice(0, 1);
  const prev = seed.prev === null ? [] : before.slice(seed.prev % Math.max(1, before.length)).slice(0, 1);
  return record(kind, ref, dayAt(year, seed.on), {
    id: hexId(`${seed.id.toString(16).padStart(4, "0")}${index.toString(16).padStart(2, "0")}`),
    of: of.map(({ id }) => id),
    prev: prev.map(({ id }) => id),
    ...(kind === "progress" ? { percent: Math.max(0, seed.number) } : {}),
    ...(kind === "extend" ? { to: dayAt(year, seed.to) } : {}),
    ...(isReading ? { value: seed.number, mode: seed.isAdded ? ("add" as const) : ("total" as const) } : {}),
  });
}
