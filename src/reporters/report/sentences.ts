/** The sentences about a bulletin's numbers. A sentence that would not be true is left out. */
import type { Counts } from "../../core/counts.ts";
import { oneDecimal } from "../../core/rounding.ts";
import type { VerdictCounts } from "../../core/views/indicators.ts";
import type { ReportView } from "../../core/views/report.ts";
import type { ReportNumbers, StateShare } from "../../core/views/report-numbers.ts";
import { percentText } from "../look.ts";
import { countedVerdicts } from "../words/indicator-lines.ts";
import { fractionText } from "../words/phrases.ts";
import { divisionParts } from "./division-parts.ts";
import type { ReportContext } from "./report-context.ts";

/** The numbers of milestones by state, and the rates. */
export function stateSentences(
  { rates }: ReportNumbers,
  shares: readonly StateShare[],
  context: ReportContext,
): string[] {
  const { view, texts, catalogue, look } = context;
  const { words, screens } = catalogue;
  const list = shares
    .filter(({ milestones }) => milestones > 0)
    .map(({ state, milestones, percent }) => texts.stateShare(words.state(state), milestones, percentText(percent)));
  const day = view.asOf === null ? "" : texts.fullDay(view.asOf);
  const rateList = [
    texts.rate(screens.completion, fractionText(rates.completion, look)),
    texts.rate(screens.dueCompletion, fractionText(rates.dueCompletion, look)),
    texts.rate(screens.onTime, fractionText(rates.onTime, look)),
  ].join(words.clauseSeparator);
  return [...(list.length === 0 ? [] : [texts.shares(day, list.join(words.sentenceSeparator))]), texts.rates(rateList)];
}

/** The numbers of what a division leads and assists in, since the whole is not its own work. */
export function partSentences(context: ReportContext): string[] {
  const { view, texts } = context;
  const counts = (key: string): Counts | undefined => view.groups.find((group) => group.key === key)?.counts;
  const [lead, assist] = view.groupBy === "role" ? [counts("lead"), counts("assist")] : [];
  if (lead === undefined || assist === undefined) return [];
  const say = divisionParts(context).length > 0 ? texts.partsApart : texts.parts;
  return [say(lead.tasks, lead.milestones, assist.tasks, assist.milestones)];
}

/** What is due in the period; none for the whole year. */
export function periodSentences({ inPeriod }: ReportNumbers, { texts, look, period, kind }: ReportContext): string[] {
  if (inPeriod === null) return [];
  const rate = inPeriod.rates.quarterCompletion;
  const share = rate === null ? "" : fractionText(rate, look);
  return [texts.inPeriod(period, kind, inPeriod.counts.due, inPeriod.counts.dueDone, share)];
}

/** How much of the year and, if there is one, of the period has elapsed. */
export function paceSentence({ view, texts, catalogue, kind }: ReportContext): string {
  const period = view.totals.inPeriod === null ? null : percentText(view.pace.period);
  return texts.pace(percentText(view.pace.year), period, kind, catalogue.words.paceMethod(view.pace.method));
}

/** What has changed since the period began; none if there was no rate then. */
export function beforeSentences(
  { before }: Pick<ReportView, "before">,
  { counts, rates }: ReportNumbers,
  { texts, look }: ReportContext,
): string[] {
  const [was, is] = [before?.rates.completion.percent ?? null, rates.completion.percent];
  if (before === null || was === null || is === null) return [];
  // Cancellations since then also change the rate, which the fractions make visible.
  const [from, to] = [before.rates.completion, rates.completion].map((rate) => fractionText(rate, look));
  const day = texts.fullDay(before.asOf);
  const change = texts.changeOfPoints(oneDecimal(is - was));
  const completion = texts.before(day, from ?? "", to ?? "", change);
  return [texts.sentences([completion, texts.overdueBefore(day, before.counts.overdue, counts.overdue)])];
}

/** The number of targets, in total and by verdict. */
export function verdictSentence(verdicts: VerdictCounts, { texts, catalogue }: ReportContext): string {
  const list = countedVerdicts(verdicts, catalogue).map(([name, count]) => texts.verdictCount(name, count));
  return texts.verdicts(verdicts.indicators, list.join(catalogue.words.listSeparator));
}
