/** The columns say how a milestone stands; if they cannot, they say so. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { type Day, addDays, numberOfDay } from "../../../src/core/calendar.ts";
import { comparePlans } from "../../../src/core/diff/compare.ts";
import { NO_GATES } from "../../../src/core/gates.ts";
import { withRecords } from "../../../src/core/journal/extend.ts";
import { type Journal, foldJournal } from "../../../src/core/journal/fold.ts";
import { type JournalRecord, isProven } from "../../../src/core/journal/record.ts";
import { countUncounted } from "../../../src/core/journal/uncounted.ts";
import { type Plan, type Task, milestoneAt, milestonesNamed, milestonesOf, taskOf } from "../../../src/core/plan.ts";
import {
  type MilestoneColumns,
  NOT_IN_COLUMNS,
  fillGlance,
  isOnOrBefore,
  newGlance,
} from "../../../src/core/milestone-columns.ts";
import { standingOf } from "../../../src/core/standing.ts";
import type { Inquiry } from "../../../src/core/views/envelope.ts";
import { type StatusView, viewStatus } from "../../../src/core/views/status.ts";
import { type WriteView, viewWrite } from "../../../src/core/views/writes.ts";
import { compileJournal } from "../../../src/storage/compiled/compile-journal.ts";
import { Container, encodeContainer } from "../../../src/storage/compiled/container.ts";
import { planSections } from "../../../src/storage/compiled/plan-sections.ts";
import { planFrom } from "../../../src/storage/compiled/stored-plan.ts";
import { cachedJournal } from "../../../src/storage/compiled/cached-journal.ts";
import { encodeRecord } from "../../../src/storage/journal-line.ts";
import { day, inquiry, milestone, plan, record, task } from "../../support/builders.ts";
import { LAW } from "../../support/laws.ts";
import { PLAN_2017 } from "../../support/plan-2017.ts";
import { viewOverdue } from "../../../src/core/views/overdue.ts";

const folder = mkdtempSync(join(tmpdir(), "ipplan-told-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const PLACE = { folder: join(folder, "cache"), build: "test" };
const JOURNAL = join(folder, "journal.jsonl");
const WINDOWS = [
  "2017-01-01..2017-03-31",
  "2017-02-01..2017-05-31",
  "2017-04-01..2017-06-30",
  "2017-07-01..2017-12-31",
];

const DIVISIONS: readonly Task["divisions"][] = [["a"], ["b", "a"], ["c", "b"]];

/** So large that the joined columns are cached; one task was added later, and one milestone of another task. */
const LARGE = plan(manyTasks(150));

function manyTasks(length: number): Task[] {
  return Array.from({ length }, (_, at) => {
    const number = String(at + 1);
    const milestones = WINDOWS.map((window, place) =>
      milestone({
        id: `${number}-${place + 1}`,
        window,
        ...(at === 1 && place === 2 ? { added: "2017-05-10" } : {}),
      }),
    );
    const divisions = DIVISIONS[at % DIVISIONS.length] ?? ["a"];
    return task(number, milestones, { divisions, ...(at === 2 ? { added: day("2017-04-20") } : {}) });
  });
}

/** The plan as read back from a compiled file. */
function stored(of: Plan, id: string): Plan {
  const path = join(folder, `${id}.plan`);
  const copy = Buffer.concat(encodeContainer({ key: "build", id }, planSections(of)));
  writeFileSync(path, Buffer.concat([copy, copy]));
  const container = Container.open(path, "build");
  if (container === null) throw new Error("it was just written");
  return planFrom(container);
}

const STORED = stored(LARGE, "one");

function encode(one: JournalRecord): ReturnType<typeof encodeRecord> {
  const { t, prev, id: _, v: __, ...facts } = one;
  return encodeRecord(facts, t, prev);
}

/** The record with the id that it gets in a journal. */
function encoded(one: JournalRecord): JournalRecord {
  return encode(one).record;
}

function viewWritten(asked: Inquiry, after: Journal, records: readonly JournalRecord[]): WriteView {
  return viewWrite("done", asked, { dryRun: false, records, unchanged: [], file: null, after });
}

/** The whole view as text, including the overdue milestones. */
function text({ overdue, ...rest }: WriteView): string {
  return `${JSON.stringify(rest, null, 1)}\n${overdue.items.join(" ")}`;
}

/** The records as read back from a compiled journal. */
async function storedJournal(records: readonly JournalRecord[]): Promise<Journal> {
  writeFileSync(JOURNAL, records.map((one) => `${encode(one).line}\n`).join(""));
  const show = (path: string): string => path;
  await compileJournal(PLACE, JOURNAL, show);
  const warm = await cachedJournal(PLACE, JOURNAL, [JOURNAL], show);
  if (warm === null) throw new Error("it was just compiled");
  return warm.journal;
}

