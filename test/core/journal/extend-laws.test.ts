/** Laws of records put on top of a journal: however they are split, answers equal those of all records folded anew. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ancestryOf } from "../../../src/core/journal/ancestry.ts";
import { byDescent, newestFirst } from "../../../src/core/journal/descent.ts";
import { withRecords } from "../../../src/core/journal/extend.ts";
import { type Journal, foldJournal, latestRecord } from "../../../src/core/journal/fold.ts";
import { headsOf } from "../../../src/core/journal/links.ts";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import { hexId, record } from "../../support/builders.ts";
import { lastRecordOf } from "../../../src/core/journal/revocation.ts";
import { LAW } from "../../support/laws.ts";

const REFS = ["10-1", "10-2", "10/agencies"];
const KINDS = ["done", "progress", "revoke", "accept"] as const;

const steps = fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 3 });
const drafts = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    ref: fc.constantFrom(...REFS),
    of: steps,
    prev: steps,
    /** Whether `of` names only records about the same thing, as ipplan writes them; other programs may not. */
    keepsToItself: fc.integer({ min: 0, max: 9 }).map((number) => number > 0),
  }),
  { maxLength: 16 },
);

/** Records of a random journal, each once or more, in any order, cut into three. */
const cuts = drafts
  .map((list) => {
    const made: JournalRecord[] = [];
    for (const [index, { kind, ref, of, prev, keepsToItself }] of list.entries()) {
      const named = (back: readonly number[]): JournalRecord[] => back.flatMap((step) => made[index - step] ?? []);
      const targets = named(of).filter((target) => !keepsToItself || target.ref === ref);
      const ids = { of: targets.map(({ id }) => id), prev: named(prev).map(({ id }) => id) };
      made.push(record(kind, ref, `2017-05-0${(index % 2) + 1}`, { id: hexId(`${(index * 7) % 16}${index}`), ...ids }));
    }
    return made;
  })
  .chain((made) => fc.shuffledSubarray([...made, ...made.slice(0, 3)], { minLength: made.length }))
  .chain((all) => fc.tuple(fc.constant(all), fc.nat({ max: all.length }), fc.nat({ max: all.length })));

/** Everything that can be asked of the journal about the records and refs, in a fixed order. */
function answers(journal: Journal, records: readonly JournalRecord[]): unknown {
  const ids = (list: readonly JournalRecord[] | undefined): string[] => (list ?? []).map(({ id }) => id).sort();
  return {
    records: ids(journal.records),
    each: ids([...journal.each()]),
    byId: records.map(({ id }) => journal.byId.get(id)?.ref),
    superseded: records.map(({ id }) => journal.supersededBy.get(id)),
    live: REFS.map((ref) => ids(journal.liveByRef.get(ref))),
    all: REFS.map((ref) => ids(journal.allByRef.get(ref))),
    latest: REFS.map((ref) => latestRecord(journal, journal.allByRef.get(ref) ?? [])?.id),
    descent: byDescent(journal).map(({ id }) => id),
    last: lastRecordOf(journal, "clerk")?.id,
    newest: REFS.map((ref) => newestFirst(journal, journal.allByRef.get(ref) ?? []).map(({ id }) => id)),
    heads: headsOf(journal.links),
    closed: journal.links.staysWithinRefs,
    unknown: [[...journal.links.unknownSeen].sort(), [...journal.links.unknownTargets].sort()],
  };
}

/** A journal that knows at once which of its records had seen which, as compiled ones do. */
function knowing(records: readonly JournalRecord[]): Journal {
  const own = foldJournal(records);
  const ancestry = ancestryOf(own).hadSeen;
  return Object.assign(foldJournal(records), {
    hadSeen: (later: JournalRecord, earlier: JournalRecord) =>
      own.byId.has(later.id) && own.byId.has(earlier.id) ? ancestry(later, earlier) : undefined,
  });
}

describe("records put on top of a journal", () => {
  it("give the answers of all folded anew", () => {
    fc.assert(
      fc.property(cuts, ([all, one, other]) => {
        const [first, last] = [Math.min(one, other), Math.max(one, other)];
        const base = knowing(all.slice(0, first));
        const extended = withRecords(withRecords(base, all.slice(first, last)), all.slice(last));
        const oneByOne = all.slice(first).reduce((journal: Journal, more) => withRecords(journal, [more]), base);
        const anew = answers(foldJournal(all), all);
        expect(answers(extended, all)).toEqual(anew);
        expect(answers(oneByOne, all)).toEqual(anew);
      }),
      // A record that arrives after one whose writer had seen it is rare.
      { ...LAW, numRuns: 3 * LAW.numRuns },
    );
  });

  it("change nothing if the journal has them already", () => {
    const one = record("done", "10-1", "2017-05-01");
    const journal = foldJournal([one]);
    expect(withRecords(journal, [one, one])).toBe(journal);
    expect(withRecords(journal, [])).toBe(journal);
    expect(journal.liveByRef.has("10-2")).toBe(false);
  });

  it("keep what was known about who had seen whom", () => {
    const [one, other] = [record("note", "10-1", "2017-05-01"), record("note", "10-1", "2017-05-01", { note: "x" })];
    const base: Journal = Object.assign(foldJournal([one, other]), {
      hadSeen: (later: JournalRecord, earlier: JournalRecord) => later.id === one.id && earlier.id === other.id,
    });
    const more = withRecords(base, [record("note", "10-2", "2017-05-01")]);
    expect(latestRecord(base, [one, other])).toBe(one);
    expect(latestRecord(more, [other, one])).toBe(one);
  });

  it("know what the journal holds and what it lacks", () => {
    const more = withRecords(foldJournal([]), [record("done", "10-1", "2017-05-01")]);
    expect([more.byId.has("0"), more.liveByRef.has("10-1"), more.liveByRef.has("10-2")]).toEqual([false, true, false]);
    expect(more.supersededBy.get("0")).toBeUndefined();
  });

  it("that come one by one are merged only a few times each, and leave few layers", () => {
    let reads = 0;
    const count = 1024;
    const made = Array.from({ length: count }, (_, index) => {
      const own = record("done", `10-${index}`, "2017-05-01");
      const counted = {
        ...own,
        get prev() {
          reads += 1;
          return own.prev;
        },
      };
      return counted;
    });
    const journal = made.reduce((before: Journal, one) => withRecords(before, [one]), foldJournal([]));
    // Each is merged no more often than a layer can double: ten times, and once when it comes.
    expect(reads).toBeLessThanOrEqual(11 * count);
    expect(layersOf(journal)).toBeLessThanOrEqual(11);
    expect(journal.count).toBe(count);
  });
});

function layersOf(journal: Journal): number {
  const base: unknown = Reflect.get(journal, "base");
  return base === undefined ? 0 : 1 + layersOf(base as Journal);
}
