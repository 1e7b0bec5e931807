/**
 * Lights as named policies with thresholds. Offices do not agree on colours: blue means “deadline near” in one place and
 * “in progress” in another. So each practice is a named rule here, and what an office may change is its numbers.
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
  /** What is behind pace or short of its target; null where that is still well. */
  readonly gap: (gap: PaceGap, thresholds: LightThresholds) => Lamp | null;
  /** What a parent shows whose parts are all well and not all done. */
  readonly onTrack: Light;
  /** Done after its day: closed is closed, or it asks for attention still. */
  readonly late: Light;
  readonly overdue: (facts: LightFacts, thresholds: LightThresholds) => Light;
  /** Gaps of these colours are told before what blocks it or is due soon. */
  readonly urgent: readonly Light[];
  /** Null where no light says that the day is near. */
  readonly dueSoon: Light | null;
  /** What has begun, and of which nobody has said how far it is. */
  readonly begun: (facts: LightFacts, thresholds: LightThresholds) => Lamp;
}

/**
 * The practices, by name (docs/lights.md). `standard` is this program's own: grey, green and blue are well, yellow asks for
 * attention, red for action. The others follow the wording of published notices: Suqian 2025, Yinchuan 2025, Sanya 2022.
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
  // Blue where a deadline is near, yellow behind pace, red when overdue and until it is closed.
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
  // Green at or above the planned pace, yellow 10–30 points below (both included), red more than 30; not started in the due month
  // yellow, three months in a row red. The text leaves a gap of less than 10 points open: blue here.
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
  // Green at or above the planned pace, yellow up to 50 % below it, red more; a missed month yellow, two in a row red.
  sanya: {
    thresholds: { yellowGap: 0, redGap: 50, redMonths: 2 },
    gap: gapInPercentOfPace,
    onTrack: "green",
    late: "green",
    overdue: ({ pace, monthsMissed }, thresholds) => {
      if (thresholds.redMonths !== null && monthsMissed >= thresholds.redMonths) return "red";
      // All was due: who was far behind the pace is not less so for that.
      return redOrYellow(pace === null ? null : gapInPercentOfPace({ ...pace, expected: 100 }, thresholds));
    },
    urgent: ["red", "yellow"],
    dueSoon: null,
    begun: () => lamp("blue", "no-estimate"),
  },
} as const satisfies Record<string, LightRule>;

export type LightPolicy = keyof typeof LIGHT_RULES;

/** What decides about lights: the policy's name, and what the office changed of its thresholds. */
export interface LightChoice extends Partial<LightThresholds> {
  readonly lights: LightPolicy;
}

/** The policy's thresholds with the office's own in their place. */
export function thresholdsOf(choice: LightChoice): LightThresholds {
  const { thresholds } = LIGHT_RULES[choice.lights];
  return {
    yellowGap: choice.yellowGap ?? thresholds.yellowGap,
    redGap: choice.redGap ?? thresholds.redGap,
    redMonths: choice.redMonths ?? thresholds.redMonths,
  };
}

/** The light of a milestone and its reason, by the rule and the thresholds that the plan chose. */
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

/** The lamp of what lies behind; null where the gap is none that the policy minds. */
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

/** Yellow from `yellowGap` on, red above `redGap`; below yellow a policy that names a least gap says so in blue. */
function lampOfGap(gap: number, { yellowGap, redGap }: LightThresholds): Lamp {
  if (redGap !== null && gap - redGap > ROUNDING_ERROR) return lamp("red", "far-behind");
  return yellowGap - gap > ROUNDING_ERROR ? lamp("blue", "slightly-behind") : lamp("yellow", "behind-pace");
}

function lamp(light: Light, lightReason: LightReason): Lamp {
  return { light, lightReason };
}
