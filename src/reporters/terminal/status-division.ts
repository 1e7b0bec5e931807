/**
 * `status --division X`: the screen of a division head. What the division leads and what it assists are never added up.
 */
import type { Light } from "../../core/lights.ts";
import type { GroupView } from "../../core/views/groups.ts";
import { type GanttMark, marksIn } from "../../core/views/gantt-row.ts";
import type { MilestoneLine } from "../../core/views/milestone-lines.ts";
import { moreDaysOverdue } from "../../core/views/milestone.ts";
import type { StatusView } from "../../core/views/status.ts";
import { hang, padEnd, padStart, wrap, wrapPieces } from "../layout.ts";
import { widthOf } from "../width.ts";
import { type Look, shortDay } from "../look.ts";
import { type Column, type TableRow, renderTable } from "../table.ts";
import { separateLines, unprovenLine } from "../words/separate-lines.ts";
import { changeLines } from "../words/changes.ts";
import { commandFor, overAllTimes } from "./command-for.ts";
import { legendLines, paintLights } from "./legend-lines.ts";
import { assessmentText, rateText } from "../words/phrases.ts";
import { overdueBlock } from "./overdue-block.ts";
import { outsideLines, quarterCells, quarterColumns } from "./quarter-rows.ts";
import { periodName } from "./status-period.ts";
import { afterYearLines, heading } from "./frame.ts";

/**
 * Most tasks, lines of overdue milestones, and coming milestones shown. Most divisions have fewer; the largest get
 * commands that show the rest.
 */
const [MOST_TASKS, OVERDUE_LINES, MOST_COMING] = [30, 20, 10];

/** The screen of `status` for one division. */
export function renderDivisionStatus(view: StatusView, look: Look): string[] {
  const { screens, words } = look.catalogue;
  const [division = ""] = view.filters.divisions;
  const title = view.period === null ? division : screens.titleWith(division, periodName(view, look));
  const [lead, assist] = view.groups;
  const { role } = view.filters;
  return [
    ...heading(title, view, look, ["period", "divisions"]),
    "",
    ...(lead === undefined || role === "assist"
      ? []
      : [...groupLines(words.lead, lead, look), ...rateLines(lead, view, look), ...targetLines(view, look)]),
    ...(assist === undefined || role === "lead" ? [] : groupLines(words.assist, assist, look)),
    ...unprovenLine(view, look),
    ...separateLines(view, look),
    "",
    ...quarterTable(view, division, look),
    ...overdueLines(view, look),
    ...comingLines(view, look),
    ...(view.changes === null ? [] : ["", ...changeLines(view.changes, view.plan?.year ?? 0, look)]),
    ...afterYearLines(view, look),
  ];
}

function groupLines(name: string, { counts }: GroupView, look: Look): string[] {
  const { screens } = look.catalogue;
  const own = screens.leadCounts(padStart(String(counts.tasks), 1), padStart(String(counts.milestones), 2));
  const states = screens.stateCounts(counts.done, counts.active, counts.overdue, counts.upcoming, counts.cancelled);
  return hang(`${padEnd(name, labelWidth(look))}  `, own + screens.colon + states, look.width);
}

function labelWidth({ catalogue }: Look): number {
  const { lead, assist } = catalogue.words;
  return Math.max(widthOf(lead), widthOf(assist));
}

/**
 * With a period, what the division leads that is due in it, whatever the as-of day; then the rates of what is due on or
 * before that day.
 */
function rateLines({ counts, rates }: GroupView, { quarters }: StatusView, look: Look): string[] {
  const { screens } = look.catalogue;
  const { dueCompletion, onTime, quarterCompletion } = rates;
  const isQuarter = quarters?.length === 1;
  const due = screens.periodDone(screens.duePeriod(counts.due, isQuarter), counts.dueDone);
  const inPeriod =
    quarterCompletion === null ? [] : [due, rateText(screens.periodCompletion(isQuarter), quarterCompletion, look)];
  const soFar = [rateText(screens.dueCompletion, dueCompletion, look), rateText(screens.onTime, onTime, look)];
  const front = " ".repeat(labelWidth(look) + 2);
  return [inPeriod, soFar].flatMap((texts) =>
    wrapPieces(texts, "  ", look.width - front.length).map((text) => front + text),
  );
}

/**
 * The number of missed targets that it leads. Other targets are left out, because judging them would take longer than
 * the rest of this screen.
 */
function targetLines(view: StatusView, look: Look): string[] {
  const past = view.targetsPast ?? 0;
  if (past === 0) return [];
  const all = overAllTimes(view);
  const command = commandFor("overdue", { ...all, filters: { ...all.filters, role: "lead" } }, look);
  return hang(" ".repeat(labelWidth(look) + 2), look.catalogue.screens.dueOverdue(0, past, command), look.width);
}

