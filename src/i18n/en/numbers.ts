import type { Numbers } from "../zh/numbers.ts";
import { count } from "./count.ts";

/** ` (5 due days)`: the number of due days, if some targets have several (one per quarter); otherwise empty. */
function timesOf(targets: number, days: number): string {
  return targets === days ? "" : ` (${count(days, "due day")})`;
}

export const numbers: Numbers = {
  points: (amount: string) => `${amount} points`,
  behindPace: (points: string) => `behind pace by ${points} points`,
  belowTarget: (amount: string) => `short of the target by ${amount}`,
  belowTargetWord: "short of the target",
  overLimitWord: "over the limit",
  behindCount: "behind",
  unreadCount: "without a reading",
  baseline: "Baseline",
  fromBaseline: (amount: string) => `baseline ${amount}`,
  overLimit: (amount: string) => `over the limit by ${amount}`,
  overMaximum: (amount: string) => `exceeded, ${amount} over the maximum`,
  quarterMissed: (quarters: string, isLimit: boolean) => `${isLimit ? "over the limit" : "missed"} in ${quarters}`,
  quarterUnread: (quarters: string) => `no reading up to the end of ${quarters}`,
  duePast: (day: string) => `can't be judged: no further reading up to the due day, ${day}`,
  withinLimit: "within the limit",
  shareOfLimit: (share: string) => `${share} of the limit`,
  shareOfTarget: (share: string) => `${share} of the target`,
  expectedByNow: (share: string) => `${share} expected by then`,
  trend: (day: string, sign: number, amount: string, isRank: boolean) => {
    if (sign === 0) return `as on ${day}`;
    const [up, down] = isRank ? ["worse", "better"] : ["up", "down"];
    return `${sign > 0 ? up : down} ${amount} since ${day}`;
  },
  projected: (day: string, amount: string) => `at this rate about ${amount} by ${day}`,
  requiredPace: (amount: string, soFar: string) => `${amount} a month needed from then on, ${soFar} a month so far`,
  tooEarly: "not enough data for a forecast",
  excluded: (number: number, items: string) => `${number} not in rates: ${items}`,
  indicatorsTitle: "indicators",
  indicatorTotals: (all: number, parts: string) => `${count(all, "indicator")}: ${parts}`,
  verdictCount: (verdict: string, number: number) => `${number} ${verdict}`,
  reportedValue: "Value",
  dataUntil: "Up to",
  shareHeading: "Share",
  expectedHeading: "Pace",
  gapHeading: "Gap",
  noReadings: (number: number) => `${number} without a reading`,
  indicatorName: "Name",
  indicatorNote: (method: string, least: string, hasLimit: boolean) =>
    `Flows are compared with the pace (${method}) on the day of the reading, ${hasLimit ? "those with only an upper limit with that limit, " : ""}all others with the target itself; gaps are in points. Forecasts are value ÷ share of time elapsed; none is made before ${least} of the time has passed.`,
  noIndicators: (isFiltered: boolean) =>
    isFiltered ? "no indicator matches the filters" : "the plan has no indicators",
  verdict: "Verdict",
  forecast: "Forecast",
  requiredHeading: "Needed a month",
  trendHeading: "Previous reading",
  targetOf: (name: string, target: string) => `${name}, target: ${target}`,
  basis: "Basis",
  minimum: "Minimum",
  maximum: "Maximum",
  unit: "Unit",
  stretch: "Stretch",
  perQuarter: "a quarter",
  modeTotal: "total",
  modeQuarterTotal: "total of its quarter",
  modeAdd: "added",
  nameAndTarget: "Indicator and target",
  quarterVerdict: (quarter: string, verdict: string) => `${quarter} ${verdict}`,
  byDistrict: "District",
  byQuarter: "Due in",
  byJudgedQuarter: "Judged in",
  relatedDistricts: "related",
  noDistrict: "none",
  districtsRepeat: "A task is listed under each of its districts: the rows repeat and must not be added up.",
  tasksRepeat: (isJudgedApart: boolean) =>
    `Milestones are counted in the quarter ${isJudgedApart ? "of the day that they are judged by (not the new day where they were extended after their due day)" : "in which they are due"} and add up; a task is counted in each of its quarters, so tasks repeat.`,
  beforeYear: "before",
  laterThanYear: "after",
  yearAtAGlance: "the year",
  taskAndTitle: "Title",
  todayLine: (day: string) => `${day}: everything left of this line has fallen due, nothing right of it has`,
  lightPolicy: (name: string) => `lights: ${name}`,
  comingTitle: "what falls due next",
  dueLeft: (days: number, isFromNow: boolean) =>
    days > 0 ? ` (${isFromNow ? `the next ${count(days, "day")}` : `${count(days, "day")} left`})` : "",
  dueSpan: (from: string, until: string, left: string, open: number, done: number, overdue: number) =>
    `${from === until ? until : `${from} to ${until}`}${left}: ${open} open${done > 0 ? `, ${done} done` : ""}${overdue > 0 ? `, ${overdue} overdue` : ""}`,
  targetsPast: (number: number, days: number) =>
    `${count(number, "target")}${timesOf(number, days)} not reached by the due day`,
  targetsComing: (number: number, days: number) =>
    `${count(number, "target")}${timesOf(number, days)} due, not counting those reached`,
  pastDueCount: (number: number) => `${number} past due`,
  readingAndTarget: "Reading; indicator and target",
  inDays: "Days left",
  reachBy: "To reach by",
  leftHeading: "Left",
  nothingDueThen: "nothing falls due then",
  nothingLeftDue: "nothing is left to fall due",
  dueOverdue: (milestones: number, targets: number, command: string) =>
    `${[
      ...(milestones > 0 ? [`${milestones} overdue in all`] : []),
      ...(targets > 0 ? [`${count(targets, "target")} not reached by the due day`] : []),
    ].join(", ")}: ${command}`,
  since: (day: string, changes: string) => `since ${day}: ${changes}`,
  nothingChanged: "nothing changed",
  changed: {
    done: (number: number) => `${number} done`,
    overdue: (number: number) => `${number} newly overdue`,
    extended: (number: number) => `${number} extended`,
    cancelled: (number: number) => `${number} cancelled`,
    blocked: (number: number) => `${number} blocked`,
    unblocked: (number: number) => `${number} no longer blocked`,
    added: (number: number) => `${number} added`,
    readings: (number: number) => `${count(number, "indicator")} reported`,
  },
  gate: (name: string, number: number, items: string) =>
    number === 0 ? `--fail-on ${name}: none` : `--fail-on ${name}: ${number} (${items})`,
  silentOnly: (days: number) => `Only: nothing recorded for ${count(days, "day")} or more`,
  place: "Place by due completion",
  indicatorLine: (all: number, parts: string) => `${count(all, "indicator")}: ${parts}`,
  openIndicatorLine: (all: number, parts: string) => `${count(all, "indicator")}, of which ${parts}`,
  legend: "Legend",
  meaning: "Meaning",
  meaningOfIndicators: "Lights of indicators",
  title: "Title",
};
