/** Generators of journals with many shapes of the `prev` graph. */
import fc from "fast-check";
import type { JournalRecord } from "../../src/core/journal/record.ts";
import { hexId, record } from "./builders.ts";

/** For each record, how many places back its parents are: mostly 1, sometimes others or none. */
const steps = (least: number, most: number): fc.Arbitrary<(readonly number[])[]> =>
  fc.array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constant([1]) },
      { weight: 2, arbitrary: fc.constant([1, 2]) },
      { weight: 2, arbitrary: fc.constant([2]) },
      { weight: 1, arbitrary: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }) },
    ),
    { minLength: least, maxLength: most },
  );

/** From `least` to `most` records of one milestone and day, each after its parents. A few parents are missing. */
const descents = (least: number, most: number): fc.Arbitrary<JournalRecord[]> =>
  steps(least, most).map((list) => {
    const records: JournalRecord[] = [];
    for (const [index, back] of list.entries()) {
      const prev = back.flatMap((step) => records[index - step]?.id ?? (step > 8 ? hexId("ffff") : []));
      records.push(record("note", "10-1", "2017-05-01", { id: hexId(`${(index * 7919) % 4096}a`), prev }));
    }
    return records;
  });

/** The same in the order of writing or in any other. */
export const inAnyOrder = (least: number, most: number): fc.Arbitrary<JournalRecord[]> =>
  descents(least, most).chain((records) =>
    fc.oneof(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
  );
