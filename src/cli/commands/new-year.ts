/** `new-year`: makes a later year's plan from this one, in its own folder. */
import { basename, dirname, join, relative } from "node:path";
import type { Day } from "../../core/calendar.ts";
import { type Leftover, leftovers } from "../../core/next-year.ts";
import type { Plan } from "../../core/plan.ts";
import { isError } from "../../core/problem.ts";
import { makingTexts } from "../../i18n/making.ts";
import { problemTexts } from "../../i18n/problems.ts";
import type { Making } from "../../i18n/zh/making.ts";
import { type NewFile, existingFiles, makeFiles } from "../../storage/new-files.ts";
import { planContents, readPlanContents } from "../../storage/plan-files.ts";
import { type YearMove, rewriteForYear } from "../../storage/plan-rewrite.ts";
import { schemaFiles } from "../../storage/plan-template.ts";
import { unreadable, usage } from "../failure.ts";
import { asOfDay } from "../filters.ts";
import type { Io, Outcome } from "../io.ts";
import { spokenLanguage } from "../language.ts";
import { type Loaded, load } from "../load.ts";
import { todayOf } from "../today.ts";
import { inFolder } from "../write-failure.ts";
import { readYear } from "./init.ts";
import type { NewYearOptions } from "../options.ts";
import { journalNotices, noticesOf } from "../notices.ts";
import { USUAL_JOURNAL, USUAL_PLAN } from "../../storage/file-names.ts";

/** The new files, and what the answer says about them. */
interface Made {
  readonly files: readonly NewFile[];
  /** Ids, in the old plan, of what was carried over. */
  readonly carried: readonly string[];
  /** The day as of which it was not done. */
  readonly asOf: Day;
  /** Ids of leftovers that could not be added, because their task's list is written in brackets. */
  readonly left: readonly string[];
  /**
   * Ids that the old plan had itself carried over: left out of the new plan (`dropped`), or kept because they are
   * written in brackets (`kept`).
   */
  readonly dropped: readonly string[];
  readonly kept: readonly string[];
  /** Places in the new files that still mention the old year, each with the surrounding text. */
  readonly oldYear: readonly string[];
}

/** Makes the plan of the typed year: all of its files or none. Fails if its folder already exists. */
export async function newYear(typed: string, options: NewYearOptions, io: Io): Promise<Outcome> {
  // The day only matters for what is left over.
  if (options.asOf !== undefined && options.carryOver !== true) throw usage((texts) => texts.onlyCarryOver("--as-of"));
  const loaded = await load(options, io);
  const { plan, places } = loaded;
  const language = spokenLanguage(options, io, plan);
  const making = makingTexts(language);
  const year = readYear(typed);
  if (year <= plan.year) throw usage((texts) => texts.notLaterYear(typed, plan.year));
  const folder = folderFor(year, plan, places.base);
  const name = basename(folder);
  const isTaken = existingFiles(dirname(folder), [{ path: name, text: "" }]).length > 0;
  if (isTaken) throw unreadable((texts) => texts.alreadyThere(shown(io, dirname(folder)), [name]));
  // Files are in the plan's language, whatever the language of the answer.
  const made = makeYear(loaded, year, options, io, makingTexts(plan.language));
  // Made before any file. Only `--carry-over` uses the journal.
  const stderr = options.carryOver === true ? await noticesOf(journalNotices(loaded), language) : "";
  if (options.dryRun !== true) inFolder(shown(io, folder), () => makeFiles(folder, made.files));
  return {
    stdout: answer(made, [shown(io, places.plan), shown(io, folder)], { from: plan.year, to: year }, options, making),
    stderr,
    code: 0,
  };
}

/** `2018` beside `plan`; or beside `2017`, if the old plan is in a folder named after its year. */
function folderFor(year: number, plan: Plan, base: string): string {
  return join(basename(base) === String(plan.year) ? dirname(base) : base, String(year));
}

