/** The effects of a write on tasks and milestones, indicators, quarters, and arrears. */
import type { Day } from "../../core/calendar.ts";
import type { QuarterEffectView } from "../../core/views/write-figures.ts";
import type { EffectView, IndicatorEffectView, WriteView } from "../../core/views/writes.ts";
import { type Look, shortDay } from "../look.ts";
import { amountText, shareText, verdictText } from "../words/indicator-lines.ts";
import { someIds, timeliness } from "../words/phrases.ts";
import { STATES } from "../../core/lights.ts";

const MOST_IDS = 5;

/** The effects of all records of a write, each given once. */
export function sharedEffects(view: WriteView, look: Look): string[] {
  const { screens, words } = look.catalogue;
  const tasks = [...new Set(view.effects.map(({ task }) => task))];
  const changed = view.quarterEffects.filter(
    ({ doneBefore, done, dueBefore, due }) => doneBefore !== done || dueBefore !== due,
  );
  const lines = [
    ...(view.indicators ?? []).flatMap((indicator) => indicatorLines(indicator, view, look)),
    ...tasks.flatMap((task) =>
      effectLines(
        view.effects.filter((effect) => effect.task === task),
        look,
      ),
    ),
    ...(view.kind === "ipplan/undo" ? view.effects.flatMap((effect) => restored(effect, view, look)) : []),
    ...view.effects.flatMap((effect) => revived(effect, view, look)),
    ...changed.map((effect) => quarterLine(effect, look)),
  ];
  const { acceptedBefore, accepted, waiting } = view.acceptance;
  if (acceptedBefore !== accepted) lines.push(screens.effectAccepted(acceptedBefore, accepted, waiting));
  const count = view.overdue.length;
  if (count === view.overdueBefore) return lines;
  const isShort = count > 0 && count <= MOST_IDS;
  const left = isShort ? words.inBrackets(screens.remaining(view.overdue.items.join(words.listSeparator))) : "";
  return [...lines, screens.effectOverdue(view.overdueBefore, count) + left];
}

/**
 * `10/agencies 未填报 → 12 家，完成目标的 120.0%`, with a line for each changed quarter of a quarterly target; below it
 * the verdict.
 */
function indicatorLines(indicator: IndicatorEffectView, { plan }: WriteView, look: Look): string[] {
  const { words } = look.catalogue;
  const { id, value, unit, changedQuarters } = indicator;
  const amount = (number: number | null): string =>
    number === null ? words.verdict("no-reading") : amountText(number, unit);
  const lineOf = (name: string, one: IndicatorEffectView): string => {
    const share = shareText(one, look);
    const change = `${name} ${amount(one.valueBefore)} → ${amount(one.value)}`;
    return [change, ...(share === "" ? [] : [share])].join(words.clauseSeparator);
  };
  const byQuarter = changedQuarters.map((own) =>
    lineOf(`${id} ${words.quarters([own.quarter])}`, { ...indicator, ...own }),
  );
  const verdict = value === null ? [] : [verdictText(indicator, plan?.year ?? 0, look)];
  return [...(byQuarter.length > 0 ? byQuarter : [lineOf(id, indicator)]), ...verdict];
}

/** `任务22 已完成 2/3 → 1/3；22-2 现为逾期`: what the write changed in a task; none if nothing. */
function effectLines(effects: readonly EffectView[], look: Look): string[] {
  const [first] = effects;
  if (first === undefined) return [];
  const { screens, words } = look.catalogue;
  const { task, doneBefore, done, ofBefore, of } = first;
  const isCounted = doneBefore !== done || ofBefore !== of;
  const counts = isCounted ? [screens.effectTask(task, `${doneBefore}/${ofBefore}`, `${done}/${of}`)] : [];
  // What is done already says so in the first line of its record.
  const moved = effects.filter(({ state, stateBefore }) => state !== stateBefore && state !== "done");
  const states = STATES.flatMap((state) => {
    const ids = moved.filter((effect) => effect.state === state).map(({ id }) => id);
    return ids.length === 0 ? [] : [screens.stateNow(someIds(ids, MOST_IDS, look), words.state(state))];
  });
  const parts = [...counts, ...states];
  return parts.length === 0 ? [] : [parts.join(words.sentenceSeparator)];
}

/** `2-1 04-02 完成，逾期 2 天` · `25-2 时限 09-15 → 08-31`: what holds again after a record was revoked. */
function restored(effect: EffectView, { plan }: WriteView, look: Look): string[] {
  const { screens, words } = look.catalogue;
  const { id, due, dueBefore, completedOn, completedOnBefore, daysEarly } = effect;
  const day = (one: Day): string => shortDay(one, plan?.year ?? 0);
  const moved = due === dueBefore ? [] : [`${id} ${screens.dueIs(`${day(dueBefore)} → ${day(due)}`)}`];
  if (completedOn === null || completedOnBefore === null || completedOn === completedOnBefore) return moved;
  const early = daysEarly === null ? [] : [timeliness(daysEarly, look)];
  return [...moved, `${id} ${[screens.completed(day(completedOn)), ...early].join(words.clauseSeparator)}`];
}

/** A note that a cancelled milestone, now done, counts again: whoever approved the cancellation may not know. */
function revived({ id, state, stateBefore, cancellation }: EffectView, { plan }: WriteView, look: Look): string[] {
  const { screens } = look.catalogue;
  if (state !== "done" || stateBefore !== "cancelled" || cancellation === null) return [];
  return [screens.revived(id, shortDay(cancellation.on, plan?.year ?? 0), cancellation.approver)];
}

function quarterLine({ quarter, dueBefore, due, doneBefore, done, movedOut }: QuarterEffectView, look: Look): string {
  const { screens, words } = look.catalogue;
  const text = screens.effectQuarter(
    words.quarters([quarter]),
    dueBefore === due ? `${due}` : `${dueBefore} → ${due}`,
    doneBefore,
    done,
  );
  if (movedOut.length === 0) return text;
  return text + words.inBrackets(screens.movedOut(movedOut.length, someIds(movedOut, MOST_IDS, look)));
}
