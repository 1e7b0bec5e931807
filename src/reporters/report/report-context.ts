/** What is needed to write a bulletin: its data and texts, and helpers for cells. */
import { type Day, daysBetween } from "../../core/calendar.ts";
import { type Light, isOpen } from "../../core/lights.ts";
import type { ListedMilestone, MilestoneView } from "../../core/views/milestone.ts";
import type { SituationView } from "../../core/views/situation.ts";
import type { PeriodKind } from "../../core/report-template.ts";
import type { ReportView } from "../../core/views/report.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { reportTexts } from "../../i18n/report.ts";
import type { ReportTexts } from "../../i18n/zh/report.ts";
import { type Look, shortDay, wordLook } from "../look.ts";
import { stateLine } from "../words/milestone-lines.ts";
import { type Spoken, assessmentText, timeliness, wordText } from "../words/phrases.ts";
import type { Cell, Column, Table } from "./document.ts";

/** What every part of a bulletin is written with. */
export interface ReportContext {
  readonly view: ReportView;
  readonly catalogue: Catalogue;
  readonly texts: ReportTexts;
  readonly look: Look;
  readonly year: number;
  /** 二季度 · 上半年 · 6月 · 全年. */
  readonly period: string;
  /** The kind of period, which decides whether texts may say “this quarter” or “this month”. */
  readonly kind: PeriodKind;
}

/** Makes the context of a bulletin. */
export function makeReportContext(view: ReportView, catalogue: Catalogue): ReportContext {
  const texts = reportTexts(catalogue.language);
  const { words } = catalogue;
  const { quarters, months } = view.filters;
  const other = months === null ? texts.wholeYear : words.months(months);
  const period = quarters === null ? other : words.span(quarters);
  return { view, catalogue, texts, look: wordLook(catalogue), year: view.plan?.year ?? 0, period, kind: kindOf(view) };
}

function kindOf({ quarter, month }: ReportView): PeriodKind {
  if (quarter !== null) return "quarter";
  return month === null ? "period" : "month";
}

/** A column of text. */
export function column(heading: string, align: Column["align"] = "left"): Column {
  return { heading, align };
}

/** A column of ids, days or numbers, which are never broken. */
export function whole(heading: string, align: Column["align"] = "left"): Column {
  return { heading, align, breaks: "never" };
}

/** A column of division names, or of values with their days, broken only between words. */
export function names(heading: string): Column {
  return { heading, align: "left", breaks: "words" };
}

/** A cell of text; empty for null. */
export function text(value: string | null): Cell {
  return { text: value ?? "" };
}

/** A number, which the column is sorted by. */
export function amount(value: number): Cell {
  return { text: String(value), order: value };
}

/** A day, short in the plan's year; a dash for null. */
export function dayCell(day: Day | null, { year }: ReportContext): Cell {
  return day === null ? text("—") : { text: shortDay(day, year), order: day };
}

/** `10-3@Q2`: sorted by number instead of by letter; a long one may be broken before `@`. */
export function idCell(id: string): Cell {
  return { text: id, pieces: id.split(/(?=@)/), order: id.replace(/\d+/g, (digits) => digits.padStart(4, "0")) };
}

/** `绿 06-21 完成，提前 9 天（待销号）`. */
export function stateCell(milestone: MilestoneView, { year, look }: ReportContext): Cell {
  return inPieces({ text: stateLine(milestone, year, look).trim(), light: milestone.light });
}

/**
 * The state, the division's estimate and its gap to pace, and the last word: `黄 未达序时，还有 92 天，比序时低 13.3
 * 个百分点；06-30 进度 20%`.
 */
export function progressCell(milestone: MilestoneView, context: ReportContext): Cell {
  const { screens } = context.catalogue;
  const { progress, paceGap, lastWord } = milestone;
  const parts = [
    ...(progress === null || lastWord?.do === "progress" ? [] : [screens.wordProgress(progress)]),
    ...(paceGap !== null && paceGap < 0 ? [context.texts.belowPace((-paceGap).toFixed(1))] : []),
    ...assessmentText(milestone, context.year, context),
  ];
  return withWord(withParts(stateCell(milestone, context), parts, context), milestone, context);
}

/** The state, for a table with the due day; adds the day it is judged by if that is another day. */
export function judgedCell(milestone: MilestoneView, context: ReportContext): Cell {
  return withParts(stateCell(milestone, context), assessmentText(milestone, context.year, context), context);
}

/** The state, and for open milestones the last word: `红 逾期 3 天；06-29 送市经信委会签`. */
export function situationCell(milestone: MilestoneView, context: ReportContext): Cell {
  const state = judgedCell(milestone, context);
  return isOpen(milestone) ? withWord(state, milestone, context) : state;
}

