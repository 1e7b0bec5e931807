/** Which records no other one's writer had seen: few are compared in pairs, many take one walk back. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldJournal, latestRecord } from "../../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import { MOST_IN_PAIRS, unseenAmong } from "../../../src/core/journal/seen.ts";
import { hexId, record } from "../../support/builders.ts";
import { inAnyOrder } from "../../support/descents.ts";
import { LAW } from "../../support/laws.ts";

/** Ids of all that the record's writer had seen, found by walking every way back. */
function allSeen(records: readonly JournalRecord[], one: JournalRecord): Set<string> {
  const seen = new Set<string>();
  const open = [...one.prev];
  for (const id of open) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(records.find((other) => other.id === id)?.prev ?? []));
  }
  return seen;
}

describe("the records that no other one's writer had seen", () => {
  it.each([
    ["few", 2, MOST_IN_PAIRS],
    ["many", MOST_IN_PAIRS + 1, 2 * MOST_IN_PAIRS],
  ])("are found among %s, all of a journal or some", (_, least, most) => {
    const some = inAnyOrder(least, most).chain((records) =>
      fc.tuple(fc.constant(records), fc.oneof(fc.constant(records), fc.subarray(records, { minLength: least - 1 }))),
    );
    fc.assert(
      fc.property(some, ([records, among]) => {
        const behind = new Set(among.flatMap((one) => [...allSeen(records, one)]));
        const expected = among.filter(({ id }) => !behind.has(id));
        expect(unseenAmong(foldJournal(records), among)).toEqual(expected);
      }),
      LAW,
    );
  });

  it("are one if thousands of one day descend from each other", () => {
    const chain: JournalRecord[] = [];
    for (let index = 0; index < 10_000; index += 1) {
      const prev = chain.slice(-1).map(({ id }) => id);
      chain.push(record("note", "10-1", "2017-05-01", { id: hexId(`${index}a`), prev }));
    }
    expect(latestRecord(foldJournal(chain), chain)).toBe(chain.at(-1));
  });

  it("are all if thousands of one day have not seen each other", () => {
    const records = Array.from({ length: 10_000 }, (_, index) =>
      record("note", "10-1", "2017-05-01", { id: hexId(`${index}a`), prev: [] }),
    );
    expect(unseenAmong(foldJournal(records), records)).toEqual(records);
  });
});
