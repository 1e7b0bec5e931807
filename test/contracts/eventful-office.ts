/** A small plan in English and a journal with every kind of record: what the 2017 plan and its example never show. */
import { createHash } from "node:crypto";
import type { RecordFacts } from "../../src/core/journal/record.ts";
import { encodeRecord } from "../../src/storage/journal-line.ts";
import { journalOf } from "./program.ts";

const HEAD = `title: Office plan
year: 2017
timezone: UTC
language: en
policy: { pace: day, dueSoonDays: 7 }
divisions:
  - { id: north, name: North }
  - { id: south, name: South }
districts: [Harbour]
themes:
  - { id: t1, title: First theme }
sections:
  - { id: s1, theme: t1, title: First section }
`;

const TASKS = `section: s1
tasks:
  - id: 1
    title: Many milestones
    divisions: [North, South]
    districts: [Harbour, related]
    objective: Reach them all.
    measures: [Work.]
    assessment: All of them reached.
    remarks: The source numbers this twice.
    milestones:
      - { id: 1-in-time, when: Q1, text: Done in time but written down late. }
      - { id: 1-late, when: Q1, text: Done late, remarks: The source says March. }
      - { id: 1-blocked, when: Q1..Q3, text: Blocked. }
      - { id: 1-unblocked, when: Q3, text: Blocked no longer. }
      - { id: 1-soon, when: 2017-07-01..2017-07-08, text: Due soon. }
      - { id: 1-behind, when: year, text: Behind pace. }
      - { id: 1-moved, when: 2017-06, text: Extended in time. }
      - { id: 1-rescued, when: 2017-05, text: Extended after its due day. }
      - { id: 1-given-up, when: Q2, text: Cancelled. }
      - { id: 1-after-all, when: Q2, text: Cancelled and done in spite of it. }
      - { id: 1-overdue, when: 2017-06-15, text: Overdue. }
      - { id: 1-next-year, when: 2018-02, text: Outside the plan year. }
      - { id: 1-added, when: Q4, added: 2017-06-01, text: Came into the plan later. }
      - { id: 1-monthly, when: every month, text: Once a month. }
  - id: bare
    title: Nothing but a title
    divisions: [South]
  - id: 3
    title: All done
    divisions: [South]
    milestones:
      - { id: 3-1, when: Q1, text: Done. }
  - id: 4
    title: All cancelled
    divisions: [South]
    milestones:
      - { id: 4-1, when: Q4, text: Cancelled. }
    indicators:
      - { id: applications, name: Applications, min: 1000, unit: pieces, basis: flow, baseline: 900, from: [objective], remarks: The source says applied for. }
      - { id: agencies, name: Agencies, min: 10, max: 20, unit: firms, basis: stock, due: 2017-09-30, from: [measures] }
      - { id: growth, name: Growth, min: 5.5, unit: "%", basis: growth, stretch: true, from: [schedule, assessment] }
      - { id: share, name: Share, max: 12, unit: "%", basis: ratio }
      - { id: place, name: Place, max: 10, unit: th, basis: rank }
      - { id: density, name: Density, min: 1.5, unit: per 10000, basis: density, per: quarter }
  - id: 5
    title: Numbers of every kind
    divisions: [North]
    indicators:
      - { id: ahead, name: Ahead of its pace, min: 100, unit: pieces, basis: flow, baseline: 90 }
      - { id: behind, name: Behind its pace, min: 100, unit: pieces, basis: flow }
      - { id: early, name: Early in the year, min: 100, unit: pieces, basis: flow, due: 2018-12-31 }
      - { id: stale, name: Nothing said since, min: 100, unit: pieces, basis: flow, due: 2017-05-31 }
      - { id: limit, name: Over its limit, max: 5, unit: pieces, basis: flow }
      - { id: none, name: No events, max: 0, unit: pieces, basis: flow }
      - { id: range, name: Above its range, min: 10, max: 20, unit: firms, basis: stock }
      - { id: more, name: More than asked for, min: 10, unit: firms, basis: stock }
      - { id: courses, name: Courses, min: 2, max: 3, unit: times, basis: flow, per: quarter }
      - { id: limits, name: Limits per quarter, max: 3, unit: times, basis: flow, per: quarter }
      - { id: growth, name: Growth, min: 5, unit: "%", basis: growth }
`;

/** The plan's files, by name. */
export const EVENTFUL_PLAN: Readonly<Record<string, string>> = { "plan.yaml": HEAD, "tasks.yaml": TASKS };

/** Record facts as a test writes them: days as plain strings, the writer and `of` only if they matter. */
type Facts = Pick<RecordFacts, "do" | "ref"> & Partial<Omit<RecordFacts, "on" | "to">> & { on: string; to?: string };

/** Builds a journal. Each record is written at noon (UTC) of its `on` day unless another day is given. */
class Scribe {
  readonly #lines: string[] = [];
  #heads: readonly string[] = [];

