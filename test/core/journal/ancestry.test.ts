/** What is found at once about two records is what following them back finds. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ancestryOf } from "../../../src/core/journal/ancestry.ts";
import { descends, foldJournal } from "../../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import { hexId, record } from "../../support/builders.ts";
import { LAW } from "../../support/laws.ts";

/** For each record how many back those that its writer had seen stand: mostly the one before, sometimes others, or none. */
const steps = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.constant([1]) },
    { weight: 2, arbitrary: fc.constant([1, 2]) },
    { weight: 2, arbitrary: fc.constant([2]) },
    { weight: 1, arbitrary: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }) },
  ),
  { minLength: 2, maxLength: 30 },
);

const journals = steps.map((list) => {
  const records: JournalRecord[] = [];
  for (const [index, back] of list.entries()) {
    const prev = back.flatMap((step) => records[index - step]?.id ?? (step > 8 ? hexId("ffff") : []));
    records.push(record("note", "10-1", "2017-05-01", { id: hexId(`${(index * 7919) % 4096}a`), prev }));
  }
  return records;
});

const inAnyOrder = journals.chain((records) =>
  fc.oneof(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
);

describe("ancestry", () => {
  it("is what following each record back finds, in whatever order the lines stand", () => {
    fc.assert(
      fc.property(inAnyOrder, (records) => {
        const journal = foldJournal(records);
        const { hadSeen, generationOf } = ancestryOf(journal);
        expect(records.map(generationOf)).toEqual(records.map((one) => journal.generationOf(one)));
        for (const later of records) {
          for (const earlier of records) {
            if (later === earlier) continue;
            expect([later.id, earlier.id, hadSeen(later, earlier)]).toEqual([
              later.id,
              earlier.id,
              descends(journal, later, earlier),
            ]);
          }
        }
      }),
      LAW,
    );
  });

  it("knows of no record that the journal does not hold", () => {
    const [one, other] = [
      record("note", "10-1", "2017-05-01", { id: hexId("1") }),
      record("note", "10-1", "2017-05-01", { id: hexId("2") }),
    ];
    const { hadSeen, generationOf } = ancestryOf(foldJournal([one]));
    expect(generationOf(other)).toBe(0);
    expect([hadSeen(one, other), hadSeen(other, one)]).toEqual([false, false]);
  });
});
