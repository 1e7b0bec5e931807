import { appendFileSync, readFileSync } from "node:fs";
import { afterEach, expect, it } from "vitest";
import { idsIn, ipplan, makeOffice, outputOf, read, startWriter } from "./office.ts";

let office = makeOffice(1);
afterEach(() => {
  office.remove();
  office = makeOffice(1);
});

it("P1: 50 processes with 200 calls each lose no acknowledged record and tear none", async () => {
  const outputs = await Promise.all(
    Array.from({ length: 50 }, async (_, index) => outputOf(startWriter(office.folder, `writer ${index}`, 200))),
  );
  const acknowledged = outputs.flatMap(idsIn);
  const { records, damaged } = read(office.journal);
  const present = new Set(records.map(({ id }) => id));
  expect(acknowledged.length).toBe(10_000);
  expect(acknowledged.filter((id) => !present.has(id))).toEqual([]);
  expect(damaged).toEqual([]);
});

it("P2: 300 killed writers harm no record before or after them", async () => {
  let acknowledged = 0;
  for (let round = 0; round < 300; round += 1) {
    const writer = startWriter(office.folder, `round ${round}`, 10_000);
    const output = outputOf(writer);
    // The moment is spread over what a start and a few appends take; the same in every run.
    setTimeout(() => writer.kill("SIGKILL"), 90 + ((round * 37) % 120));
    const ids = idsIn(await output);
    const present = new Set(read(office.journal).records.map(({ id }) => id));
    expect(ids.filter((id) => !present.has(id))).toEqual([]);
    acknowledged += ids.length;
  }
  expect(acknowledged).toBeGreaterThan(0);
  expect(read(office.journal).damaged.every(({ fault }) => fault === "torn")).toBe(true);
  expect(ipplan(office.folder, "note", "1", "at the end").status).toBe(0);
});

it("P2: a journal cut anywhere keeps what stands before the cut, and what is recorded after it", () => {
  for (const text of ["one", "two", "three"]) ipplan(office.folder, "note", "1", text);
  const whole = readFileSync(office.journal);
  const lines = read(office.journal).records.map(({ id }) => id);
  const lastLine = whole.lastIndexOf(0x0a, whole.length - 2) + 1;
  for (let cut = lastLine + 1; cut < whole.length; cut += 40) {
    const other = makeOffice(1);
    appendFileSync(other.journal, whole.subarray(0, cut));
    const added = ipplan(other.folder, "note", "1", "after the cut", "--quiet").stdout.trim();
    const ids = read(other.journal).records.map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(lines.slice(0, 2));
    expect(ids).toContain(added);
    other.remove();
  }
});
