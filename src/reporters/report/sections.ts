/** The sections of a bulletin, each composed as a list of blocks. */
import { type Day, contains } from "../../core/calendar.ts";
import type { ReportSection } from "../../core/report-template.ts";
import { isLeftBehind } from "../../core/indicator-days.ts";
import { isReached } from "../../core/indicators.ts";
import type { ListedIndicator, VerdictCounts } from "../../core/views/indicators.ts";
import type { ReportView } from "../../core/views/report.ts";
import { sharesOf } from "../../core/views/report-numbers.ts";
import type { SilenceView } from "../../core/views/report-lists.ts";
import { divisionParts, themeRows } from "./division-parts.ts";
import { type Block, paragraph, subheading } from "./document.ts";
import type { ReportTexts } from "../../i18n/zh/report.ts";
import type { ReportContext } from "./report-context.ts";
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

type Compose = (context: ReportContext) => Block[];

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
  annex: (context) => [annexTable(context.view.tasks, context)],
} as const satisfies Record<ReportSection, Compose>;

function overview(context: ReportContext): Block[] {
  const { view, texts } = context;
  return [
    ...(divisionParts(context).length > 0 ? partParagraphs(context) : wholeParagraphs(context)),
    ...(view.indicators.length === 0 ? [] : [paragraph(verdictSentence(view.verdicts, context))]),
    ...shareChart(context),
    { kind: "note", text: texts.notes(view.totals.inPeriod === null ? null : context.kind) },
  ];
}

function wholeParagraphs(context: ReportContext): Block[] {
  const { view, texts } = context;
  const { counts } = view.totals;
  const whole = [texts.totals(counts.tasks, counts.milestones), ...partSentences(context)];
  const period = [...periodSentences(view.totals, context), paceSentence(context)];
  return [
    paragraph(texts.sentences([...whole, ...stateSentences(view.totals, view.shares, context)])),
    paragraph(texts.sentences(period)),
    ...beforeSentences(view, view.totals, context).map(paragraph),
  ];
}

/** A paragraph for each of the two parts of a division. */
function partParagraphs(context: ReportContext): Block[] {
  const { texts } = context;
  const paragraphs = divisionParts(context).map(({ isLead, numbers, before }) => {
    const states = stateSentences(numbers, sharesOf(numbers.counts), context);
    const all = [...states, ...periodSentences(numbers, context), ...beforeSentences({ before }, numbers, context)];
    return paragraph(texts.ofPart(isLead, texts.sentences(all)));
  });
  const apart = texts.sentences([...partSentences(context), texts.leadAndAssist]);
  return [paragraph(apart), ...paragraphs, paragraph(paceSentence(context))];
}

function finished(context: ReportContext): Block[] {
  const { view, texts, period } = context;
  const late = view.finished.filter((milestone) => milestone.late).length;
  const count = view.finished.length;
  const reached = view.indicators.filter(({ verdict }) => isReached(verdict));
  return [
    ...(count === 0
      ? [paragraph(texts.noneFinished(period, finishedElsewhere(view)))]
      : [paragraph(texts.finished(period, count, count - late, late)), finishedTable(view.finished, context)]),
    ...(reached.length === 0
      ? []
      : [paragraph(texts.reached(reached.length)), indicatorTable(texts.sectionTitle("indicators"), reached, context)]),
  ];
}

/** How many of the milestones due in the period were done before it, and how many after it. */
function finishedElsewhere({ tasks, period, totals }: ReportView): { readonly before: number; readonly after: number } {
  const isDue = (day: Day): boolean => totals.inPeriod === null || contains(period, day);
  const days = tasks
    .flatMap(({ milestones }) => milestones)
    .flatMap(({ state, assessmentDue, completedOn }) =>
      state === "done" && completedOn !== null && isDue(assessmentDue) ? [completedOn] : [],
    );
  return {
    before: days.filter((day) => day < period.start).length,
    after: days.filter((day) => day > period.end).length,
  };
}

/** A sentence with the number of rows and the table; or the sentence that there are none. */
function listed(count: number, none: string, some: (count: number) => string, table: Block): Block[] {
  return count === 0 ? [paragraph(none)] : [paragraph(some(count)), table];
}

