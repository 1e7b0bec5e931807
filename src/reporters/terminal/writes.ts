/** The answer to a write: what was recorded, how early or late, what it changes, and how to take it back. */
import type { Day } from "../../core/calendar.ts";
import { type JournalRecord, shortId } from "../../core/journal/record.ts";
import { STATES } from "../../core/standing.ts";
import type { RecordView } from "../../core/views/records.ts";
import type { QuarterEffectView } from "../../core/views/write-figures.ts";
import type { EffectView, IndicatorEffectView, WriteView } from "../../core/views/writes.ts";
import { hang, padEnd } from "../layout.ts";
import { widthOf } from "../width.ts";
import { type Brush, type Look, shortDay } from "../look.ts";
import { amountText, shareText, verdictText } from "./indicator-lines.ts";
import { capital, evidenceText, kindText, someIds, timeliness, assessmentText } from "./phrases.ts";

const MOST_IDS = 5;

/** Lines beside a label; nothing is shown where there are none. */
interface Labelled {
  readonly label: string;
  readonly lines: readonly string[];
  readonly brush?: Brush;
}

export function renderWrite(view: WriteView, look: Look): string[] {
  const { screens } = look.catalogue;
  const say = view.kind === "ipplan/undo" ? screens.alreadyRevoked : screens.unchanged;
  const unchanged = view.unchanged.map((id) => say(view.kind === "ipplan/undo" ? shortId(id) : id));
  if (view.records.length === 0) return unchanged;
  const each = view.records.flatMap((record) => recordLines(record, view, look));
  const all = view.records.length > 1 ? sharedLines(view, look) : [];
  return [...unchanged, ...each, ...(all.length > 0 ? ["", ...all] : [])];
}

/** One record: alone with all its effects, among others with its own. */
function recordLines(record: RecordView, view: WriteView, look: Look): string[] {
  const { screens, words } = look.catalogue;
  const effect = view.effects.find(({ id }) => id === record.ref);
  const isAlone = view.records.length === 1;
  const done = view.kind === "ipplan/undo" ? screens.takenBack : screens.written;
  const title = view.dryRun ? screens.dryRun : done;
  const facts = factLines(record, effect, view, look);
  const effects = isAlone ? sharedEffects(view, look) : [];
  const labelled: Labelled[] = [
    ...facts,
    { label: screens.labelEffect, lines: effects },
    { label: screens.labelRecord, lines: view.dryRun ? [] : [undoHint(record, view, look)], brush: look.paint.dim },
  ];
  const occurrence = effect?.occurrence === null || effect === undefined ? "" : occurrenceName(effect, view, look);
  const mark = view.dryRun ? "" : `${look.symbols.green} `;
  const name = occurrence === "" ? "" : words.inBrackets(occurrence);
  const text = effect?.text ?? nameOf(record, view);
  const head = hang(`${mark}${title}  `, `${record.ref} ${text}${name}`.trimEnd(), look.width);
  return [...head.map((line) => (view.dryRun ? line : look.paint.green(line))), ...labelledLines(labelled, look)];
}

/** Of the indicator or task that it speaks of. */
function nameOf({ ref }: JournalRecord, { indicators = [], tasks = [] }: WriteView): string {
  return indicators.find(({ id }) => id === ref)?.name ?? tasks.find(({ id }) => id === ref)?.title ?? "";
}

function occurrenceName(effect: EffectView, { plan }: WriteView, look: Look): string {
  return look.catalogue.words.window({ start: effect.start, end: effect.originalDue }, plan?.year ?? 0);
}

/** What the record says, label by label; what it does not say is no line. */
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

/** The deed itself: days, percent, the new due day. */
function deedText(record: RecordView, effect: EffectView | undefined, view: WriteView, look: Look): string | undefined {
  const { screens, words } = look.catalogue;
  const planYear = view.plan?.year ?? 0;
  if (record.do === "revoke" || (record.do === "note" && record.on === view.recorded?.day)) return undefined;
  if (record.do === "done" && effect !== undefined) return completionText(record, effect, view, look);
  const day = shortDay(record.on, planYear);
  if (record.do === "reading") return [readingText(record, view, look), day].join(words.clauseSeparator);
  if (record.do === "progress") return [`${record.percent ?? 0}%`, day].join(words.clauseSeparator);
  if (record.do === "extend" && effect !== undefined) {
    const moved = screens.extended(shortDay(effect.originalDue, planYear), shortDay(effect.due, planYear));
    const said = [day, moved].join(words.clauseSeparator) + writtenText(record, view, look);
    return [said, ...assessmentText(effect, planYear, look)].join(words.sentenceSeparator);
  }
  if (record.do === "accept" && effect !== undefined && effect.completedOn !== null) {
    return [day, screens.completed(shortDay(effect.completedOn, planYear))].join(words.clauseSeparator);
  }
  return day;
}

