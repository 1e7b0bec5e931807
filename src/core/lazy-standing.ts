/**
 * The standing of one milestone on a day, from the columns of a compiled journal where they describe it, else from its
 * records.
 */
import { type Day, type Period, dayOfNumber, daysBetween, numberOfDay } from "./calendar.ts";
import { latestRecord, liveUpTo, upTo } from "./journal/fold.ts";
import {
  type Difficulty,
  type Live,
  completionsOf,
  difficultyOf,
  evidenceOf,
  isAccepted,
  isStatusWord,
  openBlock,
} from "./journal/live.ts";
import { type Evidence, type JournalRecord, filterRecords, isProven, ofKind } from "./journal/record.ts";
import { judgedExtensionOf, paceOf, reachOf, stateOf } from "./milestone-days.ts";
import { milestoneLamp } from "./light-policies.ts";
import {
  type Lamp,
  type Light,
  type LightFacts,
  type LightReason,
  type PaceGap,
  type State,
  isOpen,
  isOverdue,
  isPending,
  monthsElapsed,
  monthsMissed,
} from "./lights.ts";
import type { Milestone } from "./plan.ts";
import type { Judging, Standing } from "./standing.ts";
import { type Column, type MilestoneColumns, NEVER, fillGlance, isOnOrBefore, newGlance } from "./milestone-columns.ts";

const NOTHING: Live = [];

/** Reused for each milestone, since there are many. */
const glance = newGlance();

/**
 * What filters and counts need is computed in the constructor, the rest when asked for: a large plan has many
 * milestones, and most questions need little of each.
 */
export class LazyStanding implements Standing, LightFacts {
  readonly milestone: Milestone;
  readonly state: State;
  readonly originalDue: Day;
  readonly assessmentDue: Day;
  readonly due: Day;
  readonly completedOn: Day | null;
  readonly late: boolean;
  readonly extended: boolean;
  // Private, so that comparing or printing a standing does not show it.
  readonly #judging: Judging;
  /** The columns, if they describe the milestone; null if its records have to be read. */
  readonly #columns: MilestoneColumns | null;
  readonly #place: number;
  #records: Live | undefined;
  #completions: Live | undefined;
  #lamp: Lamp | undefined;
  // Each is asked for twice: for display, and for the light.
  #block: JournalRecord | null | undefined;
  #progress: JournalRecord | null | undefined;

