/** The DuckDB roll-up of many plans equals the sum of the numbers that ipplan gives for each plan. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import type { LogView } from "../../src/core/views/log.ts";
import type { Outputs } from "../contracts/outputs.ts";
import { asText } from "../support/written.ts";

const SCRIPT = join(import.meta.dirname, "../../bench/rollup.mjs");
const BUREAUS = Number(process.env["BUREAUS"] ?? 12);

interface BureauRow {
  readonly bureau: string;
  readonly [number: string]: number | string | null;
}

interface Results {
  readonly bureaus: readonly BureauRow[];
  readonly together: readonly Readonly<Record<string, number>>[];
  readonly worst: readonly BureauRow[];
  readonly months: readonly { readonly month: string; readonly records: number; readonly done: number }[];
}

const folder = mkdtempSync(join(tmpdir(), "ipplan-rollup-"));
let results: Results;
const own: { readonly home: string; readonly status: Outputs["status"]; readonly log: LogView }[] = [];

beforeAll(async () => {
  const parameters = [SCRIPT, "--bureaus", String(BUREAUS), "--into", folder, "--json"];
  results = JSON.parse(execFileSync(process.execPath, parameters, { encoding: "utf8" })) as Results;
  for (const home of readdirSync(folder).filter((name) => name.startsWith("bureau-"))) {
    own.push({ home, status: await ask(home, "status"), log: await ask(home, "log") });
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function ask<View>(home: string, command: string): Promise<View> {
  let text = "";
  const columns = (): undefined => undefined;
  const keep = (part: string | Uint8Array): void => {
    text += asText(part);
  };
  const io = {
    env: {},
    cache: { folder: join(folder, "cache"), build: "test" },
    cwd: join(folder, home),
    now: () => Date.UTC(2018, 0, 31),
    stdout: { isTerminal: false, columns, write: keep },
    stderr: { isTerminal: false, columns, write: (): void => undefined },
    userName: () => "",
  };
  expect(await main([command, "--as-of", "2017-09-30", "--format", "json"], io)).toBe(0);
  return JSON.parse(text) as View;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** A percentage with one decimal, rounded half up. */
function percent(numerator: number, denominator: number): number {
  return Math.round((numerator * 1000) / denominator) / 10;
}

describe("the roll-up", () => {
  it("has the same counts and rates for every bureau as ipplan", () => {
    expect(results.bureaus).toHaveLength(BUREAUS);
    const expected = own.map(({ home, status: { totals, rates, overdue } }) => ({
      bureau: home,
      milestones: totals.milestones,
      done: totals.done,
      overdue: totals.overdue,
      cancelled: totals.cancelled,
      due: rates.dueCompletion.denominator,
      due_done: rates.dueCompletion.numerator,
      on_time: rates.onTime.numerator,
      longest: overdue.reduce((most, { daysOverdue }) => Math.max(most, daysOverdue ?? 0), 0),
      due_completion: rates.dueCompletion.percent,
    }));
    const byName = (a: BureauRow, b: BureauRow): number => (a.bureau < b.bureau ? -1 : 1);
    expect([...results.bureaus].sort(byName)).toEqual(expected.sort(byName));
    expect(sum(expected.map(({ overdue }) => overdue))).toBeGreaterThan(BUREAUS);
  });

  it("has the totals of all bureaus", () => {
    const rates = own.map(({ status }) => status.rates);
    const due = sum(rates.map(({ dueCompletion }) => dueCompletion.denominator));
    const dueDone = sum(rates.map(({ dueCompletion }) => dueCompletion.numerator));
    expect(results.together).toEqual([
      {
        bureaus: BUREAUS,
        milestones: sum(own.map(({ status }) => status.totals.milestones)),
        done: sum(own.map(({ status }) => status.totals.done)),
        overdue: sum(own.map(({ status }) => status.totals.overdue)),
        due,
        due_done: dueDone,
        on_time: sum(rates.map(({ onTime }) => onTime.numerator)),
        due_completion: percent(dueDone, due),
      },
    ]);
  });

  it("lists the ten bureaus with the lowest due completion, lowest first", () => {
    const shares = own.map(({ home, status: { rates } }) => ({
      bureau: home,
      share: rates.dueCompletion.numerator / rates.dueCompletion.denominator,
    }));
    const worst = shares.sort((a, b) => a.share - b.share).slice(0, 10);
    const shareOf = new Map(shares.map(({ bureau, share }) => [bureau, share]));
    expect(results.worst.map(({ bureau }) => shareOf.get(bureau))).toEqual(worst.map(({ share }) => share));
  });

  it("counts the records of each month, and its live completions", () => {
    const records = own.flatMap(({ log }) => log.records);
    const months = [...new Set(records.map(({ on }) => on.slice(0, 7)))].sort();
    const expected = months.map((month) => {
      const ofMonth = records.filter(({ on }) => on.startsWith(month));
      const done = ofMonth.filter((record) => record.do === "done" && record.live);
      return { month, records: ofMonth.length, done: done.length };
    });
    expect(results.months).toEqual(expected);
    expect(months).toHaveLength(9);
  });
});
