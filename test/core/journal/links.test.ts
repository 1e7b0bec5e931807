import { describe, expect, it } from "vitest";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import { withRecords } from "../../../src/core/journal/extend.ts";
import { headsOf, linksOf } from "../../../src/core/journal/links.ts";
import { MAX_HEADS } from "../../../src/core/journal/record.ts";
import { hexId, record } from "../../support/builders.ts";

const [GONE, LOST] = [hexId("90"), hexId("91")];

describe("what the next writer names", () => {
  it("is the records that no other one names in prev, greatest id first", () => {
    const first = record("note", "10-1", "2017-05-01", { id: hexId("3") });
    const [left, right] = ["1", "2"].map((digits) =>
      record("note", "10-1", "2017-05-02", { id: hexId(digits), prev: [first.id] }),
    );
    if (left === undefined || right === undefined) throw new Error("two were made");
    expect(headsOf(foldJournal([first, left, right]).links)).toEqual([right.id, left.id]);
  });

  it("is no record that an earlier line names already", () => {
    const late = record("note", "10-1", "2017-05-01", { id: hexId("1") });
    const early = record("note", "10-1", "2017-05-02", { id: hexId("2"), prev: [late.id] });
    const known = new Map([early, late].map((one) => [one.id, one]));
    expect([...linksOf([late], known, foldJournal([early]).links).heads]).toEqual([early.id]);
  });

  it("is at most MAX_HEADS records, those with the greatest ids", () => {
    const digits = Array.from({ length: MAX_HEADS + 1 }, (_, index) => (index + 16).toString(16));
    const records = digits.map((own) => record("note", "10-1", "2017-05-01", { id: hexId(own) }));
    const expected = digits.slice(1).map(hexId).toReversed();
    expect(headsOf(foldJournal(records).links)).toEqual(expected);
  });
});

describe("what a journal lacks", () => {
  const child = record("note", "10-1", "2017-05-02", { prev: [GONE] });
  const undo = record("revoke", "10-1", "2017-05-02", { of: [LOST] });

  it("is what records name in prev or of, and no file has", () => {
    const { links } = foldJournal([child, undo]);
    expect([[...links.unknownSeen], [...links.unknownTargets]]).toEqual([[GONE], [LOST]]);
  });

  it("is no longer missing once it has come, whether all is folded anew or it is put on top", () => {
    const [seen, spokenOf] = [GONE, LOST].map((id) => record("note", "10-1", "2017-05-01", { id }));
    if (seen === undefined || spokenOf === undefined) throw new Error("two were made");
    const known = new Map([child, undo, seen, spokenOf].map((one) => [one.id, one]));
    const anew = foldJournal([...known.values()]).links;
    const onTop = linksOf([seen, spokenOf], known, foldJournal([child, undo]).links);
    for (const { unknownSeen, unknownTargets } of [anew, onTop]) {
      expect([unknownSeen.size, unknownTargets.size]).toEqual([0, 0]);
    }
    const more = withRecords(foldJournal([child, undo]), [seen, spokenOf]);
    expect([more.links.unknownSeen.size, more.links.unknownTargets.size]).toEqual([0, 0]);
  });
});
