import type { Change, ChangeKind } from "../diff/change.ts";
import { comparePlans } from "../diff/compare.ts";
import { type Plan, milestonesOf } from "../plan.ts";
import { type Envelope, bareEnvelope } from "./envelope.ts";

/** One of the two plans. `name` is what was typed for it; null for the current plan. */
export interface Side {
  readonly name: string | null;
  readonly plan: Plan;
}

export interface SideView {
  readonly name: string | null;
  readonly title: string;
  readonly year: number;
  readonly tasks: number;
  readonly milestones: number;
  readonly indicators: number;
}

export interface ChangeView extends Change {
  /** The title of the task: the later plan's, or the earlier one's if the task was removed. Null outside tasks. */
  readonly taskTitle: string | null;
}

/** What changed from one plan to another. The envelope describes the later plan. */
export interface DiffView extends Envelope<"diff"> {
  readonly before: SideView;
  readonly after: SideView;
  readonly same: boolean;
  /** How many changes there are of each kind. */
  readonly counts: Readonly<Record<ChangeKind, number>>;
  readonly changes: readonly ChangeView[];
}

/** The answer of `diff`. */
export function viewDiff(before: Side, after: Side): DiffView {
  const changes = comparePlans(before.plan, after.plan);
  const titles = new Map([...before.plan.tasks, ...after.plan.tasks].map(({ id, title }) => [id, title]));
  const { title, year, timezone } = after.plan;
  return {
    ...bareEnvelope("diff", 0),
    plan: { title, year, timezone },
    before: viewSide(before),
    after: viewSide(after),
    same: changes.length === 0,
    counts: countKinds(changes),
    changes: changes.map((change) => ({ ...change, taskTitle: titles.get(change.task ?? "") ?? null })),
  };
}

function countKinds(changes: readonly Change[]): DiffView["counts"] {
  const count = (kind: ChangeKind): number => changes.filter(({ change }) => change === kind).length;
  return {
    added: count("added"),
    removed: count("removed"),
    moved: count("moved"),
    reworded: count("reworded"),
    retargeted: count("retargeted"),
    reassigned: count("reassigned"),
    regrouped: count("regrouped"),
    changed: count("changed"),
  };
}

function viewSide({ name, plan }: Side): SideView {
  const indicators = plan.tasks.flatMap((task) => task.indicators).length;
  const { title, year, tasks } = plan;
  return { name, title, year, tasks: tasks.length, milestones: milestonesOf(plan).length, indicators };
}
