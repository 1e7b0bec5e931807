/**
 * What the journal says of each of the plan's milestones, in plan order (see core/milestone-columns.ts). Looking up the records of all
 * milestones takes longer than most queries, so the result for a large plan is cached until plan or journal are compiled anew.
 */
import { resolve } from "node:path";
import type { JournalRecord } from "../../core/journal/record.ts";
import { saysSomething } from "../../core/journal/uncounted.ts";
import {
  type Column,
  type MilestoneColumns,
  NEVER,
  NOT_IN_COLUMNS,
  type PlanColumns,
} from "../../core/milestone-columns.ts";
import { once } from "../../core/once.ts";
import { beginFile } from "./cache-folder.ts";
import { Container, type Section, encodeContainer } from "./container.ts";
import { CacheDamage } from "./damage.ts";
import { type Numbers, integers } from "./numbers.ts";
import type { SideFile } from "./cache-location.ts";
import { NONE } from "./record-columns.ts";

/** With fewer milestones, looking them up again is quicker than caching. */
const LEAST_CACHED = 500;

/** Columns of a compiled journal with one entry for each group, which is all records about one thing. */
export const GROUP_COLUMNS = ["done", "accepted", "proven", "extended", "extendedTo", "cancelled"] as const;
export type GroupColumn = (typeof GROUP_COLUMNS)[number];

/** Cached columns, one entry for each milestone: the index of its group, and what its records say. */
const CACHED_COLUMNS = ["group", ...GROUP_COLUMNS] as const;
/** A section with a single number: how many live records speak of something that the plan does not have. */
const UNCOUNTED = "uncounted";
type Columns<One> = Record<(typeof CACHED_COLUMNS)[number], One>;

/** The part of a compiled journal that is needed here. */
interface Source {
  readonly column: (name: GroupColumn) => Numbers;
  /** The index of the group of records about `ref`, or `NONE`. */
  readonly groupOf: (ref: string) => number;
  readonly liveIn: (group: number, ref: string) => readonly JournalRecord[];
  /** What each group's records speak of. */
  readonly refs: { readonly count: number; readonly at: (group: number) => string };
}

/** Joins plan and journal: what the records say of every milestone. For a large plan, taken from the cache or put there. */
export function milestoneColumns(place: SideFile, plan: PlanColumns, source: Source): MilestoneColumns {
  const key = JSON.stringify([place.key, plan.id]);
  const isLarge = plan.count >= LEAST_CACHED;
  const cached = isLarge ? cachedAt(resolve(place.folder, place.name), key) : null;
  if (cached !== null) return columnsFrom(plan, cached, source);
  const columns = joinColumns(plan, source);
  const uncounted = once(() => Int32Array.of(countOthers(columns.group, plan, source)));
  if (isLarge) {
    const sections = Object.fromEntries(CACHED_COLUMNS.map((name): [string, Section] => [name, columns[name]]));
    const content = encodeContainer({ key, id: "" }, { ...sections, [UNCOUNTED]: uncounted() });
    beginFile(place.folder, place.name)?.finishSafely([...content, ...content]);
  }
  return columnsFrom(plan, { columns, uncounted }, source);
}

interface CachedColumns {
  readonly columns: Columns<Column>;
  readonly uncounted: () => Column;
}

/** The cached columns; null if there are none or they are damaged, since they can be computed again. */
function cachedAt(path: string, key: string): CachedColumns | null {
  const cached = Container.open(path, key);
  if (cached === null) return null;
  cached.release();
  const column = (name: string): Column => integers(cached, name).whole;
  try {
    const [group, done, accepted] = [column("group"), column("done"), column("accepted")];
    const [proven, extended] = [column("proven"), column("extended")];
    const [extendedTo, cancelled, uncounted] = [column("extendedTo"), column("cancelled"), column(UNCOUNTED)];
    const columns = { group, done, accepted, proven, extended, extendedTo, cancelled };
    return { columns, uncounted: () => uncounted };
  } catch (error) {
    if (error instanceof CacheDamage) return null;
    throw error;
  }
}

function columnsFrom(plan: PlanColumns, { columns: own, uncounted }: CachedColumns, source: Source): MilestoneColumns {
  const { group, done: completed, ...others } = own;
  const { id, count, firsts, starts, ends, added, divisions, divisionKinds, idAt, taskAt, placeOf, taskRefs } = plan;
  const liveAt = (place: number): readonly JournalRecord[] => source.liveIn(Number(group[place]), idAt(place));
  const columns = { id, count, firsts, starts, ends, added, divisions, divisionKinds, idAt, taskAt, placeOf, taskRefs };
  return { ...columns, completed, ...others, uncounted: () => Number(uncounted()[0]), liveAt };
}

function joinColumns({ starts, idAt }: PlanColumns, source: Source): Columns<Int32Array> {
  const none = (): Int32Array => new Int32Array(starts.length).fill(NEVER);
  const [done, accepted, proven] = [none(), none(), none()];
  const [extended, extendedTo, cancelled] = [none(), none(), none()];
  const group = new Int32Array(starts.length);
  const columns: Columns<Int32Array> = { group, done, accepted, proven, extended, extendedTo, cancelled };
  for (let place = 0; place < starts.length; place += 1) {
    const own = source.groupOf(idAt(place));
    group[place] = own;
    if (own === NONE) continue;
    for (const name of GROUP_COLUMNS) columns[name][place] = source.column(name).at(own);
    const to = extendedTo[place] ?? NEVER;
    // An extension to a day before the window begins leaves no period: look at the milestone itself.
    if (to !== NEVER && to < (starts[place] ?? 0)) done[place] = NOT_IN_COLUMNS;
  }
  return columns;
}

/** How many live records speak neither of a milestone in the plan (`groups`) nor of a task or indicator in it. */
function countOthers(groups: Int32Array, { taskRefs }: PlanColumns, source: Source): number {
  const isPlans = new Uint8Array(source.refs.count);
  for (const group of groups) if (group !== NONE) isPlans[group] = 1;
  const others = new Set(taskRefs());
  let count = 0;
  for (let group = isPlans.indexOf(0); group >= 0; group = isPlans.indexOf(0, group + 1)) {
    const ref = source.refs.at(group);
    if (!others.has(ref)) count += source.liveIn(group, ref).filter(saysSomething).length;
  }
  return count;
}
