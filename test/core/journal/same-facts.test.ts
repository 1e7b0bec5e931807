import { describe, expect, it } from "vitest";
import { differOnlyIn, sameFacts, saysNothingMore } from "../../../src/core/journal/same-facts.ts";
import { day, record } from "../../support/builders.ts";

const said = record("progress", "10-1", "2017-05-10", { percent: 50, note: "half" });
const { by: _by, t: _t, v: _v, prev: _prev, id: _id, of: _of, ...facts } = said;
const again = { ...facts, by: "another" };

describe("a record and new facts", () => {
  it("are the same, whoever records them", () => {
    expect(sameFacts(said, again)).toBe(true);
    expect(sameFacts(said, { ...again, percent: 51 })).toBe(false);
    expect(sameFacts(said, { ...again, on: day("2017-05-11") })).toBe(false);
    expect(sameFacts(said, { ...again, problem: "no partner" })).toBe(false);
  });

  it("are the same if one has an empty list", () => {
    expect(sameFacts({ ...said, evidence: [] }, again)).toBe(true);
    expect(sameFacts(said, { ...again, evidence: [] })).toBe(true);
  });

  it("add nothing if the record has all of them but the day", () => {
    const { note: _note, ...less } = again;
    expect(saysNothingMore({ ...less, on: day("2017-05-11") }, said)).toBe(true);
    expect(saysNothingMore({ ...less, next: "go on" }, said)).toBe(false);
    expect(sameFacts(said, less)).toBe(false);
  });

  it("differ only in one key, or not even there", () => {
    const other = { ...again, note: "nearly half" };
    expect(differOnlyIn("note", said, other)).toBe(true);
    expect(differOnlyIn("note", said, again)).toBe(true);
    expect(differOnlyIn("percent", said, other)).toBe(false);
    expect(differOnlyIn("note", said, { ...other, percent: 51 })).toBe(false);
    expect(differOnlyIn("note", said, { ...other, next: "go on" })).toBe(false);
  });

  it("add no evidence that the record has among others", () => {
    const [letter, list] = [{ kind: "doc", value: "letter" } as const, { kind: "doc", value: "list" } as const];
    const proven = { ...said, evidence: [letter, list] };
    expect(saysNothingMore({ ...again, evidence: [list] }, proven)).toBe(true);
    expect(saysNothingMore({ ...again, evidence: [list, letter] }, proven)).toBe(true);
    expect(saysNothingMore({ ...again, evidence: [{ ...list, kind: "file" }] }, proven)).toBe(false);
    expect(saysNothingMore({ ...again, evidence: [list] }, said)).toBe(false);
  });
});
