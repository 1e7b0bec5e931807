/** Turns typed rows into items to write: checks each text and resolves each id. */
import { parseAmount, percentInCell } from "../../core/amount.ts";
import { type Day, daysBetween, laterOf, yearOf } from "../../core/calendar.ts";
import { isPercent } from "../../core/indicators.ts";
import { type Target, type WriteRequest, decideWrite } from "../../core/journal/write-decisions.ts";
import { matchMilestone } from "../../core/resolve.ts";
import type { Indicator } from "../../core/plan.ts";
import { inPercent } from "../../core/rounding.ts";
import { standingOf } from "../../core/standing.ts";
import { isWithoutYear, parseTypedDay } from "../../core/typed-days.ts";
import { parseAsOf } from "../../core/typed-periods.ts";
import { timestampOf } from "../../core/zone.ts";
import { describeMilestone } from "../../storage/journal-line.ts";
import { parseEvidence } from "../evidence.ts";
import { Failure, usage } from "../failure.ts";
import { resolveDivision } from "../filters.ts";
import { badDay } from "../typed-text.ts";
import { chooseIndicator } from "./choose-indicator.ts";
import { chooseMilestone } from "./choose-milestone.ts";
import { type Item, refusalsOf } from "./drafting.ts";
import { dayTyped, hasPart, inPart, lineOf, nameOf, neededPart, requireFlags, withoutPart } from "./row-parts.ts";
import { type Row, records } from "./rows.ts";
import { pastDay } from "./past-day.ts";
import type { Session } from "./session.ts";

/**
 * All rows as items. Fails with everything that is wrong, each with its place, including what the journal would refuse.
 */
export function itemsOf(rows: readonly Row[], session: Session): Item[] {
  const tried = rows.map((row) => tryRow(row, session));
  const items = tried.flatMap((one) => ("item" in one ? [one.item] : []));
  if (items.length === rows.length) return items;
  const refusals = refusalsOf(items, session.loaded.journal, timestampOf(session.io.now()));
  const failures = tried.flatMap((one) => ("item" in one ? (refusals.get(one.item) ?? []) : one.failures));
  throw usage(async (...said) => {
    const messages = await Promise.all(failures.map(async (failure) => failure.say(...said)));
    // A fault typed once for all ids is reported once.
    return [...new Set(messages)].join("\n");
  });
}

/** The row as an item, or all that is wrong with it, in column order. */
function tryRow(row: Row, session: Session): { item: Item } | { failures: Failure[] } {
  const tried = tryParts(row, session);
  if ("item" in tried) return tried;
  return { failures: inColumnOrder(tried.failures, row).map((failure) => placed(failure, row)) };
}