function makeYear(loaded: Loaded, year: number, options: NewYearOptions, io: Io, making: Making): Made {
  const { plan, places } = loaded;
  const asOf = asOfDay(options, plan, todayOf(plan, io));
  const carried = options.carryOver === true ? carriedOver(loaded, year, asOf, making) : [];
  const move: YearMove = { from: plan.year, to: year, carried, comment: making.carriedComment };
  const rewritten = planContents(places.plan, places.plan).map((content) => ({
    path: `${USUAL_PLAN}/${content.file}`,
    ...rewriteForYear(content, move),
  }));
  const next = soundPlan(
    rewritten.map(({ path, text }) => ({ file: path, bytes: Buffer.from(text) })),
    year,
  );
  const left = rewritten.flatMap((file) => file.left);
  return {
    files: [
      ...(plan.journal === null ? [{ path: USUAL_JOURNAL, text: "" }] : []),
      ...schemaFiles(USUAL_PLAN, next),
      ...rewritten.map(({ path, text }) => ({ path, text })),
    ],
    carried: carried.filter(({ id }) => !left.includes(id)).map(({ was }) => was.id),
    asOf,
    left,
    dropped: rewritten.flatMap((file) => file.dropped),
    kept: rewritten.flatMap((file) => file.kept),
    oldYear: rewritten.flatMap(({ path, text }) =>
      linesWith(text, move).map(([line, own]) => `${path}:${line}  ${own}`),
    ),
  };
}

function carriedOver(
  { plan, journal }: Loaded,
  year: number,
  asOf: Day,
  making: Making,
): (YearMove["carried"][number] & Leftover)[] {
  return leftovers(plan, journal, asOf, year).map((leftover) => ({
    ...leftover,
    remarks: making.carriedRemarks(plan.year, leftover.was),
  }));
}

/** The new plan, or a failure if the rewritten files have errors. */
function soundPlan(files: Parameters<typeof readPlanContents>[0], year: number): Plan {
  const { plan, problems } = readPlanContents(files);
  if (plan !== null) return plan;
  const first = problems.find(isError);
  throw unreadable((texts, language) => {
    const { message, hint } = first === undefined ? { message: "", hint: "" } : problemTexts(first, language);
    return [texts.notMade(year), first?.excerpt?.trim() ?? "", message, hint].filter((line) => line !== "").join("\n");
  });
}

/**
 * The lines (from 1) that mention the old year, and the text around it. Leaves out marks of what was carried over, and
 * the line for the day of issue, which is not known yet.
 */
function linesWith(text: string, { from, comment }: YearMove): [line: number, passage: string][] {
  const year = new RegExp(`(?<!\\d)${from}(?!\\d)`);
  const isOurs = (line: string): boolean =>
    line.includes(comment(from)) || line.trimEnd().endsWith(`-y${from}`) || line.startsWith("# issued:");
  return text.split("\n").flatMap((line, index): [number, string][] => {
    const at = isOurs(line) ? -1 : line.search(year);
    return at < 0 ? [] : [[index + 1, passage(line, at)]];
  });
}

/** Characters shown on each side of the year, so that a place fits on one line. */
const AROUND = 12;

function passage(line: string, at: number): string {
  const [before, after] = [Array.from(line.slice(0, at).trimStart()), Array.from(line.slice(at).trimEnd())];
  const start = before.length > AROUND ? `…${before.slice(-AROUND).join("")}` : before.join("");
  const end = after.length > AROUND + 4 ? `${after.slice(0, AROUND + 4).join("")}…` : after.join("");
  return start + end;
}

/** Most ids that the answer names; the new files have them all. */
const MOST_IDS = 12;

function answer(
  { files, carried, asOf, left, dropped, kept, oldYear }: Made,
  [own, folder]: readonly [own: string, folder: string],
  { from, to }: Pick<YearMove, "from" | "to">,
  options: NewYearOptions,
  making: Making,
): string {
  const lines = [
    making.made(options.dryRun === true, folder),
    ...files.map(({ path }) => `  ${path}`),
    ...(options.carryOver === true ? [making.carried(carried.length, asOf, to)] : []),
    ...(carried.length === 0 ? [] : [`  ${making.carriedIds(carried.slice(0, MOST_IDS), carried.length > MOST_IDS)}`]),
    ...(dropped.length === 0 ? [] : [making.droppedAgain(dropped.length, from)]),
    ...(kept.length === 0 ? [] : [making.keptAgain(kept)]),
    ...(left.length === 0 ? [] : [making.notCarried(left)]),
    ...(oldYear.length === 0
      ? []
      : [making.yearInTexts(oldYear.length, from), ...oldYear.map((place) => `  ${place}`)]),
    ...(options.dryRun === true ? [] : [making.nextYear(own, `${folder}/${USUAL_PLAN}`, to)]),
  ];
  return `${lines.join("\n")}\n`;
}

function shown(io: Io, path: string): string {
  const way = relative(io.cwd, path);
  return way === "" ? "." : way;
}
