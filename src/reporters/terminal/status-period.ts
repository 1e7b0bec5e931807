/** `status --quarter N` and `--month N`: what is due in the period, separate from what only overlaps it. */
import type { GroupView } from "../../core/views/groups.ts";
import type { StatusView } from "../../core/views/status.ts";
import { padEnd, padStart, spread, wrap, wrapPieces } from "../layout.ts";
import { widthOf } from "../width.ts";
import { type Look, percentText, shortDay } from "../look.ts";
import { type Column, type Pieces, type TableRow, renderTable } from "../table.ts";
import { fractionText, rateText, someIds } from "../words/phrases.ts";
import { overdueBlock } from "./overdue-block.ts";
import { groupHeading, groupLabel } from "../words/group-texts.ts";
import { indented, separateLines, unprovenLine, withLateMarks } from "../words/separate-lines.ts";
import { changeLines } from "../words/changes.ts";
import { commandFor, overAllTimes } from "./command-for.ts";
import { groupKeyLines, policyLines, shownGroups } from "./status.ts";
import type { ListedViews } from "../../core/views/milestone-lines.ts";
import { percentagesOfWhole } from "../../core/rounding.ts";
import { afterYearLines, heading } from "./frame.ts";

const MOST_CELLS = 20;
/** Most ids in a group's row. */
const MOST_OPEN = 12;
/** Lines for two milestones with their last words. */
const ALARM_LINES = 4;

/** The screen of `status` for a period. */
export function renderPeriodStatus(view: StatusView, look: Look): string[] {
  const { screens } = look.catalogue;
  const name = periodName(view, look);
  return [
    ...heading(screens.titleWith(view.plan?.title ?? "", name), view, look, ["period"]),
    ...daysLine(view, name, look),
    "",
    ...(view.totals.milestones === 0 ? [screens.nothingFound] : numberLines(view, look)),
    ...alarm(
      screens.overdueHere(view.overdue.length, view.period?.openOverdue ?? 0, isQuarter(view)),
      view.overdue,
      view,
      commandFor("overdue", view, look),
      look,
    ),
    ...alarm(
      screens.arrears(view.arrears.length, isQuarter(view)),
      view.arrears,
      view,
      commandFor("overdue", overAllTimes(view), look),
      look,
    ),
    ...spaced(changeLines(view.changes, view.plan?.year ?? 0, look)),
    ...policyLines(view, look),
    ...afterYearLines(view, look),
  ];
}

/** Totals, rates and the table. Not for an empty selection, where they would mean nothing. */
function numberLines(view: StatusView, look: Look): string[] {
  return [
    ...totalLines(view, look),
    ...rateLines(view, look),
    ...unprovenLine(view, look),
    ...separateLines(view, look, view.period?.movedOut ?? []),
    "",
    ...groupTable(view, look),
  ];
}

function spaced(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", ...lines];
}

/** 二季度 · 上半年 · 6月. */
export function periodName({ quarters, filters }: Pick<StatusView, "quarters" | "filters">, look: Look): string {
  const { words } = look.catalogue;
  return quarters === null ? words.months(filters.months ?? []) : words.span(quarters);
}

/** Whether texts may say “this quarter”. */
function isQuarter({ quarters }: StatusView): boolean {
  return quarters?.length === 1;
}

function daysLine(view: StatusView, name: string, look: Look): string[] {
  const { screens, words } = look.catalogue;
  if (view.period === null) return [];
  const days = screens.periodDays(name, view.period.start, view.period.end);
  const method = words.paceMethod(view.pace.method);
  return spread(days, screens.periodPace(percentText(view.pace.percent), method, isQuarter(view)), look.width);
}

function totalLines(view: StatusView, look: Look): string[] {
  const { screens, words } = look.catalogue;
  const { period, totals } = view;
  if (period === null) return [];
  const later = period.dueLaterQuarters.length > 0 ? words.quarters(period.dueLaterQuarters) : "";
  const isBeyond = period.dueAfterYear > 0;
  const spanning = period.dueLater === 0 ? [] : [screens.dueLater(period.dueLater, later, isBeyond, isQuarter(view))];
  const moved = period.movedOut.length;
  const ids = someIds(withLateMarks(period.movedOut, view, look), 5, look);
  const extended = moved === 0 ? "" : words.inBrackets(screens.movedOut(moved, ids));
  const before = period.judgedBefore.length;
  const earlier = before === 0 ? [] : [screens.judgedBefore(before, someIds(period.judgedBefore, 5, look))];
  const counted = [screens.totals(totals.tasks, totals.milestones), ...spanning, ...earlier];
  return [
    ...wrap(counted.join(words.sentenceSeparator), look.width),
    ...wrap(screens.duePeriod(totals.due, isQuarter(view)) + extended, look.width),
    ...shareLines(view, look),
  ];
}

