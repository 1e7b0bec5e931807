/** What a careful reader would ask about a journal: is something missing, said twice, contradicted, or oddly dated? */
import { instantOf } from "../zone.ts";
import { type Plan, isBeforePlan } from "../plan.ts";
import { type Journal, isLive } from "./fold.ts";
import type { JournalRecord } from "./record.ts";

/** A record names a parent that no file has: it was probably lost when two versions were merged by hand. */
export interface MissingParent {
  readonly parent: string;
  /** The first record that names it. */
  readonly child: JournalRecord;
}

/** Ids that records saw but the journal lacks; `known` are ids of records that are kept without being understood. */
export function missingParents(journal: Journal, known: ReadonlySet<string>): MissingParent[] {
  const missing = new Map<string, JournalRecord>();
  for (const child of journal.records) {
    for (const parent of [...child.prev, ...child.of]) {
      if (journal.byId.has(parent) || known.has(parent) || missing.has(parent)) continue;
      missing.set(parent, child);
    }
  }
  return [...missing].map(([parent, child]) => ({ parent, child }));
}

/** Live completions of one milestone that differ: people who did not see each other recorded it. */
export interface Disagreement {
  readonly ref: string;
  readonly records: readonly JournalRecord[];
}

/** Milestones with several live completions that differ in day or evidence. The earliest day counts meanwhile. */
export function disagreements(journal: Journal): Disagreement[] {
  const found: Disagreement[] = [];
  for (const ref of new Set(journal.records.map((record) => record.ref))) {
    const live = journal.liveByRef.get(ref) ?? [];
    const done = live.filter((record) => record.do === "done");
    const said = new Set(done.map(({ on, evidence }) => JSON.stringify([on, evidence ?? []])));
    if (said.size > 1) {
      found.push({ ref, records: done.toSorted((a, b) => (`${a.on} ${a.id}` < `${b.on} ${b.id}` ? -1 : 1)) });
    }
  }
  return found;
}

const DAY_MS = 86_400_000;

/** A writer's clock that was off. */
export interface OddClock {
  readonly record: JournalRecord;
  readonly oddity: "future" | "before parent";
}

/** Clocks more than a day ahead of `now` (milliseconds since 1970), or behind a record that the writer had seen. */
export function oddClocks(journal: Journal, now: number): OddClock[] {
  return journal.records.flatMap((record): OddClock[] => {
    if (instantOf(record.t) > now + DAY_MS) return [{ record, oddity: "future" }];
    const parents = record.prev.flatMap((id) => journal.byId.get(id) ?? []);
    return parents.some((parent) => parent.t > record.t) ? [{ record, oddity: "before parent" }] : [];
  });
}

/** Live records of a day before the plan's year: mostly a slip in the day. */
export function earlyRecords(plan: Pick<Plan, "year">, journal: Journal): JournalRecord[] {
  return journal.records.filter(
    ({ id, do: kind, on }) => kind !== "revoke" && isLive(journal, id) && isBeforePlan(plan, on),
  );
}
