import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOfNumber, numberOfDay } from "../../src/core/calendar.ts";
import type { JournalRecord } from "../../src/core/journal/record.ts";
import type { Standing } from "../../src/core/standing.ts";
import { day, hexId, milestone, period, record, revoke, standing } from "../support/builders.ts";
import { LAW } from "../support/laws.ts";

/** Begins 2017-04-01, due 2017-06-30. */
const ONE = milestone();

function on(asOf: string, ...records: JournalRecord[]): Standing {
  return standing(ONE, asOf, records);
}

describe("the state of a milestone", () => {
  const done = record("done", "10-1", "2017-05-20");
  const cancel = record("cancel", "10-1", "2017-05-10");

  it.each([
    ["2017-03-31", "upcoming"],
    ["2017-04-01", "active"],
    ["2017-06-30", "active"],
    ["2017-07-01", "overdue"],
    ["2018-02-01", "overdue"],
  ])("on %s is %s without records", (asOf, state) => {
    expect(on(asOf)).toMatchObject({ state, completedOn: null, late: false, daysLate: null });
  });

  it("is done from the day of completion on", () => {
    expect(on("2017-05-19", done).state).toBe("active");
    expect(on("2017-05-20", done)).toMatchObject({ state: "done", completedOn: "2017-05-20", completions: [done] });
    expect(on("2018-02-01", done).state).toBe("done");
  });

  it("is done though it was cancelled, blocked and past its due day", () => {
    const block = record("block", "10-1", "2017-05-12");
    const late = record("done", "10-1", "2017-08-01");
    expect(on("2017-08-01", cancel, block, late)).toMatchObject({ state: "done", block: null, late: true });
  });

  it("is cancelled rather than overdue, from the day of cancellation on", () => {
    expect(on("2017-05-09", cancel).state).toBe("active");
    expect(on("2017-05-10", cancel)).toMatchObject({ state: "cancelled", cancellation: cancel });
    expect(on("2017-08-01", cancel)).toMatchObject({ state: "cancelled", daysOverdue: null, daysLeft: null });
  });

  it("is what it was before once a cancellation is revoked", () => {
    expect(on("2017-08-01", cancel, revoke(cancel))).toMatchObject({ state: "overdue", cancellation: null });
  });

  it("is exactly one of five on every day, by the precedence of the design", () => {
    const first = numberOfDay(day("2017-03-01"));
    const days = fc.integer({ min: first, max: first + 200 }).map(dayOfNumber);
    const maybe = fc.option(days, { nil: null });
    fc.assert(
      fc.property(days, maybe, maybe, maybe, (asOf, doneOn, cancelledOn, extendedOn) => {
        const records = [
          ...(doneOn === null ? [] : [record("done", "10-1", doneOn)]),
          ...(cancelledOn === null ? [] : [record("cancel", "10-1", cancelledOn)]),
          ...(extendedOn === null ? [] : [record("extend", "10-1", extendedOn, { to: "2017-08-15" })]),
        ];
        const isExtended = extendedOn !== null && extendedOn <= asOf;
        const rest = asOf > (isExtended ? "2017-08-15" : "2017-06-30") ? "overdue" : "active";
        const open = asOf < "2017-04-01" ? "upcoming" : rest;
        const unlessCancelled = cancelledOn !== null && cancelledOn <= asOf ? "cancelled" : open;
        const expected = doneOn !== null && doneOn <= asOf ? "done" : unlessCancelled;
        expect(on(asOf, ...records).state).toBe(expected);
      }),
      LAW,
    );
  });
});

describe("days left and days overdue", () => {
  it("count from the due day", () => {
    expect(on("2017-06-30")).toMatchObject({ daysLeft: 0, daysOverdue: null });
    expect(on("2017-07-01")).toMatchObject({ daysLeft: null, daysOverdue: 1 });
    expect(on("2017-05-15")).toMatchObject({ daysLeft: 46 });
    expect(on("2017-03-31")).toMatchObject({ state: "upcoming", daysLeft: 91 });
  });

  it("are null for what is done", () => {
    expect(on("2017-07-03", record("done", "10-1", "2017-06-01"))).toMatchObject({ daysLeft: null, daysOverdue: null });
  });

  it.each([
    ["2017-06-15", 14, false],
    ["2017-06-16", 14, true],
    ["2017-06-30", 14, true],
    ["2017-07-01", 14, false],
    ["2017-06-29", 0, false],
    ["2017-06-30", 0, true],
  ])("on %s, with %i days' notice, fall due soon: %s", (asOf, dueSoonDays, dueSoon) => {
    expect(standing(ONE, asOf, [], { dueSoonDays }).dueSoon).toBe(dueSoon);
  });

  it("make it due soon even before its window", () => {
    const short = milestone({ window: "2017-06-26..2017-06-30" });
    expect(standing(short, "2017-06-20")).toMatchObject({ state: "upcoming", dueSoon: true });
  });
});

