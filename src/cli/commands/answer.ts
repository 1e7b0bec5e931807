/** What reading commands have in common: options → inquiry → view → outcome. */
import type { Day } from "../../core/calendar.ts";
import { GROUPINGS, type Grouping } from "../../core/grouping.ts";
import { type Journal, foldJournal, knownOn } from "../../core/journal/fold.ts";
import { foldTyped } from "../../core/text.ts";
import { parseTypedDay } from "../../core/typed-days.ts";
import type { Inquiry } from "../../core/views/envelope.ts";
import { usage } from "../failure.ts";
import { asOfDay, refuseIdleRole, resolveFilters, resolveWord } from "../filters.ts";
import { LISTING, skipOptimizing } from "../short-runs.ts";
import type { Io, Outcome } from "../io.ts";
import { type Loaded, load } from "../load.ts";
import { type Surroundings, outcomeOf } from "../outcome.ts";
import type { ReadOptions } from "../options.ts";
import { badDay } from "../typed-text.ts";
import { todayOf } from "../today.ts";
import { journalNotices } from "../notices.ts";
import type { ReadView } from "../../core/views/answer.ts";

/** Makes a command's view. */
export type MakeView = (inquiry: Inquiry, loaded: Loaded, today: Day) => ReadView | Promise<ReadView>;

/**
 * Loads plan and journal, makes the view and returns the outcome. `text` is the text that `list` searches for; `most`
 * is the most milestones for which the command does without optimization (`skipOptimizing`).
 */
export async function answer(
  options: ReadOptions,
  io: Io,
  text: string | null,
  makeView: MakeView,
  most = LISTING,
): Promise<Outcome> {
  const { inquiry, loaded, today, around } = await inquire(options, io, text);
  skipOptimizing(loaded.plan, io, most);
  return outcomeOf(await makeView(inquiry, loaded, today), options, io, around);
}

/** An inquiry, with what it was made from. */
export interface InquiryContext {
  readonly inquiry: Inquiry;
  readonly loaded: Loaded;
  readonly today: Day;
  readonly around: Surroundings;
}

/** Loads plan and journal, and makes the inquiry that the options describe. */
export async function inquire(options: ReadOptions, io: Io, text: string | null): Promise<InquiryContext> {
  const loaded = await load(options, io);
  const { plan } = loaded;
  const today = todayOf(plan, io);
  const asOf = asOfDay(options, plan, today);
  const filters = resolveFilters(options, plan, asOf, text);
  const asKnown = optionalDay("--as-known", options.asKnown, today);
  const inquiry = await inquiryOf(loaded, { asOf, filters, asKnown }, wantsBasis(options));
  return { inquiry, loaded, today, around: surroundings(options, loaded, asOf, today) };
}

/** What an inquiry is about. With `asKnown`, only records written on or before that day count; null counts all. */
export interface InquiryRequest extends Pick<Inquiry, "asOf" | "filters"> {
  readonly asKnown: Day | null;
}

/** Makes the inquiry from what was loaded. With `hasBasis` it names the records that the answer rests on. */
export async function inquiryOf(
  loaded: Loaded,
  { asOf, filters, asKnown }: InquiryRequest,
  hasBasis: boolean,
): Promise<Inquiry> {
  const { plan, journal: all, reading } = loaded;
  const journal = asKnown === null ? all : foldJournal(knownOn(reading.records, asKnown, plan.timezone));
  return {
    ...{ plan, journal, asOf, filters },
    journalDamaged: reading.damaged.length,
    ...(asKnown === null ? {} : { asKnown }),
    ...(hasBasis ? { basis: await basisOf(journal, asKnown === null ? loaded : null) } : {}),
  };
}

function surroundings(options: ReadOptions, loaded: Loaded, asOf: Day, today: Day): Surroundings {
  return {
    language: loaded.plan.language,
    isForecast: asOf > today,
    isToday: options.asOf === undefined,
    notices: journalNotices(loaded),
    keep: [loaded.places.plan, loaded.journalPath],
  };
}

/** Whether the answer must name the records that it rests on: JSON, and answers as known on an earlier day. */
function wantsBasis({ asKnown, format, output }: ReadOptions): boolean {
  return asKnown !== undefined || format === "json" || output?.toLowerCase().endsWith(".json") === true;
}

/**
 * The number and digest of the records that an answer rests on. Pass `loaded` if these are all its records: it may
 * already have the digest.
 */
async function basisOf(
  journal: Journal,
  loaded: Pick<Loaded, "digest" | "cacheDigest"> | null,
): Promise<NonNullable<Inquiry["basis"]>> {
  const known = loaded?.digest ?? null;
  if (known !== null) return { records: journal.count, digest: known };
  const { digestOf } = await import("../../storage/journal-line.ts");
  const digest = digestOf(journal.ids);
  loaded?.cacheDigest?.(digest);
  return { records: journal.count, digest };
}

/** The typed grouping, or null if none was typed. Refuses a role that neither it nor a division looks at. */
export function optionalGrouping(options: ReadOptions & { readonly groupBy?: string }): Grouping | null {
  if (options.groupBy === undefined) return null;
  const grouping = resolveWord("--group-by", options.groupBy, GROUPINGS);
  if (grouping !== "division") refuseIdleRole(options);
  return grouping;
}

/** A whole number of days from `least` to 366, or null if none was typed. */
export function optionalDays(flag: string, typed: string | undefined, least: 0 | 1): number | null {
  if (typed === undefined) return null;
  const days = Number(/^\d{1,3}(?=天?$)/.exec(foldTyped(typed))?.[0]);
  if (!(days >= least && days <= 366)) throw usage((texts) => texts.badDays(flag, typed, least));
  return days;
}

/** The typed day, or null if none was typed. */
export function optionalDay(flag: string, typed: string | undefined, today: Day): Day | null {
  if (typed === undefined) return null;
  const day = parseTypedDay(typed, today);
  if (day === undefined) throw badDay(flag, typed);
  return day;
}

/**
 * The first day of a week, month or quarter named relative to `from` (`上周`, `this month`); undefined for any other
 * text.
 */
export async function typedStart(typed: string | undefined, from: Day): Promise<Day | undefined> {
  if (typed === undefined) return undefined;
  return (await import("../../core/typed-start.ts")).parseTypedStart(typed, from);
}
