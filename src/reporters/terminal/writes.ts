/** The answer to a write: what was recorded, how early or late, the effects, and how to undo it. */
import { type JournalRecord, shortId } from "../../core/journal/record.ts";
import type { RecordView } from "../../core/views/records.ts";
import type { EffectView, WriteView } from "../../core/views/writes.ts";
import { hang, padEnd } from "../layout.ts";
import { widthOf } from "../width.ts";
import { type Brush, type Look, shortDay } from "../look.ts";
import { amountText } from "../words/indicator-lines.ts";
import { capital, evidenceText, kindText, timeliness, assessmentText } from "../words/phrases.ts";
import { sharedEffects } from "./write-effects.ts";

/** Lines beside a label. Without lines the label is not shown. */
interface Labelled {
  readonly label: string;
  readonly lines: readonly string[];
  readonly brush?: Brush;
  /** The command at the end of the last line, which is not broken. */
  readonly command?: string;
}

/** The screen of all writing commands. */
export function renderWrite(view: WriteView, look: Look): string[] {
  const { screens } = look.catalogue;
  const say = view.kind === "ipplan/undo" ? screens.alreadyRevoked : screens.unchanged;
  const unchanged = view.unchanged.map((id) => say(view.kind === "ipplan/undo" ? shortId(id) : id));
  if (view.records.length === 0) return unchanged;
  const each = view.records.flatMap((record) => recordLines(record, view, look));
  const all = view.records.length > 1 ? sharedLines(view, look) : [];
  return [...unchanged, ...each, ...(all.length > 0 ? ["", ...all] : [])];
}

/** The lines of one record. The only record of a write also has the effects; those of several follow all records. */
function recordLines(record: RecordView, view: WriteView, look: Look): string[] {
  const { screens, words } = look.catalogue;
  const effect = view.effects.find(({ id }) => id === record.ref);
  const isAlone = view.records.length === 1;
  const undone = isRestored(record, view) ? screens.restored : screens.takenBack;
  const title = view.dryRun ? screens.dryRun : view.kind === "ipplan/undo" ? undone : screens.written;
  const facts = factLines(record, effect, view, look);
  const effects = isAlone ? sharedEffects(view, look) : [];
  const labelled: Labelled[] = [
    ...facts,
    { label: screens.labelEffect, lines: effects },
    ...undoLabelled((undo) => undoHint(record, view, undo, look), [record], view, look),
  ];
  const occurrence = effect?.occurrence === null || effect === undefined ? "" : occurrenceName(effect, view, look);
  const mark = view.dryRun ? "" : `${look.symbols.green} `;
  const name = occurrence === "" ? "" : words.inBrackets(occurrence);
  const text = effect?.text ?? nameOf(record, view);
  const head = hang(`${mark}${title}  `, `${record.ref} ${text}${name}`.trimEnd(), look.width);
  return [...head.map((line) => (view.dryRun ? line : look.paint.green(line))), ...labelledLines(labelled, look)];
}

/** The name of the record's indicator or the title of its task. */
function nameOf({ ref }: JournalRecord, { indicators = [], tasks = [] }: WriteView): string {
  return indicators.find(({ id }) => id === ref)?.name ?? tasks.find(({ id }) => id === ref)?.title ?? "";
}

function occurrenceName(effect: EffectView, { plan }: WriteView, look: Look): string {
  return look.catalogue.words.window({ start: effect.start, end: effect.originalDue }, plan?.year ?? 0);
}

