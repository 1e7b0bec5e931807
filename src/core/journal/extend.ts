/** A journal with more records on top. Only what the new records touch is folded again. */
import { generationsOf } from "./descent.ts";
import { type FoldedJournal, type Journal, countBefore, foldJournal, groupByRef } from "./fold.ts";
import { type Links, linksOf } from "./links.ts";
import { type Lookup, lookup } from "./lookup.ts";
import type { Plan } from "../plan.ts";
import { type MilestoneColumns, NOT_IN_COLUMNS } from "../milestone-columns.ts";
import { type JournalRecord, filterRecords } from "./record.ts";
import { saysSomething, taskRefs } from "./uncounted.ts";

/**
 * The journal with these records added: the same as folding all records anew. Usually only the tasks, milestones and
 * indicators that the new records are about are folded again. Everything is folded anew if some record names in `of` a
 * record about something else, or if one of the new records had been named before it came.
 */
export function withRecords(journal: Journal, more: readonly JournalRecord[]): Journal {
  const added = [...new Map(more.map((record) => [record.id, record])).values()];
  const fresh = added.filter(({ id }) => !journal.byId.has(id));
  if (fresh.length === 0) return journal;
  const extended = addLayer(journal, fresh);
  return extended.links.staysWithinRefs && !areAwaited(fresh, journal.links) ? extended : foldJournal(extended.records);
}

/**
 * Whether the journal named one of the records before it came. If so, older records descend from more than was known.
 */
export function areAwaited(records: readonly JournalRecord[], { unknownSeen, unknownTargets }: Links): boolean {
  return records.some(({ id }) => unknownSeen.has(id) || unknownTargets.has(id));
}

/**
 * Puts the records on top as one more layer. Layers no larger than the new one are merged into it. So few layers have
 * to be searched, and when many records come one by one, each is merged only a few times.
 */
function addLayer(journal: Journal, fresh: readonly JournalRecord[]): Extended {
  const isOverGreater = !(journal instanceof Extended) || journal.fresh.length > fresh.length;
  return isOverGreater ? new Extended(journal, fresh) : addLayer(journal.base, [...journal.fresh, ...fresh]);
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
  /** The new records by ref. */
  private readonly ownByRef: ReadonlyMap<string, readonly JournalRecord[]>;
  /** All records of those refs; each ref is folded when it is first asked for. */
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

  /** Columns stay valid except where the new records speak of a milestone. */
  columnsOf(plan: Plan): MilestoneColumns | undefined {
    const columns = this.base.columnsOf?.(plan);
    if (columns === undefined) return undefined;
    const completed = Int32Array.from(columns.completed);
    for (const place of Array.from(this.ownByRef.keys(), columns.placeOf)) {
      if (place >= 0) completed[place] = NOT_IN_COLUMNS;
    }
    return { ...columns, completed, uncounted: () => columns.uncounted() + this.uncountedMore(plan, columns) };
  }

  /** How many more records count in no number than before; negative if the new records revoke or correct some. */
  private uncountedMore(plan: Plan, columns: MilestoneColumns): number {
    const others = taskRefs(plan);
    const refs = Array.from(this.ownByRef.keys()).filter((ref) => columns.placeOf(ref) < 0 && !others.has(ref));
    const count = (live: readonly JournalRecord[] = []): number => filterRecords(live, saysSomething).length;
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

  asPlainRecord(record: JournalRecord): JournalRecord {
    return this.base.asPlainRecord?.(record) ?? record;
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

  /** All records about the ref, folded by themselves; undefined if the new records say nothing of it. */
  private part(ref: string): FoldedJournal | undefined {
    const own = this.ownByRef.get(ref);
    if (own === undefined) return undefined;
    const part = this.parts.get(ref) ?? foldJournal([...(this.base.allByRef.get(ref) ?? []), ...own]);
    this.parts.set(ref, part);
    return part;
  }
}
