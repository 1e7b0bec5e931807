/**
 * Lights as named policies with thresholds. Offices do not agree on colours: blue means “deadline near” in one place
 * and “in progress” in another. So each practice is a named rule here, and an office may change only its numbers.
 */
import {
  type Lamp,
  type Light,
  type LightFacts,
  type LightReason,
  type LightThresholds,
  type PaceGap,
  ROUNDING_ERROR,
  isBehind,
} from "./lights.ts";

interface LightRule {
  readonly thresholds: LightThresholds;
  /** The lamp of what is below the pace or the target; null if nothing is. */
  readonly gap: (gap: PaceGap, thresholds: LightThresholds) => Lamp | null;
  /** The light of a task or group if all its parts are well but not all are done. */
  readonly onTrack: Light;
  /** The light of what was done late: some offices count it as closed, others still want attention. */
  readonly late: Light;
  readonly overdue: (facts: LightFacts, thresholds: LightThresholds) => Light;
  /** Gaps of these colours are shown rather than that it is blocked or due soon. */
  readonly urgent: readonly Light[];
  /** Null if the policy has no light for a near due day. */
  readonly dueSoon: Light | null;
  /** The lamp of an active milestone without a progress estimate. */
  readonly begun: (facts: LightFacts, thresholds: LightThresholds) => Lamp;
}

/**
 * The practices by name (docs/lights.md). `standard` is ipplan's own: grey, green and blue are well, yellow asks for
 * attention, red for action. The others follow the wording of published notices: Suqian 2025, Yinchuan 2025, Sanya
 * 2022.
 */
export const LIGHT_RULES = {
  standard: {
    thresholds: { yellowGap: 0, redGap: null, redMonths: null },
    gap: gapInPoints,
    onTrack: "blue",
    late: "yellow",
    overdue: () => "red",
    urgent: ["red"],
    dueSoon: "yellow",
    begun: () => lamp("blue", "on-track"),
  },
  // Blue if a deadline is near, yellow if behind pace, red from overdue until closed.
  suqian: {
    thresholds: { yellowGap: 0, redGap: null, redMonths: null },
    gap: gapInPoints,
    onTrack: "green",
    late: "green",
    overdue: () => "red",
    urgent: ["red", "yellow"],
    dueSoon: "blue",
    begun: () => lamp("green", "on-track"),
  },
  // Green at or above the planned pace, yellow 10–30 points below it (both included), red more than 30. Not started in
  // the due month: yellow; three months in a row: red. The notice does not say what a gap of less than 10 points is:
  // blue here.
  yinchuan: {
    thresholds: { yellowGap: 10, redGap: 30, redMonths: 3 },
    gap: gapInPoints,
    onTrack: "green",
    late: "green",
    overdue: ({ pace }, thresholds) =>
      redOrYellow(gapInPoints({ actual: pace?.actual ?? 0, expected: 100 }, thresholds)),
    urgent: ["red", "yellow"],
    dueSoon: null,
    begun: ({ monthsUntouched }, thresholds) => untouched(monthsUntouched, thresholds),
  },
  // Green at or above the planned pace, yellow up to 50 % below it, red more. A missed month is yellow, two in a row
  // are red.
  sanya: {
    thresholds: { yellowGap: 0, redGap: 50, redMonths: 2 },
    gap: gapInPercentOfPace,
    onTrack: "green",
    late: "green",
    overdue: ({ pace, monthsMissed }, thresholds) => {
      if (thresholds.redMonths !== null && monthsMissed >= thresholds.redMonths) return "red";
      // All of it was due by now: an estimate that was far behind the pace still is.
      return redOrYellow(pace === null ? null : gapInPercentOfPace({ ...pace, expected: 100 }, thresholds));
    },
    urgent: ["red", "yellow"],
    dueSoon: null,
    begun: () => lamp("blue", "no-estimate"),
  },
} as const satisfies Record<string, LightRule>;

export type LightPolicy = keyof typeof LIGHT_RULES;

/** How a plan decides lights: the policy's name and the thresholds that the office changed. */
export interface LightChoice extends Partial<LightThresholds> {
  readonly lights: LightPolicy;
}

/** The policy's thresholds, replaced by the office's own where it has set them. */
export function thresholdsOf(choice: LightChoice): LightThresholds {
  const { thresholds } = LIGHT_RULES[choice.lights];
  return {
    yellowGap: choice.yellowGap ?? thresholds.yellowGap,
    redGap: choice.redGap ?? thresholds.redGap,
    redMonths: choice.redMonths ?? thresholds.redMonths,
  };
}

/** The light of a milestone and its reason, by the plan's policy and thresholds. */
export function milestoneLamp(facts: LightFacts, choice: LightChoice): Lamp {
  const rule: LightRule = LIGHT_RULES[choice.lights];
  const thresholds = thresholdsOf(choice);
  if (facts.state === "done") return facts.late ? lamp(rule.late, "done-late") : lamp("green", "done");
  if (facts.state === "cancelled") return lamp("grey", "cancelled");
  if (facts.state === "overdue") return lamp(rule.overdue(facts, thresholds), "overdue");
  const { pace } = facts;
  const gap = pace === null ? null : rule.gap(pace, thresholds);
  if (gap !== null && rule.urgent.includes(gap.light)) return gap;
  if (facts.block !== null) return lamp("yellow", "blocked");
  if (facts.dueSoon && rule.dueSoon !== null) return lamp(rule.dueSoon, "due-soon");
  if (gap !== null) return gap;
  if (facts.state === "upcoming") return lamp("grey", "not-begun");
  return pace === null ? rule.begun(facts, thresholds) : lamp(rule.onTrack, "on-track");
}

/** The lamp of what is below the pace or the target; null if nothing is. */
export function gapLamp(gap: PaceGap, choice: LightChoice): Lamp | null {
  return LIGHT_RULES[choice.lights].gap(gap, thresholdsOf(choice));
}

function redOrYellow(gap: Lamp | null): Light {
  return gap?.light === "red" ? "red" : "yellow";
}

function untouched(months: number, { redMonths }: LightThresholds): Lamp {
  if (redMonths !== null && months >= redMonths) return lamp("red", "not-started");
  return months > 0 ? lamp("yellow", "not-started") : lamp("blue", "no-estimate");
}

function gapInPoints(gap: PaceGap, thresholds: LightThresholds): Lamp | null {
  return isBehind(gap) ? lampOfGap(gap.expected - gap.actual, thresholds) : null;
}

function gapInPercentOfPace(gap: PaceGap, thresholds: LightThresholds): Lamp | null {
  return isBehind(gap) ? lampOfGap(((gap.expected - gap.actual) / gap.expected) * 100, thresholds) : null;
}

/** Yellow from `yellowGap` on, red above `redGap`. A gap below `yellowGap` is blue. */
function lampOfGap(gap: number, { yellowGap, redGap }: LightThresholds): Lamp {
  if (redGap !== null && gap - redGap > ROUNDING_ERROR) return lamp("red", "far-behind");
  return yellowGap - gap > ROUNDING_ERROR ? lamp("blue", "slightly-behind") : lamp("yellow", "behind-pace");
}

function lamp(light: Light, lightReason: LightReason): Lamp {
  return { light, lightReason };
}
