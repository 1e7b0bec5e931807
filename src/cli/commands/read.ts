/** Commands that only read: options → view → report. */
import type { Day } from "../../core/calendar.ts";
import { foldJournal, knownOn } from "../../core/journal/fold.ts";
import { RECORD_KINDS } from "../../core/journal/record.ts";
import { GROUPINGS, type Grouping } from "../../core/grouping.ts";
import { matchTask } from "../../core/resolve.ts";
import { foldTyped } from "../../core/text.ts";
import { NO_FILTERS } from "../../core/selection.ts";
import { parseTypedDay } from "../../core/typed.ts";
import type { Inquiry } from "../../core/views/envelope.ts";
import { viewIndicators } from "../../core/views/indicators.ts";
import { viewDue } from "../../core/views/due.ts";
import { viewGantt } from "../../core/views/gantt.ts";
import { viewLog } from "../../core/views/log.ts";
import { viewStatus } from "../../core/views/status.ts";
import { viewList, viewOverdue, viewShow } from "../../core/views/tasks.ts";
import { localTime } from "../../core/zone.ts";
import type { ReadView } from "../../reporters/sheets.ts";
import { digestOf } from "../../storage/journal-line.ts";
import { usage } from "../failure.ts";
import { asOfDay, resolveFilters, resolveWord } from "../filters.ts";
import { gateNames, warningsFor } from "../gates.ts";
import type { Io, Outcome } from "../io.ts";
import { type Loaded, load } from "../load.ts";
import { type Surroundings, report } from "../report.ts";
import type { DueOptions, LogOptions, OverdueOptions, ReadOptions, StatusOptions } from "./types.ts";

export async function list(text: string | undefined, options: ReadOptions, io: Io): Promise<Outcome> {
  return answer(options, io, text ?? null, (inquiry) => viewList(inquiry));
}

export async function status(options: StatusOptions, io: Io): Promise<Outcome> {
  const groupBy = optionalGrouping(options.groupBy);
  const names = gateNames(options.failOn ?? []);
  return answer(options, io, null, (inquiry, loaded, today) => {
    const since = optionalDay("--since", options.since, today);
    if (since !== null && since >= inquiry.asOf) throw usage((texts) => texts.sinceTooLate(since, inquiry.asOf));
    return viewStatus(inquiry, { groupBy, since, gates: { names, warnings: warningsFor(names, loaded, io) } });
  });
}

export async function overdue(options: OverdueOptions, io: Io): Promise<Outcome> {
  const names = gateNames(options.failOn ?? []);
  const silent = optionalDays("--silent", options.silent);
  const groupBy = optionalGrouping(options.groupBy) ?? "division";
  return answer(options, io, null, (inquiry, loaded) =>
    viewOverdue(inquiry, { silent, groupBy, gates: { names, warnings: warningsFor(names, loaded, io) } }),
  );
}

export async function due(options: DueOptions, io: Io): Promise<Outcome> {
  const days = optionalDays("--days", options.days);
  const groupBy = optionalGrouping(options.groupBy) ?? "division";
  if (days !== null && (options.quarter ?? options.month) !== undefined) throw usage((texts) => texts.daysOrPeriod);
  return answer(options, io, null, (inquiry) => viewDue(inquiry, days, groupBy));
}

export async function gantt(options: ReadOptions, io: Io): Promise<Outcome> {
  return answer(options, io, null, (inquiry) => viewGantt(inquiry));
}

export async function indicators(options: ReadOptions, io: Io): Promise<Outcome> {
  return answer(options, io, null, (inquiry) => viewIndicators(inquiry));
}

export async function show(id: string, options: ReadOptions, io: Io): Promise<Outcome> {
  return answer(options, io, null, (inquiry, loaded) => {
    const task = matchTask(loaded.plan, id);
    if (task === undefined) throw usage((texts) => `${texts.noSuch("task", id)}\n${texts.example("ipplan show 10")}`);
    const filters = { ...NO_FILTERS, tasks: [task.id] };
    return viewShow({ ...inquiry, filters }, task, loaded.reading.origins);
  });
}

