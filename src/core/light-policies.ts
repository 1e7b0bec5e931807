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

type Judge = (facts: LightFacts, thresholds: LightThresholds) => Lamp;

interface LightRule {
  readonly thresholds: LightThresholds;
  readonly milestone: Judge;
  /** What is behind pace or short of its target; null where that is still well. */
  readonly gap: (gap: PaceGap, thresholds: LightThresholds) => Lamp | null;
  /** What a parent shows whose parts are all well and not all done. */
  readonly onTrack: Light;
}

/**
 * The practices, by name (docs/lights.md). `standard` is this program's own. The others follow the wording of
 * published notices: Suqian 2025, Yinchuan 2025, Sanya 2022.
 */
export const LIGHT_RULES = {
  standard: {
    thresholds: { yellowGap: 0, redGap: null, redMonths: null },
    milestone: standard,
    gap: gapInPoints,
    onTrack: "blue",
  },
  suqian: {
    thresholds: { yellowGap: 0, redGap: null, redMonths: null },
    milestone: suqian,
    gap: gapInPoints,
    onTrack: "green",
  },
  yinchuan: {
    thresholds: { yellowGap: 10, redGap: 30, redMonths: 3 },
    milestone: yinchuan,
    gap: gapInPoints,
    onTrack: "green",
  },
  sanya: {
    thresholds: { yellowGap: 0, redGap: 50, redMonths: 2 },
    milestone: sanya,
    gap: gapInPercentOfPace,
    onTrack: "green",
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
  return LIGHT_RULES[choice.lights].milestone(facts, thresholdsOf(choice));
}

/** The lamp of what lies behind; null where the gap is none that the policy minds. */
export function gapLamp(gap: PaceGap, choice: LightChoice): Lamp | null {
  return LIGHT_RULES[choice.lights].gap(gap, thresholdsOf(choice));
}

/** Grey, green and blue are well, yellow asks for attention, red for action. */
function standard(facts: LightFacts, thresholds: LightThresholds): Lamp {
  if (facts.state === "done") return facts.late ? lamp("yellow", "done-late") : lamp("green", "done");
  if (facts.state === "cancelled") return lamp("grey", "cancelled");
  if (facts.state === "overdue") return lamp("red", "overdue");
  const gap = facts.pace === null ? null : gapInPoints(facts.pace, thresholds);
  if (gap?.light === "red") return gap;
  if (facts.block !== null) return lamp("yellow", "blocked");
  if (facts.dueSoon) return lamp("yellow", "due-soon");
  if (gap !== null) return gap;
  return facts.state === "upcoming" ? lamp("grey", "not-begun") : lamp("blue", "on-track");
}

/** Blue where a deadline is near, yellow behind pace, red when overdue and until it is closed. */
function suqian(facts: LightFacts, thresholds: LightThresholds): Lamp {
  if (facts.state === "done") return doneLamp(facts);
  if (facts.state === "cancelled") return lamp("grey", "cancelled");
  if (facts.state === "overdue") return lamp("red", "overdue");
  const gap = facts.pace === null ? null : gapInPoints(facts.pace, thresholds);
  if (gap !== null && gap.light !== "blue") return gap;
  if (facts.block !== null) return lamp("yellow", "blocked");
  if (facts.dueSoon) return lamp("blue", "due-soon");
  if (gap !== null) return gap;
  return facts.state === "upcoming" ? lamp("grey", "not-begun") : lamp("green", "on-track");
}

/**
 * Green at or above the planned pace, yellow 10–30 points below (both included), red more than 30; not started in the
 * due month yellow, three months in a row red. The text leaves a gap of less than 10 points open: blue here.
 */
function yinchuan(facts: LightFacts, thresholds: LightThresholds): Lamp {
  if (facts.state === "done") return doneLamp(facts);
  if (facts.state === "cancelled") return lamp("grey", "cancelled");
  if (facts.state === "overdue") {
    const gap = gapInPoints({ actual: facts.pace?.actual ?? 0, expected: 100 }, thresholds);
    return lamp(gap?.light === "red" ? "red" : "yellow", "overdue");
  }
  const gap = facts.pace === null ? null : gapInPoints(facts.pace, thresholds);
  if (gap !== null && gap.light !== "blue") return gap;
  if (facts.block !== null) return lamp("yellow", "blocked");
  if (gap !== null) return gap;
  if (facts.state === "upcoming") return lamp("grey", "not-begun");
  return facts.pace === null ? untouched(facts.monthsUntouched, thresholds) : lamp("green", "on-track");
}

/** Green at or above the planned pace, yellow up to 50 % below it, red more; a missed month yellow, two in a row red. */
function sanya(facts: LightFacts, thresholds: LightThresholds): Lamp {
  if (facts.state === "done") return doneLamp(facts);
  if (facts.state === "cancelled") return lamp("grey", "cancelled");
  if (facts.state === "overdue") {
    const isLong = thresholds.redMonths !== null && facts.monthsMissed >= thresholds.redMonths;
    // All was due: who was far behind the pace is not less so for that.
    const isFar =
      facts.pace !== null && gapInPercentOfPace({ ...facts.pace, expected: 100 }, thresholds)?.light === "red";
    return lamp(isLong || isFar ? "red" : "yellow", "overdue");
  }
  const gap = facts.pace === null ? null : gapInPercentOfPace(facts.pace, thresholds);
  if (gap !== null && gap.light !== "blue") return gap;
  if (facts.block !== null) return lamp("yellow", "blocked");
  if (gap !== null) return gap;
  if (facts.state === "upcoming") return lamp("grey", "not-begun");
  return facts.pace === null ? lamp("blue", "on-track") : lamp("green", "on-track");
}

/** Closed is closed, but late stays to be seen in the reason. */
function doneLamp({ late }: LightFacts): Lamp {
  return lamp("green", late ? "done-late" : "done");
}

function untouched(months: number, { redMonths }: LightThresholds): Lamp {
  if (redMonths !== null && months >= redMonths) return lamp("red", "not-started");
  return months > 0 ? lamp("yellow", "not-started") : lamp("blue", "on-track");
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
