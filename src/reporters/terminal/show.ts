/** `show`: everything about one task, its milestones first, then the plan's texts. */
import type { Light } from "../../core/lights.ts";
import type { IndicatorView } from "../../core/views/indicator.ts";
import type { TaskMilestone } from "../../core/views/milestone.ts";
import type { TaskView } from "../../core/views/task.ts";
import { UNFILTERED } from "../../core/views/envelope.ts";
import { districtText } from "../words/districts.ts";
import { hang, padEnd, wrap, wrapPieces } from "../layout.ts";
import { widthOf } from "../width.ts";
import { type Look, brushOf, shortDay } from "../look.ts";
import { type Column, type TableRow, renderTable } from "../table.ts";
import { detailLines, stateLine } from "../words/milestone-lines.ts";
import { readingLines, targetText, verdictText } from "../words/indicator-lines.ts";
import { legendFooter } from "./legend-lines.ts";
import { lightCell, lightText, situationText } from "../words/phrases.ts";
import { heading } from "./frame.ts";
import type { ShowView } from "../../core/views/show.ts";

/** The screen of `show`. */
export function renderShow(view: ShowView, look: Look): string[] {
  const { screens } = look.catalogue;
  const { task, plan } = view;
  if (plan === null) return [];
  return [
    ...heading(`${screens.taskTitle(task.id)}  ${task.title}`, { ...view, filters: UNFILTERED }, look),
    "",
    ...factLines(view, look),
    ...(task.milestones.length === 0 ? [] : ["", ...milestoneTable(task, plan.year, look)]),
    ...legendFooter({ lightPolicy: view.lightPolicy, lights: lightsOf([task, ...task.milestones]) }, look),
    "",
    ...indicatorPart(view, plan.year, look),
    ...textLines(task, look),
  ];
}

function lightsOf(items: readonly { readonly light: Light }[]): Light[] {
  return items.map(({ light }) => light);
}

function factLines(view: ShowView, look: Look): string[] {
  const { screens, words } = look.catalogue;
  const { task } = view;
  const { lead } = task;
  const assists = task.divisions.slice(1);
  const divisions = [
    `${lead}${words.inBrackets(words.lead)}`,
    ...assists.map((name) => `${name}${words.inBrackets(words.assist)}`),
  ];
  const labels = [screens.belongsTo, screens.divisions, screens.districts, screens.progress, screens.labelNote];
  const wide = Math.max(...labels.map(widthOf)) + 2;
  const line = (name: string, text: string): string[] => hang(padEnd(name, wide), text, look.width);
  return [
    ...line(screens.belongsTo, screens.themeHeading(words.numeral(view.themeNumber), view.themeTitle)),
    ...line("", screens.sectionHeading(words.numeral(view.sectionNumber), view.sectionTitle)),
    ...nameLines(padEnd(screens.divisions, wide), divisions, look),
    ...line(screens.districts, districtText(task.districts, words)),
    ...pieceLines(padEnd(screens.progress, wide), progressPieces(task, look.width - wide, look), "  ", look),
    ...(task.lastWord === null ? [] : line(screens.labelNote, situationText(task, view.plan?.year ?? 0, look))),
  ];
}

/** Names in a row, not broken unless one is wider than the screen. */
function nameLines(label: string, names: readonly string[], look: Look): string[] {
  const separator = look.catalogue.words.listSeparator;
  const pieces = names.map((name, index) => (index < names.length - 1 ? name + separator.trimEnd() : name));
  const lines = wrapPieces(pieces, separator.endsWith(" ") ? " " : "", look.width - widthOf(label));
  return hang(label, lines.join("\n"), look.width);
}

function pieceLines(label: string, pieces: readonly string[], gap: string, look: Look): string[] {
  const lines = wrapPieces(pieces, gap, look.width - widthOf(label));
  return lines.map((line, index) => (index === 0 ? label : " ".repeat(widthOf(label))) + line);
}

/** The light, wrapped and then painted, the bar, and the number of milestones done. */
function progressPieces(task: TaskView, room: number, look: Look): string[] {
  const { done, milestones } = task.progress;
  const brush = brushOf(look, task.light);
  const cells = Math.min(milestones, 20);
  const full = milestones === 0 ? 0 : Math.max(done > 0 ? 1 : 0, Math.floor((done * cells) / milestones));
  const bar = look.symbols.full.repeat(full) + look.symbols.empty.repeat(cells - full);
  const light = wrap(lightText(task, look), room).map((line) => brush(line));
  return [...light, ...(bar === "" ? [] : [bar]), look.catalogue.screens.doneOf(done, milestones)];
}

