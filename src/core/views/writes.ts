/** What a write changed: milestones, their tasks and quarters, and what is overdue. */
import { type Day, type Quarter, daysBetween, quarterOf, yearOf } from "../calendar.ts";
import type { Journal } from "../journal/fold.ts";
import type { WriteKind } from "../journal/write-kinds.ts";
import type { JournalRecord } from "../journal/record.ts";
import { isRestoring } from "../journal/revocation.ts";
import { type Milestone, type Plan, indicatorRef, milestonesNamed, taskOf, isPlanned } from "../plan.ts";
import { standingOf } from "../standing.ts";
import type { LocalTime } from "../zone-offsets.ts";
import { instantOf, localTime } from "../zone.ts";
import type { QuarterJudgement, Verdict } from "../indicators.ts";
import { type Envelope, type Inquiry, envelope } from "./envelope.ts";
import { type IndicatorView, viewIndicator } from "./indicator.ts";
import type { Listing } from "./listing.ts";
import { type CancellationView, viewCancellation } from "./milestone.ts";
import { isCompletedLate, lateJudge } from "./written-late.ts";
import { type RecordOrigins, type RecordView, recordViewer } from "./records.ts";
import { type QuarterEffectView, compareFigures } from "./write-figures.ts";
import type { State } from "../lights.ts";

/** A milestone after the write. `done` of `of` are the milestones of its task that are done and that count. */
export interface EffectView {
  readonly id: string;
  readonly text: string;
  readonly start: Day;
  readonly occurrence: string | null;
  readonly state: State;
  readonly stateBefore: State;
  readonly completedOn: Day | null;
  readonly completedOnBefore: Day | null;
  /** The approval of its cancellation, also if it was done in spite of that. */
  readonly cancellation: CancellationView | null;
  readonly due: Day;
  readonly dueBefore: Day;
  readonly originalDue: Day;
  readonly assessmentDue: Day;
  /** Days from completion to `assessmentDue` (negative: late); null while it is open. */
  readonly daysEarly: number | null;
  readonly recordedLate: boolean;
  readonly task: string;
  readonly doneBefore: number;
  readonly done: number;
  readonly ofBefore: number;
  readonly of: number;
}

/** An indicator after the write, with what it had before. */
export interface IndicatorEffectView extends IndicatorView {
  readonly valueBefore: number | null;
  readonly verdictBefore: Verdict;
  /**
   * For a target for each quarter: the quarters now judged by another reading, which need not be the latest one of all.
   */
  readonly changedQuarters: readonly ChangedQuarter[];
}

interface ChangedQuarter extends QuarterJudgement {
  readonly valueBefore: number | null;
}

/** A task that a record is about as a whole. */
export interface NamedTaskView {
  readonly id: string;
  readonly title: string;
}

export type WriteCommand = "undo" | "sheet" | WriteKind;

export interface WriteView<Command extends WriteCommand = WriteCommand> extends Envelope<Command> {
  readonly dryRun: boolean;
  /** When it was written, in the plan's time zone. */
  readonly recorded: LocalTime | null;
  readonly records: readonly RecordView[];
  /** Ids of the records that undo an undo; only in answers of `undo`. */
  readonly restored?: readonly string[];
  /** For a correction or undo: the records that it names. */
  readonly targets: readonly JournalRecord[];
  readonly effects: readonly EffectView[];
  readonly quarterEffects: readonly QuarterEffectView[];
  /** What readings changed; only in answers of `reading`, `undo` and `sheet`. */
  readonly indicators?: readonly IndicatorEffectView[];
  /** Tasks that records are about as a whole; only in answers of `note`, `undo` and `sheet`. */
  readonly tasks?: readonly NamedTaskView[];
  readonly acceptance: { readonly acceptedBefore: number; readonly accepted: number; readonly waiting: number };
  readonly overdueBefore: number;
  /** Ids of what is overdue after the write, most days first. */
  readonly overdue: Listing<string>;
  /** Ids for which nothing was written because the journal says it already. */
  readonly unchanged: readonly string[];
}

/** Commands that may write readings. */
const MAY_READ: ReadonlySet<WriteCommand> = new Set(["reading", "undo", "sheet"]);
/** Commands that may write records about a whole task. */
const MAY_NAME_TASKS: ReadonlySet<WriteCommand> = new Set(["note", "undo", "sheet"]);

/** What a command wrote, or would write with `--dry-run`. */
export interface Written {
  readonly dryRun: boolean;
  readonly records: readonly JournalRecord[];
  readonly unchanged: readonly string[];
  readonly after: Journal;
  /** The journal file written to, relative to the folder that holds the plan; null if nothing was written. */
  readonly file: string | null;
}

