import type { MilestoneView } from "../../core/views/milestone.ts";
import { padEnd } from "../layout.ts";
import { widthOf } from "../width.ts";
import { type Look, shortDay } from "../look.ts";
import { lightText } from "../words/phrases.ts";

/** The milestones that an id may mean, one per line: id, window, due day, light. */
export function choiceLines(milestones: readonly MilestoneView[], planYear: number, look: Look): string[] {
  const { words, screens } = look.catalogue;
  const rows = milestones.map((milestone) => [
    milestone.id,
    words.window({ start: milestone.start, end: milestone.originalDue }, planYear),
    screens.dueIs(shortDay(milestone.due, planYear)),
    lightText(milestone, look) + (milestone.daysOverdue === null ? "" : ` ${screens.days(milestone.daysOverdue)}`),
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ""))));
  return rows.map((row) => `  ${row.map((cell, column) => padEnd(cell, widths[column] ?? 0)).join("  ")}`.trimEnd());
}

/**
 * `10-2@Q2 已完成 06-28`: a line with those already done, so that they do not seem to be missing; none if there are
 * none.
 */
export function doneLines(done: readonly MilestoneView[], planYear: number, look: Look): string[] {
  const { words } = look.catalogue;
  const named = done.flatMap(({ id, completedOn }) =>
    completedOn === null ? [] : [[id, words.state("done"), shortDay(completedOn, planYear)].join(" ")],
  );
  return named.length === 0 ? [] : [`  ${named.join(words.listSeparator)}`];
}
