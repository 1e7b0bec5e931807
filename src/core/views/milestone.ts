import { type Day, type Quarter, quartersOf } from "../calendar.ts";
import { liveUpTo } from "../journal/fold.ts";
import type { Live } from "../journal/live.ts";
import type { Evidence, JournalRecord } from "../journal/record.ts";
import { compareText } from "../order.ts";
import type { Plan, Task } from "../plan.ts";
import { oneDecimal } from "../rounding.ts";
import type { Question, SelectedTask } from "../selection.ts";
import type { Standing } from "../standing.ts";
import { divisionName } from "./envelope.ts";
import { type ReportedView, type SituationView, type SpokenView, reportedOf, spokenOf, viewWord } from "./situation.ts";
import { isCompletedLate, lateJudge } from "./written-late.ts";
import type { Light, LightReason, State } from "../lights.ts";

export interface ExtensionView {
  readonly to: Day;
  readonly on: Day;
  /** How many times it was extended, this one included. */
  readonly times: number;
  readonly reason: string | null;
  readonly approver: string | null;
  /** Written down after the due day that it moves (补登). */
  readonly recordedLate: boolean;
}

export interface CancellationView {
  readonly on: Day;
  readonly reason: string | null;
  readonly approver: string | null;
}

/** A milestone as of the as-of day. Contract: schemas/output. */
export interface MilestoneView extends SituationView {
  readonly id: string;
  /** The id of its entry in the plan: `10-3` for `10-3@Q2`. */
  readonly entry: string;
  readonly task: string;
  readonly text: string;
  readonly start: Day;
  readonly due: Day;
  readonly originalDue: Day;
  readonly assessmentDue: Day;
  readonly quarters: readonly Quarter[];
  readonly state: State;
  readonly light: Light;
  readonly lightReason: LightReason;
  readonly completedOn: Day | null;
  /** Completed in time but written down after the due day (补登). */
  readonly recordedLate: boolean;
  readonly late: boolean;
  readonly daysLate: number | null;
  readonly daysOverdue: number | null;
  readonly daysLeft: number | null;
  readonly dueSoon: boolean;
  readonly progress: number | null;
  /**
   * The progress estimate minus the pace of its day, in points (negative: behind); null without an estimate, and if it
   * is done or cancelled.
   */
  readonly paceGap: number | null;
  readonly blocked: boolean;
  readonly extended: boolean;
  readonly extension: ExtensionView | null;
  readonly cancellation: CancellationView | null;
  readonly accepted: boolean;
  readonly evidence: readonly Evidence[];
}

/** A milestone within its task, with the remarks of the plan's editor. */
export interface TaskMilestone extends MilestoneView {
  readonly remarks: string | null;
}

/** A milestone outside its task, with the task's title and divisions. */
export interface ListedMilestone extends MilestoneView, SpokenView, ReportedView {
  readonly taskTitle: string;
  /** Names. The first one leads. */
  readonly divisions: readonly string[];
  readonly lead: string;
  /** Position of the lead among the plan's divisions, from 1: every list of divisions is in that order. */
  readonly leadPlace: number;
}

/** What views of milestones are made from. */
export type Source = Pick<Question, "plan" | "journal" | "asOf">;

/** The view of a milestone. */
export function viewMilestone({ plan, journal }: Pick<Source, "plan" | "journal">, standing: Standing): MilestoneView {
  // Read once: each of these is computed on access.
  const { milestone, completions, extension, pace, block, difficulty } = standing;
  return {
    id: milestone.id,
    entry: milestone.entry,
    task: milestone.task,
    text: milestone.text,
    start: milestone.window.start,
    due: standing.due,
    originalDue: standing.originalDue,
    assessmentDue: standing.assessmentDue,
    quarters: quartersOf(standing.reach, plan.year),
    state: standing.state,
    light: standing.light,
    lightReason: standing.lightReason,
    completedOn: standing.completedOn,
    recordedLate: isCompletedLate(lateJudge(plan, journal), completions, standing.assessmentDue),
    late: standing.late,
    daysLate: standing.daysLate,
    daysOverdue: standing.daysOverdue,
    daysLeft: standing.daysLeft,
    dueSoon: standing.dueSoon,
    progress: standing.progress?.percent ?? null,
    paceGap: pace === null ? null : oneDecimal(pace.actual - pace.expected),
    blocked: block !== null,
    extended: extension !== null,
    extension: extension === null ? null : viewExtension({ plan, journal }, standing, extension),
    cancellation: viewCancellation(standing),
    accepted: standing.accepted,
    evidence: standing.evidence,
    lastWord: viewWord(standing.lastWord),
    problem: difficulty.problem,
    problemOn: difficulty.problemOn,
    nextStep: difficulty.nextStep,
    nextStepOn: difficulty.nextStepOn,
  };
}