/** The answer of a write: compares the as-of day without and with the new records. */
export function viewWrite<Command extends WriteCommand>(
  command: Command,
  before: Inquiry,
  written: Written,
): WriteView<Command> {
  const { plan } = before;
  const after: Inquiry = { ...before, journal: written.after };
  const refs = new Set(written.records.map(({ ref }) => ref));
  const touched = milestonesNamed(plan, refs);
  const [first] = written.records;
  const targets = [...new Set(written.records.flatMap(({ of }) => of))];
  const quarters = quartersTouched(plan, after, touched);
  const { was, is, quarterEffects } = compareFigures(before, after, refs, quarters);
  return {
    ...envelope(command, after),
    dryRun: written.dryRun,
    recorded: first === undefined ? null : localTime(instantOf(first.t), plan.timezone),
    records: written.records.map(recordViewer(after, originsIn(written), touched)),
    ...(command === "undo" ? { restored: restoredBy(written) } : {}),
    targets: targets.flatMap((id) => before.journal.byId.get(id) ?? []),
    effects: touched.map((milestone) => viewEffect(before, after, milestone)),
    quarterEffects,
    ...(MAY_READ.has(command) ? { indicators: viewIndicators(before, after, refs) } : {}),
    ...(MAY_NAME_TASKS.has(command) ? { tasks: tasksNamed(plan, refs, touched) } : {}),
    acceptance: { acceptedBefore: was.accepted, accepted: is.accepted, waiting: is.waiting },
    overdueBefore: was.overdue,
    overdue: is.overdue,
    unchanged: written.unchanged,
  };
}

function restoredBy({ records, after }: Written): string[] {
  return records.filter((record) => isRestoring(record, after.byId)).map(({ id }) => id);
}

function originsIn({ file, records }: Written): RecordOrigins {
  return new Map(file === null ? [] : records.map(({ id }) => [id, { file, line: null }]));
}

function viewEffect(before: Inquiry, after: Inquiry, milestone: Milestone): EffectView {
  const [old, standing] = [standingOf(milestone, before), standingOf(milestone, after)];
  const { completedOn, assessmentDue } = standing;
  const { milestones: siblings } = taskOf(after.plan, milestone);
  return {
    id: milestone.id,
    text: milestone.text,
    start: milestone.window.start,
    occurrence: milestone.occurrence,
    state: standing.state,
    stateBefore: old.state,
    completedOn,
    completedOnBefore: old.completedOn,
    cancellation: viewCancellation(standing),
    due: standing.due,
    dueBefore: old.due,
    originalDue: standing.originalDue,
    assessmentDue,
    daysEarly: completedOn === null ? null : daysBetween(completedOn, assessmentDue),
    recordedLate: isCompletedLate(lateJudge(after.plan, after.journal), standing.completions, assessmentDue),
    task: milestone.task,
    doneBefore: countDone(before, siblings),
    done: countDone(after, siblings),
    ofBefore: siblings.filter((sibling) => isCounted(before, sibling)).length,
    of: siblings.filter((sibling) => isCounted(after, sibling)).length,
  };
}

function tasksNamed(plan: Plan, refs: ReadonlySet<string>, touched: readonly Milestone[]): NamedTaskView[] {
  // Quick way out: going through all tasks of a large plan is slow.
  if (refs.size === touched.length) return [];
  return plan.tasks.filter(({ id }) => refs.has(id)).map(({ id, title }) => ({ id, title }));
}

function viewIndicators(before: Inquiry, after: Inquiry, refs: ReadonlySet<string>): IndicatorEffectView[] {
  return after.plan.tasks.flatMap((task) => {
    const touched = task.indicators.filter((indicator) => refs.has(indicatorRef(task.id, indicator)));
    return touched.map((indicator) => {
      const old = viewIndicator(before, task, indicator);
      const view = viewIndicator(after, task, indicator);
      const changedQuarters = view.quarters
        .map((own) => ({
          ...own,
          valueBefore: old.quarters.find(({ quarter }) => quarter === own.quarter)?.value ?? null,
        }))
        .filter((own) => isChanged(own, old.quarters));
      return { ...view, valueBefore: old.value, verdictBefore: old.verdict, changedQuarters };
    });
  });
}

/** Whether the quarter has another value, or one from another day, which may change its verdict. */
function isChanged({ quarter, value, on }: QuarterJudgement, before: readonly QuarterJudgement[]): boolean {
  const old = before.find((one) => one.quarter === quarter);
  return value !== (old?.value ?? null) || on !== (old?.on ?? null);
}

function countDone(inquiry: Inquiry, milestones: readonly Milestone[]): number {
  return milestones.filter((one) => isCounted(inquiry, one) && standingOf(one, inquiry).state === "done").length;
}

function isCounted(inquiry: Inquiry, milestone: Milestone): boolean {
  return isPlanned(milestone, inquiry.asOf) && standingOf(milestone, inquiry).state !== "cancelled";
}

function quartersTouched(plan: Plan, after: Inquiry, touched: readonly Milestone[]): Quarter[] {
  const dues = touched.flatMap((milestone) => [milestone.window.end, standingOf(milestone, after).assessmentDue]);
  const inPlan = dues.filter((day) => yearOf(day) === plan.year);
  return [...new Set(inPlan.map(quarterOf))].toSorted((a, b) => a - b);
}
