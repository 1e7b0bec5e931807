/** `report`: the bulletin, in one format on standard output or in several as files. */
import { catalogueOf } from "../../i18n/catalogue.ts";
import { QUARTERS, earlierOf, periodOfYear, type Day } from "../../core/calendar.ts";
import type { Plan } from "../../core/plan.ts";
import { type Filters, filterPeriods, withoutPeriod } from "../../core/selection.ts";
import { type ReportView, viewReport } from "../../core/views/report.ts";
import {
  BINARY_FORMATS,
  REPORT_FORMATS,
  type ReportFormat,
  type ReportRequest,
  renderReport,
} from "../../reporters/report/formats.ts";
import { askedFormat } from "../asked-format.ts";
import { usage } from "../failure.ts";
import { asOfDay, resolveFilters } from "../filters.ts";
import { LISTING, skipOptimizing } from "../short-runs.ts";
import type { Io, Outcome } from "../io.ts";
import { documentLanguage, spokenLanguage } from "../language.ts";
import { type Loaded, load } from "../load.ts";
import { gateNames, warningsFor } from "../gates.ts";
import { isTripped } from "../outcome.ts";
import { todayOf } from "../today.ts";
import { type InquiryRequest, inquiryOf, optionalDay } from "./answer.ts";
import type { ReportOptions } from "../options.ts";
import { journalNotices, noticesOf } from "../notices.ts";
import { repositoryPrefix } from "../inside.ts";

/** A file to write, and its format. */
interface Target {
  readonly path: string;
  readonly format: ReportFormat;
}

/** Makes the bulletin. The exit code is 1 if a gate tripped. */
export async function report(options: ReportOptions, io: Io): Promise<Outcome> {
  const targets = targetsOf(options);
  const printed = printedFormat(options);
  const loaded = await load(options, io);
  // Documents for files may take long to make, so optimizing is skipped only for printed ones.
  if (targets.length === 0) skipOptimizing(loaded.plan, io, LISTING);
  const today = todayOf(loaded.plan, io);
  const inquiry = await inquiryOf(loaded, askedBy(options, loaded.plan, today), true);
  const names = gateNames(options.failOn);
  const view = viewReport(inquiry, { names, warnings: await warningsFor(names, options, io) });
  const request = {
    catalogue: await catalogueOf(documentLanguage(options, loaded.plan)),
    isForecast: inquiry.asOf > today,
    ...(printed === "github" ? { where: await milestonesOf(loaded, io) } : {}),
  };
  // Notices beside the document are for whoever typed the command.
  const spoken = spokenLanguage(options, io, loaded.plan);
  const { journalUncounted, gates } = view;
  const stderr = await noticesOf({ ...journalNotices(loaded), journalUncounted, gates }, spoken);
  const code = isTripped(gates) ? 1 : 0;
  if (targets.length > 0) {
    await saveAll(targets, view, request, loaded, io);
    return { stdout: "", stderr, code };
  }
  const text = await renderReport(view, printed, request);
  return { stdout: typeof text === "string" ? text : "", stderr, code };
}

/** Where the milestones are in the plan files. */
async function milestonesOf({ places }: Loaded, io: Io): Promise<NonNullable<ReportRequest["where"]>> {
  const { milestonePlaces } = await import("../../storage/milestone-places.ts");
  return { places: milestonePlaces(places.plan, places.base), prefix: repositoryPrefix(places.base, io) };
}

/** Renders everything before writing the first file, so that a failure leaves all old files intact. */
async function saveAll(
  targets: readonly Target[],
  view: ReportView,
  request: ReportRequest,
  { places, journalPath }: Loaded,
  io: Io,
): Promise<void> {
  const contents: (string | Uint8Array)[] = [];
  for (const { format } of targets) contents.push(await renderReport(view, format, request));
  const { save } = await import("../output.ts");
  for (const [index, { path }] of targets.entries()) {
    await save(path, contents[index] ?? "", io, [places.plan, journalPath]);
  }
}

function askedBy(options: ReportOptions, plan: Plan, today: Day): InquiryRequest {
  const filters = filtersOf(options, plan, today);
  const asKnown = optionalDay("--as-known", options.asKnown, today);
  // Records known on a day say nothing about later days.
  const latest = asKnown === null ? today : earlierOf(today, asKnown);
  return {
    asOf: options.asOf === undefined ? lastDayUpTo(latest, plan, filters) : asOfDay(options, plan, today),
    filters,
    asKnown,
  };
}

const MONTHS = 12;

/** The report's filters. A period of all four quarters or all twelve months becomes the whole year. */
function filtersOf(options: ReportOptions, plan: Plan, today: Day): Filters {
  const isPart = options.quarter !== undefined || options.month !== undefined;
  if (options.year === true && isPart) throw usage((texts) => texts.quarterOrYear);
  const asOf = options.asOf === undefined ? today : asOfDay(options, plan, today);
  const filters = resolveFilters(options, plan, asOf);
  const isWhole = filters.quarters?.length === QUARTERS.length || filters.months?.length === MONTHS;
  return isWhole ? withoutPeriod(filters) : filters;
}

/** The day, but not after the last day of the period reported on. */
function lastDayUpTo(day: Day, plan: Plan, filters: Filters): Day {
  const { end } = filterPeriods(plan, filters)?.at(-1) ?? periodOfYear(plan.year);
  return earlierOf(day, end);
}

/** The format to print; binary formats are only for files. */
function printedFormat({ format, output = [] }: ReportOptions): ReportFormat {
  const printed = askedFormat({ format }, REPORT_FORMATS) ?? "md";
  if (output.length === 0 && BINARY_FORMATS.has(printed)) throw usage((texts) => texts.needsOutput(printed));
  return printed;
}

/** The files to write. Each file's ending decides its format; `--format` may do so for a single file. */
function targetsOf({ output = [], format }: ReportOptions): Target[] {
  if (format !== undefined && output.length > 1) throw usage((texts) => texts.formatOrFiles);
  return output.map((path) => ({ path, format: askedFormat({ format, output: path }, REPORT_FORMATS) ?? "md" }));
}
