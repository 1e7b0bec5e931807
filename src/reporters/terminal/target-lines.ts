/** Targets in `overdue` and `due`: what to reach, by when, and the state. */
import type { Day } from "../../core/calendar.ts";
import type { LightPolicyView } from "../../core/views/light-policy.ts";
import type { ListedIndicator } from "../../core/views/indicators.ts";
import { type ComingTarget, type PastTarget, countTargets } from "../../core/views/targets.ts";
import { padEnd, wrap } from "../layout.ts";
import { type Look, shortDay } from "../look.ts";
import { type Cell, type Column, type TableRow, renderTable } from "../table.ts";
import { byDay, numberFacts, readingLines, targetName, targetText } from "../words/indicator-lines.ts";
import { legendFooter } from "./legend-lines.ts";
import { DAYS_WIDTH } from "./overdue-block.ts";
import { leadText } from "../words/phrases.ts";

/** The divisions asked for, and the plan's year. */
interface Around {
  readonly asked: readonly string[];
  readonly planYear: number;
}

/** A row: number of days, the day by which to reach the target, lines on the reading, and the target. */
type Target = readonly [days: Cell, day: Day, standing: readonly string[], target: ListedIndicator];

/** Targets missed on their day, after an empty line, with a legend for their lights; none if there are none. */
export function pastTargetLines(
  targets: readonly PastTarget[],
  lightPolicy: LightPolicyView,
  around: Around,
  look: Look,
): string[] {
  const { screens } = look.catalogue;
  const stood = targets.map((target) => [target, byDay(target, target.pastDue)] as const);
  const rows = stood.map(([target, standing]): Target => {
    const days = { text: screens.days(target.daysOverdue), brush: look.paint.red };
    return [days, target.pastDue, readingLines(standing, around.planYear, look), target];
  });
  const title = screens.targetsPast(countTargets(targets), targets.length);
  const lights = stood.flatMap(([, { value, light }]) => (value === null ? [] : [light]));
  return [
    ...block(title, screens.overdue, rows, around, look),
    ...legendFooter({ lightPolicy, lights, of: "indicators" }, look),
  ];
}

/** Targets to reach by a later day, after an empty line, with a legend for their lights; none if there are none. */
export function comingTargetLines(
  targets: readonly ComingTarget[],
  lightPolicy: LightPolicyView,
  around: Around,
  look: Look,
): string[] {
  const { screens } = look.catalogue;
  const dayText = (day: Day): string => shortDay(day, around.planYear);
  // The light of a quarterly target covers all quarters, not the coming one.
  const hasLight = ({ per, value }: ComingTarget): boolean => per === null && value !== null;
  const rows = targets.map((target): Target => {
    const standing =
      target.per === null
        ? readingLines(target, around.planYear, look)
        : numberFacts(byDay(target, target.reachBy), dayText, look);
    return [{ text: screens.days(target.daysLeft) }, target.reachBy, standing, target];
  });
  const title = screens.targetsComing(countTargets(targets), targets.length);
  const lights = targets.filter(hasLight).map(({ light }) => light);
  return [
    ...block(title, screens.leftHeading, rows, around, look),
    ...legendFooter({ lightPolicy, lights, of: "indicators" }, look),
  ];
}

function block(title: string, daysHeading: string, targets: readonly Target[], around: Around, look: Look): string[] {
  const { screens, words } = look.catalogue;
  if (targets.length === 0) return [];
  const columns: Column[] = [
    { heading: padEnd(daysHeading, DAYS_WIDTH), align: "right" },
    { heading: screens.id, align: "left" },
    { heading: screens.due, align: "left" },
    { heading: screens.leadDivision, align: "left" },
    { heading: screens.readingAndTarget, align: "left", fill: true },
  ];
  const rows = targets.flatMap(([days, day, standing, target]): TableRow[] => {
    const lead = leadText(target, around.asked, look);
    return [
      [days, target.id, shortDay(day, around.planYear), lead, standing.join(words.sentenceSeparator)],
      { across: screens.targetOf(targetName(target, day, look.catalogue), targetText(target, look)), from: 3 },
    ];
  });
  return ["", ...wrap(title, look.width).map((line) => look.paint.bold(line)), ...renderTable(columns, rows, look)];
}