/** Tries the row; if a cell is at fault, removes that part and tries the rest, to find all faults. */
function tryParts(row: Row, session: Session): { item: Item } | { failures: Failure[] } {
  try {
    return { item: itemOf(row, session) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { part } = error;
    if (part === null || part === "ref" || part === "kind" || row.place === null) return { failures: [error] };
    if (!hasPart(row, part)) return { failures: [error] };
    const rest = tryParts(withoutPart(row, part), session);
    return { failures: "item" in rest ? [error] : [error, ...rest.failures] };
  }
}

function inColumnOrder(failures: readonly Failure[], { cells }: Row): Failure[] {
  const columns = [...(cells?.keys() ?? [])];
  const columnOf = ({ part }: Failure): number => columns.indexOf(part ?? "");
  return failures.toSorted((a, b) => columnOf(a) - columnOf(b));
}

/** The failure with the place of the cell, or else the row, before its message. */
function placed(failure: Failure, { place, cells }: Row): Failure {
  if (place === null) return failure;
  const at = cells?.get(failure.part ?? "")?.place ?? place;
  return usage(async (...said) => `${at} ${await failure.say(...said)}`);
}

function itemOf(row: Row, session: Session): Item {
  if (row.fault !== undefined) throw row.fault;
  const { inquiry, today, loaded } = session;
  const noted = row.kind === "note" ? matchMilestone(inquiry.plan, row.ref) : null;
  if (noted?.kind === "task") return bareItem(noted.task.id, row, writeRequest(row, session));
  if (row.kind === "reading") return readingItem(row, session);
  const milestone = inPart("ref", () => chooseMilestone(row.ref, inquiry, row.kind, row.place === null ? row : {}));
  const was = describeMilestone(milestone);
  const { kind } = row;
  const request = writeRequest(row, session, milestone.window.end);
  return {
    id: milestone.id,
    place: row.place,
    decide: (journal) => {
      const standing = standingOf(milestone, { plan: loaded.plan, journal, asOf: laterOf(today, request.on) });
      const target: Target = { ref: milestone.id, was, standing };
      return decideWrite(kind, target, request, journal);
    },
  };
}

/** An item for a reading. Its day may be given as a period, meaning its last day. */
function readingItem(row: Row, session: Session): Item {
  const { inquiry, today } = session;
  const { ref, indicator } = inPart("ref", () => chooseIndicator(row.ref, inquiry.plan));
  const { on } = row;
  const day = on === undefined || isWithoutYear(on) ? on : (parseAsOf(on, today, inquiry.plan.year) ?? on);
  const value = neededPart("value", row, (typed) => readingValue(typed, row.mode, indicator), 0);
  const mode = inPart("mode", () => parseMode(nameOf("mode", row), row.mode));
  const request: WriteRequest = {
    ...writeRequest({ ...row, on: day }, session),
    value,
    mode,
  };
  return bareItem(ref, row, request);
}

/** An item about a task or an indicator. */
function bareItem(ref: string, { kind, place }: Row, request: WriteRequest): Item {
  const target: Target = { ref, was: null, standing: null };
  return { id: ref, place, decide: (journal) => decideWrite(kind, target, request, journal) };
}

/**
 * The value of a reading. A plus sign is normal for growth (`+20%`); elsewhere it may mean an addition, so the mode
 * must be given.
 */
function readingValue(typed: string, mode: string | undefined, indicator: Indicator): number {
  const value = parseValue(typed, indicator);
  const mayBeAddition = mode === undefined && indicator.basis !== "growth" && /^\s*[+＋]/.test(typed);
  if (mayBeAddition) throw usage((texts) => texts.additionOrTotal(typed.trim(), value));
  return value;
}

/** A typed value in the indicator's unit. Fails if it cannot be read. */
export function parseValue(typed: string, { unit, basis }: Indicator): number {
  const value = parseAmount(typed, unit);
  const isRank = basis === "rank";
  if (value === undefined || (isRank && !(Number.isInteger(value) && value >= 1))) {
    throw usage((texts) => texts.badAmount(typed, unit, isRank));
  }
  // A spreadsheet stores 23.4% as 0.234. To mean less than one percent, type the percent sign.
  if (isPercent(unit) && value !== 0 && Math.abs(value) <= 1 && !/[%％]\s*$/.test(typed)) {
    throw usage((texts) => texts.shareOrPercent(value, inPercent(value)));
  }
  return value;
}

const MODES: Readonly<Record<string, "total" | "add">> = {
  total: "total",
  cumulative: "total",
  累计: "total",
  总数: "total",
  add: "add",
  increment: "add",
  新增: "add",
};

const TOLD_MODES = [
  ["total", "add"],
  ["累计", "新增"],
] as const;

function parseMode(name: string, typed: string | undefined): "total" | "add" {
  if (typed === undefined) return "total";
  const mode = Object.hasOwn(MODES, typed) ? MODES[typed] : undefined;
  if (mode === undefined) throw usage((texts) => texts.badValue(name, typed, texts.oneOf(...TOLD_MODES)));
  return mode;
}

type Words = Pick<WriteRequest, "from" | "note" | "problem" | "next" | "evidence">;

function wordsOf(row: Row, { inquiry, loaded, io }: Session): Words {
  const { base } = loaded.places;
  const { evidence = [], place } = row;
  return {
    from: inPart("from", () => (row.from === undefined ? null : resolveDivision(inquiry.plan, row.from).name)),
    note: lineOf("note", row),
    problem: lineOf("problem", row),
    next: lineOf("next", row),
    evidence: inPart("evidence", () => parseEvidence(evidence, base, place === null ? io.cwd : base)),
  };
}

/**
 * The request for a row. `due` is the milestone's original due day, which an extension goes beyond; null if there is
 * none.
 */
function writeRequest(row: Row, session: Session, due: Day | null = null): WriteRequest {
  const { inquiry, today, by } = session;
  const request = {
    on: inPart("on", () => pastDay(nameOf("on", row), dayTyped("on", row), today, inquiry.plan.year)) ?? today,
    isToday: row.on === undefined,
    by,
    ...wordsOf(row, session),
    percent: records(row.kind, "percent") ? neededPart("percent", row, percentIn(row), 0) : null,
    value: null,
    mode: null,
    to: records(row.kind, "to")
      ? neededPart("to", row, () => laterDue(nameOf("to", row), dayTyped("to", row) ?? "", session, due), today)
      : null,
    reason: records(row.kind, "reason") ? lineOf("reason", row) : null,
    approver: records(row.kind, "approver") ? lineOf("approver", row) : null,
  };
  // Faults in what was typed are reported before what is missing.
  requireFlags(row);
  return request;
}

/** The parser for a percentage. In a cell, 0.8 is how a spreadsheet stores 80%, and 1 could be 100% or 1%. */
function percentIn({ cells }: Row): (typed: string) => number {
  if (cells?.has("percent") !== true) return parsePercent;
  return (typed) => {
    const percent = percentInCell(typed);
    if (percent === null) throw usage((texts) => texts.shareOrPercent(1, 100));
    return parsePercent(percent);
  };
}

/** A typed whole number from 0 to 100, with or without a percent sign; fails for any other text. */
export function parsePercent(typed: string): number {
  const match = /^(\d{1,3})[%％]?$/.exec(typed.normalize("NFKC").trim());
  const percent = Number(match?.[1]);
  if (match === null || percent > 100) throw usage((texts) => texts.badPercent(typed));
  return percent;
}

/**
 * If an extension without a year would be moved to next year and be more than this many days after the due day, a day
 * before the due day was more likely meant.
 */
const HALF_A_YEAR = 183;

/**
 * The new due day of an extension. A day without a year is the first such day from the due day on; if that is in the
 * next year and far away, it is refused as a likely slip. Ends of periods (`9月底`) are in the plan's year, or in the
 * year typed.
 */
function laterDue(name: string, typed: string, { inquiry, today }: Session, due: Day | null): Day {
  const year = Number(/^\d{4}(?=年)/.exec(typed)?.[0] ?? inquiry.plan.year);
  const day = parseTypedDay(typed, today, due) ?? parseAsOf(typed, today, year);
  if (day === undefined) throw badDay(name, typed);
  const isFar = due !== null && yearOf(day) > yearOf(due) && daysBetween(due, day) > HALF_A_YEAR;
  if (isFar && isWithoutYear(typed)) throw usage((texts) => texts.whichYear(name, typed, due, day));
  return day;
}
