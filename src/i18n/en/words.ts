import type { Day, Period } from "../../core/calendar.ts";
import { monthOf, periodOfYear, quartersOf, weekdayOf, yearOf } from "../../core/calendar.ts";
import type { StateFilter } from "../../core/selection.ts";
import type { Verdict } from "../../core/indicators.ts";
import type { RecordKind } from "../../core/journal/record.ts";
import type { LightPolicy } from "../../core/light-policies.ts";
import type { PaceMethod } from "../../core/pace.ts";
import type { Basis } from "../../core/plan.ts";
import { isWholeMonths, isWholeQuarters } from "../periods.ts";
import type { Words } from "../zh/words.ts";
import { legends } from "./legends.ts";
import type { Light, LightReason, State } from "../../core/lights.ts";

/** Full names for titles; windows in tables use the first three letters. */
const MONTHS = "January February March April May June July August September October November December".split(" ");
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const ZONES: Readonly<Record<string, string>> = { "Asia/Shanghai": "Beijing time", UTC: "UTC" };

const STATES: Readonly<Record<State, string>> = {
  done: "done",
  active: "active",
  overdue: "overdue",
  upcoming: "upcoming",
  cancelled: "cancelled",
};

const STATE_FILTERS: Readonly<Partial<Record<StateFilter, string>>> = {
  late: "done late",
  unaccepted: "not yet accepted",
  unproven: "without evidence",
};

const REASONS: Readonly<Record<LightReason, string>> = {
  overdue: "overdue",
  blocked: "blocked",
  "due-soon": "due soon",
  "behind-pace": "behind pace",
  "far-behind": "far behind pace",
  "slightly-behind": "slightly behind pace",
  "not-started": "no progress recorded",
  "no-estimate": "no estimate of progress",
  "done-late": "done late",
  "on-track": "on track",
  done: "done",
  "not-begun": "upcoming",
  cancelled: "cancelled",
};

const VERDICTS: Readonly<Record<Verdict, string>> = {
  met: "met",
  exceeded: "exceeded",
  "on-pace": "on pace",
  behind: "behind",
  "no-reading": "no reading yet",
  "not-judged": "can't be judged",
  cancelled: "cancelled",
};

const BASES: Readonly<Record<Basis, string>> = {
  flow: "flow",
  stock: "stock",
  growth: "growth",
  ratio: "ratio",
  rank: "rank",
  density: "density",
};

const RECORD_KINDS: Readonly<Record<string, string>> = {
  done: "done",
  progress: "progress",
  reading: "reading",
  note: "note",
  block: "blocked",
  unblock: "unblocked",
  extend: "extended",
  cancel: "cancelled",
  accept: "accepted",
  revoke: "undo",
} satisfies Record<RecordKind, string>;

const LIGHT_POLICIES: Readonly<Record<LightPolicy, string>> = {
  standard: "ipplan's default",
  suqian: "as in Suqian, 2025",
  yinchuan: "as in Yinchuan, 2025",
  sanya: "as in Sanya, 2022",
};

/** Q1 · Q1 and Q2 · Q1, Q2 and Q4 · Q2 to Q4. */
function quarters(list: readonly number[]): string {
  const [first, last] = [list[0] ?? 0, list.at(-1) ?? 0];
  const isRange = list.length > 2 && last - first === list.length - 1;
  if (isRange) return `Q${first} to Q${last}`;
  const before = list.slice(0, -1).map((quarter) => `Q${quarter}`);
  return `${before.join(", ")}${before.length === 0 ? "" : " and "}Q${last}`;
}

function month(number: number): string {
  return (MONTHS[number - 1] ?? "").slice(0, 3);
}

export const words: Words = {
  state: (state: State) => STATES[state],
  stateFilter: (filter: StateFilter) => STATE_FILTERS[filter] ?? filter,
  light: (light: Light) => light,
  reason: (reason: LightReason) => REASONS[reason],
  verdict: (verdict: Verdict) => VERDICTS[verdict],
  basis: (basis: Basis) => BASES[basis],
  lightPolicy: (name: LightPolicy) => LIGHT_POLICIES[name],
  ...legends,
  // The kind comes from the journal and may be any string, also `constructor`, which every object has: hence hasOwn.
  recordKind: (kind: string) => (Object.hasOwn(RECORD_KINDS, kind) ? RECORD_KINDS[kind] : undefined) ?? kind,
  correction: "correct",
  numeral: String,
  quarters,
  span: quarters,
  months: (list: readonly number[]) =>
    [...new Set([list[0], list.at(-1)])].map((one) => MONTHS[(one ?? 0) - 1] ?? "").join("-"),
  weekday: (day: Day) => WEEKDAYS[weekdayOf(day)] ?? "",
  zone: (timezone: string) => ZONES[timezone] ?? timezone,
  asOf: (day: Day, weekday: string, zone: string) => `as of ${day} (${weekday}, ${zone})`,
  forecast: (day: Day, weekday: string, zone: string) => `expected on ${day} (${weekday}, ${zone})`,
  window: (period: Period, planYear: number) => {
    const { start, end } = period;
    if (yearOf(start) !== planYear || yearOf(end) !== planYear) return [...new Set([start, end])].join(" to ");
    const year = periodOfYear(planYear);
    if (start === year.start && end === year.end) return "all year";
    if (isWholeQuarters(period)) {
      const list = quartersOf(period, planYear);
      return [...new Set([list[0], list.at(-1)])].map((quarter) => `Q${quarter ?? ""}`).join("-");
    }
    const [from, to] = [month(monthOf(start)), month(monthOf(end))];
    if (isWholeMonths(period)) return from === to ? from : `${from}-${to}`;
    return start === end ? end.slice(5) : `${start.slice(5)} to ${end.slice(5)}`;
  },
  paceMethod: (method: PaceMethod) => (method === "month" ? "by month" : "by day"),
  lead: "lead",
  assist: "assist",
  listSeparator: ", ",
  clauseSeparator: ", ",
  sentenceSeparator: "; ",
  inBrackets: (text: string) => ` (${text})`,
  fraction: (percent: string, numerator: number, denominator: number) => `${percent} (${numerator}/${denominator})`,
  allDistricts: "all districts",
  districts: (names: readonly string[], related: boolean) => {
    if (names.length === 0) return related ? "related districts" : "none";
    return `${names.join(", ")}${related ? " and related districts" : ""}`;
  },
  columns: { objective: "Objective", measures: "Measures", schedule: "Schedule", assessment: "Assessment" },
  yes: "yes",
  no: "no",
};