  constructor(milestone: Milestone, judging: Judging, columns: MilestoneColumns | null, place: number) {
    this.milestone = milestone;
    this.#judging = judging;
    this.#columns = columns;
    this.#place = place;
    if (columns === null) {
      const { window } = milestone;
      const extension = latestRecord(judging.journal, this.#extensions);
      this.originalDue = window.end;
      this.assessmentDue = this.judgedExtension?.to ?? window.end;
      this.due = extension?.to ?? window.end;
      this.completedOn = this.completions[0]?.on ?? null;
      this.extended = extension !== undefined;
      this.state = stateOf(window, this, judging.asOf);
    } else {
      fillGlance(columns, place, numberOfDay(judging.asOf), glance);
      this.originalDue = dayOfNumber(glance.original);
      this.assessmentDue = dayOfNumber(glance.assessment);
      this.due = dayOfNumber(glance.due);
      this.completedOn = glance.state === "done" ? dayOfNumber(glance.completed) : null;
      this.extended = glance.isExtended;
      this.state = glance.state;
    }
    this.late = this.completedOn !== null && this.completedOn > this.assessmentDue;
  }

  get reach(): Period {
    return reachOf(this.milestone.window, this);
  }

  get extension(): JournalRecord | null {
    return latestRecord(this.#judging.journal, this.extended ? this.#extensions : NOTHING) ?? null;
  }

  get timesExtended(): number {
    return new Set(this.#extensions.map(({ to }) => to)).size;
  }

  get judgedExtension(): JournalRecord | null {
    return judgedExtensionOf(this.originalDue, this.#judging.journal, this.#extensions) ?? null;
  }

  get cancellation(): JournalRecord | null {
    if (this.#isNever("cancelled")) return null;
    return latestRecord(this.#judging.journal, ofKind(this.records, "cancel")) ?? null;
  }

  get completions(): readonly JournalRecord[] {
    this.#completions ??= this.#isNever("completed") ? NOTHING : completionsOf(this.records);
    return this.#completions;
  }

  get light(): Light {
    return this.lamp.light;
  }

  get lightReason(): LightReason {
    return this.lamp.lightReason;
  }

  get evidence(): readonly Evidence[] {
    return evidenceOf(this.completions);
  }

  get daysLate(): number | null {
    return this.late && this.completedOn !== null ? daysBetween(this.assessmentDue, this.completedOn) : null;
  }

  get daysOverdue(): number | null {
    return isOverdue(this) ? daysBetween(this.due, this.#judging.asOf) : null;
  }

  get daysLeft(): number | null {
    return isPending(this) ? daysBetween(this.#judging.asOf, this.due) : null;
  }

  get dueSoon(): boolean {
    const { daysLeft } = this;
    return daysLeft !== null && daysLeft <= this.#judging.policy.dueSoonDays;
  }

  get proven(): boolean {
    const columns = this.#columns;
    return columns === null ? this.completions.some(isProven) : this.#hasCome(columns.proven);
  }

  get accepted(): boolean {
    const columns = this.#columns;
    if (columns !== null) return this.#hasCome(columns.accepted);
    return isAccepted(this.#judging.journal, this.records, this.completions);
  }

  get block(): JournalRecord | null {
    if (this.#block !== undefined) return this.#block;
    this.#block = isOpen(this) ? openBlock(this.#judging.journal, this.records) : null;
    return this.#block;
  }

  get progress(): JournalRecord | null {
    if (this.#progress !== undefined) return this.#progress;
    this.#progress = latestRecord(this.#judging.journal, ofKind(this.records, "progress")) ?? null;
    return this.#progress;
  }

  get pace(): PaceGap | null {
    return isOpen(this) ? paceOf(this.milestone, this.due, this.progress, this.#judging.policy) : null;
  }

  get monthsMissed(): number {
    return monthsMissed(this.due, this.#judging.asOf);
  }

  get monthsUntouched(): number {
    const { window, task } = this.milestone;
    const { journal, asOf } = this.#judging;
    // A word on the task counts for all its milestones.
    const isUntouched =
      this.state === "active" && this.words.length === 0 && !liveUpTo(journal, task, asOf).some(isStatusWord);
    return isUntouched ? monthsElapsed(window.start, asOf) : 0;
  }

  get words(): readonly JournalRecord[] {
    return filterRecords(this.records, isStatusWord);
  }

  get lastWord(): JournalRecord | null {
    return latestRecord(this.#judging.journal, this.words) ?? null;
  }

  get difficulty(): Difficulty {
    return difficultyOf(this.#judging.journal, this.records, this.block);
  }

  get records(): Live {
    const { journal, asOf } = this.#judging;
    this.#records ??= upTo(asOf, this.#columns?.liveAt(this.#place) ?? journal.liveByRef.get(this.milestone.id));
    return this.#records;
  }

  /** Whether the column says that this never happened, so that no record needs to be read. */
  #isNever(column: "completed" | "cancelled"): boolean {
    return this.#columns?.[column][this.#place] === NEVER;
  }

  /** Whether the column has a day for the milestone and it has come. */
  #hasCome(column: Column): boolean {
    return isOnOrBefore(Number(column[this.#place]), numberOfDay(this.#judging.asOf));
  }

  get #extensions(): Live {
    return ofKind(this.records, "extend");
  }

  private get lamp(): Lamp {
    this.#lamp ??= milestoneLamp(this, this.#judging.policy);
    return this.#lamp;
  }
}