/** Adds parts of the verdict. */
function withParts(state: Cell, parts: readonly string[], { catalogue }: ReportContext): Cell {
  return parts.reduce((cell, part) => extended(cell, catalogue.words.clauseSeparator, verdictPieces(part)), state);
}

/**
 * Adds the last word. A block whose reason is the problem is left out: the state and the column of problems already
 * say it.
 */
function withWord(state: Cell, milestone: MilestoneView, context: ReportContext): Cell {
  const { lastWord, problem } = milestone;
  const word = lastWord?.do === "block" && lastWord.text === problem ? "" : wordOf(milestone, context);
  return word === "" ? state : extended(state, context.catalogue.words.sentenceSeparator, [word]);
}

function extended({ text: before, pieces = [before], ...rest }: Cell, separator: string, added: string[]): Cell {
  const joined = [...pieces.slice(0, -1), `${pieces.at(-1) ?? ""}${separator}`, ...added];
  return { ...rest, text: joined.join(""), pieces: joined };
}

/**
 * The last word without the problem, which has its own column: `06-30 进度 80%：已检查32个区县`. Empty if there is
 * none.
 */
export function wordOf(
  { lastWord, problem, saidOfTask = false }: Pick<Spoken, "lastWord" | "problem" | "saidOfTask">,
  { year, catalogue }: ReportContext,
): string {
  if (lastWord === null) return "";
  const said = wordText(lastWord.text === problem ? { ...lastWord, text: null } : lastWord, catalogue);
  if (said === "") return "";
  const dated = `${shortDay(lastWord.on, year)} ${said}`;
  return saidOfTask ? catalogue.screens.ofWholeTask(dated) : dated;
}

/**
 * The last report on an overdue milestone, after the day it is judged by if that is not its due day. A record that only
 * names a problem does not hide an earlier report.
 */
export function overdueWord(milestone: ListedMilestone, context: ReportContext): string {
  const { lastReport, reportOfTask, problem } = milestone;
  const word = wordOf({ lastWord: lastReport, saidOfTask: reportOfTask, problem }, context);
  const parts = [...assessmentText(milestone, context.year, context), word === "" ? context.texts.notStated : word];
  return parts.join(context.catalogue.words.sentenceSeparator);
}

/** The cell of a verdict, in pieces. */
export function inPieces(cell: Cell): Cell {
  return { ...cell, pieces: verdictPieces(cell.text) };
}

/** The verdict split after commas and before its bracket, which may hold a reason in an office's own words. */
function verdictPieces(verdict: string): string[] {
  const [, front = "", bracket = ""] = /^([^]*?)((?:（| \()[^]*)?$/.exec(verdict) ?? [];
  return [...front.split(/(?<=，|, |；|; )/), ...(bracket === "" ? [] : [bracket])];
}

/** `提前 9 天` · `按时` · `黄 逾期 3 天`. */
export function timelinessCell({ completedOn, assessmentDue, light }: MilestoneView, { look }: ReportContext): Cell {
  if (completedOn === null) return text("—");
  const early = daysBetween(completedOn, assessmentDue);
  const cell = { text: timeliness(early, look), order: early };
  return early < 0 ? withLight(cell, light, look) : cell;
}

/** `红 94`: the heading says that these are days. */
export function daysOverdueCell({ daysOverdue, light }: MilestoneView, { look }: ReportContext): Cell {
  return withLight(amount(daysOverdue ?? 0), light, look);
}

/** Adds the light and its word; a light is never shown without. */
function withLight(cell: Cell, light: Light, { catalogue }: Look): Cell {
  return { ...cell, text: `${catalogue.words.light(light)} ${cell.text}`, light };
}

/** Cells for the problem and the next step; if none was named, they say so. */
export function difficultyCells(situation: SituationView, context: ReportContext): Cell[] {
  return difficultyTexts(situation, context).map((value) => text(value ?? context.texts.notStated));
}

/**
 * The problem and the next step as texts; null if none was named. If it was said before the period, its day is added:
 * `2月中旬出初稿（01-20）`.
 */
export function difficultyTexts(
  situation: SituationView,
  { view, year, catalogue }: ReportContext,
): [problem: string | null, nextStep: string | null] {
  const { problem, problemOn, nextStep, nextStepOn } = situation;
  const dated = (value: string | null, on: Day | null): string | null => {
    const isOlder = value !== null && on !== null && on < view.period.start;
    return isOlder ? value + catalogue.words.inBrackets(shortDay(on, year)) : value;
  };
  return [dated(problem, problemOn), dated(nextStep, nextStepOn)];
}

/** A table without a total that is not a register. */
export function table(caption: string, columns: readonly Column[], rows: readonly (readonly Cell[])[]): Table {
  return { kind: "table", caption, columns, rows, hasTotal: false, isRegister: false };
}
