/** How a milestone stands at the end of a day: states, the three due days, lights (see docs/architecture.md). */
import { type Day, type Period, daysBetween, laterOf } from "./calendar.ts";
import { type Journal, latestRecord, liveUpTo } from "./journal/fold.ts";
import {
  type Live,
  completionsOf,
  evidenceOf,
  isAccepted,
  isWord,
  namesDifficulty,
  openBlock,
} from "./journal/live.ts";
import { type Evidence, type JournalRecord, ofKind, only } from "./journal/record.ts";
import { elapsedShare } from "./pace.ts";
import { milestoneLamp } from "./light-policies.ts";
import {
  type Lamp,
  type Light,
  type LightFacts,
  type LightReason,
  type PaceGap,
  type State,
  monthsBegun,
  monthsMissed,
} from "./lights.ts";
import type { Milestone, Policy } from "./plan.ts";

export { LIGHTS, STATES, type Light, type LightReason, type State } from "./lights.ts";

/** One milestone with all that the journal says of it up to a day. */
export interface Standing {
  readonly milestone: Milestone;
  readonly state: State;
  readonly light: Light;
  readonly lightReason: LightReason;
  /** The plan's due day: never lost. */
  readonly originalDue: Day;
  /** The due day that rates are judged by: an extension moves it only if it was asked for in time. */
  readonly assessmentDue: Day;
  /** The due day to chase by: the latest live extension's. */
  readonly due: Day;
  /** Start to the latest of the three due days: an extension hides nothing from a quarter's view. */
  readonly reach: Period;
  readonly completedOn: Day | null;
  /** The live completions, the one that counts first. */
  readonly completions: readonly JournalRecord[];
  readonly evidence: readonly Evidence[];
  /** Done after `assessmentDue`. */
  readonly late: boolean;
  readonly daysLate: number | null;
  readonly daysOverdue: number | null;
  /** Days from the day asked about to `due`; null unless it is still open and not overdue. */
  readonly daysLeft: number | null;
  readonly dueSoon: boolean;
  readonly accepted: boolean;
  readonly extension: JournalRecord | null;
  readonly cancellation: JournalRecord | null;
  readonly block: JournalRecord | null;
  readonly progress: JournalRecord | null;
  /** The latest estimate and what the pace asked for on its day; null where there is none, or the milestone is closed. */
  readonly pace: PaceGap | null;
  /** Its notes, estimates, blocks and ends of blocks. */
  readonly words: readonly JournalRecord[];
  /** The latest note, progress, block or unblock: what is known of how it goes. */
  readonly lastWord: JournalRecord | null;
  /** The latest of these that names a problem or a next step. */
  readonly difficulty: JournalRecord | null;
}

/** How the milestone stands at the end of `asOf`, judged by the plan's policy. */
export function standingOf(milestone: Milestone, journal: Journal, asOf: Day, policy: Policy): Standing {
  return new Stood(milestone, journal, asOf, policy);
}

/**
 * What filters and counts look at is worked out at once; the rest when it is asked for, since a large plan has many
 * milestones, and most questions about many of them ask for little of each.
 */
class Stood implements Standing {
  readonly milestone: Milestone;
  readonly state: State;
  readonly originalDue: Day;
  readonly assessmentDue: Day;
  readonly due: Day;
  readonly reach: Period;
  readonly completedOn: Day | null;
  readonly late: boolean;
  readonly extension: JournalRecord | null = null;
  readonly cancellation: JournalRecord | null = null;
  // Not shown when it is compared or printed.
  readonly #journal: Journal;
  readonly #asOf: Day;
  readonly #policy: Policy;
  #records: Live | undefined;
  #completions: Live | undefined;
  #lamp: Lamp | undefined;

