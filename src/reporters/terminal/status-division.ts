/** `status --division X`: a division head's screen; what it leads and what it assists are never added up. */
import { type Quarter, QUARTERS, quarterOf, yearOf } from "../../core/calendar.ts";
import type { MilestoneView } from "../../core/views/milestone.ts";
import type { GroupView, StatusView } from "../../core/views/status.ts";
import type { TaskView } from "../../core/views/task.ts";
import { padEnd, padStart, wrapPieces } from "../layout.ts";
import { widthOf } from "../width.ts";
import { type Look, brushOf, shortDay } from "../look.ts";
import { type Cell, type Column, type TableRow, renderTable } from "../table.ts";
import { heading, overdueBlock, rateText } from "./phrases.ts";
import { apartLine, unprovenLine } from "./apart.ts";
import { afterYearLines } from "./status.ts";
import { periodName } from "./status-period.ts";

/** `12/12`. */
const FRACTION_WIDTH = 5;

export function renderDivisionStatus(view: StatusView, look: Look): string[] {
  const { screens } = look.catalogue;
  const [division = ""] = view.filters.divisions;
  const title = view.period === null ? division : screens.titleWith(division, periodName(view, look));
  const [lead, assist] = view.groups;
  return [
    ...heading(title, view, look, ["period", "divisions"]),
    "",
    ...(lead === undefined ? [] : groupLines(look.catalogue.words.lead, lead, true, look)),
    ...(assist === undefined ? [] : groupLines(look.catalogue.words.assist, assist, false, look)),
    ...unprovenLine(view, look),
    ...apartLine(view, look),
    "",
    ...quarterTable(view, division, look),
    ...overdueLines(view, look),
    ...comingLines(view, look),
    ...afterYearLines(view, look),
  ];
}

function groupLines(name: string, { counts, rates }: GroupView, withRates: boolean, look: Look): string[] {
  const { screens, words } = look.catalogue;
  const own = screens.leadCounts(padStart(String(counts.tasks), 1), padStart(String(counts.milestones), 2));
  const states = screens.stateCounts(counts.done, counts.active, counts.overdue, counts.upcoming, counts.cancelled);
  const { lead, assist } = words;
  const label = padEnd(name, Math.max(widthOf(lead), widthOf(assist)));
  const line = `${label}  ${own}${screens.colon}${states}`;
  if (!withRates) return [line];
  const rateTexts = [
    rateText(screens.dueCompletion, rates.dueCompletion, look),
    rateText(screens.onTime, rates.onTime, look),
  ];
  return [
    line,
    ...wrapPieces(rateTexts, "  ", look.width - widthOf(label) - 2).map(
      (text) => " ".repeat(widthOf(label) + 2) + text,
    ),
  ];
}

/** One row a task, one symbol a milestone in the quarter in which it is due. */
function quarterTable(view: StatusView, division: string, look: Look): string[] {
  const { screens, words } = look.catalogue;
  if (view.tasks.length === 0 || view.plan === null) return [screens.nothingFound];
  const planYear = view.plan.year;
  const led = view.tasks.filter(({ lead }) => lead === division);
  const assisted = view.tasks.filter(({ lead }) => lead !== division);
  const columns: Column[] = [
    { heading: screens.tasks, align: "right" },
    ...QUARTERS.map((quarter): Column => ({ heading: screens.quarterShort(words.numeral(quarter)), align: "left" })),
    { heading: screens.ratio, align: "right", least: FRACTION_WIDTH },
    { heading: led.length > 0 ? screens.leadTasks : screens.assistTasks, align: "left", fill: true },
  ];
  const divider: TableRow[] =
    led.length > 0 && assisted.length > 0 ? [["", "", "", "", "", "", screens.assistTasks]] : [];
  const rows = [
    ...led.map((task) => taskRow(task, task.title, planYear, look)),
    ...divider,
    ...assisted.map((task) => taskRow(task, task.title + words.inBrackets(screens.ledBy(task.lead)), planYear, look)),
  ];
  return [...renderTable(columns, rows, look), "", screens.oneSymbol, ...legend(view.tasks, look)];
}

/** Each symbol with its colour word; yellow with the reasons that the table has. */
function legend(tasks: readonly TaskView[], look: Look): string[] {
  const { screens, words } = look.catalogue;
  const yellow = tasks.flatMap(({ milestones }) => milestones).filter(({ light }) => light === "yellow");
  const reasons = [...new Set(yellow.map(({ lightReason }) => lightReason))];
  const meanings = {
    green: screens.legendDone,
    yellow: (reasons.length === 0 ? (["done-late"] as const) : reasons).map(words.reason).join(words.listSeparator),
    blue: words.state("active"),
    red: words.state("overdue"),
    grey: words.state("upcoming"),
  };
  const lights = ["green", "yellow", "blue", "red", "grey"] as const;
  const pieces = lights.map((light) => `${look.symbols[light]} ${words.light(light)} ${meanings[light]}`);
  return wrapPieces(pieces, "  ", look.width);
}

function taskRow(task: TaskView, title: string, planYear: number, look: Look): TableRow {
  const { done, milestones } = task.progress;
  return [
    task.id,
    ...QUARTERS.map((quarter) => symbols(task, quarter, planYear, look)),
    `${done}/${milestones}`,
    title,
  ];
}

function symbols(task: TaskView, quarter: Quarter, planYear: number, look: Look): Cell {
  const due = task.milestones.filter((milestone) => dueQuarter(milestone, planYear) === quarter);
  const [first] = due;
  const text = due.map(({ light }) => look.symbols[light]).join("");
  const isUniform = first !== undefined && due.every(({ light }) => light === first.light);
  return isUniform && first.light !== "grey" ? { text, brush: brushOf(look, first.light) } : { text };
}

/** What is due outside the plan's year stands at its nearer end. */
function dueQuarter({ assessmentDue }: MilestoneView, planYear: number): Quarter {
  const year = yearOf(assessmentDue);
  if (year === planYear) return quarterOf(assessmentDue);
  return year < planYear ? 1 : 4;
}

function overdueLines({ overdue, arrears, plan }: StatusView, look: Look): string[] {
  const all = [...overdue, ...arrears];
  const around = { planYear: plan?.year ?? 0, room: Infinity, withLead: false };
  const lines = overdueBlock(look.catalogue.screens.overdueCount(all.length), all, around, look);
  return lines.length === 0 ? [] : ["", ...lines];
}

function comingLines({ comingDue, plan, overdue, arrears }: StatusView, look: Look): string[] {
  const { screens, words } = look.catalogue;
  if (comingDue === null || plan === null) return [];
  const { open, done, quarter, year } = comingDue;
  const columns: Column[] = [
    { heading: "", align: "left" },
    { heading: "", align: "left" },
    { heading: "", align: "left", fill: true },
  ];
  const rows = open.map((milestone) => [`  ${shortDay(milestone.due, plan.year)}`, milestone.id, milestone.text]);
  const name = words.quarters([quarter]);
  const when = year === plan.year ? name : `${year} ${name}`;
  return [
    ...(overdue.length + arrears.length === 0 ? [""] : []),
    screens.comingDue(when, open.length + done, done),
    ...renderTable(columns, rows, look),
  ];
}