/** The same with its remarks, which lists of milestones leave out. */
export function viewTaskMilestone(source: Pick<Source, "plan" | "journal">, standing: Standing): TaskMilestone {
  const { remarks } = standing.milestone;
  return Object.assign(viewMilestone(source, standing), { remarks });
}

/**
 * The selected milestones of the tasks (only those that pass `keep`, if given), each with its task's title and
 * divisions, in plan order.
 */
export function listMilestones(
  source: Source,
  tasks: readonly SelectedTask[],
  keep?: (standing: Standing) => boolean,
): ListedMilestone[] {
  return [...eachListed(source, tasks, keep)];
}

/** The same, one by one. */
export function* eachListed(
  source: Source,
  tasks: readonly SelectedTask[],
  keep?: (standing: Standing) => boolean,
): Generator<ListedMilestone, void> {
  // Tasks of a compiled plan share equal lists of divisions.
  const leads = new Map<Task["divisions"], LeadView>();
  for (const { task, selected } of tasks) {
    const listed = keep === undefined ? selected : selected.filter(keep);
    if (listed.length === 0) continue;
    const { divisions } = task;
    const lead = leads.get(divisions) ?? viewLead(source.plan, divisions);
    leads.set(divisions, lead);
    const context = { taskTitle: task.title, ...lead };
    const said = liveUpTo(source.journal, task.id, source.asOf);
    for (const standing of listed) yield viewInTask(source, standing, context, said);
  }
}

/** A full view of the milestone. `said` are the live records about its task. */
export function viewInTask(source: Source, standing: Standing, context: TaskContext, said: Live): ListedMilestone {
  const view = viewMilestone(source, standing);
  // Added to the new view, since copying it takes longer than making it.
  const spoken = Object.assign(view, spokenOf(source, standing, said));
  return Object.assign(spoken, reportedOf(source, standing, said, spoken), context);
}

type TaskContext = LeadView & Pick<ListedMilestone, "taskTitle">;

type LeadView = Pick<ListedMilestone, "divisions" | "lead" | "leadPlace">;

/** The divisions of a task by name, and its lead. */
export function viewLead(plan: Plan, ids: Task["divisions"]): LeadView {
  const [lead] = ids;
  const leadPlace = plan.divisions.findIndex(({ id }) => id === lead) + 1;
  return { divisions: ids.map((id) => divisionName(plan, id)), lead: divisionName(plan, lead), leadPlace };
}

/** A milestone with its task. */
export interface StandingInTask {
  readonly task: Task;
  readonly standing: Standing;
}

/** The selected milestones that pass `keep`, in plan order. */
export function standingsWhere(
  tasks: readonly SelectedTask[],
  keep: (standing: Standing) => boolean,
): StandingInTask[] {
  return tasks.flatMap(({ task, selected }) => selected.filter(keep).map((standing) => ({ task, standing })));
}

/** Orders by days overdue, most first. */
export function moreDaysOverdue(a: Pick<Standing, "daysOverdue">, b: Pick<Standing, "daysOverdue">): number {
  return (b.daysOverdue ?? 0) - (a.daysOverdue ?? 0);
}

/** Orders by `due`, earliest first. */
export function earlierDue(a: Pick<Standing, "due">, b: Pick<Standing, "due">): number {
  return compareText(a.due, b.due);
}

/**
 * Whether an extension in force, for `due` or for `assessmentDue`, was written down after the original due day (补登).
 */
export function isExtendedLate(
  { plan, journal }: Pick<Source, "plan" | "journal">,
  { extension, judgedExtension, originalDue }: Standing,
): boolean {
  const isLate = lateJudge(plan, journal);
  return [extension, judgedExtension].some((one) => one !== null && isLate(one, originalDue));
}

function viewExtension(
  source: Pick<Source, "plan" | "journal">,
  standing: Standing,
  record: JournalRecord,
): ExtensionView {
  const to = record.to ?? standing.originalDue;
  const recordedLate = isExtendedLate(source, standing);
  return { to, on: record.on, times: standing.timesExtended, ...approvalOf(record), recordedLate };
}

function approvalOf(record: JournalRecord): { reason: string | null; approver: string | null } {
  return { reason: record.reason ?? record.note ?? null, approver: record.approver ?? null };
}

/** The cancellation's day and approval; null if it was not cancelled. */
export function viewCancellation({ cancellation }: Standing): CancellationView | null {
  return cancellation === null ? null : { on: cancellation.on, ...approvalOf(cancellation) };
}
