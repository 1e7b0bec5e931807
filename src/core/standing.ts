/** How a milestone stands at the end of a day: states, the three due days, lights (see docs/architecture.md). */
import { type Day, type Period, daysBetween, laterOf } from "./calendar.ts";
import { type Journal, latestRecord, liveUpTo, ofKind } from "./journal/fold.ts";
import type { Evidence, JournalRecord, RecordKind } from "./journal/record.ts";
import { elapsedShare } from "./pace.ts";
import { milestoneLamp } from "./light-policies.ts";
import {
  type Lamp,
  LIGHTS,
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
  const live = liveUpTo(journal, milestone.id, asOf);
  const latest = (kind: RecordKind): JournalRecord | null => latestRecord(journal, ofKind(live, kind)) ?? null;
  const dues = dueDays(milestone, journal, live);
  const completions = completionsOf(live);
  const completedOn = completions[0]?.on ?? null;
  const cancellation = latest("cancel");
  const state = stateOf(milestone, dues.due, completedOn, cancellation !== null, asOf);
  const open = state === "active" || state === "upcoming" || state === "overdue";
  const daysLeft = open && state !== "overdue" ? daysBetween(asOf, dues.due) : null;
  const late = state === "done" && completedOn !== null && completedOn > dues.assessmentDue;
  const progress = latest("progress");
  const facts = {
    milestone,
    state,
    originalDue: dues.originalDue,
    assessmentDue: dues.assessmentDue,
    due: dues.due,
    reach: dues.reach,
    extension: dues.extension,
    completedOn,
    completions,
    late,
    daysLate: late && completedOn !== null ? daysBetween(dues.assessmentDue, completedOn) : null,
    daysOverdue: state === "overdue" ? daysBetween(dues.due, asOf) : null,
    daysLeft,
    dueSoon: daysLeft !== null && daysLeft <= policy.dueSoonDays,
    accepted: isAccepted(live, completions),
    cancellation,
    block: open ? openBlock(journal, live) : null,
    progress,
    pace: open ? paceOf(milestone, dues.due, progress, policy) : null,
    words: live.filter((record) => WORDS.has(record.do)),
  };
  return new Stood(facts, milestoneLamp(lightFacts(facts, asOf), policy), journal);
}

/**
 * A class, since a large plan has many of them: its fields stand in one order, and what is read only where it is shown
 * (most questions about many milestones ask for none of it) is worked out when it is asked for.
 */
class Stood implements Standing {
  readonly milestone: Milestone;
  readonly state: State;
  readonly light: Light;
  readonly lightReason: LightReason;
  readonly originalDue: Day;
  readonly assessmentDue: Day;
  readonly due: Day;
  readonly reach: Period;
  readonly completedOn: Day | null;
  readonly completions: readonly JournalRecord[];
  readonly late: boolean;
  readonly daysLate: number | null;
  readonly daysOverdue: number | null;
  readonly daysLeft: number | null;
  readonly dueSoon: boolean;
  readonly accepted: boolean;
  readonly extension: JournalRecord | null;
  readonly cancellation: JournalRecord | null;
  readonly block: JournalRecord | null;
  readonly progress: JournalRecord | null;
  readonly pace: PaceGap | null;
  readonly words: readonly JournalRecord[];
  // Not shown when it is compared or printed.
  readonly #journal: Journal;

  constructor(facts: Lit, { light, lightReason }: Lamp, journal: Journal) {
    this.milestone = facts.milestone;
    this.state = facts.state;
    this.light = light;
    this.lightReason = lightReason;
    this.originalDue = facts.originalDue;
    this.assessmentDue = facts.assessmentDue;
    this.due = facts.due;
    this.reach = facts.reach;
    this.completedOn = facts.completedOn;
    this.completions = facts.completions;
    this.late = facts.late;
    this.daysLate = facts.daysLate;
    this.daysOverdue = facts.daysOverdue;
    this.daysLeft = facts.daysLeft;
    this.dueSoon = facts.dueSoon;
    this.accepted = facts.accepted;
    this.extension = facts.extension;
    this.cancellation = facts.cancellation;
    this.block = facts.block;
    this.progress = facts.progress;
    this.pace = facts.pace;
    this.words = facts.words;
    this.#journal = journal;
  }

  get evidence(): readonly Evidence[] {
    return evidenceOf(this.completions);
  }