function behind(context: ReportContext): Block[] {
  const { view, texts } = context;
  const { asOf } = view;
  // A target due on the as-of day itself and not reached is left behind too: the period leaves it undone.
  const isLeft = (one: ListedIndicator): boolean => asOf !== null && isLeftBehind(one, one, asOf);
  // The targets of a cancelled task no longer matter.
  const dropped = new Set(view.tasks.filter(({ state }) => state === "cancelled").map(({ id }) => id));
  const kept = view.indicators.filter(({ task }) => !dropped.has(task));
  const late = kept.filter(isLeft);
  const [noneHindered, noneBehind] = [texts.noneHindered(view.overdue.length), noneBehindText(view.verdicts, texts)];
  return [
    numbered(1, texts.overdue, context),
    ...listed(view.overdue.length, texts.noneOverdue, texts.overdueCount, overdueTable(view.overdue, context)),
    numbered(2, texts.hindered, context),
    ...listed(view.hindered.length, noneHindered, texts.hinderedCount, hinderedTable(view.hindered, context)),
    numbered(3, texts.behindIndicators, context),
    ...listed(late.length, noneBehind, texts.behindCount, behindTable(texts.behindIndicators, late, context)),
  ];
}

function noneBehindText(verdicts: VerdictCounts, texts: ReportTexts): string {
  const { noReading, cancelled } = verdicts;
  if (verdicts.indicators === 0) return texts.noIndicators;
  return noReading > 0 && noReading + cancelled === verdicts.indicators ? texts.noReadings : texts.noneBehind;
}

function unreported(context: ReportContext): Block[] {
  const { view, texts, period } = context;
  if (view.silent.length > 0) {
    return [
      paragraph(texts.silent),
      { kind: "items", items: view.silent.map((silence) => silenceText(silence, context)) },
    ];
  }
  const { start, end } = view.period;
  const days = view.tasks
    .flatMap(({ milestones }) => milestones.filter(({ state }) => state !== "cancelled"))
    .map(({ assessmentDue }) => assessmentDue)
    .filter((day) => start <= day && day <= end);
  const hasDue = days.some((day) => day <= (view.asOf ?? day));
  return [paragraph(hasDue ? texts.noneSilent(period) : texts.noneDue(period, days.length))];
}

function silenceText({ name, due, milestones }: SilenceView, { texts, catalogue }: ReportContext): string {
  const ids = milestones.map(({ id }) => id).join(catalogue.words.listSeparator);
  return texts.silence(name, due, milestones.length, ids);
}

function divisions(context: ReportContext): Block[] {
  const { view, texts } = context;
  return [
    paragraph(view.groupBy === "division" ? texts.countedOnce : texts.leadAndAssist),
    groupTable(texts.sectionTitle("divisions"), "division", view.groups, context),
    ...groupChart(context),
  ];
}

function themes(context: ReportContext): Block[] {
  const { texts } = context;
  return [groupTable(texts.sectionTitle("themes"), "theme", themeRows(context), context)];
}

function indicators(context: ReportContext): Block[] {
  const { view, texts } = context;
  if (view.indicators.length === 0) return [paragraph(texts.noIndicators)];
  const sentence = paragraph(verdictSentence(view.verdicts, context));
  return [sentence, indicatorTable(texts.sectionTitle("indicators"), view.indicators, context)];
}

function changes(context: ReportContext): Block[] {
  const { view, texts } = context;
  const dropped = view.cancelled.filter(({ extended }) => extended).length;
  const some = (count: number): string => texts.extendedCount(count, dropped);
  return [
    numbered(1, texts.extended, context),
    ...listed(view.extended.length, texts.noneExtended(dropped), some, extendedTable(view.extended, context)),
    numbered(2, texts.cancelled, context),
    ...listed(
      view.cancelled.length,
      texts.noneCancelled,
      texts.cancelledCount,
      cancelledTable(view.cancelled, context),
    ),
  ];
}

function unproven(context: ReportContext): Block[] {
  const { view, texts } = context;
  const none = view.totals.counts.done === 0 ? texts.noneDone : texts.noneUnproven;
  return listed(view.unproven.length, none, texts.unprovenCount, unprovenTable(view.unproven, context));
}

function next(context: ReportContext): Block[] {
  const { view, texts, catalogue, year } = context;
  const { milestones, done, quarter, month } = view.next;
  const { words } = catalogue;
  const own = month === null ? words.quarters([quarter]) : words.months([month]);
  const name = texts.periodOf(view.next.year, own, view.next.year === year);
  if (milestones.length === 0) return [paragraph(texts.noneNext(name, done))];
  return [paragraph(texts.next(name, milestones.length, done)), nextTable(milestones, context)];
}

function numbered(number: number, title: string, { texts, catalogue }: ReportContext): Block {
  return subheading(texts.subheading(catalogue.words.numeral(number), title));
}