/** `120 件（累计）` · `3 件（新增）` · `12 家`: only what adds up says how it counts. */
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

/** `；登记于 07-03（补登）`, where it was written down on another day than it happened. */
function writtenText(record: RecordView, { recorded, plan }: WriteView, look: Look): string {
  const { screens, words } = look.catalogue;
  if (recorded === null || recorded.day === record.on) return "";
  const late = record.recordedLate ? words.inBrackets(screens.recordedLate) : "";
  return `${words.sentenceSeparator}${screens.writtenOn(shortDay(recorded.day, plan?.year ?? 0))}${late}`;
}

/** A record in words: `1f36bc47：06-17 完成（规划发展处 2017-06-28 登记）`. */
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

/** Tasks, quarters and arrears that the write changed, each once. */
function sharedEffects(view: WriteView, look: Look): string[] {
  const { screens, words } = look.catalogue;
  const tasks = [...new Set(view.effects.map(({ task }) => task))];
  const changed = view.quarterEffects.filter(
    ({ doneBefore, done, dueBefore, due }) => doneBefore !== done || dueBefore !== due,
  );
  const lines = [
    ...(view.indicators ?? []).flatMap((indicator) => indicatorLines(indicator, view, look)),
    ...tasks.flatMap((task) =>
      effectLines(
        view.effects.filter((effect) => effect.task === task),
        look,
      ),
    ),
    ...(view.kind === "ipplan/undo" ? view.effects.flatMap((effect) => restored(effect, view, look)) : []),
    ...view.effects.flatMap((effect) => revived(effect, view, look)),
    ...changed.map((effect) => quarterLine(effect, look)),
  ];
  const { acceptedBefore, accepted, waiting } = view.acceptance;
  if (acceptedBefore !== accepted) lines.push(screens.effectAccepted(acceptedBefore, accepted, waiting));
  const count = view.overdue.length;
  if (count === view.overdueBefore) return lines;
  const isShort = count > 0 && count <= MOST_IDS;
  const left = isShort ? words.inBrackets(screens.remaining(view.overdue.items.join(words.listSeparator))) : "";
  return [...lines, screens.effectOverdue(view.overdueBefore, count) + left];
}

/** `10/agencies 未填报 → 12 家，完成目标的 120.0%`, a line for each quarter where the target holds for each; below the verdict. */
function indicatorLines(indicator: IndicatorEffectView, { plan }: WriteView, look: Look): string[] {
  const { words } = look.catalogue;
  const { id, value, unit, changedQuarters } = indicator;
  const amount = (number: number | null): string =>
    number === null ? words.verdict("no-reading") : amountText(number, unit);
  const lineOf = (name: string, one: IndicatorEffectView): string => {
    const share = shareText(one, look);
    const change = `${name} ${amount(one.valueBefore)} → ${amount(one.value)}`;
    return [change, ...(share === "" ? [] : [share])].join(words.clauseSeparator);
  };
  const byQuarter = changedQuarters.map((own) =>
    lineOf(`${id} ${words.quarters([own.quarter])}`, { ...indicator, ...own }),
  );
  const verdict = value === null ? [] : [verdictText(indicator, plan?.year ?? 0, look)];
  return [...(byQuarter.length > 0 ? byQuarter : [lineOf(id, indicator)]), ...verdict];
}

