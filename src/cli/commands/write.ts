/** `done` and `undo`: options → decision → append → what it changed. */
import { basename, join } from "node:path";
import { statSync } from "node:fs";
import { foldJournal } from "../../core/journal/fold.ts";
import { type JournalRecord, headsOf, shortId } from "../../core/journal/record.ts";
import { type Decision, decideCompletion, decideRevocation, lastRecordOf } from "../../core/journal/write.ts";
import type { Day } from "../../core/calendar.ts";
import { type Milestone, milestonesOf } from "../../core/plan.ts";
import { matchMilestone, matchRecord, splitIds } from "../../core/resolve.ts";
import { NO_FILTERS } from "../../core/selection.ts";
import { parseTypedDay } from "../../core/typed.ts";
import type { Inquiry } from "../../core/views/envelope.ts";
import { viewWrite } from "../../core/views/writes.ts";
import { localTime } from "../../core/zone.ts";
import { appendLines } from "../../storage/journal-files.ts";
import { MAX_LINE_BYTES, describeMilestone, encodeRecord } from "../../storage/journal-line.ts";
import { catalogueOf } from "../../i18n/catalogue.ts";
import { parseEvidence } from "../evidence.ts";
import { usage } from "../failure.ts";
import { resolveDivision } from "../filters.ts";
import type { Io, Outcome } from "../io.ts";
import { chosenLanguage } from "../language.ts";
import { type Loaded, fileFailure, load } from "../load.ts";
import { report } from "../report.ts";
import { oneLine, optionalLine } from "../texts.ts";
import { chooseMilestone } from "./choose-milestone.ts";
import type { WriteOptions } from "./types.ts";

export async function done(ids: readonly string[], options: WriteOptions, io: Io): Promise<Outcome> {
  const loaded = await load(options, io);
  const { plan, journal, places } = loaded;
  const today = localTime(io.now(), plan.timezone).day;
  const inquiry = inquiryOf(loaded, today);
  const milestones = chosenMilestones(ids, inquiry);
  const request = {
    on: optionalPastDay(options.on, today),
    today,
    by: writer(options, io),
    from: options.from === undefined ? null : resolveDivision(plan, options.from).name,
    note: optionalLine("--note", options.note),
    evidence: parseEvidence(options.evidence ?? [], places.base),
  };
  const decisions = milestones.map((milestone) => ({
    id: milestone.id,
    decision: decideCompletion(milestone, describeMilestone(milestone), journal, request),
  }));
  const outcome = await writeAndReport("done", decisions, inquiry, loaded, options, io);
  const tookToday = request.on === null && decisions.some(({ decision }) => isLateToday(decision, inquiry));
  if (!tookToday) return outcome;
  const { screens } = catalogueOf(chosenLanguage(options.lang, io.env) ?? plan.language);
  const again = `ipplan done ${milestones.map(({ id }) => id).join(" ")} --on ${today}`;
  return { ...outcome, stderr: `${outcome.stderr}${screens.tookToday(today, again)}\n` };
}

export async function undo(ids: readonly string[], options: WriteOptions, io: Io): Promise<Outcome> {
  const loaded = await load(options, io);
  const today = localTime(io.now(), loaded.plan.timezone).day;
  const inquiry = inquiryOf(loaded, today);
  const by = writer(options, io);
  const typed = splitIds(ids);
  const records = typed.length === 0 ? [lastOwn(inquiry, by)] : typed.map((id) => chosenRecord(id, inquiry));
  const request = { on: today, by, note: optionalLine("--note", options.note) };
  const decisions = [...new Set(records)].map((record) => ({
    id: record.id,
    decision: decideRevocation(record, loaded.journal, request),
  }));
  return writeAndReport("undo", decisions, inquiry, loaded, options, io);
}

interface Decided {
  readonly id: string;
  readonly decision: Decision;
}

