/**
 * The rows of `status`: by division or another grouping; or, for one division, what it leads and what it assists in.
 */
import { type Counts, type Rates, figuresOf, isLeftOpen } from "../counts.ts";
import { type Grouping, type TaskGroup, addsUp, groupTasks } from "../grouping.ts";
import { LIGHT_RULES } from "../light-policies.ts";
import type { Light, LightReason } from "../lights.ts";
import { once } from "../once.ts";
import { places } from "../rounding.ts";
import { type Role, type SelectedTask, filterPeriods, idsOf, selectedStandings, takesPart } from "../selection.ts";
import { rollUp } from "../roll-up.ts";
import { type Inquiry, divisionName } from "./envelope.ts";
import { taskLamps } from "./task.ts";
import { type VerdictCounts, countVerdicts, verdictsIn } from "./indicators.ts";

/** One row: a division, theme, section, district or quarter, or one role of a single division. */
export interface GroupView {
  readonly key: string;
  readonly name: string;
  readonly counts: Counts;
  readonly rates: Rates;
  /**
   * The worst light of its milestones and of indicators that are behind. Tasks with only targets are on track once they
   * have begun.
   */
  readonly light: Light;
  readonly lightReason: LightReason;
  /**
   * Rank by due completion among the groups, equal ones sharing it; null if nothing is due, and for the roles of one
   * division.
   */
  readonly place: number | null;
  /** Ids of those due in the periods asked for (without: up to the as-of day) but not done. */
  readonly open: readonly string[];
  /** Verdicts on the indicators of its tasks. */
  readonly indicators: VerdictCounts;
}

export interface GroupsView {
  readonly groupBy: Grouping | "role";
  /** Whether each milestone is in one group only, so that the groups add up to the totals. */
  readonly addsUp: boolean;
  /** Whether groups of divisions count each task once, under its lead, or for every division that takes part. */
  readonly role: Role;
  readonly groups: readonly GroupView[];
}

/** The groups asked for. With a `division`, its two roles instead. */
export function viewGroups(
  inquiry: Inquiry,
  tasks: readonly SelectedTask[],
  by: Grouping | null,
  division: string | undefined,
): GroupsView {
  const { plan, filters } = inquiry;
  const role = groupRole(inquiry);
  if (division !== undefined) {
    // Each task has one of the two roles, and the roles are not ranked against each other.
    return { groupBy: "role", addsUp: true, role, groups: viewAll(inquiry, partsOf(inquiry, tasks, division), false) };
  }
  const groupBy = by ?? "division";
  const all = groupTasks(plan, tasks, groupBy, role);
  const isAskedFor = ({ key }: TaskGroup): boolean =>
    groupBy !== "division" || filters.divisions.length === 0 || filters.divisions.includes(key);
  return { groupBy, addsUp: addsUp(groupBy, role), role, groups: viewAll(inquiry, all.filter(isAskedFor), true) };
}

/**
 * Groups count each task once, under its lead; by every participation if a role or certain divisions were asked for.
 */
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

function viewAll(inquiry: Inquiry, groups: readonly TaskGroup[], havePlaces: boolean): GroupView[] {
  const { asOf, plan, filters } = inquiry;
  const periods = filterPeriods(plan, filters);
  const counted = groups.map((group) => ({ group, figures: figuresOf(group.tasks, asOf, periods) }));
  const placed = havePlaces ? places(counted.map(({ figures }) => figures.rates.dueCompletion.percent)) : [];
  return counted.map(({ group, figures }, index) =>
    viewGroup(inquiry, group, { ...figures, place: placed[index] ?? null }),
  );
}

function viewGroup(
  inquiry: Inquiry,
  { key, name, tasks }: TaskGroup,
  { counts, rates, place }: Pick<GroupView, "counts" | "rates" | "place">,
): GroupView {
  const { asOf, plan, filters } = inquiry;
  const standings = selectedStandings(tasks);
  // Lazy: few screens show it.
  const lamp = once(() => {
    const lamps = tasks.flatMap((task) => taskLamps(inquiry, task));
    return rollUp(standings, lamps, LIGHT_RULES[plan.policy.lights].onTrack);
  });
  const periods = filterPeriods(plan, filters);
  return {
    key,
    name,
    counts,
    rates,
    get light() {
      return lamp().light;
    },
    get lightReason() {
      return lamp().lightReason;
    },
    get open() {
      return idsOf(standings.filter((standing) => isLeftOpen(standing, asOf, periods)));
    },
    place,
    // Lazy, as above.
    get indicators() {
      return countVerdicts(tasks.flatMap((task) => verdictsIn(inquiry, task)));
    },
  };
}
