import type { Day } from "../calendar.ts";
import { type Reading, readingOf } from "../indicators.ts";
import { type Indicator, leadOf } from "../plan.ts";
import type { Question, SelectedTask } from "../selection.ts";
import { type Light, type LightReason, type State, rollUp } from "../standing.ts";
import { divisionName } from "./envelope.ts";
import { type MilestoneView, viewMilestone } from "./milestone.ts";

/** An indicator with its latest reading; readings come with their own command. */
export interface IndicatorView {
  readonly id: string;
  readonly task: string;
  readonly name: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: string;
  readonly basis: Indicator["basis"];
  readonly stretch: boolean;
  readonly per: "quarter" | null;
  readonly due: Day;
  readonly from: Indicator["from"];
  readonly baseline: number | null;
  /** Up to the day asked about: the last total and what was added since; null before the first reading. */
  readonly value: number | null;
  /** The day of the latest reading. */
  readonly on: Day | null;
}

/** A task as of the day asked about; contract: schemas/output. */
export interface TaskView {
  readonly id: string;
  readonly title: string;
  readonly theme: string;
  readonly section: string;
  /** Names in plan order; the first leads. */
  readonly divisions: readonly string[];
  readonly lead: string;
  readonly districts: readonly string[];
  readonly objective: string;
  readonly measures: readonly string[];
  readonly assessment: string;
  readonly remarks: string | null;
  /** Over all its milestones, whatever the filters. */
  readonly state: State;
  readonly light: Light;
  readonly lightReason: LightReason;
  /** Done and all milestones that are not cancelled, whatever the filters. */
  readonly progress: { readonly done: number; readonly milestones: number };
  /** Those that pass the filters. */
  readonly milestones: readonly MilestoneView[];
  readonly indicators: readonly IndicatorView[];
}

export function viewTask(question: Question, { task, all, selected }: SelectedTask): TaskView {
  const { plan, journal, asOf } = question;
  const counted = all.filter((standing) => standing.state !== "cancelled");
  return {
    id: task.id,
    title: task.title,
    theme: task.theme,
    section: task.section,
    divisions: task.divisions.map((id) => divisionName(plan, id)),
    lead: divisionName(plan, leadOf(task)),
    districts: task.districts,
    objective: task.objective,
    measures: task.measures,
    assessment: task.assessment,
    remarks: task.remarks,
    ...rollUp(all),
    progress: {
      done: counted.filter((standing) => standing.state === "done").length,
      milestones: counted.length,
    },
    milestones: selected.map((standing) => viewMilestone(question, standing)),
    indicators: task.indicators.map((indicator) =>
      viewIndicator(task.id, indicator, readingOf(`${task.id}/${indicator.id}`, journal, asOf)),
    ),
  };
}

function viewIndicator(task: string, indicator: Indicator, reading: Reading): IndicatorView {
  const { id, name, min, max, unit, basis, stretch, per, due, from, baseline } = indicator;
  return { id: `${task}/${id}`, task, name, min, max, unit, basis, stretch, per, due, from, baseline, ...reading };
}
