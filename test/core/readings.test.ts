import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readingOf, totalFrom } from "../../src/core/readings.ts";
import { foldJournal } from "../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../src/core/journal/record.ts";
import { day, hexId, record, revoke } from "../support/builders.ts";
import { LAW } from "../support/laws.ts";

const REF = "10/agencies";
const NONE = { value: null, on: null };

function reading(on: string, value: number, more: Partial<JournalRecord> = {}): JournalRecord {
  const { to: _to, on: _on, do: _do, ref: _ref, ...rest } = more;
  return record("reading", REF, on, { value, ...rest });
}

function added(on: string, value: number): JournalRecord {
  return reading(on, value, { mode: "add" });
}

function read(records: readonly JournalRecord[], asOf = "2017-12-31"): unknown {
  return readingOf(REF, foldJournal(records), day(asOf));
}

describe("the reading of an indicator", () => {
  it("is null before the first one", () => {
    expect(read([])).toEqual(NONE);
    expect(read([reading("2017-05-02", 12)], "2017-05-01")).toEqual(NONE);
  });

  it("is the latest total up to the as-of day", () => {
    const totals = [reading("2017-06-30", 14), reading("2017-03-31", 12, { mode: "total" })];
    expect(read(totals)).toEqual({ value: 14, on: "2017-06-30" });
    expect(read(totals, "2017-06-29")).toEqual({ value: 12, on: "2017-03-31" });
  });

  it("may fall: the latest total counts, not the greatest", () => {
    expect(read([reading("2017-03-31", 12), reading("2017-06-30", 9)])).toEqual({ value: 9, on: "2017-06-30" });
  });

  it("of two totals of one day has the greater id if neither writer had seen the other's", () => {
    const [small, great] = [
      reading("2017-03-31", 12, { id: hexId("1") }),
      reading("2017-03-31", 9, { id: hexId("2") }),
    ];
    expect(read([great, small])).toEqual({ value: 9, on: "2017-03-31" });
  });

  it("adds up additions, even without a total", () => {
    expect(read([added("2017-03-31", 3), added("2017-06-30", 4)])).toEqual({ value: 7, on: "2017-06-30" });
  });

  it("loses no digit of a large value: amounts in yuan have many", () => {
    const records = [reading("2017-03-31", 123_456_789_012), added("2017-04-30", 0.25), added("2017-05-31", 1e12)];
    expect(read(records)).toEqual({ value: 1_123_456_789_012.25, on: "2017-05-31" });
    expect(read([reading("2017-03-31", 12_345_678_901_234)])).toMatchObject({ value: 12_345_678_901_234 });
  });

  it("adds to the last total what came after it", () => {
    const records = [added("2017-03-31", 3), reading("2017-04-30", 10), added("2017-05-31", 2), added("2017-06-30", 1)];
    expect(read(records)).toEqual({ value: 13, on: "2017-06-30" });
    expect(read(records, "2017-05-31")).toEqual({ value: 12, on: "2017-05-31" });
    expect(read(records, "2017-04-30")).toEqual({ value: 10, on: "2017-04-30" });
  });

  it("ignores additions on the day of the total, which includes them", () => {
    expect(read([reading("2017-06-30", 10), added("2017-06-30", 2)])).toEqual({ value: 10, on: "2017-06-30" });
  });

  it("counts 0 as a value", () => {
    expect(read([reading("2017-03-31", 0)])).toEqual({ value: 0, on: "2017-03-31" });
  });

  it("ignores a reading without a value", () => {
    const blank = record("reading", REF, "2017-06-30");
    expect(read([blank])).toEqual(NONE);
    expect(read([reading("2017-03-31", 5), blank])).toEqual({ value: 5, on: "2017-03-31" });
  });

  it("goes back to the previous one when it is revoked", () => {
    const last = reading("2017-06-30", 14);
    expect(read([reading("2017-03-31", 12), last, revoke(last)])).toEqual({ value: 12, on: "2017-03-31" });
  });

  it("of another indicator does not count", () => {
    expect(readingOf("10/courses", foldJournal([reading("2017-03-31", 5)]), day("2017-12-31"))).toEqual(NONE);
  });

  it("does not depend on the order of lines", () => {
    const days = fc.constantFrom("2017-03-31", "2017-04-30", "2017-05-31");
    const ids = fc.integer({ min: 1, max: 0xffff }).map((number) => hexId(number.toString(16)));
    const mode = fc.constantFrom("total" as const, "add" as const);
    const readings = fc
      .tuple(days, fc.integer({ min: 0, max: 50 }), mode, ids)
      .map(([on, value, how, id]) => reading(on, value, { mode: how, id }));
    const journals = fc
      .uniqueArray(readings, { selector: ({ id }) => id, maxLength: 8 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(journals, ([records, other]) => {
        expect(read(other)).toEqual(read(records));
      }),
      LAW,
    );
  });
});

describe("the total that already includes an addition", () => {
  const [spring, summer] = [reading("2017-03-31", 10), reading("2017-06-30", 14, { mode: "total" })];
  const totalAt = (on: string, asOf = "2017-12-31"): JournalRecord | undefined =>
    totalFrom(REF, foldJournal([spring, summer, added("2017-07-31", 1)]), day(on), day(asOf));

  it("is the last one of its day or a later one, up to the as-of day", () => {
    expect(totalAt("2017-02-01")).toBe(summer);
    expect(totalAt("2017-06-30")).toBe(summer);
    expect(totalAt("2017-02-01", "2017-06-29")).toBe(spring);
  });

  it("is undefined if all totals are of earlier days, or revoked", () => {
    expect(totalAt("2017-07-01")).toBeUndefined();
    expect(totalFrom(REF, foldJournal([summer, revoke(summer)]), day("2017-06-01"), day("2017-12-31"))).toBeUndefined();
  });
});
