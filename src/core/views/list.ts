/** `list`: tasks with their milestones. */
import type { Day } from "../calendar.ts";
import { type Plan, eachTask, isPlanned } from "../plan.ts";
import { select } from "../selection.ts";
import { type Envelope, type Inquiry, envelope } from "./envelope.ts";
import { type LightPolicyView, viewLightPolicy } from "./light-policy.ts";
import { type TaskView, viewTask } from "./task.ts";

export interface ListView extends Envelope<"list"> {
  readonly lightPolicy: LightPolicyView;
  readonly tasks: readonly TaskView[];
  /** How many tasks the plan has on the as-of day. */
  readonly tasksInPlan: number;
}

/** The answer of `list`: the tasks that pass the filters, in plan order. */
export function viewList(inquiry: Inquiry): ListView {
  const { plan, asOf } = inquiry;
  const tasks = select(inquiry).map((task) => viewTask(inquiry, task));
  const lightPolicy = viewLightPolicy(plan.policy);
  return { ...envelope("list", inquiry), lightPolicy, tasks, tasksInPlan: countTasks(plan, asOf) };
}

/** The tasks that are in the plan on the day. */
function countTasks(plan: Plan, asOf: Day): number {
  let count = 0;
  for (const { task } of eachTask(plan)) if (isPlanned(task, asOf)) count += 1;
  return count;
}
