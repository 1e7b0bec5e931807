import { describe, expect, it } from "vitest";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import { headsOf as headsOfLinks } from "../../../src/core/journal/links.ts";
import { type JournalRecord, MAX_HEADS, RECORD_KINDS, shortId } from "../../../src/core/journal/record.ts";
import { hexId, record } from "../../support/builders.ts";

const first = record("note", "10-1", "2017-05-01", { id: hexId("1") });
const second = record("note", "10-1", "2017-05-02", { id: hexId("2"), prev: [first.id] });
const third = record("note", "10-1", "2017-05-02", { id: hexId("3"), prev: [first.id] });

const headsOf = (records: readonly JournalRecord[]): string[] => headsOfLinks(foldJournal(records).links);

describe("the kinds of records", () => {
  it("are the ten of the journal's format", () => {
    const kinds = ["done", "progress", "reading", "note", "block", "unblock", "extend", "cancel", "accept", "revoke"];
    expect(Object.keys(RECORD_KINDS)).toEqual(kinds);
  });
});

describe("the heads of a journal", () => {
  it("are none of an empty one", () => {
    expect(headsOf([])).toEqual([]);
  });

  it("are the records that no other has seen, greatest ids first", () => {
    expect(headsOf([first, second, third])).toEqual([third.id, second.id]);
    expect(headsOf([third, second, first])).toEqual([third.id, second.id]);
  });

  it("become one again once a record has seen them all", () => {
    const joined = record("note", "10-1", "2017-05-03", { prev: [second.id, third.id] });
    expect(headsOf([joined, first, second, third])).toEqual([joined.id]);
  });

  it("include a record that occurs twice in the file once", () => {
    expect(headsOf([first, first])).toEqual([first.id]);
  });

  it("are not confused by a record that saw one which is missing", () => {
    const orphan = record("note", "10-1", "2017-05-03", { prev: [hexId("dead")] });
    expect(headsOf([orphan])).toEqual([orphan.id]);
  });

  it("are sixteen at most: the greatest ids", () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      record("note", "10-1", "2017-05-01", { id: hexId((index + 16).toString(16)) }),
    );
    expect(MAX_HEADS).toBe(16);
    expect(headsOf(many)).toEqual(
      many
        .slice(4)
        .map(({ id }) => id)
        .toReversed(),
    );
  });
});

describe("a short id", () => {
  it("is the first eight digits", () => {
    expect(shortId("4518f647e49fcb3e6860ca8c1e121274")).toBe("4518f647");
  });
});