/** The table of milestones. A repeating entry has its text once, then a row for each occurrence. */
function milestoneTable(task: TaskView, planYear: number, look: Look): string[] {
  const { screens } = look.catalogue;
  const columns: Column[] = [
    { heading: screens.id, align: "left" },
    { heading: screens.window, align: "left" },
    { heading: screens.due, align: "left" },
    { heading: screens.progressAndText, align: "left", fill: true },
  ];
  const entries = [...new Set(task.milestones.map(({ entry }) => entry))];
  const rows = entries.flatMap((entry, index): TableRow[] => {
    const own = task.milestones.filter((milestone) => milestone.entry === entry);
    return [...(index === 0 ? [] : ["blank" as const]), ...entryRows(entry, own, planYear, look)];
  });
  return renderTable(columns, rows, look);
}

function entryRows(entry: string, milestones: readonly TaskMilestone[], planYear: number, look: Look): TableRow[] {
  const [first] = milestones;
  if (first === undefined) return [];
  const remarks = remarkLines(first, look);
  if (first.id === entry) return milestoneRows(first, [first.text, ...remarks], planYear, look);
  const occurrences = milestones.flatMap((milestone) => milestoneRows(milestone, [], planYear, look));
  return [{ across: first.text, from: 1, first: entry }, ...acrossAll(remarks), ...occurrences];
}

function milestoneRows(milestone: TaskMilestone, texts: readonly string[], planYear: number, look: Look): TableRow[] {
  const window = look.catalogue.words.window({ start: milestone.start, end: milestone.originalDue }, planYear);
  const state = lightCell(stateLine(milestone, planYear, look), milestone, look);
  const lines = [...texts, ...detailLines(milestone, planYear, look)];
  return [[milestone.id, window, shortDay(milestone.due, planYear), state], ...lines.map((line) => ["", "", "", line])];
}

/** The plan's `remarks:` on it. */
function remarkLines({ remarks }: Pick<TaskMilestone | IndicatorView, "remarks">, { catalogue }: Look): string[] {
  return remarks === null ? [] : [catalogue.screens.remarked(remarks)];
}

/** Texts that span all columns but the first. */
function acrossAll(texts: readonly string[]): TableRow[] {
  return texts.map((text) => ({ across: text, from: 1, first: "" }));
}

/** The table of indicators with its own legend, as their lights mean something else. */
function indicatorPart({ task, lightPolicy }: ShowView, planYear: number, look: Look): string[] {
  if (task.indicators.length === 0) return [];
  const lights = lightsOf(task.indicators.filter(hasLight));
  return [
    ...indicatorTable(task, planYear, look),
    ...legendFooter({ lightPolicy, lights, of: "indicators" }, look),
    "",
  ];
}

function indicatorTable(task: TaskView, planYear: number, look: Look): string[] {
  const { screens, words } = look.catalogue;
  const columns: Column[] = [
    { heading: screens.indicator, align: "left" },
    { heading: screens.target, align: "left" },
    { heading: screens.source, align: "left" },
    { heading: screens.progress, align: "left", fill: true },
  ];
  const rows = task.indicators.flatMap((indicator): TableRow[] => [
    [
      indicator.name,
      targetText(indicator, look),
      indicator.from.map((column) => words.columns[column]).join(words.listSeparator),
      standingLines(indicator, planYear, look).join("\n"),
    ],
    ...acrossAll(remarkLines(indicator, look)),
  ]);
  return renderTable(columns, rows, look);
}

/** Whether the indicator shows a light: it has a reading, or was cancelled and needs none. */
function hasLight({ value, verdict }: IndicatorView): boolean {
  return value !== null || verdict === "cancelled";
}

function standingLines(indicator: IndicatorView, planYear: number, look: Look): string[] {
  const isUnread = indicator.value === null;
  return isUnread && hasLight(indicator)
    ? [verdictText(indicator, planYear, look)]
    : readingLines(indicator, planYear, look);
}

function textLines(task: TaskView, look: Look): string[] {
  const { words, screens } = look.catalogue;
  const { objective, measures, assessment, remarks } = task;
  const isNumbered = measures.length > 1;
  const measureLines = measures.flatMap((measure, index) => {
    const prefix = isNumbered ? `  ${index + 1}. ` : "  ";
    return hang(prefix, measure, look.width);
  });
  return [
    ...(objective === "" ? [] : [look.paint.bold(words.columns.objective), ...hang("  ", objective, look.width)]),
    ...(measures.length === 0 ? [] : [look.paint.bold(words.columns.measures), ...measureLines]),
    ...(assessment === "" ? [] : [look.paint.bold(words.columns.assessment), ...hang("  ", assessment, look.width)]),
    ...(remarks === null ? [] : [look.paint.bold(screens.remarks), ...hang("  ", remarks, look.width)]),
  ];
}
