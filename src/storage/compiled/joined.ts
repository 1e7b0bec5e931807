/**
 * What the journal tells of each of the plan's milestones, in plan order (see told.ts). To find them all takes longer than
 * most questions: of a large plan it is kept, until plan or journal are compiled anew.
 */
import { join } from "node:path";
import { type Column, NEVER, type PlanColumns, type Told, UNTOLD } from "../../core/told.ts";
import { beginFile } from "./cache-folder.ts";
import { Container, type Section, encodeContainer } from "./container.ts";
import { CacheDamage } from "./damage.ts";
import { type Numbers, integers } from "./numbers.ts";
import type { Beside } from "./place.ts";
import { NONE } from "./record-columns.ts";

/** In smaller plans to look at each milestone is quicker. */
const LEAST = 500;

/** The columns of a compiled journal, an entry for each thing that it speaks of. */
export const TOLD_COLUMNS = ["done", "accepted", "extended", "extendedTo", "cancelled"] as const;
export type ToldColumn = (typeof TOLD_COLUMNS)[number];

type Columns<One> = Record<ToldColumn, One>;

/** A compiled journal, as far as it is asked here. */
interface Source {
  readonly column: (name: ToldColumn) => Numbers;
  /** The place in the columns of what records speak of, or `NONE`. */
  readonly groupOf: (ref: string) => number;
}

/** The columns; undefined where they are not worth it. */
export function joined(place: Beside, plan: PlanColumns, source: Source): Told | undefined {
  if (plan.count < LEAST) return undefined;
  const key = JSON.stringify([place.key, plan.id]);
  const kept = keptColumns(join(place.folder, place.name), key);
  if (kept !== null) return toldBy(plan, kept);
  const columns = joinedColumns(plan, source);
  const sections = Object.fromEntries(TOLD_COLUMNS.map((name): [string, Section] => [name, columns[name]]));
  const content = encodeContainer({ key, id: "" }, sections);
  beginFile(place.folder, place.name)?.finishSafely([...content, ...content]);
  return toldBy(plan, columns);
}

/** All columns as they are kept; null where they are not, or are damaged: they can be found anew. */
function keptColumns(path: string, key: string): Columns<Column> | null {
  const kept = Container.open(path, key);
  if (kept === null) return null;
  kept.release();
  const column = (name: ToldColumn): Column => integers(kept, name).whole;
  try {
    const [done, accepted, extended] = [column("done"), column("accepted"), column("extended")];
    return { done, accepted, extended, extendedTo: column("extendedTo"), cancelled: column("cancelled") };
  } catch (error) {
    if (error instanceof CacheDamage) return null;
    throw error;
  }
}

function toldBy(plan: PlanColumns, { done: completed, ...others }: Columns<Column>): Told {
  const { id, count, firsts, starts, ends, added, idAt, taskAt, placeOf } = plan;
  return { id, count, firsts, starts, ends, added, idAt, taskAt, placeOf, completed, ...others };
}

function joinedColumns({ starts, idAt }: PlanColumns, source: Source): Columns<Int32Array> {
  const none = (): Int32Array => new Int32Array(starts.length).fill(NEVER);
  const [done, accepted, extended, extendedTo, cancelled] = [none(), none(), none(), none(), none()];
  const columns: Columns<Int32Array> = { done, accepted, extended, extendedTo, cancelled };
  for (let place = 0; place < starts.length; place += 1) {
    const group = source.groupOf(idAt(place));
    if (group === NONE) continue;
    for (const name of TOLD_COLUMNS) columns[name][place] = source.column(name).at(group);
    const to = extendedTo[place] ?? NEVER;
    // What is due before its work begins reaches no period: only the milestone itself tells that.
    if (to !== NEVER && to < (starts[place] ?? 0)) done[place] = UNTOLD;
  }
  return columns;
}
