/**
 * `overdue --format text`: the messages to send to the divisions (催办), ready to paste. One paragraph for each
 * division, in plan order. Every line begins with words of our own, and the text has no hidden characters and no
 * colour.
 */
import type { Day } from "../core/calendar.ts";
import type { ListedMilestone } from "../core/views/milestone.ts";
import { type PastTarget, countTargets } from "../core/views/targets.ts";
import type { Catalogue } from "../i18n/catalogue.ts";
import { chasingTexts } from "../i18n/chasing.ts";
import type { Chasing } from "../i18n/zh/chasing.ts";
import { type Look, plainLook } from "./look.ts";
import { byDay, numberFacts, targetName, targetText, verdictWords } from "./words/indicator-lines.ts";
import { closed, timesText, wordText } from "./words/phrases.ts";
import { visible } from "./visible.ts";
import { asKnownNote, onlyNote } from "./words/subject.ts";
import type { OverdueView } from "../core/views/overdue.ts";

/** What is needed to write the sentences. */
interface Desk {
  readonly texts: Chasing;
  readonly look: Look;
  readonly planYear: number;
}

/** The messages, separated by empty lines. If the as-of day is still to come, they say so. */
export function renderChase(view: OverdueView, catalogue: Catalogue, isForecast: boolean): string {
  const { plan, asOf } = view;
  const milestones = view.milestones.items;
  if (plan === null || asOf === null) return "";
  const desk = { texts: chasingTexts(catalogue.language), look: plainLook(catalogue), planYear: plan.year };
  const day = desk.texts.fullDay(asOf);
  const leads = new Map([...milestones, ...view.indicators].map(({ lead, leadPlace }) => [leadPlace, lead]));
  const paragraphs = [...leads]
    .toSorted(([a], [b]) => a - b)
    .map(([place, lead]) => {
      const own = milestones.filter(({ leadPlace }) => leadPlace === place);
      const targets = view.indicators.filter(({ leadPlace }) => leadPlace === place);
      return [
        desk.texts.head(lead, day, own.length, [countTargets(targets), targets.length], isForecast),
        ...own.map((milestone, index) => sentence(index + 1, milestone, desk)),
        ...targets.map((target, index) => targetSentence(own.length + index + 1, target, desk)),
      ];
    });
  const none = paragraphs.length === 0 ? [[desk.texts.none(day, isForecast)]] : [];
  const all = [...partLines(view, desk.look), ...none, ...paragraphs];
  return `${all.map((lines) => lines.map(oneLine).join("\n")).join("\n\n")}\n`;
}

function partLines(view: OverdueView, look: Look): string[][] {
  const { silent } = view;
  const lines = [
    ...onlyNote(view, look),
    ...(silent === null ? [] : [look.catalogue.screens.silentOnly(silent)]),
    ...asKnownNote(view, look),
  ];
  return lines.length === 0 ? [] : [lines];
}

function sentence(number: number, milestone: ListedMilestone, desk: Desk): string {
  const { texts, look } = desk;
  const { words } = look.catalogue;
  const { id, text, task, taskTitle, divisions } = milestone;
  const assisting = divisions.slice(1);
  const facts = [
    ...dueFacts(milestone, desk),
    ...lastWordOf(milestone, desk),
    ...difficultyFacts(milestone, desk),
    ...(assisting.length === 0 ? [] : [texts.assists(assisting.join(words.listSeparator))]),
  ];
  return texts.item(number, id, closed(text), `${task} ${closed(taskTitle)}`, facts.join(words.sentenceSeparator));
}

/** The target, the value reached, and the verdict. */
function targetSentence(number: number, target: PastTarget, { texts, look, planYear }: Desk): string {
  const { words, screens } = look.catalogue;
  const { id, task, taskTitle, divisions, pastDue, daysOverdue } = target;
  const then = byDay(target, pastDue);
  const assisting = divisions.slice(1);
  const dayText = (day: Day): string => texts.day(day, planYear);
  const facts = [
    texts.due(dayText(pastDue), daysOverdue),
    ...numberFacts(then, dayText, look),
    ...(then.value === null ? [] : [verdictWords(then, dayText, look)]),
    ...(assisting.length === 0 ? [] : [texts.assists(assisting.join(words.listSeparator))]),
  ];
  const text = screens.targetOf(closed(targetName(target, pastDue, look.catalogue)), targetText(target, look));
  return texts.item(number, id, text, `${task} ${closed(taskTitle)}`, facts.join(words.sentenceSeparator));
}

/**
 * The due day and the days since. With an extension: both due days, who approved it, and the day it is judged by if
 * that differs.
 */
function dueFacts(milestone: ListedMilestone, { texts, look, planYear }: Desk): string[] {
  const { due, originalDue, assessmentDue, extension, daysOverdue } = milestone;
  const days = daysOverdue ?? 0;
  if (extension === null) return [texts.due(texts.day(due, planYear), days)];
  const [original, to] = [texts.day(originalDue, planYear), texts.day(due, planYear)];
  return [
    texts.extended(original, to, extension.approver, days),
    ...timesText(extension, look.catalogue),
    ...(extension.recordedLate ? [texts.recordedLate] : []),
    ...(assessmentDue === due ? [] : [texts.assessed(texts.day(assessmentDue, planYear))]),
  ];
}

function lastWordOf({ lastWord, problem, saidOfTask }: ListedMilestone, { texts, look, planYear }: Desk): string[] {
  if (lastWord === null) return problem === null ? [look.catalogue.screens.noWord] : [];
  const said = wordText(lastWord, look.catalogue);
  return said === "" ? [] : [texts.lastWord(texts.day(lastWord.on, planYear), closed(said), saidOfTask)];
}

/** The problem and the next step, each preceded by its day if that differs from the day of the words before it. */
function difficultyFacts(milestone: ListedMilestone, { texts, look, planYear }: Desk): string[] {
  const { lastWord, problem, problemOn, nextStep, nextStepOn } = milestone;
  const dated = (on: Day | null, before: Day | null, text: string): string =>
    on === null || on === before ? text : `${texts.day(on, planYear)} ${text}`;
  const wordOn = lastWord === null || wordText(lastWord, look.catalogue) === "" ? null : lastWord.on;
  const isOwn = problem !== null && problem !== lastWord?.text;
  return [
    ...(isOwn ? [dated(problemOn, wordOn, texts.problem(closed(problem)))] : []),
    ...(nextStep === null ? [] : [dated(nextStepOn, isOwn ? problemOn : wordOn, texts.next(closed(nextStep)))]),
  ];
}

function oneLine(text: string): string {
  return visible(text.replace(/\s*[\r\n]+\s*/g, " "));
}
