/** `sheet`: makes forms for divisions to fill in; `--apply` records filled ones (forms/apply.ts). */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, rmdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Day, earlierOf, quarterWithin } from "../../core/calendar.ts";
import type { Plan } from "../../core/plan.ts";
import { NO_FILTERS } from "../../core/selection.ts";
import type { Inquiry } from "../../core/views/envelope.ts";
import { type FormSpan, hasToReport, periodOfSpan, viewForm } from "../../core/views/form.ts";
import { type Catalogue, catalogueOf } from "../../i18n/catalogue.ts";
import { formTexts } from "../../i18n/form.ts";
import { FORM_FORMATS, type FormFormat, renderForm } from "../../reporters/form/render.ts";
import { isPortableName } from "../../storage/file-names.ts";
import { systemCode } from "../../storage/journal-access-error.ts";
import { askedFormat, endingsFor } from "../asked-format.ts";
import { unreadable, usage } from "../failure.ts";
import { asOfDay, resolveDivision, resolveFilters } from "../filters.ts";
import type { Io, Outcome } from "../io.ts";
import { documentLanguage, spokenLanguage } from "../language.ts";
import { type Loaded, load } from "../load.ts";
import { cannotWrite } from "../write-failure.ts";
import { todayOf } from "../today.ts";
import { formFailure } from "../forms/heads.ts";
import { applySheets } from "../forms/apply.ts";
import type { SheetOptions } from "../options.ts";
import { journalNotices, noticesOf } from "../notices.ts";

/** Makes the form of one division, makes those of all, or applies filled forms: exactly one of the three. */
export async function sheet(options: SheetOptions, io: Io): Promise<Outcome> {
  const { division = [], all = false, apply } = options;
  const chosen = [division.length > 0, all, apply !== undefined].filter(Boolean).length;
  if (chosen === 0) throw formFailure((texts) => texts.nowhere);
  if (chosen > 1 || division.length > 1) throw formFailure((texts) => texts.onlyOne);
  if (apply !== undefined) {
    refuseMaking(options);
    return applySheets(apply, options, io);
  }
  refuseWriting(options);
  const loaded = await load(options, io);
  return all ? makeAll(options, loaded, io) : makeOne(division[0] ?? "", options, loaded, io);
}

/** Refuses recording flags when making forms. */
function refuseWriting({ by, dryRun, quiet }: SheetOptions): void {
  const given = { "--by": by, "--dry-run": dryRun, "--quiet": quiet };
  const [flag] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
  if (flag !== undefined) throw formFailure((texts) => texts.onlyApply(flag));
}

/** Refuses period and day with `--apply`: a filled form has its own. */
function refuseMaking({ quarter, month, asOf }: SheetOptions): void {
  const given = { "--quarter": quarter, "--month": month, "--as-of": asOf };
  const [flag] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
  if (flag !== undefined) throw formFailure((texts) => texts.notApply(flag));
}

async function makeOne(typed: string, options: SheetOptions, loaded: Loaded, io: Io): Promise<Outcome> {
  const { output } = options;
  const format = askedFormat(options, FORM_FORMATS) ?? "md";
  if (output === undefined && format === "xlsx") throw usage((texts) => texts.needsOutput(format));
  const { plan, places, journalPath } = loaded;
  const division = resolveDivision(plan, typed);
  const { inquiry, span } = questionOf(options, loaded, io);
  const content = await renderForm(viewForm(inquiry, division, span), format, await catalogueFor(options, loaded));
  if (output === undefined) return done(typeof content === "string" ? content : "", loaded, options, io);
  refuseExisting([output], io);
  const { save } = await import("../output.ts");
  await save(output, content, io, [places.plan, journalPath], true);
  return done("", loaded, options, io);
}

/**
 * Makes a form for each division with something to report: all forms or none. Fails if one of the files exists with
 * other content; identical ones may be left from a run that was killed.
 */
async function makeAll(options: SheetOptions, loaded: Loaded, io: Io): Promise<Outcome> {
  const { output } = options;
  if (output === undefined) throw formFailure((texts) => texts.allNeedsFolder);
  if (endingsFor(FORM_FORMATS).some((ending) => output.toLowerCase().endsWith(ending))) {
    throw formFailure((texts) => texts.folderNotFile(output));
  }
  const { plan, places, journalPath } = loaded;
  const format = askedFormat({ format: options.format }, FORM_FORMATS) ?? "xlsx";
  const { inquiry, span } = questionOf(options, loaded, io);
  const catalogue = await catalogueFor(options, loaded);
  const views = plan.divisions.map((division) => viewForm(inquiry, division, span));
  const asked = views.filter(hasToReport);
  const idle = views.filter((view) => !hasToReport(view)).map(({ division }) => division.name);
  const { made, unneeded } = formTexts(spokenLanguage(options, io, loaded.plan)).written;
  if (asked.length === 0) return done(`${unneeded(idle)}\n`, loaded, options, io);
  const divisions = asked.map(({ division }) => division);
  const names = namesOf({ year: plan.year, divisions }, span, format, catalogue);
  const paths = names.map((name) => join(output, name));
  const contents = new Map<string, string | Uint8Array>();
  for (const [index, view] of asked.entries()) {
    contents.set(paths[index] ?? "", await renderForm(view, format, catalogue));
  }
  const missing = new Map([...contents].filter(([path, content]) => !isMade(resolve(io.cwd, path), content)));
  refuseExisting([...missing.keys()], io);
  await saveAll(output, missing, io, [places.plan, journalPath]);
  const lines = [made(names), ...(idle.length > 0 ? [unneeded(idle)] : [])];
  return done(`${lines.join("\n")}\n`, loaded, options, io);
}