  constructor(milestone: Milestone, journal: Journal, asOf: Day, policy: Policy) {
    const { id, window } = milestone;
    this.milestone = milestone;
    this.#journal = journal;
    this.#asOf = asOf;
    this.#policy = policy;
    this.originalDue = window.end;
    this.assessmentDue = window.end;
    this.due = window.end;
    this.reach = window;
    const completedOn = journal.completedBy?.(id, asOf);
    if (completedOn === undefined) {
      const extensions = ofKind(this.#live, "extend");
      this.assessmentDue = assessmentDueOf(window.end, journal, extensions);
      this.extension = latestRecord(journal, extensions) ?? null;
      this.due = this.extension?.to ?? window.end;
      if (extensions.length > 0) {
        this.reach = { start: window.start, end: laterOf(window.end, laterOf(this.assessmentDue, this.due)) };
      }
      this.cancellation = latestRecord(journal, ofKind(this.#live, "cancel")) ?? null;
    }
    this.completedOn = completedOn === undefined ? (this.completions[0]?.on ?? null) : completedOn;
    this.state = stateOf(window, this, asOf);
    this.late = this.completedOn !== null && this.completedOn > this.assessmentDue;
  }

  get completions(): readonly JournalRecord[] {
    this.#completions ??= completionsOf(this.#live);
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
    return this.state === "overdue" ? daysBetween(this.due, this.#asOf) : null;
  }

  get daysLeft(): number | null {
    return this.state === "active" || this.state === "upcoming" ? daysBetween(this.#asOf, this.due) : null;
  }

  get dueSoon(): boolean {
    const { daysLeft } = this;
    return daysLeft !== null && daysLeft <= this.#policy.dueSoonDays;
  }

  get accepted(): boolean {
    return isAccepted(this.#journal, this.#live, this.completions);
  }

  get block(): JournalRecord | null {
    return isOpen(this.state) ? openBlock(this.#journal, this.#live) : null;
  }

  get progress(): JournalRecord | null {
    return latestRecord(this.#journal, ofKind(this.#live, "progress")) ?? null;
  }

  get pace(): PaceGap | null {
    return isOpen(this.state) ? paceOf(this.milestone, this.due, this.progress, this.#policy) : null;
  }

  get words(): readonly JournalRecord[] {
    return only(this.#live, isWord);
  }

  get lastWord(): JournalRecord | null {
    return latestRecord(this.#journal, this.words) ?? null;
  }

  get difficulty(): JournalRecord | null {
    return latestRecord(this.#journal, only(this.words, namesDifficulty)) ?? null;
  }

  get #live(): Live {
    this.#records ??= liveUpTo(this.#journal, this.milestone.id, this.#asOf);
    return this.#records;
  }

  private get lamp(): Lamp {
    this.#lamp ??= milestoneLamp(new Facts(this, this.#asOf), this.#policy);
    return this.#lamp;
  }
}

function assessmentDueOf(originalDue: Day, journal: Journal, extensions: Live): Day {
  if (extensions.length === 0) return originalDue;
  const inTime = extensions.filter(({ on }) => on <= originalDue);
  return latestRecord(journal, inTime)?.to ?? originalDue;
}

function stateOf(
  window: Period,
  { completedOn, cancellation, due }: Pick<Standing, "completedOn" | "cancellation" | "due">,
  asOf: Day,
): State {
  if (completedOn !== null) return "done";
  if (cancellation !== null) return "cancelled";
  if (asOf > due) return "overdue";
  return asOf >= window.start ? "active" : "upcoming";
}

function isOpen(state: State): boolean {
  return state === "active" || state === "upcoming" || state === "overdue";
}

/** What the light policy may look at, worked out when it does: few policies look at all of it. */
class Facts implements LightFacts {
  private readonly standing: Omit<Standing, "light" | "lightReason">;
  private readonly asOf: Day;

  constructor(standing: Omit<Standing, "light" | "lightReason">, asOf: Day) {
    this.standing = standing;
    this.asOf = asOf;
  }

  get state(): State {
    return this.standing.state;
  }

  get late(): boolean {
    return this.standing.late;
  }

  get isBlocked(): boolean {
    return this.standing.block !== null;
  }

  get dueSoon(): boolean {
    return this.standing.dueSoon;
  }

  get pace(): PaceGap | null {
    return this.standing.pace;
  }

  get monthsMissed(): number {
    return monthsMissed(this.standing.due, this.asOf);
  }

  get monthsUntouched(): number {
    const { state, progress, words, milestone } = this.standing;
    const isUntouched = progress === null && words.length === 0 && state === "active";
    return isUntouched ? monthsBegun(milestone.window.start, this.asOf) : 0;
  }
}

/** A progress estimate is judged at the pace of its own day, within the window up to the day to chase by. */
function paceOf(milestone: Milestone, due: Day, progress: JournalRecord | null, policy: Policy): PaceGap | null {
  if (progress?.percent === undefined) return null;
  const window = { start: milestone.window.start, end: due };
  return { actual: progress.percent, expected: elapsedShare(window, progress.on, policy.pace) * 100 };
}

/** Whether the task or milestone is part of the plan on that day (see `added:`). */
export function isPlanned({ added }: { readonly added: Day | null }, asOf: Day): boolean {
  return added === null || added <= asOf;
}