  get lastWord(): JournalRecord | null {
    return latestRecord(this.#journal, this.words) ?? null;
  }

  get difficulty(): JournalRecord | null {
    const difficulties = this.words.filter(({ problem, next }) => problem !== undefined || next !== undefined);
    return latestRecord(this.#journal, difficulties) ?? null;
  }
}

/** The live records of one milestone, of days up to the one asked about. */
type Live = readonly JournalRecord[];

const WORDS: ReadonlySet<RecordKind> = new Set(["note", "progress", "block", "unblock"]);

interface DueDays {
  readonly originalDue: Day;
  readonly assessmentDue: Day;
  readonly due: Day;
  readonly reach: Period;
  readonly extension: JournalRecord | null;
}

function dueDays(milestone: Milestone, journal: Journal, live: Live): DueDays {
  const originalDue = milestone.window.end;
  const extensions = ofKind(live, "extend");
  const extension = latestRecord(journal, extensions) ?? null;
  const inTime = extensions.filter((record) => record.on <= originalDue);
  const assessmentDue = latestRecord(journal, inTime)?.to ?? originalDue;
  const due = extension?.to ?? originalDue;
  const end = laterOf(laterOf(originalDue, assessmentDue), due);
  return { originalDue, assessmentDue, due, reach: { start: milestone.window.start, end }, extension };
}

/** Two people may have recorded it without seeing each other: it is done once, and the earlier day counts. */
function completionsOf(live: Live): readonly JournalRecord[] {
  const records = ofKind(live, "done");
  return records.length < 2 ? records : records.toSorted((a, b) => compareText(a.on, b.on) || compareText(a.id, b.id));
}

function stateOf(milestone: Milestone, due: Day, completedOn: Day | null, cancelled: boolean, asOf: Day): State {
  if (completedOn !== null) return "done";
  if (cancelled) return "cancelled";
  if (asOf > due) return "overdue";
  return asOf >= milestone.window.start ? "active" : "upcoming";
}

function evidenceOf(completions: readonly JournalRecord[]): Evidence[] {
  const all = completions.flatMap((record) => record.evidence ?? []);
  return all.filter(
    ({ kind, value }, index) => all.findIndex((other) => other.kind === kind && other.value === value) === index,
  );
}

function isAccepted(live: Live, completions: readonly JournalRecord[]): boolean {
  const accepts = ofKind(live, "accept");
  return accepts.some((accept) => completions.some((done) => accept.of.includes(done.id)));
}

function openBlock(journal: Journal, live: Live): JournalRecord | null {
  const ended = new Set(ofKind(live, "unblock").flatMap((record) => record.of));
  const blocks = ofKind(live, "block").filter((record) => !ended.has(record.id));
  return latestRecord(journal, blocks) ?? null;
}

type Lit = Omit<Standing, "light" | "lightReason" | "evidence" | "lastWord" | "difficulty">;

/** What the light policy may look at. */
function lightFacts(facts: Lit, asOf: Day): LightFacts {
  const { milestone, state, late, dueSoon, pace, due, progress, words } = facts;
  const isUntouched = progress === null && words.length === 0 && state === "active";
  return {
    state,
    late,
    dueSoon,
    pace,
    isBlocked: facts.block !== null,
    monthsMissed: state === "overdue" ? monthsMissed(due, asOf) : 0,
    monthsUntouched: isUntouched ? monthsBegun(milestone.window.start, asOf) : 0,
  };
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

/**
 * State and light of a task from those of its milestones. A parent takes the worst light, done late counts as done, and
 * it is on track where some are done and some have not begun. `lamps` are those of indicators that lie behind: they
 * count like milestones. A task without milestones is upcoming and grey.
 */
export function rollUp(
  standings: readonly Standing[],
  lamps: readonly Lamp[] = [],
  onTrack: Light = "blue",
): { state: State; light: Light; lightReason: LightReason } {
  const state = rollUpState(standings);
  const counted = standings.filter((standing) => standing.state !== "cancelled");
  const own = [...counted.map(parentLamp), ...lamps];
  if (own.length === 0) {
    return { state, light: "grey", lightReason: state === "cancelled" ? "cancelled" : "not-begun" };
  }
  const worst = own.reduce((best, lamp) => (LIGHTS.indexOf(lamp.light) < LIGHTS.indexOf(best.light) ? lamp : best));
  if (worst.light !== "green") return { state, ...worst };
  const allDone = counted.every((standing) => standing.state === "done");
  return allDone ? { state, light: "green", lightReason: "done" } : { state, light: onTrack, lightReason: "on-track" };
}

function parentLamp({ state, light, lightReason }: Standing): Lamp {
  return state === "done" ? { light: "green", lightReason: "done" } : { light, lightReason };
}

function rollUpState(standings: readonly Standing[]): State {
  const has = (state: State): boolean => standings.some((standing) => standing.state === state);
  if (has("overdue")) return "overdue";
  if (has("active")) return "active";
  if (has("done")) return has("upcoming") ? "active" : "done";
  if (has("upcoming") || standings.length === 0) return "upcoming";
  return "cancelled";
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
