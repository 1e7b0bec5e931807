import { LIGHT_RULES } from "../light-policies.ts";
import type { Lamp, Light, LightReason, State } from "../lights.ts";
import { type Indicator, leadOf } from "../plan.ts";
import type { Question, SelectedTask } from "../selection.ts";
import { rollUp } from "../roll-up.ts";
import { once } from "../once.ts";
import { divisionName } from "./envelope.ts";
import { type IndicatorView, indicatorLamps, standIndicator, viewIndicator } from "./indicator.ts";
import { type TaskMilestone, viewTaskMilestone } from "./milestone.ts";
import { type SituationView, taskSituation } from "./situation.ts";

/** A task as of the as-of day. Contract: schemas/output. */
export interface TaskView extends SituationView {
  readonly id: string;
  readonly title: string;
  readonly theme: string;
  readonly section: string;
  /** Names, the lead first. */
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
  /** How many of its milestones are done, and how many are not cancelled, whatever the filters. */
  readonly progress: { readonly done: number; readonly milestones: number };
  /** Those that pass the filters. */
  readonly milestones: readonly TaskMilestone[];
  readonly indicators: readonly IndicatorView[];
}

type TaskStanding = Pick<TaskView, "state" | "light" | "lightReason">;

/** State and light of a task, over all its milestones and indicators. */
export function viewTaskStanding(question: Question, own: SelectedTask): TaskStanding {
  const rolled = rollUp(own.all, taskLamps(question, own), LIGHT_RULES[question.plan.policy.lights].onTrack);
  return hasBegunByReading(question, own) ? { ...rolled, state: "active" } : rolled;
}

/**
 * The lamps that a task's indicators add to those of its milestones, also in a group: for each that is behind, and one
 * if the task has begun by a reading.
 */
export function taskLamps(question: Question, own: SelectedTask): Lamp[] {
  const behind = indicatorLamps(question, own.task);
  if (!hasBegunByReading(question, own)) return behind;
  return [...behind, { light: LIGHT_RULES[question.plan.policy.lights].onTrack, lightReason: "on-track" }];
}

/** A task without milestones has begun if one of its targets has a reading. */
function hasBegunByReading(question: Question, { task, all }: SelectedTask): boolean {
  const isRead = (indicator: Indicator): boolean => standIndicator(question, task, indicator).on !== null;
  return all.length === 0 && task.indicators.some(isRead);
}

/** How many milestones of the task are done, and how many are not cancelled. */
export function progressOf({ all }: SelectedTask): TaskView["progress"] {
  const counted = all.filter((standing) => standing.state !== "cancelled");
  return { done: counted.filter((standing) => standing.state === "done").length, milestones: counted.length };
}

/** The view of a task, with its selected milestones. */
export function viewTask(question: Question, own: SelectedTask): TaskView {
  const { plan } = question;
  const { task, selected } = own;
  const situation = once(() => taskSituation(question, task.id));
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
    ...viewTaskStanding(question, own),
    progress: progressOf(own),
    // Lazy: few screens show it.
    get lastWord() {
      return situation().lastWord;
    },
    get problem() {
      return situation().problem;
    },
    get problemOn() {
      return situation().problemOn;
    },
    get nextStep() {
      return situation().nextStep;
    },
    get nextStepOn() {
      return situation().nextStepOn;
    },
    milestones: selected.map((standing) => viewTaskMilestone(question, standing)),
    indicators: task.indicators.map((indicator) => viewIndicator(question, task, indicator)),
  };
}
