/**
 * Short texts that several formats share: rates, a milestone's light and days, and its last word (the latest record on
 * how it goes).
 */
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

/** `50.0%（13/26）`: a rate with its fraction. */
export function fractionText(rate: Rate, look: Look): string {
  return look.catalogue.words.fraction(percentText(rate.percent), rate.numerator, rate.denominator);
}

/** `✗ 红 逾期`: symbol, colour word and reason; not painted. */
export function lightText(of: Pick<MilestoneView, "light" | "lightReason">, look: Look): string {
  const { words } = look.catalogue;
  return `${look.symbols[of.light]} ${words.light(of.light)} ${words.reason(of.lightReason)}`;
}

/** A cell with the text in the colour of the light. */
export function lightCell(text: string, of: Pick<MilestoneView, "light">, look: Look): Cell {
  return of.light === "grey" ? { text } : { text, brush: brushOf(look, of.light) };
}

/**
 * The situation: `04-28 受阻：合作机构尚未落实`, `07-03 进度 60%；06-12 问题：会签未回`. Says so if nothing was said.
 */
export function situationText(situation: Spoken, planYear: number, look: Look): string {
  const { screens } = look.catalogue;
  const text = saidOf(situation, look.catalogue, (day) => shortDay(day, planYear));
  if (text === "") return screens.noWord;
  return situation.saidOfTask === true ? screens.ofWholeTask(text) : text;
}

/** A situation. What is said of a milestone may have been reported about its task. */
export type Spoken = SituationView & Partial<Pick<SpokenView, "saidOfTask">>;

/**
 * The last word, and the problem and the next step unless they are that word. Each has its day in front if it differs
 * from the day of the part before: something said in winter that still stands must not look recent. Empty if nothing
 * was said.
 */
export function saidOf(situation: SituationView, catalogue: Catalogue, dayText: (day: Day) => string): string {
  const texts = saidParts(situation, catalogue).map(([on, text], index, all) =>
    on === null || on === all[index - 1]?.[0] ? text : `${dayText(on)} ${text}`,
  );
  return oneSentence(texts, catalogue);
}

/** The texts as one sentence: each but the last without its final punctuation. */
export function oneSentence(texts: readonly string[], { words }: Catalogue): string {
  return texts.map((text, index) => (index < texts.length - 1 ? closed(text) : text)).join(words.sentenceSeparator);
}

/** The text without its final punctuation, as the sentence goes on. */
export function closed(text: string): string {
  return text.trim().replace(/[\s。．.；;，,、]+$/u, "");
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

/**
 * The text of a word: a note as it is (empty if it only names a problem or a next step), other kinds after their name.
 */
export function wordText(word: WordView, { screens, words }: Catalogue): string {
  if (word.do === "note") return word.text ?? "";
  const name = word.percent === null ? words.recordKind(word.do) : screens.wordProgress(word.percent);
  return word.text === null ? name : screens.wordWith(name, word.text);
}

/** A record's kind, with its number if it has one: `进度 80%`, `填报 12`, `填报 3（新增）`. */
export function kindText({ do: kind, percent, value, mode }: JournalRecord, look: Look): string {
  const { screens, words } = look.catalogue;
  if (percent !== undefined) return screens.wordProgress(percent);
  if (value === undefined) return words.recordKind(kind);
  return `${words.recordKind(kind)} ${value}${mode === "add" ? words.inBrackets(screens.modeAdd) : ""}`;
}

/** The evidence, without its kinds. */
export function evidenceText(evidence: readonly Evidence[], look: Look): string {
  return evidence.map(({ value }) => value).join(look.catalogue.words.listSeparator);
}

/** `提前 12 天`, `按时`, `逾期 3 天`. */
export function timeliness(daysEarly: number, look: Look): string {
  const { screens } = look.catalogue;
  if (daysEarly === 0) return screens.onTimeWord;
  return daysEarly > 0 ? screens.early(daysEarly) : screens.lateWord(-daysEarly);
}

/** `10-1、10-2等`: the first `most` ids, and whether there are more. */
export function someIds(ids: readonly string[], most: number, look: Look): string {
  const { screens, words } = look.catalogue;
  const shown = ids.slice(0, most).join(words.listSeparator);
  return ids.length > most ? screens.andMore(shown) : shown;
}

/** The text with a capital first letter, for headings; Chinese is unchanged. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The day that an extended milestone is judged by; none if that is its due day. */
export function assessmentText(
  { due, assessmentDue }: Pick<MilestoneView, "due" | "assessmentDue">,
  planYear: number,
  { catalogue }: Pick<Look, "catalogue">,
): string[] {
  return due === assessmentDue ? [] : [catalogue.screens.assessedBy(shortDay(assessmentDue, planYear))];
}

/**
 * Remarks in brackets after an extension: the approver (if given), how often it was extended (if more than once),
 * whether that was recorded late, and the day it is judged by.
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

/** How often a milestone was extended; none for a single extension. */
export function timesText(extension: MilestoneView["extension"], { screens }: Catalogue): string[] {
  return extension === null || extension.times === 1 ? [] : [screens.extendedTimes(extension.times)];
}

/** The leading division; if only other divisions were asked for, marked as one that these assist. */
export function leadText({ lead }: { readonly lead: string }, asked: readonly string[], { catalogue }: Look): string {
  const { words } = catalogue;
  return asked.length > 0 && !asked.includes(lead) ? lead + words.inBrackets(words.assist) : lead;
}
