import { type Day, laterOf } from "../calendar.ts";
import type { Path, SoundMilestone } from "../draft.ts";
import { likelyWhen } from "../likely.ts";
import type { Milestone } from "../plan.ts";
import type { Finding } from "../problem.ts";
import { type Schedule, type WhenFault, parseWhen } from "../when.ts";
import { type Walk, claimId, optionalDay, orDefault, presentParts, report } from "./walk.ts";

/** The milestones that an entry of a plan file stands for; none if its window cannot be read. */
export function buildMilestones(
  walk: Walk,
  path: Path,
  task: { readonly task: string; readonly added: Day | null },
  draft: SoundMilestone,
): Milestone[] {
  claimId(walk, [...path, "id"], draft.id);
  const override = optionalDay(walk, [...path, "due"], draft.due);
  const added = laterDay(optionalDay(walk, [...path, "added"], draft.added), task.added);
  const text = orDefault(walk, draft.text, "");
  const schedule = readSchedule(walk, [...path, "when"], draft.when);
  if (schedule === null) return [];
  checkDue(walk, [...path, "due"], override, schedule);
  const { id = "" } = draft;
  return schedule.windows.map(({ key, period }) => ({
    id: schedule.repeating ? `${id}@${key}` : id,
    entry: id,
    occurrence: schedule.repeating ? key : null,
    task: task.task,
    text,
    window: { start: period.start, end: override ?? period.end },
    added,
    remarks: draft.remarks ?? null,
  }));
}

/** The windows of a `when:`; null if it cannot be read, which is reported at the part at fault. */
function readSchedule(walk: Walk, path: Path, when: SoundMilestone["when"]): Schedule | null {
  const isList = typeof when === "object";
  const items = isList ? presentParts(walk, path, when) : [];
  const value = isList ? items.map(({ part }) => part) : orDefault(walk, when, "");
  if (value.length === 0) return null;
  const schedule = parseWhen(value, walk.head.year ?? 2000);
  if (!("fault" in schedule)) return schedule;
  const { text } = schedule;
  // Of equal items, the last is the one too many.
  const item = items.findLast(({ part }) => part === text) ?? items.find(({ part }) => part.includes(text));
  report(walk, item?.path ?? path, whenFinding(walk, schedule, item?.part ?? String(value)));
  return null;
}

/**
 * `written` is the whole window in which the text at fault stands: a guess at one of its days becomes a guess at the
 * whole.
 */
function whenFinding({ head: { year } }: Walk, { fault, text }: WhenFault, written: string): Finding {
  const part = year === undefined ? null : likelyWhen(text, year);
  const guess = part === null ? null : written.replace(text, part);
  return { code: "E-WHEN", details: { value: text, fault, guess: guess === written ? null : guess } };
}

function checkDue(
  walk: Walk,
  path: Path,
  due: Day | null,
  schedule: { readonly repeating: boolean; readonly windows: readonly { readonly period: { readonly start: Day } }[] },
): void {
  if (due === null) return;
  if (schedule.repeating) report(walk, path, { code: "E-DUE", details: { fault: "repeating", day: due } });
  else if (schedule.windows.some(({ period }) => due < period.start)) {
    report(walk, path, { code: "E-DUE", details: { fault: "before start", day: due } });
  }
}

/** The day on which a milestone came into the plan: not before its task did. */
function laterDay(own: Day | null, task: Day | null): Day | null {
  if (own === null || task === null) return own ?? task;
  return laterOf(own, task);
}