/** Writes all of the forms into the folder, or none. */
async function saveAll(
  output: string,
  contents: ReadonlyMap<string, string | Uint8Array>,
  io: Io,
  keep: readonly string[],
): Promise<void> {
  const { save } = await import("../output.ts");
  const isNew = makeFolder(output, io);
  const saved: string[] = [];
  try {
    for (const [path, content] of contents) {
      await save(path, content, io, keep, true);
      saved.push(path);
    }
  } catch (error) {
    // Forms left behind would block the next attempt.
    for (const path of saved) rmSync(resolve(io.cwd, path), { force: true });
    if (isNew && readdirSync(resolve(io.cwd, output)).length === 0) rmdirSync(resolve(io.cwd, output));
    throw error;
  }
}

/** Makes the folder; false if it exists already. */
function makeFolder(output: string, io: Io): boolean {
  try {
    mkdirSync(resolve(io.cwd, output));
    return true;
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw cannotWrite(output, error);
    return false;
  }
}

async function done(stdout: string, loaded: Loaded, options: SheetOptions, io: Io): Promise<Outcome> {
  return { stdout, stderr: await noticesOf(journalNotices(loaded), spokenLanguage(options, io, loaded.plan)), code: 0 };
}

async function catalogueFor(options: SheetOptions, { plan }: Loaded): Promise<Catalogue> {
  return catalogueOf(documentLanguage(options, plan));
}

/**
 * The inquiry and period of a form. Without `--as-of`, a past period is judged on its last day, as in its bulletin:
 * what is filled in without a day counts on that day.
 */
function questionOf(
  options: SheetOptions,
  { plan, journal, reading }: Loaded,
  io: Io,
): { readonly inquiry: Inquiry; readonly span: FormSpan } {
  const asOf = asOfDay(options, plan, todayOf(plan, io));
  const ask = (day: Day): Inquiry => ({
    ...{ plan, journal, asOf: day, filters: NO_FILTERS, journalDamaged: reading.damaged.length },
  });
  const span = spanAsked(options, plan, asOf);
  const { end } = periodOfSpan(span, plan.year);
  return { inquiry: ask(options.asOf === undefined ? earlierOf(end, asOf) : asOf), span };
}

/** The typed period, else the quarter of the as-of day, limited to the plan's year. */
function spanAsked(options: SheetOptions, plan: Plan, asOf: Day): FormSpan {
  const { quarters, months } = resolveFilters(options, plan, asOf);
  if ((quarters ?? months ?? []).length > 1) throw formFailure((texts) => texts.oneSpan);
  const [quarter = quarterWithin(plan.year, asOf)] = quarters ?? [];
  const [month] = months ?? [];
  return month === undefined ? { quarter } : { month };
}

/**
 * File names such as `填报表-专利代办处-2017Q2.xlsx`, or `-2017-04.xlsx` for a month: valid on every system, and
 * distinct even if letter case is ignored.
 */
function namesOf(
  { year, divisions }: Pick<Plan, "year" | "divisions">,
  span: FormSpan,
  format: FormFormat,
  { language }: Catalogue,
): string[] {
  const { fileName } = formTexts(language);
  const period = "month" in span ? `${year}-${String(span.month).padStart(2, "0")}` : `${year}Q${span.quarter}`;
  const made = divisions.map(({ id, name }) => ({
    plain: `${fileName(portable(name), period)}.${format}`,
    withId: `${fileName(`${portable(name)}-${portable(id)}`, period)}.${format}`,
  }));
  const folded = made.map(({ plain }) => plain.toLowerCase());
  const names = made.map(({ plain, withId }) => {
    return folded.filter((one) => one === plain.toLowerCase()).length > 1 ? withId : plain;
  });
  const bad = names.find((name) => !isPortableName(name));
  if (bad !== undefined) throw unreadable((texts) => texts.badOutput(bad, "name"));
  return names;
}

function portable(name: string): string {
  const plain = name.normalize("NFC").replace(/[\\/:*?"<>|.\s\p{C}]+/gu, "_");
  return [...plain].slice(0, 60).join("");
}

/** Whether the file exists exactly as it would be made, so nobody has filled it in. */
function isMade(path: string, content: string | Uint8Array): boolean {
  return (
    statSync(path, { throwIfNoEntry: false })?.isFile() === true && readFileSync(path).equals(Buffer.from(content))
  );
}

/** Fails if one of the files exists: it may have been filled in. */
function refuseExisting(paths: readonly string[], io: Io): void {
  const there = paths.filter((path) => existsSync(resolve(io.cwd, path)));
  if (there.length > 0) throw unreadable((_, language) => formTexts(language).exists(there));
}
