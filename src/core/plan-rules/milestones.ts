import { type Day, laterOf } from "../calendar.ts";
import type { DraftMilestone, Path } from "../draft.ts";
import type { Milestone } from "../plan.ts";
import { parseWhen } from "../when.ts";
import { type Walk, claimId, optionalDay, report } from "./walk.ts";

/** The milestones that an entry of a plan file stands for; none where its window cannot be read. */
export function buildMilestones(
  walk: Walk,
  file: string,
  path: Path,
  task: { readonly task: string; readonly added: Day | null },
  draft: DraftMilestone,
): Milestone[] {
  claimId(walk, file, [...path, "id"], draft.id);
  const schedule = parseWhen(draft.when, walk.head.year ?? 2000);
  const override = optionalDay(walk, file, [...path, "due"], draft.due);
  const added = laterDay(optionalDay(walk, file, [...path, "added"], draft.added), task.added);
  if ("fault" in schedule) {
    const { fault, text } = schedule;
    report(walk, file, [...path, "when"], { code: "E-WHEN", details: { value: text, fault } });
    return [];
  }
  checkDue(walk, file, [...path, "due"], override, schedule);
  return schedule.windows.map(({ key, period }) => ({
    id: schedule.repeating ? `${draft.id}@${key}` : draft.id,
    entry: draft.id,
    occurrence: schedule.repeating ? key : null,
    task: task.task,
    text: draft.text,
    window: { start: period.start, end: override ?? period.end },
    added,
  }));
}

function checkDue(
  walk: Walk,
  file: string,
  path: Path,
  due: Day | null,
  schedule: { readonly repeating: boolean; readonly windows: readonly { readonly period: { readonly start: Day } }[] },
): void {
  if (due === null) return;
  if (schedule.repeating) report(walk, file, path, { code: "E-DUE", details: { fault: "repeating", day: due } });
  else if (schedule.windows.some(({ period }) => due < period.start)) {
    report(walk, file, path, { code: "E-DUE", details: { fault: "before start", day: due } });
  }
}

/** A milestone is no older than its task. */
function laterDay(own: Day | null, task: Day | null): Day | null {
  if (own === null || task === null) return own ?? task;
  return laterOf(own, task);
}
