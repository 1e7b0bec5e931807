/**
 * What the journal tells of each of the plan's milestones, in plan order (see told.ts). To find them all takes longer than
 * most questions: of a large plan it is kept, until plan or journal are compiled anew.
 */
import { join } from "node:path";
import type { JournalRecord } from "../../core/journal/record.ts";
import { type Column, NEVER, type PlanColumns, type Told, UNTOLD } from "../../core/told.ts";
import { beginFile } from "./cache-folder.ts";
import { Container, type Section, encodeContainer } from "./container.ts";
import { CacheDamage } from "./damage.ts";
import { type Numbers, integers } from "./numbers.ts";
import type { Beside } from "./place.ts";
import { NONE } from "./record-columns.ts";

/** Of smaller plans to find them anew is quicker than to keep them. */
const LEAST_KEPT = 500;

/** The columns of a compiled journal, an entry for each thing that it speaks of. */
export const TOLD_COLUMNS = ["done", "accepted", "proven", "extended", "extendedTo", "cancelled"] as const;
export type ToldColumn = (typeof TOLD_COLUMNS)[number];

/** Where the group of a milestone's records is; and what is told of it. */
const KEPT_COLUMNS = ["group", ...TOLD_COLUMNS] as const;
type Columns<One> = Record<(typeof KEPT_COLUMNS)[number], One>;

/** A compiled journal, as far as it is asked here. */
interface Source {
  readonly column: (name: ToldColumn) => Numbers;
  /** The place in the columns of what records speak of, or `NONE`. */
  readonly groupOf: (ref: string) => number;
  readonly liveIn: (group: number, ref: string) => readonly JournalRecord[];
}

/** What plan and journal tell together of all milestones: of a large plan kept as columns, of a small one worked out. */
export function joined(place: Beside, plan: PlanColumns, source: Source): Told {
  if (plan.count < LEAST_KEPT) return toldBy(plan, joinedColumns(plan, source), source);
  const key = JSON.stringify([place.key, plan.id]);
  const kept = keptColumns(join(place.folder, place.name), key);
  if (kept !== null) return toldBy(plan, kept, source);
  const columns = joinedColumns(plan, source);
  const sections = Object.fromEntries(KEPT_COLUMNS.map((name): [string, Section] => [name, columns[name]]));
  const content = encodeContainer({ key, id: "" }, sections);
  beginFile(place.folder, place.name)?.finishSafely([...content, ...content]);
  return toldBy(plan, columns, source);
}

/** All columns as they are kept; null where they are not, or are damaged: they can be found anew. */
function keptColumns(path: string, key: string): Columns<Column> | null {
  const kept = Container.open(path, key);
  if (kept === null) return null;
  kept.release();
  const column = (name: keyof Columns<Column>): Column => integers(kept, name).whole;
  try {
    const [group, done, accepted] = [column("group"), column("done"), column("accepted")];
    const [proven, extended] = [column("proven"), column("extended")];
    const [extendedTo, cancelled] = [column("extendedTo"), column("cancelled")];
    return { group, done, accepted, proven, extended, extendedTo, cancelled };
  } catch (error) {
    if (error instanceof CacheDamage) return null;
    throw error;
  }
}

function toldBy(plan: PlanColumns, { group, done: completed, ...others }: Columns<Column>, source: Source): Told {
  const { id, count, firsts, starts, ends, added, divisions, divisionKinds, idAt, taskAt, placeOf } = plan;
  const liveAt = (place: number): readonly JournalRecord[] => source.liveIn(Number(group[place]), idAt(place));
  const columns = { id, count, firsts, starts, ends, added, divisions, divisionKinds, idAt, taskAt, placeOf };
  return { ...columns, completed, ...others, liveAt };
}

function joinedColumns({ starts, idAt }: PlanColumns, source: Source): Columns<Int32Array> {
  const none = (): Int32Array => new Int32Array(starts.length).fill(NEVER);
  const [done, accepted, proven] = [none(), none(), none()];
  const [extended, extendedTo, cancelled] = [none(), none(), none()];
  const group = new Int32Array(starts.length);
  const columns: Columns<Int32Array> = { group, done, accepted, proven, extended, extendedTo, cancelled };
  for (let place = 0; place < starts.length; place += 1) {
    const own = source.groupOf(idAt(place));
    group[place] = own;
    if (own === NONE) continue;
    for (const name of TOLD_COLUMNS) columns[name][place] = source.column(name).at(own);
    const to = extendedTo[place] ?? NEVER;
    // What is due before its work begins reaches no period: only the milestone itself tells that.
    if (to !== NEVER && to < (starts[place] ?? 0)) done[place] = UNTOLD;
  }
  return columns;
}