/** `任务22 已完成 2/3 → 1/3；22-2 现为逾期`: what changed of a task, by its milestones of the write; nothing where nothing did. */
function effectLines(effects: readonly EffectView[], look: Look): string[] {
  const [first] = effects;
  if (first === undefined) return [];
  const { screens, words } = look.catalogue;
  const { task, doneBefore, done, ofBefore, of } = first;
  const isCounted = doneBefore !== done || ofBefore !== of;
  const counts = isCounted ? [screens.effectTask(task, `${doneBefore}/${ofBefore}`, `${done}/${of}`)] : [];
  // What is done says so at its head.
  const moved = effects.filter(({ state, stateBefore }) => state !== stateBefore && state !== "done");
  const states = STATES.flatMap((state) => {
    const ids = moved.filter((effect) => effect.state === state).map(({ id }) => id);
    return ids.length === 0 ? [] : [screens.stateNow(someIds(ids, MOST_IDS, look), words.state(state))];
  });
  const parts = [...counts, ...states];
  return parts.length === 0 ? [] : [parts.join(words.sentenceSeparator)];
}

/** `2-1 04-02 完成，逾期 2 天` · `25-2 时限 09-15 → 08-31`: what holds again where something else was taken back. */
function restored(effect: EffectView, { plan }: WriteView, look: Look): string[] {
  const { screens, words } = look.catalogue;
  const { id, due, dueBefore, completedOn, completedOnBefore, daysEarly } = effect;
  const day = (one: Day): string => shortDay(one, plan?.year ?? 0);
  const moved = due === dueBefore ? [] : [`${id} ${screens.dueIs(`${day(dueBefore)} → ${day(due)}`)}`];
  if (completedOn === null || completedOnBefore === null || completedOn === completedOnBefore) return moved;
  const early = daysEarly === null ? [] : [timeliness(daysEarly, look)];
  return [...moved, `${id} ${[screens.completed(day(completedOn)), ...early].join(words.clauseSeparator)}`];
}

/** What had been cancelled and is done all the same counts again: whoever approved the cancellation may not know. */
function revived({ id, state, stateBefore, cancellation }: EffectView, { plan }: WriteView, look: Look): string[] {
  const { screens } = look.catalogue;
  if (state !== "done" || stateBefore !== "cancelled" || cancellation === null) return [];
  return [screens.revived(id, shortDay(cancellation.on, plan?.year ?? 0), cancellation.approver)];
}

function quarterLine({ quarter, dueBefore, due, doneBefore, done, movedOut }: QuarterEffectView, look: Look): string {
  const { screens, words } = look.catalogue;
  const text = screens.effectQuarter(
    words.quarters([quarter]),
    dueBefore === due ? `${due}` : `${dueBefore} → ${due}`,
    doneBefore,
    done,
  );
  if (movedOut.length === 0) return text;
  return text + words.inBrackets(screens.movedOut(movedOut.length, someIds(movedOut, MOST_IDS, look)));
}

function sharedLines(view: WriteView, look: Look): string[] {
  const { screens } = look.catalogue;
  const lines = view.dryRun ? [] : [undoAllHint(view, look)];
  return labelledLines(
    [
      { label: screens.labelEffect, lines: sharedEffects(view, look) },
      { label: screens.labelRecord, lines, brush: look.paint.dim },
    ],
    look,
  );
}

function undoHint(record: JournalRecord, view: WriteView, look: Look): string {
  const { screens } = look.catalogue;
  const id = shortId(record.id);
  const say = view.kind === "ipplan/undo" ? screens.undoLine : screens.recordLine;
  return say(id, record.by, `ipplan undo ${id}`);
}

/** Of several records, such as those of a form that was the wrong one, as one command. */
function undoAllHint({ kind, records }: WriteView, look: Look): string {
  const { screens } = look.catalogue;
  const say = kind === "ipplan/undo" ? screens.restoreAll : screens.undoAll;
  return say(records.length, `ipplan undo ${records.map(({ id }) => shortId(id)).join(" ")}`);
}

/** Labels in one column, their lines beside them. */
function labelledLines(labelled: readonly Labelled[], look: Look): string[] {
  const shown = labelled.filter(({ lines }) => lines.length > 0);
  const width = Math.max(4, ...shown.map(({ label }) => widthOf(label)));
  return shown.flatMap(({ label, lines, brush = (text: string) => text }) =>
    lines.flatMap((line, index) =>
      hang(`  ${padEnd(index === 0 ? label : "", width)}    `, line, look.width).map((text) => brush(text)),
    ),
  );
}
