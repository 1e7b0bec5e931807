/** The rows of `status`: the whole by division or another grouping, or one division's two parts. */
import type { Period } from "../calendar.ts";
import { type Counts, type Rates, figuresOf, isDue } from "../counts.ts";
import { type Grouping, type TaskGroup, addsUp, groupTasks } from "../grouping.ts";
import { LIGHT_RULES } from "../light-policies.ts";
import type { Light, LightReason } from "../lights.ts";
import { places } from "../rounding.ts";
import { type Role, type SelectedTask, filterPeriods, selectedStandings, takesPart } from "../selection.ts";
import { rollUp } from "../roll-up.ts";
import { type Inquiry, divisionName } from "./envelope.ts";
import { indicatorLamps } from "./indicator.ts";

/** One row of the table: a division, theme, section, district or quarter, or a part (leading, assisting) of one division. */
export interface GroupView {
  readonly key: string;
  readonly name: string;
  readonly counts: Counts;
  readonly rates: Rates;
  /** The worst of its milestones and of the indicators that lie behind. */
  readonly light: Light;
  readonly lightReason: LightReason;
  /** Place by due completion among the groups, equal ones sharing it; null where nothing is due. */
  readonly place: number | null;
  /** Ids of those due in the period asked for (all of the plan without one) that are not done. */
  readonly open: readonly string[];
}

export interface GroupsView {
  readonly groupBy: Grouping | "role";
  /** Whether each milestone stands in one group only, so that the groups add up to the totals. */
  readonly addsUp: boolean;
  /** How groups of divisions count: each task once under its lead, or every participation. */
  readonly role: Role;
  readonly groups: readonly GroupView[];
}

/** The groups asked for; with one division and no grouping its two parts, leading and assisting. */
export function viewGroups(
  inquiry: Inquiry,
  tasks: readonly SelectedTask[],
  by: Grouping | null,
  division: string | undefined,
): GroupsView {
  const { plan, filters } = inquiry;
  const role = groupRole(inquiry);
  if (division !== undefined) {
    return { groupBy: "role", addsUp: false, role, groups: viewAll(inquiry, partsOf(inquiry, tasks, division)) };
  }
  const groupBy = by ?? "division";
  const all = groupTasks(plan, tasks, groupBy, role);
  const isAskedFor = ({ key }: TaskGroup): boolean =>
    groupBy !== "division" || filters.divisions.length === 0 || filters.divisions.includes(key);
  return { groupBy, addsUp: addsUp(groupBy, role), role, groups: viewAll(inquiry, all.filter(isAskedFor)) };
}

/** Groups count each task once under its lead; by participation where that, or certain divisions, were asked for. */
function groupRole({ filters }: Inquiry): Role {
  return filters.role ?? (filters.divisions.length === 0 ? "lead" : "any");
}

function partsOf({ plan }: Inquiry, tasks: readonly SelectedTask[], division: string): TaskGroup[] {
  const name = divisionName(plan, division);
  return (["lead", "assist"] as const).map((part) => ({
    key: part,
    name,
    tasks: tasks.filter(({ task }) => takesPart(task, division, part)),
  }));
}

function viewAll(inquiry: Inquiry, groups: readonly TaskGroup[]): GroupView[] {
  const periods = filterPeriods(inquiry.plan, inquiry.filters);
  const views = groups.map((group) => viewGroup(inquiry, group, periods));
  const placed = places(views.map(({ rates }) => rates.dueCompletion.percent));
  return views.map((view, index) => ({ ...view, place: placed[index] ?? null }));
}

function viewGroup(
  inquiry: Inquiry,
  { key, name, tasks }: TaskGroup,
  periods: readonly Period[] | null,
): Omit<GroupView, "place"> {
  const { asOf, plan } = inquiry;
  const lamps = tasks.flatMap(({ task }) => indicatorLamps(inquiry, task));
  const { light, lightReason } = rollUp(selectedStandings(tasks), lamps, LIGHT_RULES[plan.policy.lights].onTrack);
  const due = selectedStandings(tasks).filter((standing) => isDue(standing, asOf, periods));
  const open = due.filter((standing) => standing.state !== "done").map((standing) => standing.milestone.id);
  return { key, name, ...figuresOf(tasks, asOf, periods), light, lightReason, open };
}
