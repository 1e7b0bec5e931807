/** `status`: the leadership's screen. */
import { type Rate, barCells, percentagesOfWhole } from "../../core/rounding.ts";
import type { GroupView } from "../../core/views/groups.ts";
import type { LightCount, StatusView } from "../../core/views/status.ts";
import { groupHeading, groupLabel } from "../words/group-texts.ts";
import { hang, padEnd, padStart, spread, wrap, wrapPieces } from "../layout.ts";
import { widthOf } from "../width.ts";
import { type Look, STATE_LIGHTS, brushOf, percentText, shortDay } from "../look.ts";
import { type Column, type TableRow, renderTable } from "../table.ts";
import { indented, separateLines, unprovenText } from "../words/separate-lines.ts";
import { changeLines } from "../words/changes.ts";
import { commandFor } from "./command-for.ts";
import { indicatorText, openIndicatorText } from "../words/indicator-lines.ts";
import { legendFooter } from "./legend-lines.ts";
import { capital, rateText } from "../words/phrases.ts";
import { overdueBlock } from "./overdue-block.ts";
import { afterYearLines, heading } from "./frame.ts";
import { type LightReason, STATES } from "../../core/lights.ts";

const BAR_CELLS = 20;
/** In columns; on narrower screens the lights' words need the room of the bars. */
const LEAST_WITH_BARS = 72;
/** Lines of a screen without the prompt. */
const SCREEN_LINES = 29;
/** Lines always available for overdue milestones. */
const LEAST_ROOM = 4;

/** The screen of `status` without a period, for the whole plan or the part that the filters leave. */
export function renderStatus(view: StatusView, look: Look): string[] {
  const { screens } = look.catalogue;
  const totals = screens.totals(view.totals.tasks, view.totals.milestones);
  const pace = screens.pace(percentText(view.pace.percent), look.catalogue.words.paceMethod(view.pace.method));
  const above = [
    ...heading(view.plan?.title ?? "", view, look),
    "",
    ...spread(totals, pace, look.width),
    ...stateLines(view, look),
    "",
    ...rateLines(view, look),
    ...indicatorLines(view, look),
    "",
    ...groupTable(view, look),
    "",
  ];
  const below = [
    ...nextDueLines(view, look),
    ...changeLines(view.changes, view.plan?.year ?? 0, look),
    ...policyLines(view, look),
    ...afterYearLines(view, look),
  ];
  const room = Math.max(LEAST_ROOM, SCREEN_LINES - above.length - below.length - 1);
  const around = { planYear: view.plan?.year ?? 0, room, withLead: true, command: commandFor("overdue", view, look) };
  return [
    ...above,
    ...overdueBlock(screens.overdueCount(view.overdue.length), view.overdue.lines, around, look),
    ...below,
  ];
}

function stateLines(view: StatusView, look: Look): string[] {
  const { words } = look.catalogue;
  const shown = STATES.filter((state) => state !== "cancelled" || view.totals.cancelled > 0);
  const counts = shown.map((state) => view.totals[state]);
  const shares = percentagesOfWhole(counts);
  const bars = barCells(counts, BAR_CELLS);
  const name = Math.max(...shown.map((state) => widthOf(words.state(state))));
  const percents = shares.map((share) => (view.totals.milestones === 0 ? "—" : percentText(share)));
  const wide = Math.max(5, ...percents.map(widthOf));
  const digits = Math.max(2, ...counts.map((count) => String(count).length));
  return shown.flatMap((state, index) => {
    const light = STATE_LIGHTS[state];
    const brush = (counts[index] ?? 0) > 0 ? brushOf(look, light) : look.paint.dim;
    const label = `${look.symbols[light]} ${padEnd(words.state(state), name)}`;
    const share = padStart(percents[index] ?? "", wide);
    const cells = look.symbols.full.repeat(bars[index] ?? 0);
    // Only the cells are painted, so that the padding can be trimmed at the end of a line.
    const bar = look.width < LEAST_WITH_BARS ? "" : `${padEnd(brush(cells), BAR_CELLS)}  `;
    const lights = lightWords(
      view.lights.filter((count) => count.state === state),
      look,
    );
    const front = `  ${brush(label)}  ${padStart(String(counts[index]), digits)}  ${share}  ${bar}`;
    return lights === "" ? [front.trimEnd()] : hang(front, lights, look.width);
  });
}

/**
 * Reasons not repeated beside a state that says the same. `no-estimate` only occurs under policies whose legend
 * explains it.
 */
const SAID_BY_STATE: ReadonlySet<LightReason> = new Set([
  "done",
  "on-track",
  "no-estimate",
  "not-begun",
  "cancelled",
  "overdue",
]);

/** `绿 14，黄 2（逾期完成）`: each light with its count, and its reasons unless the state says them. */
function lightWords(counts: readonly LightCount[], look: Look): string {
  const { words, screens } = look.catalogue;
  const lights = [...new Set(counts.map(({ light }) => light))];
  const texts = lights.map((light) => {
    const own = counts.filter((count) => count.light === light);
    const sum = own.reduce((total, count) => total + count.milestones, 0);
    const text = screens.lightCount(words.light(light), sum);
    const reasons = own
      .filter(({ reason }) => !SAID_BY_STATE.has(reason))
      .map(({ reason, milestones }) =>
        own.length === 1 ? words.reason(reason) : screens.reasonCount(words.reason(reason), milestones),
      );
    return reasons.length === 0 ? text : text + words.inBrackets(reasons.join(words.clauseSeparator));
  });
  return texts.join(words.clauseSeparator);
}