/** Milestones of the plan; and as `OTHERS` a task, and things that the plan does not have. */
const REFS = ["1-1", "1-2", "2-3", "2-4", "3-1", "150-4"];
const OTHERS = ["3", "3/none", "1-9", "151-1"];
const KINDS = ["done", "extend", "cancel", "accept", "revoke", "done", "extend", "accept"] as const;
const number = fc.nat({ max: 9999 });
const facts = fc.array(fc.tuple(number, number, number, number), { maxLength: 14 });

/** Random numbers choose the kind and subject of each record, its day, and the record that it names. */
function recordsFrom(history: readonly (readonly [number, number, number, number])[]): JournalRecord[] {
  const records: JournalRecord[] = [];
  for (const [kind, ref, on, of] of history) {
    const what = KINDS[kind % KINDS.length] ?? "done";
    const about = [...REFS, ...OTHERS][ref % 10] ?? "";
    const own = records.filter((one) => one.ref === about);
    const named = own[of % Math.max(own.length, 1)];
    const names = what === "accept" || what === "revoke" || of % 3 === 0;
    const when = addDays(day("2017-01-15"), on % 300);
    const one = record(what, about, when, {
      t: `${when}T04:00:00.000Z`,
      of: names && named !== undefined ? [named.id] : [],
      prev: records.slice(-1 - (of % 2)).map(({ id }) => id),
      ...(what === "done" && of % 4 === 0
        ? { evidence: [{ kind: "doc" as const, value: `渝知发〔2017〕${of}号` }] }
        : {}),
      ...(what === "extend" ? { to: addDays(when, (of % 200) - 60), reason: "场地" } : {}),
    });
    records.push(encoded(one));
  }
  return records;
}

function glanceAt(columns: MilestoneColumns, place: number, asOf: Day): object {
  const glance = newGlance();
  const at = numberOfDay(asOf);
  fillGlance(columns, place, at, glance);
  const { completed, ...rest } = glance;
  const hasCome = (column: ArrayLike<number>): boolean => isOnOrBefore(Number(column[place]), at);
  const completedOn = rest.state === "done" ? completed : null;
  return { ...rest, completedOn, isAccepted: hasCome(columns.accepted), isProven: hasCome(columns.proven) };
}

const DAYS = ["2017-02-01", "2017-04-25", "2017-06-30", "2017-09-01", "2018-02-01"].map(day);

/** Expects the columns to agree with how their milestones stand on each of these days. */
function expectTrue(columns: MilestoneColumns, journal: Journal): void {
  for (const ref of REFS) {
    const place = columns.placeOf(ref);
    const own = milestoneAt(columns, place);
    expect(own.id).toBe(ref);
    if (columns.completed[place] === NOT_IN_COLUMNS) continue;
    for (const asOf of DAYS) {
      const standing = standingOf(own, { plan: LARGE, journal, asOf });
      expect(glanceAt(columns, place, asOf), `${ref} on ${asOf}`).toEqual({
        state: standing.state,
        completedOn: standing.completedOn === null ? null : numberOfDay(standing.completedOn),
        isExtended: standing.extension !== null,
        original: numberOfDay(standing.originalDue),
        assessment: numberOfDay(standing.assessmentDue),
        due: numberOfDay(standing.due),
        isAccepted: standing.accepted,
        isProven: standing.completions.some(isProven),
      });
    }
  }
}

const PLAIN = { silent: null, groupBy: "division", gates: NO_GATES } as const;
const ASKED = [
  [{}, PLAIN],
  [{ quarters: [2] }, PLAIN],
  [{ states: ["late", "extended"] }, PLAIN],
  [
    { divisions: ["a"], role: "lead" },
    { ...PLAIN, silent: 30 },
  ],
  [{}, { ...PLAIN, groupBy: "quarter" }],
] as const;

const STATUSES = [
  {},
  { quarters: [2] },
  { quarters: [1, 3], divisions: ["a"] },
  { months: [6], divisions: ["a"], role: "assist" },
  { divisions: ["b"] },
  { states: ["unproven", "accepted", "overdue"], quarters: [2] },
] as const satisfies readonly Partial<Inquiry["filters"]>[];

