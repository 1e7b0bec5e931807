import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { runIn } from "../reporters/run-main.ts";
import { makeOffice, read } from "./office.ts";

const office = makeOffice(1);
afterAll(() => office.remove());

it("P2: a journal cut at any byte keeps the records before, reports the torn line, and takes the next record", async () => {
  vi.spyOn(Atomics, "wait").mockReturnValue("timed-out");
  for (const text of ["一", "二", "三"]) await runIn(office.folder, ["note", "1", text]);
  const bytes = readFileSync(office.journal);
  const ids = read(office.journal).records.map(({ id }) => id);
  const ends = ids.map((id) => bytes.indexOf(`"id":"${id}"}`) + `"id":"${id}"}`.length);
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    const whole = ids.filter((_, index) => cut >= (ends[index] ?? 0));
    const lines = [0, ...ends.map((end) => end + 1)];
    const isTorn = !ends.includes(cut) && !lines.includes(cut);
    const journal = join(office.folder, "cut.jsonl");
    writeFileSync(journal, bytes.subarray(0, cut));
    const told = await runIn(office.folder, ["note", "1", "下一条", "--quiet", "--journal", "cut.jsonl"]);
    const reading = read(journal);
    expect([told.code, reading.records.map(({ id }) => id)], `cut at ${cut}`).toEqual([
      0,
      [...whole, told.stdout.trim()],
    ]);
    const torn = reading.damaged.map(({ line }) => line);
    expect(torn, `cut at ${cut}`).toEqual(isTorn ? [whole.length + 1] : []);
  }
});