/** Everything is decided and encoded before the first byte is written: all or nothing. */
async function writeAndReport(
  command: "done" | "undo",
  decisions: readonly Decided[],
  inquiry: Inquiry,
  loaded: Loaded,
  options: WriteOptions,
  io: Io,
): Promise<Outcome> {
  const encoded = encodeAll(decisions, loaded, io);
  const dryRun = options.dryRun === true;
  if (!dryRun && encoded.length > 0) append(encoded.map(({ line }) => line), loaded, writer(options, io));
  const records = encoded.map(({ record }) => record);
  if (options.quiet === true) return { stdout: records.map(({ id }) => `${id}\n`).join(""), stderr: "", code: 0 };
  const unchanged = decisions.filter(({ decision }) => "unchanged" in decision).map(({ id }) => id);
  const after = foldJournal([...loaded.journal.records, ...records]);
  const view =
    command === "done"
      ? viewWrite("done", inquiry, { dryRun, records, unchanged, after })
      : viewWrite("undo", inquiry, { dryRun, records, unchanged, after });
  return report(view, options, io, {
    language: loaded.plan.language,
    isForecast: false,
    isToday: true,
    damaged: loaded.reading.damaged.length,
    keep: [loaded.places.plan, loaded.journalPath],
  });
}

/** Records of one command know of each other: each names the one before it as seen. */
function encodeAll(decisions: readonly Decided[], { journal }: Loaded, io: Io): { record: JournalRecord; line: string }[] {
  const t = new Date(io.now()).toISOString();
  let heads = headsOf(journal.records);
  return decisions.flatMap(({ decision }) => {
    if (!("write" in decision)) return [];
    const encoded = encodeRecord(decision.write, t, heads);
    if (Buffer.byteLength(encoded.line) >= MAX_LINE_BYTES) throw usage((texts) => texts.recordTooLong(MAX_LINE_BYTES));
    heads = [encoded.record.id];
    return [encoded];
  });
}

/** Into the journal file; in a folder, into the writer's own. */
function append(lines: readonly string[], { journalPath }: Loaded, by: string): void {
  const isFolder = statSync(journalPath, { throwIfNoEntry: false })?.isDirectory() === true;
  const path = isFolder ? join(journalPath, `${fileNameOf(by)}.jsonl`) : journalPath;
  try {
    appendLines(path, lines);
  } catch (error) {
    throw fileFailure(error);
  }
}

/** A name that every file system takes. */
function fileNameOf(by: string): string {
  return basename(by.normalize("NFC").replace(/[\\/:*?"<>|.\s]+/g, "_")) || "_";
}

function inquiryOf({ plan, journal, reading }: Loaded, today: Day): Inquiry {
  return { plan, journal, asOf: today, filters: NO_FILTERS, journalDamaged: reading.damaged.length };
}

function chosenMilestones(ids: readonly string[], inquiry: Inquiry): Milestone[] {
  const typed = splitIds(ids);
  if (typed.length === 0) throw usage((texts) => texts.noIds);
  const milestones = typed.map((id) => chooseMilestone(id, inquiry));
  const twice = milestones.find((milestone, index) => milestones.indexOf(milestone) < index);
  if (twice !== undefined) throw usage((texts) => texts.twice(twice.id));
  return milestones;
}

function chosenRecord(typed: string, inquiry: Inquiry): JournalRecord {
  const match = matchRecord(inquiry.journal, typed);
  if (match.kind === "record") return match.record;
  const milestone = matchMilestone(inquiry.plan, typed);
  if (milestone.kind === "milestone") {
    const own = inquiry.journal.liveByRef.get(milestone.milestone.id) ?? [];
    throw usage((texts) => texts.milestoneGiven(typed, own.map(({ id }) => shortId(id))));
  }
  if (match.kind === "ambiguous") {
    throw usage((texts) => texts.severalRecords(typed, match.records.map(({ id }) => id)));
  }
  throw usage((texts) => (match.kind === "too short" ? texts.shortRecord(typed) : texts.unknownRecord(typed)));
}

function lastOwn({ journal }: Inquiry, by: string): JournalRecord {
  const record = lastRecordOf(journal, by);
  if (record === undefined) throw usage((texts) => texts.nothingToUndo(by));
  return record;
}

function writer(options: WriteOptions, io: Io): string {
  return oneLine("--by", options.by ?? io.userName());
}

function optionalPastDay(typed: string | undefined, today: Day): Day | null {
  if (typed === undefined) return null;
  const day = parseTypedDay(typed, today);
  if (day === undefined) throw usage((texts) => texts.badDay("--on", typed));
  if (day > today) throw usage((texts) => texts.future("--on", day, today));
  return day;
}

/** Whether a completion took today although its due day is past: probably a day was forgotten. */
function isLateToday(decision: Decision, { plan, asOf }: Inquiry): boolean {
  if (!("write" in decision) || decision.corrects !== null) return false;
  const milestone = milestonesOf(plan).find(({ id }) => id === decision.write.ref);
  return milestone !== undefined && milestone.window.end < asOf;
}
