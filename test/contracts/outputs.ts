/** Checks that hold for every JSON output: on its text, its schemas, and what the schemas' descriptions promise. */
import { expect } from "vitest";
import { parseDay } from "../../src/core/calendar.ts";
import type { Counts, Rates } from "../../src/core/counts.ts";
import type { Rate } from "../../src/core/rounding.ts";
import type { CheckView } from "../../src/core/views/check.ts";
import type { DiffView } from "../../src/core/views/diff.ts";
import type { DueView } from "../../src/core/views/due.ts";
import type { GanttView } from "../../src/core/views/gantt.ts";
import type { IndicatorView } from "../../src/core/views/indicator.ts";
import type { IndicatorsView, VerdictCounts } from "../../src/core/views/indicators.ts";
import type { LogView } from "../../src/core/views/log.ts";
import type { MilestoneView } from "../../src/core/views/milestone.ts";
import type { ReportView } from "../../src/core/views/report.ts";
import type { StatusView } from "../../src/core/views/status.ts";
import type { TaskView } from "../../src/core/views/task.ts";
import type { WriteView } from "../../src/core/views/writes.ts";
import type { Run } from "./program.ts";
import { type Command, type Json, type JsonObject, type WRITING_COMMANDS, faults, strictFaults } from "./schemas.ts";
import type { ListView } from "../../src/core/views/list.ts";
import type { OverdueView } from "../../src/core/views/overdue.ts";
import type { ShowView } from "../../src/core/views/show.ts";

/** The type of each command's JSON output. */
export interface Outputs extends WriteOutputs {
  readonly list: ListView;
  readonly show: ShowView;
  readonly status: Printed<StatusView>;
  readonly report: ReportView;
  readonly overdue: Printed<OverdueView>;
  readonly due: DueView;
  readonly indicators: IndicatorsView;
  readonly gantt: GanttView;
  readonly check: CheckOutput;
  readonly log: LogView;
  readonly diff: DiffView;
}

/** A view as printed: each list object `{ items }` becomes an array, also inside nullable parts. */
type Printed<View> = {
  readonly [Key in keyof View]: View[Key] extends { readonly items: readonly (infer Item)[] }
    ? readonly Item[]
    : null extends View[Key]
      ? Printed<NonNullable<View[Key]>> | null
      : View[Key];
};

type WriteOutputs = { readonly [Writing in (typeof WRITING_COMMANDS)[number]]: WriteView<Writing> };

/** The output of `check`: problems as text, with positions flattened. */
interface CheckOutput extends Omit<CheckView, "problems"> {
  readonly problems: readonly {
    readonly code: string;
    readonly message: string;
    readonly hint: string;
    readonly file: string | null;
    readonly line: number | null;
    readonly column: number | null;
  }[];
}

/** Checks everything that must hold for the output, then returns it parsed. */
export function expectOutput<Asked extends Command>(command: Asked, { stdout, stderr }: Run): Outputs[Asked] {
  expect(stdout, stderr).not.toBe("");
  const value = expectDocument(stdout);
  expect(value["kind"]).toBe(`ipplan/${command}`);
  expect(value["version"]).toBe(1);
  expect(faults(command, value)).toEqual([]);
  expect(strictFaults(command, value)).toEqual([]);
  for (const part of partsOf(value)) expectPart(part);
  return value as unknown as Outputs[Asked];
}

