/** Laws of the fold over random journals: it is a function of the set of records. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FoldedJournal, foldJournal, isLive, latestRecord, liveRecords } from "../../../src/core/journal/fold.ts";
import type { JournalRecord, RecordKind } from "../../../src/core/journal/record.ts";
import { day, hexId, record, revoke } from "../../support/builders.ts";
import { LAW } from "../../support/laws.ts";

const REFS = ["10-1", "10-2@Q2"];
const KINDS = ["done", "progress", "block", "unblock", "accept", "revoke"] as const;
const DAYS = ["2017-05-01", "2017-05-02", "2017-05-03"];
const END = day("2017-12-31");

interface Draft {
  readonly kind: RecordKind;
  readonly ref: string;
  readonly on: string;
  /** How many records back each target and each seen record is. */
  readonly of: readonly number[];
  readonly prev: readonly number[];
  readonly salt: number;
}

const back = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 3 });
const drafts = fc.array(
  fc.record<Draft>({
    kind: fc.constantFrom(...KINDS),
    ref: fc.constantFrom(...REFS),
    on: fc.constantFrom(...DAYS),
    of: back,
    prev: back,
    salt: fc.nat({ max: 0xffff }),
  }),
  { maxLength: 14 },
);

/** Possible journals: a record names only earlier ones, since it contains their hashes. Ids are in no order. */
const journals = drafts.map((list) => {
  const records: JournalRecord[] = [];
  for (const [index, { kind, ref, on, of, prev, salt }] of list.entries()) {
    const idsOf = (steps: readonly number[]): string[] => steps.flatMap((step) => records[index - step]?.id ?? []);
    const id = hexId(`${salt.toString(16).padStart(4, "0")}${index.toString(16)}`);
    records.push(record(kind, ref, on, { id, of: idsOf(of), prev: idsOf(prev) }));
  }
  return records;
});
const shuffled = journals.chain((records) =>
  fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
);

/** Everything that can be asked of a journal, in a fixed order. */
function meaning(journal: FoldedJournal): unknown {
  return {
    records: journal.records.map(({ id }) => id).sort(),
    superseded: [...journal.supersededBy].map(([id, by]) => `${id} by ${by}`).sort(),
    things: [...journal.liveByRef.keys()].sort(),
    answers: REFS.flatMap((ref) =>
      KINDS.flatMap((kind) =>
        DAYS.map((asOf) => {
          const live = liveRecords(journal, ref, kind, day(asOf));
          return [latestRecord(journal, live)?.id, live.map(({ id }) => id).sort()];
        }),
      ),
    ),
  };
}

/** A record is in effect unless a revoke in effect names it. */
function acts(records: readonly JournalRecord[], asked: JournalRecord): boolean {
  return !records.some((other) => other.do === "revoke" && other.of.includes(asked.id) && acts(records, other));
}

/** The definition of live: nothing in effect revokes or corrects the record. */
function livesByDefinition(records: readonly JournalRecord[], asked: JournalRecord): boolean {
  const opposes = (other: JournalRecord): boolean => other.do === "revoke" || other.do === asked.do;
  return !records.some((other) => other.of.includes(asked.id) && opposes(other) && acts(records, other));
}