function shareLines(view: StatusView, look: Look): string[] {
  const { screens } = look.catalogue;
  const { due, dueDone } = view.totals;
  if (due === 0) return [];
  const open = due - dueDone;
  const [doneShare = 0, openShare = 0] = percentagesOfWhole([dueDone, open]);
  const name = Math.max(widthOf(screens.done), widthOf(screens.notDone));
  const wide = Math.max(widthOf(percentText(doneShare)), widthOf(percentText(openShare)), 5);
  const line = (label: string, count: number, share: number, rest: string): string[] => {
    const front = `  ${padEnd(label, name)}  ${padStart(String(count), 2)}  ${padStart(percentText(share), wide)}`;
    return rest === "" ? [front] : wrapPieces([front, rest], "  ", look.width);
  };
  return [
    ...line(screens.done, dueDone, doneShare, bar(dueDone, due, look)),
    ...line(screens.notDone, open, openShare, open === 0 ? "" : openWords(view, look)),
  ];
}

/**
 * The bar: one cell for each milestone up to 20, beyond that 20 cells for the whole; any number but zero gets a cell.
 */
function bar(done: number, all: number, look: Look): string {
  const cells = Math.min(all, MOST_CELLS);
  const share = Math.floor((done * cells) / all);
  const full = done > 0 ? Math.max(1, share) : 0;
  return look.paint.green(look.symbols.full.repeat(full)) + look.paint.dim(look.symbols.empty.repeat(cells - full));
}

/** When open milestones fall due, and how many are overdue. */
function openWords({ period, plan, totals }: StatusView, look: Look): string {
  const { screens, words } = look.catalogue;
  if (period === null || plan === null) return "";
  const { openDue, openOverdue } = period;
  // If some are overdue, the number of the others is given, so that the day is not taken for theirs.
  const others = openOverdue === 0 ? null : totals.due - totals.dueDone - openOverdue;
  const due =
    openDue === null
      ? []
      : [screens.openDue(shortDay(openDue.first, plan.year), openDue.daysLeft, openDue.first !== openDue.last, others)];
  const overdue = openOverdue === 0 ? [] : [look.paint.red(screens.ofThemOverdue(openOverdue))];
  return [...overdue, ...due].join(words.sentenceSeparator);
}

function rateLines(view: StatusView, look: Look): string[] {
  const { screens } = look.catalogue;
  const { dueCompletion, onTime } = view.rates;
  if (dueCompletion.denominator === 0) {
    return indented([screens.noneDueYet(fractionText(dueCompletion, look), isQuarter(view))], look);
  }
  const rates = [rateText(screens.dueCompletion, dueCompletion, look), rateText(screens.onTime, onTime, look)];
  // Of the milestones that overlap the period, those judged by an earlier day count too; and after the period, those
  // that have fallen due since.
  const earlier = view.period?.judgedBefore.length ?? 0;
  const others = { earlier: earlier > 0, later: dueCompletion.denominator > view.totals.due + earlier };
  const isWider = others.earlier || others.later;
  const base = isWider ? [screens.othersCounted(dueCompletion.denominator, others, isQuarter(view))] : [];
  return indented(wrapPieces([...rates, ...base], "  ", look.width - 2), look);
}

function groupTable(view: StatusView, look: Look): string[] {
  const { screens } = look.catalogue;
  const number = (name: string): Column => ({ heading: name, align: "right" });
  const columns: Column[] = [
    { heading: groupHeading(view, look.catalogue), align: "left" },
    ...[screens.tasks, screens.milestones, screens.dueInPeriod, screens.doneHeading, screens.completionHeading].map(
      number,
    ),
    { heading: screens.openMilestones(isQuarter(view)), align: "left" },
  ];
  const rows = shownGroups(view).map((group) =>
    groupRow(groupLabel(group, view, look.catalogue), group, openIds(group, look)),
  );
  const allOpen = screens.openTotal(view.totals.due - view.totals.dueDone);
  const sum = groupRow(screens.total, { counts: view.totals, rates: view.rates }, allOpen);
  const isCut = shownGroups(view).some(hasMoreOpen);
  return [
    ...renderTable(columns, view.addsUp ? [...rows, "rule", sum] : rows, look),
    ...(isCut ? wrap(screens.cut.openSome(MOST_OPEN), look.width) : []),
    ...groupKeyLines(view, look),
  ];
}

function groupRow(
  name: string,
  { counts, rates }: Pick<GroupView, "counts" | "rates">,
  open: string | Pieces,
): TableRow {
  const { tasks, milestones, due, dueDone } = counts;
  return [
    name,
    ...[tasks, milestones, due, dueDone].map(String),
    percentText(rates.quarterCompletion?.percent ?? null),
    open,
  ];
}

function openIds(group: GroupView, look: Look): string | Pieces {
  const { open } = group;
  if (open.length === 0) return "-";
  if (!hasMoreOpen(group)) return { pieces: open };
  return { pieces: [...open.slice(0, MOST_OPEN), look.catalogue.screens.cut.ofAll(open.length)] };
}

/** Whether a row has no room for all open milestones of its group. */
function hasMoreOpen({ open }: GroupView): boolean {
  return open.length > MOST_OPEN;
}

/** What needs action comes last, next to the prompt. */
function alarm(title: string, milestones: ListedViews, view: StatusView, command: string, look: Look): string[] {
  const around = { planYear: view.plan?.year ?? 0, room: ALARM_LINES, withLead: true, command };
  const lines = overdueBlock(title, milestones.lines, around, look);
  return lines.length === 0 ? [] : ["", ...lines];
}
