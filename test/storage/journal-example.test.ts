/** The example journal equals its table of days and notes, encoded by code that knows only the format. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { milestonesOf } from "../../src/core/plan.ts";
import { PLAN_2017 } from "../support/plan-2017.ts";
import { EXAMPLE, countsOf, idOf, readBytes } from "./journal-samples.ts";

interface Entry {
  readonly recorded: string;
  readonly by: string;
  readonly kind: string;
  readonly ref: string;
  readonly on: string;
  readonly evidence: string;
  readonly note: string;
  readonly value: string;
}

const TABLE = readFileSync(join(import.meta.dirname, "../fixtures/journal-example.csv"), "utf8");

/** The table's rows; none of its cells contains a quote or comma. */
const ENTRIES: readonly Entry[] = TABLE.trimEnd()
  .split("\n")
  .slice(1)
  .map((row) => {
    const [recorded = "", by = "", kind = "", ref = "", on = "", evidence = "", note = "", value = ""] = row.split(",");
    return { recorded, by, kind, ref, on, evidence, note, value };
  });

const sha = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** Converts `03-14 09:20` in Beijing, eight hours ahead of UTC, to UTC. */
function utcOf(recorded: string): string {
  const [day = "", time = ""] = recorded.split(" ");
  return new Date(`2017-${day}T${time}:00.000+08:00`).toISOString();
}

const WAS = new Map(
  milestonesOf(PLAN_2017).map(({ id, window, text }) => [
    id,
    `${window.start}..${window.end}#${sha(text).slice(0, 8)}`,
  ]),
);

/** The facts that each kind takes from the cells for note and value, in the order of the format. */
function factsOf({ kind, note, value }: Entry): [string, unknown][] {
  const [reason = "", approver = ""] = note.split("；");
  switch (kind) {
    case "progress":
      return [
        ["percent", Number(value)],
        ["note", note],
      ];
    case "extend":
      return [
        ["to", value],
        ["reason", reason],
        ["approver", approver.replace(/批准$/, "")],
      ];
    case "block":
      return [["reason", note]];
    default:
      return [["note", note]];
  }
}

/** The journal's lines; each record has seen the one before it. */
function encode(entries: readonly Entry[]): string[] {
  const lastDone = new Map<string, string>();
  let prev: string[] = [];
  return entries.map((entry) => {
    const pointsBack = ["accept", "revoke"].includes(entry.kind) || entry.value === "correct";
    const target = lastDone.get(entry.ref);
    if (pointsBack && target === undefined) throw new Error(`${entry.kind} ${entry.ref} has nothing to name`);
    const evidence = entry.evidence === "" ? [] : [{ kind: "doc", value: entry.evidence }];
    const pairs: [string, unknown][] = [
      ["v", 1],
      ["t", utcOf(entry.recorded)],
      ["by", entry.by],
      ["do", entry.kind],
      ["ref", entry.ref],
      ["on", `2017-${entry.on}`],
      ["was", WAS.get(entry.ref)],
      ...factsOf(entry).filter(([, fact]) => fact !== ""),
      ...(evidence.length === 0 ? [] : [["evidence", evidence] as [string, unknown]]),
      ["of", pointsBack ? [target] : []],
      ["prev", prev],
    ];
    const body = `{${pairs.map(([key, fact]) => `${JSON.stringify(key)}:${JSON.stringify(fact)}`).join(",")}`;
    const id = idOf(body);
    if (entry.kind === "done") lastDone.set(entry.ref, id);
    prev = [id];
    return `${body},"id":"${id}"}`;
  });
}

describe("the example journal", () => {
  it("equals its table, byte for byte", () => {
    const written = encode(ENTRIES);
    expect(written).toHaveLength(48);
    expect(written.map((line) => `${line}\n`).join("")).toBe(EXAMPLE.toString("utf8"));
  });

  it("is read whole, in the order of its lines", () => {
    const reading = readBytes(EXAMPLE);
    expect(countsOf(reading)).toEqual([48, 0, 0]);
    expect(reading.records.map(({ ref, do: kind }) => `${kind} ${ref}`)).toEqual(
      ENTRIES.map(({ ref, kind }) => `${kind} ${ref}`),
    );
    expect(reading.records.at(-1)?.id).toMatch(/^4518f647/);
  });

  it("knows the line of each record", () => {
    const { records, origins } = readBytes(EXAMPLE);
    expect(records.map(({ id }) => origins.get(id))).toEqual(
      records.map((_, index) => ({ file: "journal.jsonl", line: index + 1 })),
    );
  });
});
