/** Prepared answers about two records equal those found by walking back. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ancestryOf } from "../../../src/core/journal/ancestry.ts";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import { descends } from "../../../src/core/journal/seen.ts";
import { hexId, record } from "../../support/builders.ts";
import { inAnyOrder } from "../../support/descents.ts";
import { LAW } from "../../support/laws.ts";

describe("ancestry", () => {
  it("gives what following each record back gives, in any order of lines", () => {
    fc.assert(
      fc.property(inAnyOrder(2, 30), (records) => {
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

  it("walks back no record if everything in between descends from one record", () => {
    const note = (id: string, ...prev: string[]): JournalRecord =>
      record("note", "10-1", "2017-05-01", { id: hexId(id), prev: prev.map(hexId) });
    // Two write at once, one joins both, and the last also names an earlier one.
    const records = [
      note("1"),
      note("2", "1"),
      note("3", "1"),
      note("4", "2", "3"),
      note("5", "4"),
      note("6", "5", "4"),
    ];
    const journal = Object.defineProperty(foldJournal(records), "byId", {
      get: () => expect.fail("a record was followed back"),
    });
    const { hadSeen } = ancestryOf(journal);
    const [first, left, , joined, behind, last] = records;
    const pairs = [
      [behind, first],
      [behind, left],
      [last, behind],
      [last, joined],
    ] as const;
    for (const [later, earlier] of pairs) {
      if (later === undefined || earlier === undefined) throw new Error("no record");
      expect([hadSeen(later, earlier), hadSeen(earlier, later)]).toEqual([true, false]);
    }
  });

  it("knows no record that the journal lacks", () => {
    const [one, other] = [
      record("note", "10-1", "2017-05-01", { id: hexId("1") }),
      record("note", "10-1", "2017-05-01", { id: hexId("2") }),
    ];
    const { hadSeen, generationOf } = ancestryOf(foldJournal([one]));
    expect(generationOf(other)).toBe(0);
    expect([hadSeen(one, other), hadSeen(other, one)]).toEqual([false, false]);
  });
});