describe("a completion", () => {
  it.each([
    ["2017-06-30", false, null],
    ["2017-07-01", true, 1],
    ["2017-09-30", true, 92],
    ["2017-01-10", false, null],
  ])("on %s is late: %s, by %s days", (completedOn, late, daysLate) => {
    expect(on("2017-12-31", record("done", "10-1", completedOn))).toMatchObject({ late, daysLate, completedOn });
  });

  it("recorded by two people who did not see each other's record is one, on the earlier day", () => {
    const first = record("done", "10-1", "2017-06-28", { by: "a" });
    const second = record("done", "10-1", "2017-07-02", { by: "b" });
    const both = on("2017-07-03", second, first);
    expect(both).toMatchObject({ completedOn: "2017-06-28", late: false, completions: [first, second] });
  });

  it("with the smaller id comes first among those of one day", () => {
    const [small, great] = ["1", "2"].map((digits) => record("done", "10-1", "2017-06-28", { id: hexId(digits) }));
    expect(small && great && on("2017-07-03", great, small).completions).toEqual([small, great]);
  });

  it("is corrected for every day", () => {
    const wrong = record("done", "10-1", "2017-06-17");
    const right = record("done", "10-1", "2017-06-27", { of: [wrong.id] });
    expect(on("2017-06-20", wrong, right).state).toBe("active");
    expect(on("2017-06-27", wrong, right)).toMatchObject({ state: "done", completedOn: "2017-06-27" });
  });

  it("has the evidence of all records, each piece once", () => {
    const doc = { kind: "doc", value: "No. 33" } as const;
    const file = { kind: "file", value: "No. 33" } as const;
    const other = { kind: "doc", value: "No. 34" } as const;
    const first = record("done", "10-1", "2017-06-28", { evidence: [doc, file] });
    const second = record("done", "10-1", "2017-06-29", { evidence: [{ ...doc }, other] });
    expect(on("2017-07-03", first, second).evidence).toEqual([doc, file, other]);
    expect(on("2017-07-03", record("done", "10-1", "2017-06-28")).evidence).toEqual([]);
  });
});

describe("acceptance", () => {
  const done = record("done", "10-1", "2017-06-20");
  const accept = record("accept", "10-1", "2017-06-25", { of: [done.id] });

  it("holds from its own day on", () => {
    expect(on("2017-06-24", done, accept).accepted).toBe(false);
    expect(on("2017-06-25", done, accept).accepted).toBe(true);
  });

  it("ends with the completion that it named", () => {
    expect(on("2017-07-03", done, accept, revoke(done)).accepted).toBe(false);
    const better = record("done", "10-1", "2017-06-21", { of: [done.id] });
    expect(on("2017-07-03", done, accept, better)).toMatchObject({ state: "done", accepted: false });
  });

  it("returns when the revoke is revoked", () => {
    const undo = revoke(done);
    expect(on("2017-07-03", done, accept, undo, revoke(undo, "2017-07-01")).accepted).toBe(true);
  });

  it("holds while one of the completions that it names is live", () => {
    const other = record("done", "10-1", "2017-06-21", { by: "b" });
    const both = record("accept", "10-1", "2017-06-25", { of: [done.id, other.id] });
    expect(on("2017-07-03", done, other, both, revoke(done)).accepted).toBe(true);
    expect(on("2017-07-03", done, other, both, revoke(done), revoke(other)).accepted).toBe(false);
  });

  it("of another completion, or revoked itself, does not count", () => {
    expect(on("2017-07-03", done, record("accept", "10-1", "2017-06-25", { of: [hexId("dead")] })).accepted).toBe(
      false,
    );
    expect(on("2017-07-03", done, accept, revoke(accept)).accepted).toBe(false);
  });
});

describe("two completions by writers apart", () => {
  const [done, other] = [record("done", "10-1", "2017-06-20"), record("done", "10-1", "2017-06-21", { by: "b" })];

  it("are accepted once either of them is", () => {
    const accepts = [done, other].map(({ id }, at) =>
      record("accept", "10-1", `2017-06-2${String(at + 5)}`, { of: [id] }),
    );
    for (const accept of accepts) expect(on("2017-07-03", done, other, accept).accepted).toBe(true);
    expect(on("2017-07-03", done, other, ...accepts, revoke(other)).accepted).toBe(true);
  });

  it("are proven by the evidence of either", () => {
    const proof = record("done", "10-1", "2017-06-21", { by: "b", evidence: [{ kind: "doc", value: "No. 1" }] });
    expect(on("2017-07-03", done, proof).proven).toBe(true);
    expect(on("2017-07-03", done, other).proven).toBe(false);
  });
});

describe("the reach of a milestone", () => {
  it("is from start to due day", () => {
    expect(on("2017-05-15").reach).toEqual(period("2017-04-01..2017-06-30"));
  });
});
