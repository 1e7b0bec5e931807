/** What a careful reader would ask about a journal: is a record missing, contradicted or oddly dated? */
import { DAY_MS } from "../calendar.ts";
import { addTo } from "../lists.ts";
import { once } from "../once.ts";
import { instantOf } from "../zone.ts";
import { type Plan, isBeforePlan } from "../plan.ts";
import { ancestryOf } from "./ancestry.ts";
import { type FoldedJournal, type Journal, isLive } from "./fold.ts";
import { completionsOf } from "./live.ts";
import type { JournalRecord } from "./record.ts";
import { type Rivals, rivals } from "./rivals.ts";

/** A record names a parent that no file has. It was probably lost when two versions were merged by hand. */
export interface MissingParent {
  readonly parent: string;
  /** The first record that names it. */
  readonly child: JournalRecord;
}

/**
 * Ids that records name in `prev` or `of` but the journal lacks. `known` holds the ids of records that are kept
 * although this version does not understand them.
 */
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

/** Records about one thing, by people who had not seen each other's, of which perhaps not all are right. */
export interface Disagreement {
  readonly ref: string;
  /**
   * `done`: several unlike completions. `revoke` and `accept`: a correction of a record that another person revoked or
   * accepted in its earlier form. `undone`: a revoke of a completion that another person accepted. The rest: see
   * `Rivals`.
   */
  readonly about: "done" | "revoke" | "accept" | "undone" | Rivals["about"];
  readonly records: readonly JournalRecord[];
}

/** All disagreements: facts that cannot both hold, and corrections or revokes of what others had judged as it stood. */
export function disagreements(journal: FoldedJournal): Disagreement[] {
  const areApart = apartIn(journal);
  return [
    ...unlikeCompletions(journal),
    ...rivals(journal),
    ...unseenCorrections(journal, areApart),
    ...undoneUnseen(journal, areApart),
  ];
}

/** Whether neither record's writer had seen the other record. */
type AreApart = (one: JournalRecord, other: JournalRecord) => boolean;

function apartIn(journal: FoldedJournal): AreApart {
  // Lazy: most journals have no two records to compare.
  const ancestry = once(() => ancestryOf(journal));
  return (one, other) => !ancestry().hadSeen(one, other) && !ancestry().hadSeen(other, one);
}

/**
 * Milestones with several live completions that differ in day or evidence. Until someone corrects them, the earliest
 * day counts.
 */
function unlikeCompletions(journal: Journal): Disagreement[] {
  const found: Disagreement[] = [];
  for (const ref of new Set(journal.records.map((record) => record.ref))) {
    const done = completionsOf(journal.liveByRef.get(ref) ?? []);
    const said = new Set(done.map(({ on, evidence }) => JSON.stringify([on, evidence ?? []])));
    if (said.size > 1) found.push({ ref, about: "done", records: done });
  }
  return found;
}

/**
 * Live corrections of records that others revoked or accepted, where neither writer had seen the other's record. The
 * correction counts meanwhile. Once the correction itself is accepted, the older acceptance is no disagreement any
 * more.
 */
function unseenCorrections(journal: FoldedJournal, areApart: AreApart): Disagreement[] {
  const live = journal.records.filter(({ id }) => !journal.supersededBy.has(id));
  const judged = judgementsOf(live);
  return live.flatMap((correction) => {
    const isAccepted = judged.get(correction.id)?.some((record) => record.do === "accept") === true;
    const judgements = correctedBy(journal, correction).flatMap((id) => judged.get(id) ?? []);
    return [...new Set(judgements)]
      .filter((judgement) => !(isAccepted && judgement.do === "accept") && areApart(correction, judgement))
      .map((judgement) => {
        const about = judgement.do === "accept" ? ("accept" as const) : ("revoke" as const);
        return { ref: correction.ref, about, records: [judgement, correction] };
      });
  });
}

/**
 * Acceptances of milestones that are no longer done because someone revoked the accepted completion, where neither
 * writer had seen the other's record.
 */
function undoneUnseen(journal: FoldedJournal, areApart: AreApart): Disagreement[] {
  const isStanding = ({ id }: JournalRecord): boolean => !journal.supersededBy.has(id);
  const done = new Set(journal.records.filter((one) => one.do === "done" && isStanding(one)).map(({ ref }) => ref));
  const accepts = journal.records.filter((one) => one.do === "accept" && isStanding(one) && !done.has(one.ref));
  return accepts.flatMap((accept) => {
    const undos = accept.of
      .flatMap((id) => journal.byId.get(journal.supersededBy.get(id) ?? "") ?? [])
      .filter((undo) => undo.do === "revoke" && areApart(undo, accept));
    return undos.length === 0 ? [] : [{ ref: accept.ref, about: "undone" as const, records: [accept, ...undos] }];
  });
}

/** The revokes and acceptances among the records, by each id that they name. */
function judgementsOf(records: readonly JournalRecord[]): ReadonlyMap<string, readonly JournalRecord[]> {
  const found = new Map<string, JournalRecord[]>();
  for (const record of records.filter((one) => one.do === "revoke" || one.do === "accept")) {
    for (const id of record.of) addTo(found, id, record);
  }
  return found;
}

/** The ids of the records that the record corrects, and of those that these had corrected in turn. */
function correctedBy(journal: FoldedJournal, correction: JournalRecord): readonly string[] {
  if (correction.do === "revoke") return [];
  const found = new Map([[correction.id, correction]]);
  for (const [, { of }] of found) {
    for (const id of of) {
      const target = journal.byId.get(id);
      if (target?.do === correction.do) found.set(id, target);
    }
  }
  return [...found.keys()].slice(1);
}

/** A record whose writer's clock was off. */
export interface OddClock {
  readonly record: JournalRecord;
  readonly oddity: "future" | "before parent";
}

/**
 * Records dated more than a day ahead of `now` (milliseconds since 1970), or earlier than a record that their writer
 * had seen.
 */
export function oddClocks(journal: Journal, now: number): OddClock[] {
  return journal.records.flatMap((record): OddClock[] => {
    if (instantOf(record.t) > now + DAY_MS) return [{ record, oddity: "future" }];
    const parents = record.prev.flatMap((id) => journal.byId.get(id) ?? []);
    return parents.some((parent) => parent.t > record.t) ? [{ record, oddity: "before parent" }] : [];
  });
}

/** Live records, revokes aside, of a day before the plan's year: usually a mistyped day. */
export function earlyRecords(plan: Pick<Plan, "year">, journal: Journal): JournalRecord[] {
  return journal.records.filter(
    ({ id, do: kind, on }) => kind !== "revoke" && isLive(journal, id) && isBeforePlan(plan, on),
  );
}
