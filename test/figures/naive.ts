/**
 * A second computation of the figures, literally from the definitions and with none of the program's code: slow and
 * plain, one rule per line. Its results must equal the program's.
 */
import type { JournalRecord } from "../../src/core/journal/record.ts";
import type { Indicator, Milestone, Plan, Task } from "../../src/core/plan.ts";

/** What is computed from: a plan, its records, an as-of day, and one quarter or the whole year (null). */
export interface NaiveQuestion {
  readonly plan: Plan;
  readonly records: readonly JournalRecord[];
  readonly asOf: string;
  readonly quarter: number | null;
}

export interface NaiveMilestone {
  readonly id: string;
  readonly state: string;
  readonly light: string;
  readonly lightReason: string;
  readonly due: string;
  readonly assessmentDue: string;
  readonly late: boolean;
  readonly blocked: boolean;
  readonly dueSoon: boolean;
  readonly completedOn: string | null;
  readonly accepted: boolean;
  readonly start: string;
  readonly last: string;
}

const DAY_MS = 86_400_000;

function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

function textOf(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The last day of each month, cached by month (`2017-02`). */
const lastDays = new Map<string, string>();

function lastOfMonth(day: string): string {
  const month = day.slice(0, 7);
  let at = numberOf(day);
  while (!lastDays.has(month)) {
    if (textOf(at + 1).slice(0, 7) !== month) lastDays.set(month, textOf(at));
    at += 1;
  }
  return lastDays.get(month) ?? "";
}

/** Every day of a period, both ends included. */
function daysOf(start: string, end: string): string[] {
  const days: string[] = [];
  for (let at = numberOf(start); at <= numberOf(end); at += 1) days.push(textOf(at));
  return days;
}

/** The weight of a day. By month, the days of each month add up to 1, so that all months weigh the same. */
function weightOf(day: string, method: string): number {
  return method === "day" ? 1 : 1 / Number(lastOfMonth(day).slice(8));
}

/** The elapsed share of the period in percent, summed up day by day. */
export function naivePace(start: string, end: string, asOf: string, method: string): number {
  if (asOf < start) return 0;
  if (asOf >= end) return 100;
  const weigh = (days: readonly string[]): number => days.reduce((sum, day) => sum + weightOf(day, method), 0);
  return (weigh(daysOf(start, asOf)) / weigh(daysOf(start, end))) * 100;
}

/** The records of one kind about one ref that count on the as-of day. */
function live({ records, asOf }: NaiveQuestion, ref: string, kind: string): JournalRecord[] {
  const isRevoked = (id: string): boolean =>
    records.some((other) => other.do === "revoke" && other.of.includes(id) && !isRevoked(other.id));
  const isCorrected = (record: JournalRecord): boolean =>
    records.some(
      (other) => other.do === record.do && other.of.includes(record.id) && (!isRevoked(other.id) || isCorrected(other)),
    );
  return records.filter(
    (record) =>
      record.do === kind && record.ref === ref && record.on <= asOf && !isRevoked(record.id) && !isCorrected(record),
  );
}

/** The record that counts: of those with the latest `on`, those that no other of them had seen; of these, the greatest id. */
function latest({ records }: NaiveQuestion, list: readonly JournalRecord[]): JournalRecord | null {
  const hasSeen = (writer: string, id: string): boolean => {
    const prev = records.find((record) => record.id === writer)?.prev ?? [];
    return prev.includes(id) || prev.some((parent) => hasSeen(parent, id));
  };
  const day = list
    .map(({ on }) => on as string)
    .toSorted()
    .at(-1);
  const ofDay = list.filter(({ on }) => on === day);
  const unseen = ofDay.filter(({ id }) => !ofDay.some((other) => hasSeen(other.id, id)));
  return unseen.toSorted((a, b) => (a.id < b.id ? 1 : -1))[0] ?? null;
}

function naiveMilestone(question: NaiveQuestion, { id, task, window }: Milestone): NaiveMilestone {
  const { plan, asOf } = question;
  const extensions = live(question, id, "extend");
  const due: string = latest(question, extensions)?.to ?? window.end;
  const inTime = extensions.filter(({ on }) => on <= window.end);
  const assessmentDue: string = latest(question, inTime)?.to ?? window.end;
  const done = live(question, id, "done");
  const completedOn = done.map(({ on }) => on as string).toSorted()[0] ?? null;
  const isCancelled = live(question, id, "cancel").length > 0;
  let state = asOf >= window.start ? "active" : "upcoming";
  if (asOf > due) state = "overdue";
  if (isCancelled) state = "cancelled";
  if (completedOn !== null) state = "done";
  const isOpen = ["active", "upcoming", "overdue"].includes(state);
  // An `unblock` ends a block together with the versions before it was corrected.
  const behind = (ids: readonly string[]): string[] =>
    ids.flatMap((one) => {
      const block = question.records.find((other) => other.id === one && other.do === "block");
      return block === undefined ? [] : [one, ...behind(block.of)];
    });
  const ended = new Set(live(question, id, "unblock").flatMap(({ of }) => behind(of)));
  const blocked =
    isOpen && live(question, id, "block").some((block) => !behind([block.id]).some((one) => ended.has(one)));
  const left = numberOf(due) - numberOf(asOf);
  const dueSoon = isOpen && state !== "overdue" && left <= plan.policy.dueSoonDays;
  const late = completedOn !== null && completedOn > assessmentDue;
  const accepts = new Set(live(question, id, "accept").flatMap(({ of }) => of));
  const progress = latest(question, live(question, id, "progress"));
  // A record about the task counts for all its milestones.
  const said = ["progress", "note", "block", "unblock"].flatMap((kind) =>
    [id, task].flatMap((ref) => live(question, ref, kind)),
  );
  const percent = progress?.percent;
  const gap =
    percent === undefined || progress === null || !isOpen
      ? null
      : printed(naivePace(window.start, due, progress.on, plan.policy.pace)) - percent;
  const facts = { state, late, blocked, dueSoon, gap, percent: percent ?? 0, due, asOf, start: window.start };
  const [light = "", lightReason = ""] = lightBy(plan, { ...facts, isUntouched: said.length === 0 }).split(" ");
  const accepted = done.some((record) => accepts.has(record.id));
  const last = [window.end as string, due, assessmentDue].toSorted().at(-1) ?? "";
  const start = [window.start as string, due].toSorted()[0] ?? "";
  return {
    ...{ id, state, light, lightReason, due, assessmentDue, late, blocked, dueSoon, completedOn, accepted },
    ...{ start, last },
  };
}

interface LightFacts {
  readonly state: string;
  readonly late: boolean;
  readonly blocked: boolean;
  readonly dueSoon: boolean;
  /** Percentage points below the pace; null without a progress record. */
  readonly gap: number | null;
  readonly percent: number;
  readonly isUntouched: boolean;
  readonly due: string;
  readonly asOf: string;
  readonly start: string;
}

const NOISE = 1e-7;

/** The table in docs/lights.md: the first rule that applies decides. */
function lightBy({ policy }: Plan, facts: LightFacts): string {
  const { state, late, blocked, dueSoon, gap } = facts;
  const name = policy.lights;
  const own = { standard: [0, null], suqian: [0, null], yinchuan: [10, 30], sanya: [0, 50] } as const;
  const yellow = policy.yellowGap ?? own[name][0];
  const red: number | null = policy.redGap ?? own[name][1];
  const months = policy.redMonths ?? (name === "sanya" ? 2 : 3);
  if (state === "cancelled") return "grey cancelled";
  if (state === "done" && late) return name === "standard" ? "yellow done-late" : "green done-late";
  if (state === "done") return "green done";
  if (state === "overdue" && (name === "standard" || name === "suqian")) return "red overdue";
  const isLong = endsSince(facts.due, facts.asOf) >= months;
  const isFar = red !== null && 100 - facts.percent > red + NOISE;
  const isRed = name === "sanya" ? isLong || (isFar && gap !== null) : isFar;
  if (state === "overdue") return isRed ? "red overdue" : "yellow overdue";
  const expected = gap === null ? 0 : gap + facts.percent;
  const measured = gap !== null && name === "sanya" && gap > 0 ? (gap / expected) * 100 : (gap ?? 0);
  const isBehind = gap !== null && gap > NOISE;
  if (isBehind && red !== null && measured > red + NOISE) return "red far-behind";
  const isYellow = isBehind && measured >= yellow - NOISE;
  const soon = dueSoon && name === "standard";
  if (name !== "standard" && isYellow) return "yellow behind-pace";
  if (blocked) return "yellow blocked";
  if (soon) return "yellow due-soon";
  if (isYellow) return "yellow behind-pace";
  if (dueSoon && name === "suqian") return "blue due-soon";
  if (isBehind) return "blue slightly-behind";
  if (state === "upcoming") return "grey not-begun";
  if (name === "yinchuan" && facts.isUntouched) {
    const untouched = monthsOver(facts.start, facts.asOf);
    if (untouched >= months) return "red not-started";
    if (untouched > 0) return "yellow not-started";
  }
  if (name === "standard") return "blue on-track";
  return gap === null && name !== "suqian" ? "blue no-estimate" : "green on-track";
}

/** Rounded to one decimal, half up, as printed. NOISE is far larger than any rounding error of the arithmetic. */
function printed(percent: number): number {
  return Math.floor(percent * 10 + 0.5 + NOISE) / 10;
}

/** The number of month ends at which it was not done, counting the month of its due day as the first. */
function endsSince(due: string, asOf: string): number {
  const later = daysOf(due, asOf).filter((day) => day === lastOfMonth(day) && day.slice(0, 7) > due.slice(0, 7));
  return 1 + later.length;
}

function monthsOver(start: string, asOf: string): number {
  return daysOf(start, asOf).filter((day) => day === lastOfMonth(day)).length;
}

/** The tasks that count on the as-of day, each with all its milestones and those that overlap the quarter. */
export function naiveTasks(question: NaiveQuestion): { task: Task; all: NaiveMilestone[]; shown: NaiveMilestone[] }[] {
  const { plan, asOf, quarter } = question;
  const isIn = ({ added }: { readonly added: string | null }): boolean => added === null || added <= asOf;
  return plan.tasks.filter(isIn).flatMap((task) => {
    const all = task.milestones.filter(isIn).map((milestone) => naiveMilestone(question, milestone));
    const shown = all.filter(({ start, last }) => quarter === null || touches(plan.year, quarter, start, last));
    return quarter !== null && shown.length === 0 ? [] : [{ task, all, shown }];
  });
}

function quarterOf(year: number, quarter: number): { first: string; last: string } {
  const month = (number: number): string => String(number).padStart(2, "0");
  return { first: `${year}-${month(quarter * 3 - 2)}-01`, last: lastOfMonth(`${year}-${month(quarter * 3)}-01`) };
}

function touches(year: number, quarter: number, start: string, end: string): boolean {
  const { first, last } = quarterOf(year, quarter);
  return daysOf(first, last).some((day) => start <= day && day <= end);
}

/** Counts and rates of the milestones shown. */
export function naiveFigures(question: NaiveQuestion): Record<string, unknown> {
  const { plan, asOf, quarter } = question;
  const tasks = naiveTasks(question);
  const shown = tasks.flatMap((task) => task.shown);
  const how = (keep: (milestone: NaiveMilestone) => boolean): number => shown.filter(keep).length;
  const of = (state: string): number => how((milestone) => milestone.state === state);
  const isLive = ({ state }: NaiveMilestone): boolean => state !== "cancelled";
  const isPast = (milestone: NaiveMilestone): boolean => isLive(milestone) && milestone.assessmentDue <= asOf;
  const isDue = (milestone: NaiveMilestone): boolean => {
    if (quarter === null) return isPast(milestone);
    const { first, last } = quarterOf(plan.year, quarter);
    return isLive(milestone) && first <= milestone.assessmentDue && milestone.assessmentDue <= last;
  };
  const isDone = ({ state }: NaiveMilestone): boolean => state === "done";
  const counts = {
    tasks: tasks.length,
    milestones: shown.length,
    due: how(isDue),
    dueDone: how((milestone) => isDue(milestone) && isDone(milestone)),
    done: of("done"),
    doneLate: how(({ late }) => late),
    active: of("active"),
    overdue: of("overdue"),
    upcoming: of("upcoming"),
    cancelled: of("cancelled"),
  };
  const past = how(isPast);
  const rates = {
    completion: naiveRate(counts.done, how(isLive)),
    dueCompletion: naiveRate(
      how((milestone) => isPast(milestone) && isDone(milestone)),
      past,
    ),
    onTime: naiveRate(
      how((milestone) => isPast(milestone) && isDone(milestone) && !milestone.late),
      past,
    ),
    quarterCompletion: quarter === null ? null : naiveRate(counts.dueDone, counts.due),
  };
  return { counts, rates };
}

function naiveRate(numerator: number, denominator: number): Record<string, number | null> {
  return { numerator, denominator, percent: denominator === 0 ? null : halfUp(numerator * 1000, denominator) / 10 };
}

/** The number of milestones for each `state light reason`. */
export function naiveLights(shown: readonly NaiveMilestone[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state, light, lightReason } of shown) {
    const key = `${state} ${light} ${lightReason}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** The quotient of two whole numbers, rounded to a whole number, half up. */
function halfUp(numerator: number, denominator: number): number {
  const below = Math.floor(numerator / denominator);
  return (numerator - below * denominator) * 2 >= denominator ? below + 1 : below;
}

/** `state light` of a task, from all its milestones and from the indicators that are behind. */
export function naiveTask(question: NaiveQuestion, task: Task, all: readonly NaiveMilestone[]): string {
  const states = all.map(({ state }) => state);
  const open = states.filter((state) => state !== "cancelled");
  let state = "upcoming";
  if (open.length > 0 && open.every((own) => own === "done")) state = "done";
  if (open.includes("done") && open.includes("upcoming")) state = "active";
  if (open.includes("active")) state = "active";
  if (open.includes("overdue")) state = "overdue";
  if (states.length > 0 && open.length === 0) state = "cancelled";
  const own = all.filter((milestone) => milestone.state !== "cancelled");
  const lights = own.map((milestone) => (milestone.state === "done" ? "green" : milestone.light));
  const behind = task.indicators.map((indicator) => naiveIndicator(question, task, indicator).taskLight);
  const shown = new Set([...lights, ...behind.filter((light) => light !== null)]);
  // A task with indicators only is active from the first reading that counts.
  const isRead = task.indicators.some((indicator) => naiveIndicator(question, task, indicator).value !== null);
  if (states.length === 0 && isRead) {
    state = "active";
    if (shown.size === 0) shown.add(question.plan.policy.lights === "standard" ? "blue" : "green");
  }
  const worst = ["red", "yellow", "blue", "green", "grey"].find((light) => shown.has(light)) ?? "grey";
  const isMixed = worst === "green" && open.some((other) => other !== "done");
  return `${state} ${isMixed && question.plan.policy.lights === "standard" ? "blue" : worst}`;
}

export interface NaiveIndicator {
  readonly value: number | null;
  readonly share: number | null;
  readonly verdict: string;
  /** Its contribution to the task's light; null for none. */
  readonly taskLight: string | null;
  readonly light: string;
}

/** The indicator with its own light: green if met, grey if unknown or cancelled, otherwise as it counts for its task. */
export function naiveIndicator(question: NaiveQuestion, task: Task, indicator: Indicator): NaiveIndicator {
  const own = judgeIndicator(question, task, indicator);
  const counting = task.milestones.filter(({ added }) => added === null || added <= question.asOf);
  const states = counting.map((milestone) => naiveMilestone(question, milestone).state);
  const isOff = states.length > 0 && states.every((state) => state === "cancelled");
  const isReached = own.verdict === "met" || own.verdict === "exceeded";
  const judged = isOff && !isReached ? { ...own, verdict: "cancelled", taskLight: null } : own;
  const onPace = question.plan.policy.lights === "standard" ? "blue" : "green";
  const lights: Record<string, string> = { met: "green", exceeded: "green", "on-pace": onPace };
  return { ...judged, light: judged.taskLight ?? lights[judged.verdict] ?? "grey" };
}

/** Only for whole values, positive targets and yearly targets, as `worlds` generates them: shares are then exact. */
function judgeIndicator(question: NaiveQuestion, { id }: Task, indicator: Indicator): Omit<NaiveIndicator, "light"> {
  const { plan, asOf } = question;
  const isFlow = indicator.basis === "flow";
  const all = live(question, `${id}/${indicator.id}`, "reading").filter(
    ({ on }) => !isFlow || on >= `${plan.year}-01-01`,
  );
  const total = latest(
    question,
    all.filter(({ mode }) => mode !== "add"),
  );
  const added = all.filter(({ mode, on }) => mode === "add" && (total === null || on > total.on));
  const last = [...(total === null ? [] : [total]), ...added]
    .map(({ on }) => on as string)
    .toSorted()
    .at(-1);
  if (last === undefined) return { value: null, share: null, verdict: "no-reading", taskLight: null };
  const value = (total?.value ?? 0) + added.reduce((sum, reading) => sum + (reading.value ?? 0), 0);
  const { min, max } = indicator;
  if (indicator.basis === "rank") {
    const isMet = value <= (max ?? 0);
    return { value, share: null, verdict: isMet ? "met" : "behind", taskLight: isMet ? null : "yellow" };
  }
  const goal = min ?? 1;
  const share = Math.min(halfUp(value * 1000, goal) / 10, value < goal ? 99.9 : Infinity);
  const expected = isFlow ? printed(naivePace(`${plan.year}-01-01`, indicator.due, last, plan.policy.pace)) : 100;
  let verdict = share >= expected ? "on-pace" : "behind";
  if (verdict === "on-pace" && last < indicator.due && asOf >= indicator.due) verdict = "not-judged";
  if (!isFlow) verdict = "behind";
  if (value >= goal) verdict = max === null && value > goal ? "exceeded" : "met";
  if (max !== null && value > max) verdict = "exceeded";
  return { value, share, verdict, taskLight: verdict === "behind" ? gapLight(plan, expected - share, expected) : null };
}

function gapLight({ policy }: Plan, points: number, expected: number): string {
  const { lights } = policy;
  const gap = lights === "sanya" ? (points / expected) * 100 : points;
  const red = policy.redGap ?? { standard: Infinity, suqian: Infinity, yinchuan: 30, sanya: 50 }[lights];
  const yellow = policy.yellowGap ?? { standard: 0, suqian: 0, yinchuan: 10, sanya: 0 }[lights];
  if (gap > red + NOISE) return "red";
  return gap >= yellow - NOISE ? "yellow" : "blue";
}
