/** The sections of a bulletin, each composed as a list of blocks. */
import type { ReportSection } from "../../core/report-template.ts";
import { missedDays } from "../../core/indicator-days.ts";
import { isReached } from "../../core/indicators.ts";
import type { ListedIndicator, VerdictCounts } from "../../core/views/indicators.ts";
import { sharesOf } from "../../core/views/report-numbers.ts";
import type { SilenceView } from "../../core/views/report-lists.ts";
import { divisionParts, themeRows } from "./division-parts.ts";
import { type Block, paragraph, subheading } from "./document.ts";
import type { ReportTexts } from "../../i18n/zh/report.ts";
import type { Pen } from "./pen.ts";
import { annexTable } from "./annex.ts";
import { groupChart, shareChart } from "./charts.ts";
import {
  beforeSentences,
  paceSentence,
  partSentences,
  periodSentences,
  stateSentences,
  verdictSentence,
} from "./sentences.ts";
import {
  behindTable,
  cancelledTable,
  extendedTable,
  finishedTable,
  groupTable,
  hinderedTable,
  indicatorTable,
  nextTable,
  overdueTable,
  unprovenTable,
} from "./tables.ts";

type Compose = (pen: Pen) => Block[];

export const SECTIONS = {
  overview,
  finished,
  behind,
  unreported,
  divisions,
  themes,
  indicators,
  changes,
  unproven,
  next,
  annex: (pen) => [annexTable(pen.view.tasks, pen)],
} as const satisfies Record<ReportSection, Compose>;

function overview(pen: Pen): Block[] {
  const { view, texts } = pen;
  return [
    ...(divisionParts(pen).length > 0 ? partParagraphs(pen) : wholeParagraphs(pen)),
    ...(view.indicators.length === 0 ? [] : [paragraph(verdictSentence(view.verdicts, pen))]),
    ...shareChart(pen),
    { kind: "note", text: texts.notes(view.totals.inPeriod === null ? null : pen.kind) },
  ];
}

function wholeParagraphs(pen: Pen): Block[] {
  const { view, texts } = pen;
  const { counts } = view.totals;
  const whole = [texts.totals(counts.tasks, counts.milestones), ...partSentences(pen)];
  const period = [...periodSentences(view.totals, pen), paceSentence(pen)];
  return [
    paragraph(texts.sentences([...whole, ...stateSentences(view.totals, view.shares, pen)])),
    paragraph(texts.sentences(period)),
    ...beforeSentences(view, view.totals, pen).map(paragraph),
  ];
}

/** A paragraph for each of the two parts of a division. */
function partParagraphs(pen: Pen): Block[] {
  const { texts } = pen;
  const paragraphs = divisionParts(pen).map(({ isLead, numbers, before }) => {
    const states = stateSentences(numbers, sharesOf(numbers.counts), pen);
    const all = [...states, ...periodSentences(numbers, pen), ...beforeSentences({ before }, numbers, pen)];
    return paragraph(texts.ofPart(isLead, texts.sentences(all)));
  });
  const apart = texts.sentences([...partSentences(pen), texts.leadAndAssist]);
  return [paragraph(apart), ...paragraphs, paragraph(paceSentence(pen))];
}

function finished(pen: Pen): Block[] {
  const { view, texts, period } = pen;
  const { counts, inPeriod } = view.totals;
  const late = view.finished.filter((milestone) => milestone.late).length;
  const count = view.finished.length;
  const reached = view.indicators.filter(({ verdict }) => isReached(verdict));
  return [
    ...(count === 0
      ? [paragraph(texts.noneFinished(period, inPeriod?.counts.dueDone ?? counts.done, isOver(pen)))]
      : [paragraph(texts.finished(period, count, count - late, late)), finishedTable(view.finished, pen)]),
    ...(reached.length === 0
      ? []
      : [paragraph(texts.reached(reached.length)), indicatorTable(texts.sectionTitle("indicators"), reached, pen)]),
  ];
}

/** Whether the period was over on the as-of day. */
function isOver({ view }: Pen): boolean {
  return view.asOf !== null && view.asOf > view.period.end;
}

/** A sentence with the number of rows and the table; or the sentence that there are none. */
function listed(count: number, none: string, some: (count: number) => string, table: Block): Block[] {
  return count === 0 ? [paragraph(none)] : [paragraph(some(count)), table];
}