/** The facts of the record, by label. */
function factLines(record: RecordView, effect: EffectView | undefined, view: WriteView, look: Look): Labelled[] {
  const { screens, words } = look.catalogue;
  const planYear = view.plan?.year ?? 0;
  const named = view.targets.filter(({ id }) => record.of.includes(id));
  const line = (label: string, text: string | undefined): Labelled => ({
    label,
    lines: text === undefined ? [] : [text],
  });
  const evidence = record.evidence === undefined ? undefined : evidenceText(record.evidence, look);
  const targetLabel = record.do === "revoke" ? screens.labelTakesBack : capital(words.correction);
  const targets = record.do === "accept" ? [] : named.map((target) => describe(target, planYear, look));
  return [
    line(capital(words.recordKind(record.do)), deedText(record, effect, view, look)),
    { label: record.do === "unblock" ? capital(words.recordKind("block")) : targetLabel, lines: targets },
    line(screens.labelReason, record.reason),
    line(screens.labelApprover, record.approver),
    line(screens.labelFrom, record.from),
    line(screens.labelEvidence, evidence),
    line(screens.labelNote, record.note),
    line(screens.labelProblem, record.problem),
    line(screens.labelNext, record.next),
  ];
}

/** What the record does: days, percentage, new due day. */
function deedText(record: RecordView, effect: EffectView | undefined, view: WriteView, look: Look): string | undefined {
  const { screens, words } = look.catalogue;
  const planYear = view.plan?.year ?? 0;
  if (record.do === "revoke" || (record.do === "note" && record.on === view.recorded?.day)) return undefined;
  if (record.do === "done" && effect !== undefined) return completionText(record, effect, view, look);
  const day = shortDay(record.on, planYear);
  if (record.do === "reading") return [readingText(record, view, look), day].join(words.clauseSeparator);
  if (record.do === "progress") return [`${record.percent ?? 0}%`, day].join(words.clauseSeparator);
  if (record.do === "extend" && effect !== undefined) {
    // Another extension with a later day may be the effective one.
    const to = record.to ?? effect.due;
    const moved = screens.extended(shortDay(effect.originalDue, planYear), shortDay(to, planYear));
    const said = [day, moved].join(words.clauseSeparator) + writtenText(record, view, look);
    const judged = to === effect.due ? assessmentText(effect, planYear, look) : [];
    return [said, ...judged].join(words.sentenceSeparator);
  }
  if (record.do === "accept" && effect !== undefined && effect.completedOn !== null) {
    return [day, screens.completed(shortDay(effect.completedOn, planYear))].join(words.clauseSeparator);
  }
  return day;
}

/**
 * `120 件（累计）` · `3 件（新增）` · `12 家`: only values of flow indicators, and added values, say how they count.
 */
function readingText({ ref, value = 0, mode }: JournalRecord, { indicators = [] }: WriteView, look: Look): string {
  const { screens, words } = look.catalogue;
  const indicator = indicators.find(({ id }) => id === ref);
  const amount = amountText(value, indicator?.unit ?? "");
  if (mode === "add") return amount + words.inBrackets(screens.modeAdd);
  if (indicator?.basis !== "flow") return amount;
  return amount + words.inBrackets(indicator.per === null ? screens.modeTotal : screens.modeQuarterTotal);
}

/** `06-28，时限 06-30，提前 2 天；登记于 07-03（补登）`. */
function completionText(record: RecordView, effect: EffectView, view: WriteView, look: Look): string {
  const { screens, words } = look.catalogue;
  const planYear = view.plan?.year ?? 0;
  const parts = [
    shortDay(record.on, planYear),
    screens.dueIs(shortDay(effect.assessmentDue, planYear)),
    ...(record.daysEarly === null ? [] : [timeliness(record.daysEarly, look)]),
  ];
  return parts.join(words.clauseSeparator) + writtenText(record, view, look);
}

/** `；登记于 07-03（补登）`; empty if it was recorded on the day it happened. */
function writtenText(record: RecordView, { recorded, plan }: WriteView, look: Look): string {
  const { screens, words } = look.catalogue;
  if (recorded === null || recorded.day === record.on) return "";
  const late = record.recordedLate ? words.inBrackets(screens.recordedLate) : "";
  return `${words.sentenceSeparator}${screens.writtenOn(shortDay(recorded.day, plan?.year ?? 0))}${late}`;
}