/** A row for each task, with a symbol for each milestone in the quarter in which it is due. */
function quarterTable(view: StatusView, division: string, look: Look): string[] {
  const { screens, words } = look.catalogue;
  if (view.tasks.length === 0) return [screens.nothingFound];
  const items = view.tasks.rows.first(MOST_TASKS);
  const left = view.tasks.length - items.length;
  const led = items.filter(({ lead }) => lead === division);
  const assisted = items.filter(({ lead }) => lead !== division);
  const columns = quarterColumns(
    led.length > 0 ? screens.leadTasks : screens.assistTasks,
    view.period === null ? screens.ratio : screens.ratioOfYear,
    look,
  );
  const divider: TableRow[] =
    led.length > 0 && assisted.length > 0 ? [["", "", "", "", "", "", screens.assistTasks]] : [];
  const rows = [
    ...led.map((row) => quarterCells(row, row.title, null, look)),
    ...divider,
    ...assisted.map((row) => quarterCells(row, row.title + words.inBrackets(screens.ledBy(row.lead)), null, look)),
  ];
  const marks = marksIn(items);
  const { lightPolicy } = view;
  const meanings =
    lightPolicy.name === "standard"
      ? legend(marks, look)
      : legendLines({ lightPolicy, lights: marks.map(({ light }) => light) }, look);
  const outside = outsideLines(items, view.plan?.year ?? 0, look);
  const more =
    left === 0 ? [] : wrap(screens.cut.moreTasks(left, commandFor("gantt", overAllTimes(view), look)), look.width);
  const symbols = wrap(screens.oneSymbol, look.width);
  return [...renderTable(columns, rows, look), ...more, "", ...symbols, ...meanings, ...outside];
}

/**
 * The legend for the symbols shown, under the standard policy: yellow and red with the reasons that occur, grey with
 * the states.
 */
function legend(marks: readonly GanttMark[], look: Look): string[] {
  const { screens, words } = look.catalogue;
  const ofLight = (light: Light): GanttMark[] => marks.filter((mark) => mark.light === light);
  const reasons = (light: Light): string =>
    [...new Set(ofLight(light).map(({ lightReason }) => lightReason))].map(words.reason).join(words.listSeparator);
  const idle = [...new Set(ofLight("grey").map(({ state }) => state))];
  const meanings = {
    green: screens.legendDone,
    yellow: reasons("yellow"),
    blue: words.state("active"),
    red: reasons("red"),
    grey: idle.map(words.state).join(words.listSeparator),
  };
  const inOrder = ["green", "yellow", "blue", "red", "grey"] as const;
  const lights = inOrder.filter((light) => ofLight(light).length > 0);
  const pieces = lights.map((light) => `${look.symbols[light]} ${words.light(light)} ${meanings[light]}`);
  return wrapPieces(pieces, "  ", look.width).map((line) => paintLights(line, lights, look));
}

function overdueLines(view: StatusView, look: Look): string[] {
  const { overdue, arrears, plan } = view;
  const { words } = look.catalogue;
  const command = commandFor("overdue", overAllTimes(view), look);
  const asked = view.filters.divisions;
  const around = { planYear: plan?.year ?? 0, room: OVERDUE_LINES, withLead: false, asked, command };
  const first = (count: number): MilestoneLine[] =>
    [...arrears.lines.first(count), ...overdue.lines.first(count)].toSorted(moreDaysOverdue).slice(0, count);
  const both = { length: overdue.length + arrears.length, first };
  const lines = overdueBlock(overdueTitles(view, look).join(words.sentenceSeparator), both, around, look);
  return lines.length === 0 ? [] : ["", ...lines];
}

/**
 * The titles, with separate numbers for leading and assisting if it assists any. What is overdue from before the period
 * is in none of the numbers above.
 */
function overdueTitles(view: StatusView, { catalogue }: Look): string[] {
  const { screens } = catalogue;
  const { divisions, role } = view.filters;
  const isQuarter = view.quarters?.length === 1;
  const title = (
    { length, lines }: StatusView["overdue"],
    whole: (count: number, isQuarter: boolean) => string,
    parts: (lead: number, assist: number, isQuarter: boolean) => string,
  ): string[] => {
    if (length === 0) return [];
    const led = lines.first(length).filter(({ lead }) => divisions.includes(lead)).length;
    const isApart = role !== "assist" && led < length;
    return [isApart ? parts(led, length - led, isQuarter) : whole(length, isQuarter)];
  };
  return [
    ...title(view.overdue, screens.overdueCount, screens.overdueParts),
    ...title(view.arrears, screens.arrears, screens.arrearsParts),
  ];
}

function comingLines(view: StatusView, look: Look): string[] {
  const { comingDue, plan, overdue, arrears } = view;
  const { screens, words } = look.catalogue;
  if (comingDue === null || plan === null) return [];
  const { open, done, quarter, year } = comingDue;
  const columns: Column[] = [
    { heading: "", align: "left" },
    { heading: "", align: "left" },
    { heading: "", align: "left", fill: true },
  ];
  const shown = open.lines.first(MOST_COMING);
  const rows = shown.map((milestone) => [
    `  ${shortDay(milestone.due, plan.year)}`,
    milestone.id,
    [milestone.text, ...assessmentText(milestone, plan.year, look)].join("\n"),
  ]);
  const otherYear = year === plan.year ? null : year;
  const title = screens.comingDue(words.quarters([quarter]), otherYear, open.length, done);
  const all = overAllTimes(view);
  const ofQuarter = { ...all, filters: { ...all.filters, quarters: [quarter] } };
  const command = otherYear === null ? commandFor("due", ofQuarter, look) : commandFor("list", all, look);
  return [
    ...(overdue.length + arrears.length === 0 ? [""] : []),
    ...wrap(shown.length < open.length ? screens.cut.comingSome(title, shown.length, command) : title, look.width),
    ...renderTable(columns, rows, look),
  ];
}