describe("a fold", () => {
  it("does not depend on the order of lines", () => {
    fc.assert(
      fc.property(shuffled, ([records, other]) => {
        expect(meaning(foldJournal(other))).toEqual(meaning(foldJournal(records)));
      }),
      LAW,
    );
  });

  it("counts a record that occurs twice once", () => {
    fc.assert(
      fc.property(shuffled, ([records, other]) => {
        expect(meaning(foldJournal([...records, ...other]))).toEqual(meaning(foldJournal(records)));
      }),
      LAW,
    );
  });

  it("of two journals is the same whichever comes first", () => {
    const two = fc.tuple(shuffled, fc.nat({ max: 14 }), fc.nat({ max: 14 }));
    fc.assert(
      fc.property(two, ([[records, other], left, right]) => {
        const [a, b] = [records.slice(0, left), other.slice(0, right)];
        expect(meaning(foldJournal([...a, ...b]))).toEqual(meaning(foldJournal([...b, ...a])));
      }),
      LAW,
    );
  });

  it("of three journals is the same whichever two are merged first", () => {
    const unionOf = (a: readonly JournalRecord[], b: readonly JournalRecord[]): readonly JournalRecord[] =>
      foldJournal([...a, ...b]).records;
    fc.assert(
      fc.property(shuffled, fc.nat({ max: 14 }), fc.nat({ max: 14 }), ([records, other], left, right) => {
        const [a, b, c] = [records.slice(0, left), other.slice(0, right), other.slice(right)];
        const [first, last] = [unionOf(unionOf(a, b), c), unionOf(a, unionOf(b, c))];
        expect(meaning(foldJournal(first))).toEqual(meaning(foldJournal(last)));
      }),
      LAW,
    );
  });

  it("keeps live exactly what nothing revokes or corrects, corrections of corrections included", () => {
    fc.assert(
      fc.property(shuffled, ([records, other]) => {
        const journal = foldJournal(other);
        const wrong = records.filter((asked) => isLive(journal, asked.id) !== livesByDefinition(records, asked));
        expect(wrong).toEqual([]);
      }),
      LAW,
    );
  });

  it("lets a new undo revoke any record, and an undo of that restore everything", () => {
    fc.assert(
      fc.property(shuffled, fc.nat(), ([records, other], any) => {
        const target = records[any % records.length];
        fc.pre(target !== undefined);
        const undo = revoke(target, "2017-05-03", { id: hexId("ffff-undo") });
        const redo = revoke(undo, "2017-05-03", { id: hexId("ffff-redo") });
        expect(isLive(foldJournal([undo, ...other]), target.id)).toBe(false);
        const restored = foldJournal([redo, undo, ...other]);
        expect(records.map(({ id }) => isLive(restored, id))).toEqual(
          records.map(({ id }) => isLive(foldJournal(records), id)),
        );
      }),
      LAW,
    );
  });
});

describe("the latest record of one day", () => {
  const sameDay = journals.map((records) => records.map((each) => ({ ...each, on: day("2017-05-02") })));

  it("is the same in any order of lines and of the given records", () => {
    const asked = sameDay.chain((records) =>
      fc.tuple(
        fc.constant(records),
        fc.shuffledSubarray(records, { minLength: records.length }),
        fc.shuffledSubarray(records),
      ),
    );
    fc.assert(
      fc.property(asked, ([records, other, some]) => {
        const inOrder = records.filter((each) => some.includes(each));
        expect(latestRecord(foldJournal(other), some)?.id).toBe(latestRecord(foldJournal(records), inOrder)?.id);
      }),
      LAW,
    );
  });

  it("is one that no other writer had seen, and of those the greatest id", () => {
    fc.assert(
      fc.property(sameDay, (records) => {
        const journal = foldJournal(records);
        const byId = new Map(records.map((each) => [each.id, each]));
        const ancestors = (id: string): string[] =>
          (byId.get(id)?.prev ?? []).flatMap((seen) => [seen, ...ancestors(seen)]);
        const seen = new Set(records.flatMap(({ id }) => ancestors(id)));
        const unseen = records.map(({ id }) => id).filter((id) => !seen.has(id));
        expect(latestRecord(journal, records)?.id).toBe(unseen.sort().at(-1));
      }),
      LAW,
    );
  });

  it("of live records does not change when something is revoked and restored", () => {
    fc.assert(
      fc.property(sameDay, (records) => {
        const journal = foldJournal(records);
        const live = liveRecords(journal, "10-1", "progress", END);
        const latest = latestRecord(journal, live);
        fc.pre(latest !== undefined);
        const undo = revoke(latest, "2017-05-02", { id: hexId("ffff-undo") });
        const redo = revoke(undo, "2017-05-02", { id: hexId("ffff-redo") });
        const restored = foldJournal([...records, undo, redo]);
        expect(latestRecord(restored, liveRecords(restored, "10-1", "progress", END))?.id).toBe(latest.id);
      }),
      LAW,
    );
  });
});