function behind(pen: Pen): Block[] {
  const { view, texts } = pen;
  const { asOf } = view;
  // A target due on the as-of day itself and not reached also counts as missed here: the period leaves it undone.
  const isMissed = (one: ListedIndicator): boolean => asOf !== null && missedDays(one, one, asOf).length > 0;
  // The targets of a cancelled task no longer matter.
  const dropped = new Set(view.tasks.filter(({ state }) => state === "cancelled").map(({ id }) => id));
  const kept = view.indicators.filter(({ task }) => !dropped.has(task));
  const late = kept.filter((one) => one.verdict === "behind" || isMissed(one));
  const [noneHindered, noneBehind] = [texts.noneHindered(view.overdue.length), noneBehindText(view.verdicts, texts)];
  return [
    numbered(1, texts.overdue, pen),
    ...listed(view.overdue.length, texts.noneOverdue, texts.overdueCount, overdueTable(view.overdue, pen)),
    numbered(2, texts.hindered, pen),
    ...listed(view.hindered.length, noneHindered, texts.hinderedCount, hinderedTable(view.hindered, pen)),
    numbered(3, texts.behindIndicators, pen),
    ...listed(late.length, noneBehind, texts.behindCount, behindTable(texts.behindIndicators, late, pen)),
  ];
}

function noneBehindText(verdicts: VerdictCounts, texts: ReportTexts): string {
  const { noReading, cancelled } = verdicts;
  if (verdicts.indicators === 0) return texts.noIndicators;
  return noReading > 0 && noReading + cancelled === verdicts.indicators ? texts.noReadings : texts.noneBehind;
}

function unreported(pen: Pen): Block[] {
  const { view, texts, period } = pen;
  if (view.silent.length > 0) {
    return [paragraph(texts.silent), { kind: "items", items: view.silent.map((silence) => silenceText(silence, pen)) }];
  }
  const { start, end } = view.period;
  const days = view.tasks
    .flatMap(({ milestones }) => milestones.filter(({ state }) => state !== "cancelled"))
    .map(({ assessmentDue }) => assessmentDue)
    .filter((day) => start <= day && day <= end);
  const hasDue = days.some((day) => day <= (view.asOf ?? day));
  return [paragraph(hasDue ? texts.noneSilent(period) : texts.noneDue(period, days.length))];
}

function silenceText({ name, due, milestones }: SilenceView, { texts, catalogue }: Pen): string {
  const ids = milestones.map(({ id }) => id).join(catalogue.words.listSeparator);
  return texts.silence(name, due, milestones.length, ids);
}

function divisions(pen: Pen): Block[] {
  const { view, texts } = pen;
  return [
    paragraph(view.groupBy === "division" ? texts.countedOnce : texts.leadAndAssist),
    groupTable(texts.sectionTitle("divisions"), "division", view.groups, pen),
    ...groupChart(pen),
  ];
}

function themes(pen: Pen): Block[] {
  const { texts } = pen;
  return [groupTable(texts.sectionTitle("themes"), "theme", themeRows(pen), pen)];
}

function indicators(pen: Pen): Block[] {
  const { view, texts } = pen;
  if (view.indicators.length === 0) return [paragraph(texts.noIndicators)];
  const sentence = paragraph(verdictSentence(view.verdicts, pen));
  return [sentence, indicatorTable(texts.sectionTitle("indicators"), view.indicators, pen)];
}

function changes(pen: Pen): Block[] {
  const { view, texts } = pen;
  const dropped = view.cancelled.filter(({ extended }) => extended).length;
  const some = (count: number): string => texts.extendedCount(count, dropped);
  return [
    numbered(1, texts.extended, pen),
    ...listed(view.extended.length, texts.noneExtended(dropped), some, extendedTable(view.extended, pen)),
    numbered(2, texts.cancelled, pen),
    ...listed(view.cancelled.length, texts.noneCancelled, texts.cancelledCount, cancelledTable(view.cancelled, pen)),
  ];
}

function unproven(pen: Pen): Block[] {
  const { view, texts } = pen;
  const none = view.totals.counts.done === 0 ? texts.noneDone : texts.noneUnproven;
  return listed(view.unproven.length, none, texts.unprovenCount, unprovenTable(view.unproven, pen));
}

function next(pen: Pen): Block[] {
  const { view, texts, catalogue, year } = pen;
  const { milestones, done, quarter, month } = view.next;
  const { words } = catalogue;
  const own = month === null ? words.quarters([quarter]) : words.months([month]);
  const name = texts.periodOf(view.next.year, own, view.next.year === year);
  if (milestones.length === 0) return [paragraph(texts.noneNext(name, done))];
  return [paragraph(texts.next(name, milestones.length, done)), nextTable(milestones, pen)];
}

function numbered(number: number, title: string, { texts, catalogue }: Pen): Block {
  return subheading(texts.subheading(catalogue.words.numeral(number), title));
}