export async function log(options: LogOptions, io: Io): Promise<Outcome> {
  return answer(options, io, null, (inquiry, loaded, today) => {
    const kinds = options.kind ?? [];
    const unknown = kinds.find((kind) => !Object.hasOwn(RECORD_KINDS, kind));
    if (unknown !== undefined) {
      throw usage((texts) => texts.badValue("--kind", unknown, Object.keys(RECORD_KINDS).join(", ")));
    }
    const filters = {
      since: optionalDay("--since", options.since, today),
      until: optionalDay("--until", options.until, today),
      by: options.by ?? null,
      kinds,
    };
    return viewLog(inquiry, filters, loaded.reading.origins);
  });
}

type Ask = (inquiry: Inquiry, loaded: Loaded, today: Day) => ReadView;

async function answer(options: ReadOptions, io: Io, text: string | null, ask: Ask): Promise<Outcome> {
  const { inquiry, loaded, today, around } = await inquire(options, io, text);
  return report(ask(inquiry, loaded, today), options, io, around);
}

/** A question with what it was read from. */
export interface Inquest {
  readonly inquiry: Inquiry;
  readonly loaded: Loaded;
  readonly today: Day;
  readonly around: Surroundings;
}

/** Reads plan and journal, and puts the question that the options ask. */
export async function inquire(options: ReadOptions, io: Io, text: string | null): Promise<Inquest> {
  const loaded = await load(options, io);
  const { plan, journal, reading } = loaded;
  const today = localTime(io.now(), plan.timezone).day;
  const asOf = asOfDay(options, plan, today);
  const filters = resolveFilters(options, plan, asOf, text);
  const asKnown = optionalDay("--as-known", options.asKnown, today);
  const known = asKnown === null ? journal : foldJournal(knownOn(reading.records, asKnown, plan.timezone));
  const inquiry: Inquiry = {
    plan,
    journal: known,
    asOf,
    filters,
    journalDamaged: reading.damaged.length,
    ...(asKnown === null ? {} : { asKnown }),
    ...(wantsBasis(options) ? { basis: basisOf(known.records.map(({ id }) => id)) } : {}),
  };
  return { inquiry, loaded, today, around: surroundings(options, loaded, asOf, today) };
}

function surroundings(
  options: ReadOptions,
  { plan, places, journalPath, reading }: Loaded,
  asOf: Day,
  today: Day,
): Surroundings {
  return {
    language: plan.language,
    isForecast: asOf > today,
    isToday: options.asOf === undefined,
    damaged: reading.damaged.length,
    keep: [places.plan, journalPath],
  };
}

/** Machines and reports that were issued before name the records that they rest on. */
function wantsBasis({ asKnown, format, output }: ReadOptions): boolean {
  return asKnown !== undefined || format === "json" || output?.toLowerCase().endsWith(".json") === true;
}

function basisOf(ids: readonly string[]): NonNullable<Inquiry["basis"]> {
  return { records: ids.length, digest: digestOf(ids) };
}

function optionalGrouping(typed: string | undefined): Grouping | null {
  return typed === undefined ? null : resolveWord("--group-by", typed, GROUPINGS);
}

/** A whole number of days, 1 to 366. */
function optionalDays(flag: string, typed: string | undefined): number | null {
  if (typed === undefined) return null;
  const days = Number(/^\d{1,3}(?=天?$)/.exec(foldTyped(typed))?.[0]);
  if (!(days >= 1 && days <= 366)) throw usage((texts) => texts.badDays(flag, typed));
  return days;
}

function optionalDay(flag: string, typed: string | undefined, today: Day): Day | null {
  if (typed === undefined) return null;
  const day = parseTypedDay(typed, today);
  if (day === undefined) throw usage((texts) => texts.badDay(flag, typed));
  return day;
}
