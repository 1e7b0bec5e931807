/** A journal with more records on top, folded no further than they reach. */
import { generationsOf } from "./descent.ts";
import { type FoldedJournal, type Journal, countBefore, foldJournal, groupByRef } from "./fold.ts";
import { type Links, linksOf } from "./links.ts";
import { type Lookup, lookup } from "./lookup.ts";
import type { Plan } from "../plan.ts";
import { type Told, UNTOLD } from "../told.ts";
import { type JournalRecord, only } from "./record.ts";
import { saysSomething, taskRefs } from "./uncounted.ts";

/**
 * The journal of all its records and these: the same as folding them all anew. Where what one record names in `of` is
 * always of its own task, milestone or indicator, and none of the new ones was named before it came, only those that the
 * new ones speak of are folded again.
 */
export function withRecords(journal: Journal, more: readonly JournalRecord[]): Journal {
  const added = [...new Map(more.map((record) => [record.id, record])).values()];
  const fresh = added.filter(({ id }) => !journal.byId.has(id));
  if (fresh.length === 0) return journal;
  const extended = layOn(journal, fresh);
  return extended.links.isClosed && !areAwaited(fresh, journal.links) ? extended : foldJournal(extended.records);
}

/** Whether one of the records was named before it came: what its writer had seen was not known then. */
export function areAwaited(records: readonly JournalRecord[], { unknownSeen, unknownTargets }: Links): boolean {
  return records.some(({ id }) => unknownSeen.has(id) || unknownTargets.has(id));
}

/**
 * The records as one more layer. Layers no greater than what comes on top are laid together with it: so there are few for a
 * question to go through, and of many records that come one by one each is laid anew a few times only.
 */
function layOn(journal: Journal, fresh: readonly JournalRecord[]): Extended {
  const isOverGreater = !(journal instanceof Extended) || journal.fresh.length > fresh.length;
  return isOverGreater ? new Extended(journal, fresh) : layOn(journal.base, [...journal.fresh, ...fresh]);
}

class Extended implements Journal {
  readonly byId: Lookup<JournalRecord>;
  readonly links: Links;
  readonly supersededBy: Lookup<string> = lookup((id) => {
    const record = this.byId.get(id);
    return ((record === undefined ? undefined : this.part(record.ref)) ?? this.base).supersededBy.get(id);
  });
  readonly liveByRef: Lookup<readonly JournalRecord[]> = lookup((ref) =>
    (this.part(ref) ?? this.base).liveByRef.get(ref),
  );
  readonly allByRef: Lookup<readonly JournalRecord[]> = lookup(
    (ref) => this.part(ref)?.records ?? this.base.allByRef.get(ref),
  );
  readonly base: Journal;
  readonly fresh: readonly JournalRecord[];
  private readonly own: ReadonlyMap<string, JournalRecord>;
  private generations: ((record: JournalRecord) => number) | undefined;
  /** What the new records speak of, with those of each. */
  private readonly ownByRef: ReadonlyMap<string, readonly JournalRecord[]>;
  /** The same with all records, each folded once it is asked for. */
  private readonly parts = new Map<string, FoldedJournal>();

  constructor(base: Journal, fresh: readonly JournalRecord[]) {
    this.base = base;
    this.fresh = fresh;
    this.own = new Map(fresh.map((record) => [record.id, record]));
    this.byId = lookup((id) => this.own.get(id) ?? base.byId.get(id));
    this.links = linksOf(fresh, this.byId, base.links);
    this.ownByRef = groupByRef(fresh);
  }

  get records(): readonly JournalRecord[] {
    return [...this.base.records, ...this.fresh];
  }

  *each(): Generator<JournalRecord, void> {
    yield* this.base.each();
    yield* this.fresh;
  }

  get count(): number {
    return this.base.count + this.fresh.length;
  }

  countBefore(year: number): number {
    return this.base.countBefore(year) + countBefore(this.fresh, year);
  }

  get ids(): readonly string[] {
    return [...this.base.ids, ...this.fresh.map(({ id }) => id)];
  }

  /** All but what the new records speak of is as it was. */
  toldOf(plan: Plan): Told | undefined {
    const told = this.base.toldOf?.(plan);
    if (told === undefined) return undefined;
    const completed = Int32Array.from(told.completed);
    for (const place of Array.from(this.ownByRef.keys(), told.placeOf)) if (place >= 0) completed[place] = UNTOLD;
    return { ...told, completed, uncounted: () => told.uncounted() + this.uncountedMore(plan, told) };
  }

  /** How many more count in nothing than did before: fewer, where some are taken back. */
  private uncountedMore(plan: Plan, told: Told): number {
    const others = taskRefs(plan);
    const refs = Array.from(this.ownByRef.keys()).filter((ref) => told.placeOf(ref) < 0 && !others.has(ref));
    const count = (live: readonly JournalRecord[] = []): number => only(live, saysSomething).length;
    return refs.reduce((sum, ref) => sum + count(this.liveByRef.get(ref)) - count(this.base.liveByRef.get(ref)), 0);
  }

  generationOf(record: JournalRecord): number {
    const ofBase = (one: JournalRecord): number | undefined =>
      this.own.has(one.id) ? undefined : this.base.generationOf(one);
    const known = ofBase(record);
    if (known !== undefined) return known;
    this.generations ??= generationsOf(this.fresh, this.byId, ofBase);
    return this.generations(record);
  }

  wholeOf(record: JournalRecord): JournalRecord {
    return this.base.wholeOf?.(record) ?? record;
  }

  hadSeen(later: JournalRecord, earlier: JournalRecord): boolean | undefined {
    return this.base.hadSeen?.(later, earlier);
  }

  namedIn(naming: JournalRecord): readonly JournalRecord[] | undefined {
    return this.base.namedIn?.(naming);
  }

  hasNamed(naming: JournalRecord, named: JournalRecord): boolean | undefined {
    return this.base.hasNamed?.(naming, named);
  }

  /** All records of what the new ones speak of, folded by themselves; undefined where they say nothing of it. */
  private part(ref: string): FoldedJournal | undefined {
    const own = this.ownByRef.get(ref);
    if (own === undefined) return undefined;
    const part = this.parts.get(ref) ?? foldJournal([...(this.base.allByRef.get(ref) ?? []), ...own]);
    this.parts.set(ref, part);
    return part;
  }
}
