import { describe, expect, it } from "vitest";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import { countUncounted } from "../../../src/core/journal/uncounted.ts";
import { indicator, milestone, plan, record, revoke, task } from "../../support/builders.ts";

const SMALL = plan([task("10", [milestone({ id: "10-1" })], { indicators: [indicator("agencies")] })]);

function uncounted(...records: JournalRecord[]): number {
  return countUncounted(SMALL, foldJournal(records));
}

function about(ref: string): JournalRecord {
  return record("note", ref, "2017-05-01", { note: "在办" });
}

describe("records that no number counts", () => {
  it.each(["10", "10-1", "10/agencies"])("are never about what the plan has: %s", (ref) => {
    expect(uncounted(about(ref))).toBe(0);
  });

  it.each(["11", "10-2", "10-1@Q2", "10/agents", "11/agencies", "10/", "/agencies"])("are those about %s", (ref) => {
    expect(uncounted(about(ref), about("10-1"))).toBe(1);
  });

  it("are counted each, until they are revoked", () => {
    const [first, second, known] = [about("10-2"), about("11"), about("10-1")];
    expect(uncounted(first, second, known)).toBe(2);
    expect(uncounted(first, second, known, revoke(first))).toBe(1);
  });

  it("are counted once if one corrects the other", () => {
    const first = about("10-2");
    expect(uncounted(first, record("note", "10-2", "2017-05-01", { note: "更正", of: [first.id] }))).toBe(1);
  });
});
