/** Short texts that several formats share: rates, a milestone's light, its days, its last word. */
import type { Day } from "../../core/calendar.ts";
import type { Evidence, JournalRecord } from "../../core/journal/record.ts";
import type { MilestoneView } from "../../core/views/milestone.ts";
import type { SituationView, SpokenView, WordView } from "../../core/views/situation.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { type Look, brushOf, percentText, shortDay } from "../look.ts";
import type { Cell } from "../table.ts";
import type { Rate } from "../../core/rounding.ts";

/** `完成率 20.0%（16/80）`. */
export function rateText(name: string, rate: Rate, look: Look): string {
  return `${name} ${fractionText(rate, look)}`;
}

/** `50.0%（13/26）`: a rate with what it is made of. */
export function fractionText(rate: Rate, look: Look): string {
  return look.catalogue.words.fraction(percentText(rate.percent), rate.numerator, rate.denominator);
}

/** `✗ 红 逾期`: shape, colour word and reason, painted. */
export function lightText(of: Pick<MilestoneView, "light" | "lightReason">, look: Look): string {
  const { words } = look.catalogue;
  return `${look.symbols[of.light]} ${words.light(of.light)} ${words.reason(of.lightReason)}`;
}

/** The text in the colour of the milestone's light. */
export function lightCell(text: string, of: Pick<MilestoneView, "light">, look: Look): Cell {
  return of.light === "grey" ? { text } : { text, brush: brushOf(look, of.light) };
}

/** How it goes: `04-28 受阻：合作机构尚未落实`, `07-03 进度 60%；06-12 问题：会签未回`; that nothing was said, where nothing was. */
export function situationText(situation: Spoken, planYear: number, look: Look): string {
  const { screens } = look.catalogue;
  const text = saidOf(situation, look.catalogue, (day) => shortDay(day, planYear));
  if (text === "") return screens.noWord;
  return situation.saidOfTask === true ? screens.ofWholeTask(text) : text;
}

/** How it goes; the words on a milestone may be those on its task. */
export type Spoken = SituationView & Partial<Pick<SpokenView, "saidOfTask">>;

/**
 * The last word, and the problem and the next step where they are not that word themselves, each behind its day where that is another
 * one than that of the words before it: what was said in winter and still stands must not look like said today. Empty where
 * nothing was said.
 */
export function saidOf(situation: SituationView, catalogue: Catalogue, dayText: (day: Day) => string): string {
  return saidParts(situation, catalogue)
    .map(([on, text], index, all) => (on === null || on === all[index - 1]?.[0] ? text : `${dayText(on)} ${text}`))
    .join(catalogue.words.sentenceSeparator);
}

function saidParts(situation: SituationView, catalogue: Catalogue): [on: Day | null, text: string][] {
  const { lastWord, problem, problemOn, nextStep, nextStepOn } = situation;
  const { screens, words } = catalogue;
  const said = lastWord === null ? "" : wordText(lastWord, catalogue);
  const parts: [on: Day | null, text: string][] = [];
  if (lastWord !== null && said !== "") parts.push([lastWord.on, said]);
  if (problem !== null && problem !== lastWord?.text) {
    parts.push([problemOn, screens.wordWith(screens.labelProblem, problem)]);
  }
  if (nextStep !== null) parts.push([nextStepOn, screens.wordWith(screens.labelNext, nextStep)]);
  return parts.length === 0 && lastWord !== null ? [[lastWord.on, words.recordKind(lastWord.do)]] : parts;
}

/** A note as it is, empty where it says something else; other kinds with their name. */
export function wordText(word: WordView, { screens, words }: Catalogue): string {
  if (word.do === "note") return word.text ?? "";
  const name = word.percent === null ? words.recordKind(word.do) : screens.wordProgress(word.percent);
  return word.text === null ? name : screens.wordWith(name, word.text);
}

/** What a record does, with its number where it has one: `进度 80%`, `填报 12`, `填报 3（新增）`. */
export function kindText({ do: kind, percent, value, mode }: JournalRecord, look: Look): string {
  const { screens, words } = look.catalogue;
  if (percent !== undefined) return screens.wordProgress(percent);
  if (value === undefined) return words.recordKind(kind);
  return `${words.recordKind(kind)} ${value}${mode === "add" ? words.inBrackets(screens.modeAdd) : ""}`;
}

/** What was handed in, without its kinds. */
export function evidenceText(evidence: readonly Evidence[], look: Look): string {
  return evidence.map(({ value }) => value).join(look.catalogue.words.listSeparator);
}

/** `提前 12 天`, `按时`, `逾期 3 天`. */
export function timeliness(daysEarly: number, look: Look): string {
  const { screens } = look.catalogue;
  if (daysEarly === 0) return screens.onTimeWord;
  return daysEarly > 0 ? screens.early(daysEarly) : screens.lateWord(-daysEarly);
}

/** `10-1、10-2等`: the first few ids, and that there are more. */
export function someIds(ids: readonly string[], most: number, look: Look): string {
  const { screens, words } = look.catalogue;
  const shown = ids.slice(0, most).join(words.listSeparator);
  return ids.length > most ? screens.andMore(shown) : shown;
}

/** The first letter large, as headings have it; Chinese has no letters. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** By which day an extended milestone is in time or late, where that is not the day that it is chased by. */
export function assessmentText(
  { due, assessmentDue }: Pick<MilestoneView, "due" | "assessmentDue">,
  planYear: number,
  { catalogue }: Pick<Look, "catalogue">,
): string[] {
  return due === assessmentDue ? [] : [catalogue.screens.assessedBy(shortDay(assessmentDue, planYear))];
}

/**
 * In brackets, behind an extension: who approved it, where that is not said elsewhere; how many there were, where it was not the first;
 * that it was written down late; by which day it is judged.
 */
export function extensionMarks(
  milestone: Pick<MilestoneView, "due" | "assessmentDue" | "extension">,
  planYear: number,
  { catalogue }: Pick<Look, "catalogue">,
  approver: string | null = null,
): string {
  const { screens, words } = catalogue;
  const { extension } = milestone;
  const marks = [
    ...(approver === null ? [] : [approver]),
    ...timesText(extension, catalogue),
    ...(extension?.recordedLate === true ? [screens.recordedLate] : []),
    ...assessmentText(milestone, planYear, { catalogue }),
  ];
  return marks.length === 0 ? "" : words.inBrackets(marks.join(words.clauseSeparator));
}

/** How many times it was extended; of one extension nothing is said. */
export function timesText(extension: MilestoneView["extension"], { screens }: Catalogue): string[] {
  return extension === null || extension.times === 1 ? [] : [screens.extendedTimes(extension.times)];
}

/** The lead; where others were asked for, that these only assist it. */
export function leadText({ lead }: { readonly lead: string }, asked: readonly string[], { catalogue }: Look): string {
  const { words } = catalogue;
  return asked.length > 0 && !asked.includes(lead) ? lead + words.inBrackets(words.assist) : lead;
}