  /** Returns the new record's id. */
  write(facts: Facts, writtenOn: string = facts.on): string {
    const whole = { by: "clerk", of: [], ...facts } as RecordFacts;
    const { record, line } = encodeRecord(whole, `${writtenOn}T12:00:00.000Z`, this.#heads);
    this.#lines.push(line);
    this.#heads = [record.id];
    return record.id;
  }

  journal(): string {
    return journalOf(this.#lines);
  }
}

/** Three lines: an unknown kind, an unknown milestone, an unknown version. */
export function strangeLines(): string[] {
  const record = {
    t: "2017-07-02T01:00:00.000Z",
    by: "clerk",
    do: "note",
    ref: "10-1",
    on: "2017-07-02",
    of: [],
    prev: [],
  };
  return [
    sealed({ v: 1, ...record, do: "praise" }),
    sealed({ v: 1, ...record, do: "done", ref: "99-1" }),
    sealed({ v: 2, ...record }),
  ];
}

/** The journal line of any object, valid or not, with the id that matches its bytes. */
export function sealed(record: object): string {
  const body = JSON.stringify(record).slice(0, -1);
  return `${body},"id":"${createHash("sha256").update(body).digest("hex").slice(0, 32)}"}`;
}

/** A journal with every kind of record, up to 2017-07-03. */
export function eventfulJournal(): string {
  const scribe = new Scribe();
  writeCompletions(scribe);
  writeApprovals(scribe);
  writeWords(scribe);
  return scribe.journal();
}

function writeCompletions(scribe: Scribe): void {
  const evidence = [
    { kind: "doc", value: "No. 1" },
    { kind: "file", value: "evidence/1.pdf" },
    { kind: "link", value: "https://example.org/1" },
  ] as const;
  const first = scribe.write({ do: "done", ref: "1-in-time", on: "2017-03-30", evidence }, "2017-04-03");
  scribe.write({ do: "accept", ref: "1-in-time", on: "2017-04-05", of: [first] });
  scribe.write({ do: "done", ref: "1-late", on: "2017-04-10", from: "South", note: "Better late." });
  const wrong = scribe.write({ do: "done", ref: "3-1", on: "2017-03-01" });
  const right = scribe.write({ do: "done", ref: "3-1", on: "2017-03-10", of: [wrong] });
  const undo = scribe.write({ do: "revoke", ref: "3-1", on: "2017-03-11", of: [right] });
  scribe.write({ do: "revoke", ref: "3-1", on: "2017-03-12", of: [undo] });
}

function writeApprovals(scribe: Scribe): void {
  const approval = { reason: "Too much rain", approver: "The head" };
  scribe.write(
    { by: "office", do: "extend", ref: "1-moved", on: "2017-06-28", to: "2017-09-30", ...approval },
    "2017-07-03",
  );
  scribe.write({ do: "extend", ref: "1-rescued", on: "2017-06-02", to: "2017-08-31" });
  scribe.write({ do: "cancel", ref: "1-given-up", on: "2017-05-01", ...approval });
  scribe.write({ do: "cancel", ref: "1-after-all", on: "2017-05-01" });
  scribe.write({ do: "done", ref: "1-after-all", on: "2017-06-01" });
  scribe.write({ do: "cancel", ref: "4-1", on: "2017-05-02", note: "No longer wanted" });
}

function writeWords(scribe: Scribe): void {
  scribe.write({ do: "block", ref: "1-blocked", on: "2017-04-01", reason: "No partner" });
  const ended = scribe.write({ do: "block", ref: "1-unblocked", on: "2017-07-01", note: "No room" });
  scribe.write({ do: "unblock", ref: "1-unblocked", on: "2017-07-02", of: [ended] });
  const words = { problem: "Slow", next: "Hurry" };
  scribe.write({ by: "North", do: "progress", ref: "1-behind", on: "2017-06-30", percent: 10, ...words });
  scribe.write({ do: "note", ref: "1", on: "2017-06-30", note: "About the task itself", ...words });
  scribe.write({ do: "note", ref: "1-overdue", on: "2017-06-30", note: "Nearly there" });
  scribe.write({ do: "reading", ref: "4/applications", on: "2017-03-31", value: 250, mode: "total" });
  scribe.write({ by: "South", do: "reading", ref: "4/applications", on: "2017-06-30", value: 12.5, mode: "add" });
  writeReadings(scribe);
}

function writeReadings(scribe: Scribe): void {
  const readings = [
    ["5/ahead", "2017-06-30", 60],
    ["5/behind", "2017-03-31", 10],
    ["5/behind", "2017-06-30", 20],
    ["5/early", "2017-03-31", 20],
    ["5/stale", "2017-04-30", 90],
    ["5/limit", "2017-06-30", 6],
    ["5/none", "2017-06-30", 0],
    ["5/range", "2017-06-30", 25],
    ["5/more", "2017-06-30", 12],
    ["5/courses", "2017-03-31", 1],
    ["5/courses", "2017-05-31", 1],
    ["5/courses", "2017-06-30", 2],
    ["5/limits", "2017-02-28", 2],
    ["5/limits", "2017-05-31", 4],
    ["5/growth", "2017-06-30", -1],
    ["4/agencies", "2017-06-30", 10],
  ] as const;
  for (const [ref, on, value] of readings) scribe.write({ do: "reading", ref, on, value, mode: "total" });
}