function rateLines(view: StatusView, look: Look): string[] {
  const { screens, words } = look.catalogue;
  const rates = [
    rateText(screens.completion, view.rates.completion, look),
    rateText(screens.dueCompletion, view.rates.dueCompletion, look),
    rateText(screens.onTime, view.rates.onTime, look),
  ];
  const lines = wrapPieces(rates, "  ", look.width - 2);
  const { done } = view.totals;
  const accepted = done === 0 ? [] : [screens.acceptance(done, view.accepted, done - view.accepted)];
  const sentences = [...accepted, ...unprovenText(view, look)].join(words.sentenceSeparator);
  return [...indented([...lines, sentences].filter(Boolean), look), ...separateLines(view, look)];
}

/** The line on indicators; none before the first reading. */
function indicatorLines({ indicators }: StatusView, look: Look): string[] {
  if (indicators.noReading + indicators.cancelled === indicators.indicators) return [];
  const whole = indicatorText(indicators, look);
  // There is only one line: if it is too long, what goes well makes room for what is past due.
  const isRoomy = indicators.pastDue === 0 || widthOf(whole) <= look.width - 2;
  return hang("  ", isRoomy ? whole : openIndicatorText(indicators, look), look.width);
}

/**
 * The legend, if the light policy is not the standard one. Under that one, the line of each state gives its lights and
 * reasons.
 */
export function policyLines(view: StatusView, look: Look): string[] {
  const { lightPolicy, lights } = view;
  if (lightPolicy.name === "standard") return [];
  return legendFooter({ lightPolicy, lights: lights.map(({ light }) => light) }, look);
}

function groupTable(view: StatusView, look: Look): string[] {
  const { screens } = look.catalogue;
  const hasCancelled = view.totals.cancelled > 0;
  const column = (text: string, align: Column["align"]): Column => ({
    heading: text,
    align,
    broken: screens.inTwoLines(text),
  });
  const number = (text: string): Column => column(text, "right");
  const columns: Column[] = [
    column(groupHeading(view, look.catalogue), "left"),
    number(screens.tasks),
    number(screens.milestones),
    ...STATES.filter((state) => state !== "cancelled" || hasCancelled).map((state) =>
      number(capital(look.catalogue.words.state(state))),
    ),
    column(capital(screens.dueCompletion), "left"),
  ];
  // Only these properties of a group: its light is lazy and costly, and not shown.
  const groups = shownGroups(view).map((group) => ({
    name: groupLabel(group, view, look.catalogue),
    counts: group.counts,
    rates: group.rates,
  }));
  const rows = [...groups, { name: screens.total, counts: view.totals, rates: view.rates }];
  const fractions = rows.map(({ rates }) => fraction(rates.dueCompletion));
  const wide = Math.max(...fractions.map(widthOf));
  const body = rows.map((row, index) => groupRow(row, padStart(fractions[index] ?? "", wide), hasCancelled, look));
  const total = view.addsUp ? (["rule", ...body.slice(-1)] as const) : [];
  return [...renderTable(columns, [...body.slice(0, -1), ...total], look), ...groupKeyLines(view, look)];
}

/**
 * Notes for which the table has no room: titles of themes and sections, or that tasks or districts are in several rows.
 */
export function groupKeyLines(view: StatusView, look: Look): string[] {
  const { screens } = look.catalogue;
  if (view.groupBy === "district") return wrap(screens.districtsRepeat, look.width);
  const isJudgedApart = view.extendedAfterDue.length > 0;
  if (view.groupBy === "quarter") return wrap(screens.tasksRepeat(isJudgedApart), look.width);
  if (view.groupBy !== "theme" && view.groupBy !== "section") return [];
  const groups = shownGroups(view);
  const wide = Math.max(0, ...groups.map(({ key }) => widthOf(key)));
  return groups.flatMap(({ key, name }) => hang(`${padEnd(key, wide)}  `, name, look.width));
}

/** Groups with a task among those selected. */
export function shownGroups({ groups }: StatusView): GroupView[] {
  return groups.filter(({ counts }) => counts.tasks > 0);
}

function groupRow(
  { name, counts, rates }: Pick<GroupView, "name" | "counts" | "rates">,
  fractionCell: string,
  hasCancelled: boolean,
  look: Look,
): TableRow {
  const overdue = String(counts.overdue);
  const percent = padStart(percentText(rates.dueCompletion.percent), 6);
  return [
    name,
    String(counts.tasks),
    String(counts.milestones),
    String(counts.done),
    String(counts.active),
    counts.overdue > 0 ? { text: overdue, brush: look.paint.red } : overdue,
    String(counts.upcoming),
    ...(hasCancelled ? [String(counts.cancelled)] : []),
    `${percent}  ${fractionCell}`,
  ];
}

function fraction(rate: Rate): string {
  return `${rate.numerator}/${rate.denominator}`;
}

function nextDueLines({ nextDue, plan }: StatusView, look: Look): string[] {
  const { screens } = look.catalogue;
  if (nextDue === null || plan === null) return wrap(screens.nothingDue, look.width);
  const { day, daysLeft, milestones, done } = nextDue;
  return wrap(screens.nextDue(shortDay(day, plan.year), daysLeft, milestones, done), look.width);
}
