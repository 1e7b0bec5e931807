/** `log`: the journal by the day of writing. Revoked and corrected records are kept and marked. */
import type { Day } from "../../core/calendar.ts";
import { areOfMilestones } from "../../core/selection.ts";
import type { LogView } from "../../core/views/log.ts";
import { type PlacedRecord, besideCorrections } from "../../core/views/log-order.ts";
import type { RecordView } from "../../core/views/records.ts";
import { shortId } from "../../core/journal/record.ts";
import { hang, spread, wrap } from "../layout.ts";
import { logNote } from "../words/log-note.ts";
import { type Look, shortDay } from "../look.ts";
import { type Column, type TableRow, renderTable } from "../table.ts";
import { evidenceText, kindText, oneSentence, timeliness } from "../words/phrases.ts";
import { asKnownNote } from "../words/subject.ts";
import { widthOf } from "../width.ts";

/** In columns: a longer reference, as of an indicator, would leave the text beside it no room on a narrow screen. */
const MOST_REF = 12;
const WIDE_SCREEN = 100;

/** The screen of `log`. */
export function renderLog(view: LogView, look: Look): string[] {
  const { screens, words } = look.catalogue;
  const { records, plan, since, until } = view;
  if (plan === null) return [];
  const ofMilestones = milestonesAlone(view, look);
  if (records.length === 0) return [screens.noRecords(view.recordsInJournal), ...ofMilestones];
  const title = since === null || until === null ? screens.journal : screens.journalDays(since, until);
  const placed = besideCorrections(records);
  const isInOrder = placed.every(({ record }, at) => record.t <= (placed[at - 1]?.record.t ?? record.t));
  return [
    ...spread(title, screens.newestFirst(words.zone(plan.timezone), isInOrder), look.width).map((line) =>
      line.replace(title, look.paint.bold(title)),
    ),
    ...[...logNote(view, look), ...asKnownNote(view, look)].flatMap((note) => hang("", note, look.width)),
    "",
    ...recordTable(placed, plan.year, look),
    "",
    ...wrap(screens.logShown(records.length, view.recordsInJournal), look.width),
    ...ofMilestones,
  ];
}

/** A note that filters by milestone exclude records about tasks and indicators, whatever their day. */
function milestonesAlone({ filters }: LogView, look: Look): string[] {
  return areOfMilestones(filters) ? wrap(look.catalogue.screens.logOfMilestones, look.width) : [];
}

function recordTable(placed: readonly PlacedRecord[], planYear: number, look: Look): string[] {
  const { screens } = look.catalogue;
  const columns: Column[] = [
    { heading: screens.recorded, align: "left" },
    { heading: screens.recordId, align: "left" },
    { heading: screens.recordedBy, align: "left" },
    { heading: screens.recordKind, align: "left" },
    { heading: screens.milestone, align: "left" },
    { heading: screens.dayAndText, align: "left", fill: true },
  ];
  const days = [...new Set(placed.map(dayOf))];
  const rows = days.flatMap((day): TableRow[] => {
    const own = placed.filter((one) => dayOf(one) === day).map(({ record }) => record);
    return [
      { across: `${shortDay(day, planYear)} ${look.catalogue.words.weekday(day)}`, from: 0 },
      ...own.map((record, at) => recordRow(record, own[at - 1]?.recorded.day ?? day, planYear, look)),
    ];
  });
  return renderTable(columns, rows, look);
}

/** The day below which a record is listed: a corrected record is listed with its correction. */
function dayOf({ record, below }: PlacedRecord): Day {
  return (below ?? record).recorded.day;
}

/** A record's row. `before` is the day of the row above, or of the heading. */
function recordRow(record: RecordView, before: Day, planYear: number, look: Look): TableRow {
  const { words } = look.catalogue;
  const kind = record.isCorrection ? words.correction : words.recordKind(record.do);
  const isLong = look.width < WIDE_SCREEN && widthOf(record.ref) > MOST_REF;
  const ref = isLong ? record.ref : "";
  const text = [ref, firstLine(record, planYear, look), secondLine(record, look)].filter((line) => line !== "");
  const { day, time } = record.recorded;
  // A corrected record is listed below the day of its correction, so a row gives its own day wherever that changes. It
  // goes above the time, so that other rows lose no room to it.
  const between = look.width === Infinity ? " " : "\n  ";
  const when = day === before ? time : shortDay(day, planYear) + between + time;
  const cells = [`  ${when}`, shortId(record.id), record.by, kind, isLong ? "" : record.ref, text.join("\n")];
  return record.live ? cells : cells.map((cell) => ({ text: cell, brush: look.paint.dim }));
}

/** What happened on which day, and whether the record was revoked or corrected. */
function firstLine(record: RecordView, planYear: number, look: Look): string {
  const { screens, words } = look.catalogue;
  if (record.do === "revoke") {
    const target = screens.takesBack(record.of.map(shortId).join(words.listSeparator));
    const text = record.note === undefined ? target : screens.wordWith(target, record.note);
    return text + fateMark(record, look).map(words.inBrackets).join("");
  }
  const marks = [...(record.recordedLate ? [screens.recordedLate] : []), ...fateMark(record, look)];
  return `${deed(record, planYear, look)}${marks.length === 0 ? "" : words.inBrackets(marks.join(words.clauseSeparator))}`;
}

function deed(record: RecordView, planYear: number, look: Look): string {
  const { screens, words } = look.catalogue;
  const day = shortDay(record.on, planYear);
  if (record.do === "done") {
    const early = record.daysEarly === null ? [] : [timeliness(record.daysEarly, look)];
    return [screens.completed(day), ...early].join(words.clauseSeparator);
  }
  if (record.do === "note") return `${day} ${record.note ?? words.recordKind("note")}`;
  if (record.do === "extend") return `${day} ${screens.movedTo(shortDay(record.to ?? record.on, planYear))}`;
  return `${day} ${kindText(record, look)}`;
}

function fateMark(record: RecordView, look: Look): string[] {
  const { screens } = look.catalogue;
  if (record.supersededByKind === null) return [];
  return [record.supersededByKind === "revoke" ? screens.revoked : screens.corrected];
}

/**
 * The record's details: what it corrects, evidence, reason, approver, note, problem and next step. Empty for records
 * that no longer count.
 */
function secondLine(record: RecordView, look: Look): string {
  const { screens, words } = look.catalogue;
  if (record.do === "revoke" || !record.live) return "";
  const corrects = record.isCorrection ? [screens.corrects(record.of.map(shortId).join(words.listSeparator))] : [];
  const evidence = record.evidence === undefined ? [] : [evidenceText(record.evidence, look)];
  const reason = record.reason === undefined ? [] : [record.reason];
  const approver = record.approver === undefined ? [] : [screens.approvedBy(record.approver)];
  const note = record.note === undefined || record.do === "note" ? [] : [record.note];
  // The reason of a block is often its problem.
  const isNew = record.problem !== undefined && record.problem !== record.reason;
  const problem = isNew ? [screens.wordWith(screens.labelProblem, record.problem)] : [];
  const next = record.next === undefined ? [] : [screens.wordWith(screens.labelNext, record.next)];
  const said = oneSentence([...reason, ...approver, ...note, ...problem, ...next], look.catalogue);
  // Evidence stays as it is: a link may end in a full stop.
  return [...corrects, ...evidence, ...(said === "" ? [] : [said])].join(words.sentenceSeparator);
}