/** The whole view as text, including its lazy lines. */
function textOf(view: StatusView): string {
  const lines = [view.overdue, view.arrears, view.excluded].map(({ lines: own }) =>
    own.items.map(({ id, text: words, lead, due, daysOverdue, lastWord, cancellation }) => [
      [id, words, lead, due, daysOverdue],
      [lastWord, cancellation],
    ]),
  );
  return JSON.stringify([view, lines, view.tasks.rows.items]);
}

const FEWER = { ...LAW, numRuns: Math.ceil(LAW.numRuns / 20) };

describe("columns", () => {
  it("say of a milestone how it stands on any day", async () => {
    await fc.assert(
      fc.asyncProperty(facts, facts, async (before, later) => {
        const records = recordsFrom([...before, ...later]);
        const first = records.slice(0, before.length);
        const journal = withRecords(await storedJournal(first), records.slice(before.length));
        const folded = foldJournal(records);
        const columns = journal.columnsOf?.(STORED);
        if (columns !== undefined) expectTrue(columns, folded);
        expect(countUncounted(STORED, journal)).toBe(countUncounted(LARGE, folded));
        for (const asOf of DAYS) {
          for (const [filters, request] of ASKED) {
            const view = (of: Plan, own: Journal): string =>
              JSON.stringify(viewOverdue(inquiry(of, asOf, { journal: own, ...filters }), request));
            expect(view(STORED, journal)).toBe(view(LARGE, folded));
          }
          const filters = STATUSES[(records.length + DAYS.indexOf(asOf)) % STATUSES.length];
          const status = (of: Plan, own: Journal): string =>
            textOf(viewStatus(inquiry(of, asOf, { journal: own, ...filters })));
          expect(status(STORED, journal)).toBe(status(LARGE, folded));
        }
      }),
      FEWER,
    );
  });

  it("say which milestones are not overdue because of an extension", async () => {
    const extend = (ref: string): JournalRecord =>
      record("extend", ref, "2017-03-01", { to: "2017-12-31", reason: "场地" });
    const journal = await storedJournal([extend("1-1"), extend("1-2"), extend("2-1")]);
    const { milestones, extended } = viewOverdue(inquiry(STORED, "2017-06-15", { journal, tasks: ["1", "2"] }));
    expect(milestones.items.map(({ id }) => id)).toEqual(["2-2"]);
    expect(extended.items.map(({ id }) => id)).toEqual(["1-1", "1-2", "2-1"]);
  });

  it("say what a write changes", async () => {
    await fc.assert(
      fc.asyncProperty(facts, fc.constantFrom(...DAYS), async (history, asOf) => {
        const records = recordsFrom(history);
        const [before, added] = [records.slice(0, -1), records.slice(-1)];
        const warm = await storedJournal(before);
        const view = viewWritten(inquiry(STORED, asOf, { journal: warm }), withRecords(warm, added), added);
        const asked = inquiry(LARGE, asOf, { journal: foldJournal(before) });
        expect(text(view)).toBe(text(viewWritten(asked, foldJournal(records), added)));
      }),
      FEWER,
    );
  });

  it("tell accepted milestones from waiting ones when something else is recorded", async () => {
    const done = encoded(record("done", "1-1", "2017-03-01"));
    const before = [
      done,
      record("accept", "1-1", "2017-03-05", { of: [done.id] }),
      record("done", "1-2", "2017-03-01"),
    ];
    const journal = await storedJournal(before);
    const added = [record("done", "2-4", "2017-03-10")];
    const view = viewWritten(inquiry(STORED, "2017-03-10", { journal }), withRecords(journal, added), added);
    expect(view.acceptance).toEqual({ acceptedBefore: 1, accepted: 1, waiting: 2 });
  });

  it("do not count a milestone that was extended and then cancelled as moved out of its quarter", async () => {
    const extend = (ref: string): JournalRecord => record("extend", ref, "2017-06-01", { to: "2017-09-30" });
    const journal = await storedJournal([extend("1-3"), extend("2-3"), record("cancel", "1-3", "2017-06-02")]);
    const added = [record("done", "4-3", "2017-06-20")];
    const view = viewWritten(inquiry(STORED, "2017-06-30", { journal }), withRecords(journal, added), added);
    expect(view.quarterEffects).toMatchObject([{ quarter: 2, done: 1, movedOut: ["2-3"] }]);
  });

  it("do not change for a record about a task", async () => {
    const journal = await storedJournal([record("done", "1-1", "2017-03-01")]);
    const columns = withRecords(journal, [record("note", "1", "2017-03-02", { note: "在办" })]).columnsOf?.(STORED);
    expect(columns?.completed).toEqual(Int32Array.from(journal.columnsOf?.(STORED)?.completed ?? []));
  });

  it("count a completion as accepted only from the day on which it happened", async () => {
    const unnamed = record("done", "1-1", "2017-02-01", { by: "综合科" });
    const [named = unnamed] = recordsFrom([[0, 0, 106, 1]]);
    const accept = record("accept", "1-1", "2017-03-01", { of: [named.id] });
    const columns = (await storedJournal([unnamed, named, accept])).columnsOf?.(STORED);
    expect(named.on).toBe("2017-05-01");
    expect(columns?.accepted[columns.placeOf("1-1")]).toBe(numberOfDay(named.on));
  });

  it("say nothing for two extensions or two cancellations, or for an extension that ends before the window", async () => {
    const extend = (ref: string, to: string): JournalRecord =>
      record("extend", ref, "2017-03-01", { to, reason: "场地" });
    const cancel = (by: string): JournalRecord => record("cancel", "2-4", "2017-03-01", { by, reason: "撤项" });
    const journal = await storedJournal([
      extend("1-1", "2017-07-31"),
      extend("1-1", "2017-08-31"),
      extend("1-4", "2017-06-30"),
      extend("2-3", "2017-07-31"),
      cancel("综合科"),
      cancel("管理科"),
    ]);
    const columns = journal.columnsOf?.(STORED);
    const isTold = (ref: string): boolean => columns?.completed[columns.placeOf(ref)] !== NOT_IN_COLUMNS;
    expect(["1-1", "1-4", "2-4", "2-3", "1-2"].map(isTold)).toEqual([false, false, false, true, true]);
  });

  it("are not used for another plan, or for a journal that was compiled anew", async () => {
    const completed = (journal: Journal, of: Plan): unknown => {
      const columns = journal.columnsOf?.(of);
      return columns?.completed[columns.placeOf("1-1")];
    };
    const [first, second] = [day("2017-03-01"), day("2017-03-02")];
    expect(completed(await storedJournal([record("done", "1-1", first)]), STORED)).toBe(numberOfDay(first));
    expect(readdirSync(PLACE.folder).filter((name) => name.endsWith(".columns"))).toHaveLength(1);
    const journal = await storedJournal([record("done", "1-1", second)]);
    expect(completed(journal, STORED)).toBe(numberOfDay(second));
    expect(completed(journal, stored({ ...LARGE, tasks: LARGE.tasks.toReversed() }, "two"))).toBe(numberOfDay(second));
    expect(completed(journal, LARGE)).toBeUndefined();
  });
});

