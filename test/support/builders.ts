/** Small plans and journals for tests. Everything has a default, so that a test states only what it is about. */
import { createHash } from "node:crypto";
import { type Day, type Period, parseDay } from "../../src/core/calendar.ts";
import { type Journal, foldJournal } from "../../src/core/journal/fold.ts";
import type { JournalRecord, RecordKind } from "../../src/core/journal/record.ts";
import {
  DEFAULT_POLICY,
  type Indicator,
  type Milestone,
  type Plan,
  type Policy,
  type Task,
} from "../../src/core/plan.ts";
import { type Filters, NO_FILTERS } from "../../src/core/selection.ts";
import { type Standing, standingOf } from "../../src/core/standing.ts";
import type { Inquiry } from "../../src/core/views/envelope.ts";

/** Parses a day; throws if the text is not a day. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`${text} is no day`);
  return parsed;
}

/** Parses a period such as `2017-04-01..2017-06-30`. */
export function period(text: string): Period {
  const [start = "", end = ""] = text.split("..");
  return { start: day(start), end: day(end) };
}

/** A milestone; by default `10-1`, due in the second quarter of 2017. The task is taken from the id. */
export function milestone(
  more: Partial<Omit<Milestone, "window" | "added">> & { window?: string; added?: string } = {},
): Milestone {
  const { window = "2017-04-01..2017-06-30", added, id = "10-1", ...rest } = more;
  const [entry = id, occurrence = null] = id.split("@");
  return {
    id,
    entry,
    occurrence,
    task: entry.split("-")[0] ?? "",
    text: `text of ${id}`,
    remarks: null,
    ...rest,
    window: period(window),
    added: added === undefined ? null : day(added),
  };
}

/** A task; by default in the first section, led by division `a`. */
export function task(id: string, milestones: readonly Milestone[], more: Partial<Task> = {}): Task {
  return {
    id,
    title: `title of ${id}`,
    theme: "t1",
    section: "s1-1",
    divisions: ["a"],
    districts: [],
    objective: "",
    measures: [],
    assessment: "",
    remarks: null,
    added: null,
    indicators: [],
    milestones,
    settled: [],
    ...more,
  };
}

/** An indicator; by default a stock of at least 10, due at the end of 2017. */
export function indicator(id: string, more: Partial<Indicator> = {}): Indicator {
  return {
    id,
    name: `name of ${id}`,
    min: 10,
    max: null,
    unit: "家",
    basis: "stock",
    baseline: null,
    stretch: false,
    per: null,
    due: day("2017-12-31"),
    from: [],
    remarks: null,
    ...more,
  };
}

/** A plan for 2017 with the divisions `a`, `b` and `c`. */
export function plan(tasks: readonly Task[], more: Partial<Plan> = {}): Plan {
  return {
    title: "a plan",
    year: 2017,
    timezone: "Asia/Shanghai",
    language: "zh",
    issued: null,
    journal: null,
    policy: DEFAULT_POLICY,
    divisions: ["a", "b", "c"].map((id) => ({ id, name: `division ${id}` })),
    districts: ["north", "south"],
    themes: [
      { id: "t1", title: "first theme" },
      { id: "t2", title: "second theme" },
    ],
    sections: [
      { id: "s1-1", theme: "t1", title: "first section" },
      { id: "s1-2", theme: "t1", title: "second section" },
      { id: "s2-1", theme: "t2", title: "third section" },
    ],
    tasks,
    remarks: null,
    settled: [],
    ...more,
  };
}

/** An id of 32 hex digits that begins with the given ones, so that tests can say which id is greater. */
export function hexId(digits: string): string {
  return digits.padEnd(32, "0");
}

type More = Partial<Omit<JournalRecord, "on" | "to" | "do" | "ref">> & { to?: string };

/** A record, written at noon (Shanghai) of its day. As in a journal, the id is a hash of the content. */
export function record(kind: RecordKind, ref: string, on: string, more: More = {}): JournalRecord {
  const { to, ...rest } = more;
  const content = {
    v: 1 as const,
    t: `${on}T04:00:00.000Z`,
    by: "clerk",
    do: kind,
    ref,
    on: day(on),
    of: [],
    prev: [],
    ...(to === undefined ? {} : { to: day(to) }),
    ...rest,
  };
  return { id: createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 32), ...content };
}

/** A record that revokes the given one. */
export function revoke(target: JournalRecord, on: string = target.on, more: More = {}): JournalRecord {
  return record("revoke", target.ref, on, { of: [target.id], ...more });
}

/** The milestone's standing at the end of the day. */
export function standing(
  what: Milestone,
  asOf: string,
  records: readonly JournalRecord[] = [],
  policy: Partial<Policy> = {},
): Standing {
  return standingOf(what, {
    plan: { policy: { ...DEFAULT_POLICY, ...policy } },
    journal: foldJournal(records),
    asOf: day(asOf),
  });
}

/** A plan, journal, as-of day and filters, as commands pass them to views. */
export function inquiry(
  asked: Plan,
  asOf: string,
  { journal = foldJournal([]), ...filters }: Partial<Filters> & { journal?: Journal } = {},
): Inquiry {
  return { plan: asked, journal, asOf: day(asOf), filters: { ...NO_FILTERS, ...filters }, journalDamaged: 0 };
}