/** Describes a record: `1f36bc47：06-17 完成（规划发展处 2017-06-28 登记）`. */
function describe(record: JournalRecord, planYear: number, look: Look): string {
  const { screens, words } = look.catalogue;
  const kind = kindText(record, look);
  const day = shortDay(record.on, planYear);
  const moved = record.to === undefined ? `${day} ${kind}` : `${day} ${screens.movedTo(shortDay(record.to, planYear))}`;
  const what = record.do === "done" ? screens.completed(day) : moved;
  const target = record.do === "revoke" ? ` ${record.of.map(shortId).join(words.listSeparator)}` : "";
  const evidence = record.evidence === undefined ? [] : [evidenceText(record.evidence, look)];
  const note = record.note === undefined ? [] : [record.note];
  const text = [what + target, ...evidence, ...note].join(words.sentenceSeparator);
  return screens.wordWith(shortId(record.id), text) + words.inBrackets(screens.byWhom(record.by));
}

function sharedLines(view: WriteView, look: Look): string[] {
  const { screens } = look.catalogue;
  return labelledLines(
    [
      { label: screens.labelEffect, lines: sharedEffects(view, look) },
      ...undoLabelled((undo) => undoAllHint(view, undo, look), view.records, view, look),
    ],
    look,
  );
}

/** How to undo the records; none for a dry run. */
function undoLabelled(
  hint: (undo: string) => string,
  records: readonly JournalRecord[],
  { dryRun }: WriteView,
  look: Look,
): Labelled[] {
  if (dryRun) return [];
  const command = `ipplan undo ${records.map(({ id }) => shortId(id)).join(" ")}`;
  return [{ label: look.catalogue.screens.labelRecord, lines: [hint(command)], brush: look.paint.dim, command }];
}

function undoHint(record: JournalRecord, view: WriteView, undo: string, look: Look): string {
  const { screens } = look.catalogue;
  const undone = isRestored(record, view) ? screens.undoAgainLine : screens.undoLine;
  const say = view.kind === "ipplan/undo" ? undone : screens.recordLine;
  return say(shortId(record.id), record.by, undo);
}

/** Whether the record undoes an undo. */
function isRestored({ id }: JournalRecord, { restored = [] }: WriteView): boolean {
  return restored.includes(id);
}

/** The hint to undo several records with one command, for example after applying the wrong form. */
function undoAllHint(view: WriteView, undo: string, look: Look): string {
  const { kind, records } = view;
  const { screens } = look.catalogue;
  const undone = records.some((record) => isRestored(record, view)) ? screens.undoAgainAll : screens.restoreAll;
  const say = kind === "ipplan/undo" ? undone : screens.undoAll;
  return say(records.length, undo);
}

/** The labels in one column, with their lines beside them. */
function labelledLines(labelled: readonly Labelled[], look: Look): string[] {
  const shown = labelled.filter(({ lines }) => lines.length > 0);
  const width = Math.max(4, ...shown.map(({ label }) => widthOf(label)));
  return shown.flatMap(({ label, lines, brush = (text: string) => text, command = "" }) =>
    lines.flatMap((line, index) => {
      const front = `  ${padEnd(index === 0 ? label : "", width)}    `;
      return hangCommand(front, line, command, look.width).map((text) => brush(text));
    }),
  );
}

/**
 * The line, with its command kept whole however wide it is. Half a command could be pasted and run: `undo` without an
 * id takes back another record, and with some of the ids only part. If there is no room, the command goes on its own
 * line.
 */
function hangCommand(front: string, line: string, command: string, width: number): string[] {
  if (command === "" || widthOf(front + line) <= width) return hang(front, line, width);
  const said = line.slice(0, -command.length).trimEnd();
  return [...hang(front, said, width), " ".repeat(widthOf(front)) + command];
}
