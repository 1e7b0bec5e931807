/** `check` and `journal verify`: each problem with its place, the faulty line, and how to fix it. */
import { CUT, betweenCharacters } from "../../core/abridge.ts";
import { type Problem, formatPlace, isError, severityOf, worstFirst } from "../../core/problem.ts";
import type { CheckView } from "../../core/views/check.ts";
import type { JournalCheckView } from "../../core/views/journal-check.ts";
import { problemTexts } from "../../i18n/problems.ts";
import { visible } from "../visible.ts";
import { hang, padEnd, padStart, wrap, wrapPieces } from "../layout.ts";
import { widthOf } from "../width.ts";
import type { Look } from "../look.ts";

/** Most problems shown: the worst ones, then the number of the others. */
const MOST_PROBLEMS = 50;
const CHOICES_PER_LINE = 3;
const MOST_EXCERPT = 160;
/** Columns before an excerpt: the line number and a bar. */
const EXCERPT_INDENT = 9;

/** The screen of `check`; empty if there are no problems. */
export function renderCheck(view: CheckView, look: Look): string[] {
  const { problems } = view;
  if (problems.length === 0) return [];
  const texts = look.catalogue.screens.check;
  const files = new Set(problems.flatMap(({ at }) => (at === null ? [] : [at.file]))).size;
  const separator = look.catalogue.words.sentenceSeparator;
  const gap = separator.endsWith(" ") ? " " : "";
  const shown = worstFirst(problems, MOST_PROBLEMS);
  // The example for `--explain` is the last error, or else the last warning: the one closest to the line that names it.
  const explained = shown.findLast(isError) ?? shown.at(-1);
  const summary = texts.summary(view.errors, view.warnings, files) + separator + texts.scope(view.files, view.records);
  return [
    ...floodLines(shown, view, look),
    ...wrap(summary, look.width),
    // The command moves to its own line instead of being broken.
    ...wrapPieces(
      [...(view.plan === null ? [texts.blocked] : []), texts.details(explained?.code ?? "")],
      gap,
      look.width,
    ).flatMap((line) => wrap(line, look.width)),
  ];
}

/** The screen of `journal verify`, which also answers if nothing is wrong. */
export function renderJournalCheck(view: JournalCheckView, look: Look): string[] {
  const { screens } = look.catalogue;
  const { versions, uncommitted } = view;
  const found = view.problems.length === 0 ? screens.journalSound : screens.journalFound(view.errors, view.warnings);
  return [
    ...floodLines(worstFirst(view.problems, MOST_PROBLEMS), view, look),
    ...wrap(screens.journalRecords(view.records, view.files.length, view.duplicates) + found, look.width),
    ...(uncommitted === null || uncommitted === 0 ? [] : wrap(screens.journalUncommitted(uncommitted), look.width)),
    ...(versions === null ? [] : wrap(historyText(versions, look), look.width)),
  ];
}

function historyText(versions: NonNullable<JournalCheckView["versions"]>, look: Look): string {
  const { screens } = look.catalogue;
  if (!versions.hasGit || versions.count === 0) return screens.noHistory;
  const text = screens.historyCompared(versions.count);
  return versions.isShallow ? text + screens.historyShallow : text;
}

/** The problems shown, and the numbers of errors and warnings left out. */
function floodLines(
  shown: readonly Problem[],
  { errors, warnings }: Pick<CheckView, "errors" | "warnings">,
  look: Look,
): string[] {
  const lines = shown.flatMap((problem) => [...problemLines(problem, look), ""]);
  if (errors + warnings <= shown.length) return lines;
  const shownErrors = shown.filter(isError).length;
  const more = look.catalogue.screens.check.more(errors - shownErrors, warnings - (shown.length - shownErrors));
  return [...lines, ...wrap(more, look.width), ""];
}

function problemLines(problem: Problem, look: Look): string[] {
  const { screens, language } = look.catalogue;
  const severity = severityOf(problem);
  const brush = severity === "error" ? look.paint.red : look.paint.yellow;
  const place = visible(formatPlace(problem.at));
  const texts = problemTexts(problem, language);
  return [
    `${look.paint.bold(place)}${place === "" ? "" : "  "}${brush(`${screens.check[severity]} ${problem.code}`)}`,
    ...hang("  ", texts.message, look.width),
    ...excerptLines(problem, look),
    ...adviceLines(problem, look),
  ];
}

/** The faulty line with its number, `…` where it is cut, and carets below the fault, placed by display width. */
function excerptLines({ at, excerpt }: Problem, look: Look): string[] {
  if (at === null || excerpt === null) return [];
  const [from, to] = shownPart(excerpt, at.column - 1, look.width);
  const [left, right] = [from > 0 ? CUT : "", to < excerpt.length ? CUT : ""];
  const number = padStart(String(at.line), 6);
  const end = at.endLine === at.line ? at.endColumn - 1 : excerpt.length;
  const before = left + visible(excerpt.slice(from, at.column - 1));
  const marked = visible(excerpt.slice(at.column - 1, Math.min(Math.max(end, at.column), to)));
  const caret = " ".repeat(widthOf(before)) + look.paint.red("^".repeat(Math.max(1, widthOf(marked))));
  return [`${number} | ${left}${visible(excerpt.slice(from, to))}${right}`, `       | ${caret}`];
}

/**
 * The part of the line to show: all of it if it fits, or else a window around the fault. A window is measured in
 * characters, each taken for two columns wide; a hidden one takes eight.
 */
function shownPart(excerpt: string, fault: number, width: number): readonly [from: number, to: number] {
  const room = Math.min(width - EXCERPT_INDENT, MOST_EXCERPT);
  if (excerpt.length <= MOST_EXCERPT && widthOf(visible(excerpt)) <= room) return [0, excerpt.length];
  const most = Math.floor((room - 2 * widthOf(CUT)) / 2);
  const from = Math.max(0, Math.min(fault, excerpt.length) - Math.floor(most / 2));
  const to = Math.min(from + most, excerpt.length);
  return [betweenCharacters(excerpt, from), betweenCharacters(excerpt, to)];
}

function adviceLines(problem: Problem, look: Look): string[] {
  const texts = look.catalogue.screens.check;
  const { hint, expected, guess, choices, also } = problemTexts(problem, look.catalogue.language);
  const wide = Math.max(...[texts.expected, texts.guess, texts.choices, texts.also, texts.advice].map(widthOf));
  const line = (label: string, text: string): string[] => hang(`  ${padEnd(label, wide)}   `, text, look.width);
  const isGuessed = expected !== null || guess !== null;
  return [
    ...(expected === null ? [] : line(texts.expected, expected)),
    ...(guess === null ? [] : line(texts.guess, guess)),
    ...choiceLines(choices, line, look),
    ...(also === null ? [] : line(texts.also, formatPlace(also))),
    ...(isGuessed || choices.length > 0 ? [] : line(texts.advice, hint)),
  ];
}

function choiceLines(
  choices: readonly string[],
  line: (label: string, text: string) => string[],
  look: Look,
): string[] {
  const { words, screens } = look.catalogue;
  const rows = Array.from({ length: Math.ceil(choices.length / CHOICES_PER_LINE) }, (_, row) =>
    choices.slice(row * CHOICES_PER_LINE, (row + 1) * CHOICES_PER_LINE),
  );
  const separator = words.listSeparator.trimEnd();
  return rows.flatMap((row, index) => {
    const text = row.join(words.listSeparator) + (index < rows.length - 1 ? separator : "");
    return line(index === 0 ? screens.check.choices : "", text);
  });
}