/** Expects one JSON document as `JSON.stringify` with indent 2 writes it, a line end, and no leaked `undefined` or NaN. */
function expectDocument(text: string): JsonObject {
  const value = JSON.parse(text) as JsonObject;
  const again = JSON.stringify(value, null, 2).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
  expect(text === `${again}\n`, "one document and one line end").toBe(true);
  expect(text).not.toMatch(/undefined|\bNaN\b|\bInfinity\b|\[object /);
  return value;
}

/** Every object in the value, itself included. */
function partsOf(value: Json): JsonObject[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(partsOf);
  return Array.isArray(value) ? inner : [value, ...inner];
}

function expectPart(part: JsonObject): void {
  const days = Object.values(part).filter((value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value));
  expect(days.filter((day) => parseDay(day as string) !== day)).toEqual([]);
  expect(brokenPromises(part), JSON.stringify(part["id"] ?? part)).toEqual([]);
}

/** The names of the promises in the schemas' descriptions that the object breaks. */
function brokenPromises(part: JsonObject): string[] {
  const view: unknown = part;
  const promises = {
    ...("assessmentDue" in part && "quarters" in part ? promisesOfMilestone(view as MilestoneView) : {}),
    ...("objective" in part ? promisesOfTask(view as TaskView) : {}),
    ...("dueDone" in part ? promisesOfCounts(view as Counts) : {}),
    ...("numerator" in part ? promisesOfRate(view as Rate) : {}),
    ...("verdict" in part ? promisesOfIndicator(view as IndicatorView) : {}),
    ...("onPace" in part ? promisesOfVerdicts(view as VerdictCounts) : {}),
    ...("completion" in part ? promisesOfRates(view as Rates) : {}),
  };
  return Object.entries(promises).flatMap(([promise, isKept]) => (isKept ? [] : [promise]));
}

type Promises = Readonly<Record<string, boolean>>;

/** The descriptions say when each property is null: it must be null exactly then. */
function promisesOfMilestone(milestone: MilestoneView): Promises {
  const { state, late, cancellation } = milestone;
  const isOpen = state === "active" || state === "upcoming";
  return {
    completedOn: (milestone.completedOn !== null) === (state === "done"),
    daysOverdue: (milestone.daysOverdue !== null) === (state === "overdue"),
    daysLeft: (milestone.daysLeft !== null) === isOpen,
    daysLate: (milestone.daysLate !== null) === late,
    extension: (milestone.extension !== null) === milestone.extended,
    cancellation: state !== "cancelled" || cancellation !== null,
    late: late === (state === "done" && (milestone.completedOn ?? "") > milestone.assessmentDue),
    recordedLate: !milestone.recordedLate || (state === "done" && !late),
    accepted: !milestone.accepted || state === "done",
    dueSoon: !milestone.dueSoon || isOpen,
    blocked: !milestone.blocked || isOpen || state === "overdue",
    lightReason: (milestone.lightReason === "done-late") === late,
    entry: milestone.entry === milestone.id.split("@")[0],
  };
}

/** Values are null without a reading, and the gap is the difference of share and expected. */
function promisesOfIndicator(indicator: IndicatorView): Promises {
  const { value, on, share, expected, gap, margin, verdict, previous } = indicator;
  return {
    reading:
      (value === null) === (on === null) &&
      (verdict === "cancelled" || (value === null) === (verdict === "no-reading")),
    margin: (margin === null) === (value === null),
    share: share === null || value !== null,
    gap: share === null || expected === null || Math.abs((gap ?? NaN) - (share - expected)) < 1e-6,
    previous: previous === null || (on !== null && previous.on < on),
  };
}

function promisesOfVerdicts({ indicators, withinLimit, pastDue, ...verdicts }: VerdictCounts): Promises {
  return {
    withinLimit: withinLimit <= verdicts.onPace,
    pastDue: pastDue <= indicators,
    indicators: Object.values(verdicts).reduce((sum, count) => sum + count, 0) === indicators,
  };
}

function promisesOfTask({ divisions, lead, progress, milestones }: TaskView): Promises {
  const done = milestones.filter(({ state }) => state === "done").length;
  return { lead: lead === divisions[0], progress: done <= progress.done && progress.done <= progress.milestones };
}

function promisesOfCounts(counts: Counts): Promises {
  const { done, active, overdue, upcoming, cancelled, milestones } = counts;
  return {
    milestones: done + active + overdue + upcoming + cancelled === milestones,
    doneLate: counts.doneLate <= done,
    dueDone: counts.dueDone <= Math.min(counts.due, done),
    due: counts.due <= milestones - cancelled,
  };
}

/** The percentage has one decimal, rounded half up, as if calculated by hand. */
function promisesOfRate({ numerator, denominator, percent }: Rate): Promises {
  const byHand = denominator === 0 ? null : Number((Math.round((numerator * 1000) / denominator) / 10).toFixed(1));
  return { percent: percent === byHand, fraction: numerator <= denominator };
}

function promisesOfRates({ dueCompletion, onTime }: Rates): Promises {
  return {
    denominators: onTime.denominator === dueCompletion.denominator,
    numerators: onTime.numerator <= dueCompletion.numerator,
  };
}
