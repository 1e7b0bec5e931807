import { setTimeout } from "node:timers/promises";
import { once } from "node:events";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { shareOf } from "./share.ts";
import { idsIn, ipplan, makeOffice, outputOf, read, startWriter } from "./office.ts";

let office = makeOffice(1);
afterEach(() => {
  office.remove();
  office = makeOffice(1);
});

const journalPath = (name: string): string => join(office.folder, name);

/**
 * All 50 processes write 10 records each into one journal, then into the next. So they compete in every journal, and no
 * call has to read thousands of records, which would measure reading.
 */
it(`P1: 50 processes with ${shareOf(20) * 10} calls each lose no acknowledged record and tear none`, async () => {
  const journals = Array.from({ length: shareOf(20) }, (_, index) => `journal-${index}.jsonl`);
  const writers = Array.from({ length: 50 }, async (_, index) =>
    outputOf(startWriter(office.folder, `writer ${index}`, { journals, count: 10, padding: 0 })),
  );
  const acknowledged = (await Promise.all(writers)).flatMap(idsIn);
  const readings = journals.map((name) => read(journalPath(name)));
  const present = new Set(readings.flatMap(({ records }) => records.map(({ id }) => id)));
  expect(new Set(acknowledged).size).toBe(journals.length * 50 * 10);
  expect(acknowledged.filter((id) => !present.has(id))).toEqual([]);
  expect(readings.flatMap(({ damaged }) => damaged)).toEqual([]);
});

/** Starts a writer, kills it `delay` ms after its first acknowledged record, and returns the ids that it acknowledged. */
async function killed(name: string, journal: string, delay: number): Promise<string[]> {
  // Every other writer writes lines of 6 KB, so that a kill hits a line more often.
  const padding = delay % 2 === 0 ? 1900 : 0;
  const writer = startWriter(office.folder, name, { journals: [journal], count: 10_000, padding });
  const output = outputOf(writer);
  if (writer.stdout !== null) await once(writer.stdout, "data");
  await setTimeout(delay);
  writer.kill("SIGKILL");
  return idsIn(await output);
}

it(`P2: ${shareOf(50) * 6} killed writers harm no record before or after them`, async () => {
  let acknowledged = 0;
  for (let round = 0; round < shareOf(50); round += 1) {
    const journal = `round-${round}.jsonl`;
    const writers = Array.from({ length: 6 }, async (_, index) =>
      killed(`${round} ${index}`, journal, (round * 7 + index * 5) % 30),
    );
    const ids = (await Promise.all(writers)).flat();
    const before = read(journalPath(journal));
    const present = new Set(before.records.map(({ id }) => id));
    expect(ids.filter((id) => !present.has(id))).toEqual([]);
    expect(before.damaged.filter(({ fault }) => fault !== "torn")).toEqual([]);
    const added = ipplan(office.folder, "note", "1", "afterwards", "--quiet", "--journal", journal);
    const after = read(journalPath(journal)).records.map(({ id }) => id);
    expect(after).toEqual(expect.arrayContaining([...present, added.stdout.trim()]));
    acknowledged += ids.length;
  }
  expect(acknowledged).toBeGreaterThanOrEqual(shareOf(50) * 6);
});