describe("cached columns that are damaged", () => {
  it("are computed again", async () => {
    const first = day("2017-03-01");
    const journal = await storedJournal([record("done", "1-1", first)]);
    const own = stored({ ...LARGE, tasks: manyTasks(3500) }, "large");
    expect(journal.columnsOf?.(own)?.completed[0]).toBe(numberOfDay(first));
    const [name = ""] = readdirSync(PLACE.folder).filter((file) => file.endsWith(".columns"));
    const path = join(PLACE.folder, name);
    const bytes = readFileSync(path);
    for (const at of [20, bytes.length / 2 - 40, bytes.length - 40]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(path, changed);
      const again = await cachedJournal(PLACE, JOURNAL, [JOURNAL], (file) => file);
      expect(again?.journal.columnsOf?.(own)?.completed[0]).toBe(numberOfDay(first));
      expect(readFileSync(path)).toEqual(bytes);
    }
  });
});

describe("a compiled plan", () => {
  it("says all that the plan says", () => {
    const settled = [{ code: "W-YEAR", reason: "x" }];
    const more = { issued: day("2017-01-10"), remarks: "r", settled: [{ code: "W-TITLE", reason: "y" }] };
    const whole = plan([...manyTasks(2), task("3", [milestone({ id: "3-1", remarks: "r" })], { settled })], more);
    expect(comparePlans(whole, stored(whole, "whole"))).toEqual([]);
    expect(comparePlans(PLAN_2017, stored(PLAN_2017, "2017"))).toEqual([]);
  });

  it("finds milestones and their tasks by id like a plan read from YAML", () => {
    const ids = new Set(["150-4", "2-1", "9-9", "1-3"]);
    const found = milestonesNamed(STORED, ids);
    expect(found.map(({ id }) => id)).toEqual(["1-3", "2-1", "150-4"]);
    expect(found.map((one) => taskOf(STORED, one).id)).toEqual(["1", "2", "150"]);
    expect(milestonesNamed(LARGE, ids).map(({ id }) => id)).toEqual(["1-3", "2-1", "150-4"]);
    expect(milestonesOf(LARGE).every((one) => taskOf(LARGE, one).id === one.task)).toBe(true);
  });
});
