import { type Plan, milestonesOf } from "../plan.ts";
import { nearest } from "../text.ts";
import type { Journal } from "./fold.ts";
import type { JournalRecord } from "./record.ts";

/** A record that speaks of what the plan does not have. */
export interface StrayRecord {
  readonly record: JournalRecord;
  readonly guess: string | null;
}

/** Who gets more than this wrong has the journal of another plan, and to compare each id with all of the plan's takes long. */
const MOST_GUESSED = 50;

/** Live records whose reference the plan does not have, with the id that was probably meant. */
export function strayRecords(plan: Plan, journal: Journal): StrayRecord[] {
  const known = knownRefs(plan);
  const milestones = milestonesOf(plan).map(({ id }) => id);
  const guesses = new Map<string, string | null>();
  return journal.records.flatMap((record) => {
    const { ref } = record;
    if (known.has(ref) || journal.supersededBy.has(record.id) || record.do === "revoke") return [];
    if (!guesses.has(ref) && guesses.size < MOST_GUESSED) {
      guesses.set(ref, nearest(ref, milestones, (id) => [id]) ?? null);
    }
    return [{ record, guess: guesses.get(ref) ?? null }];
  });
}

/** A live record whose milestone has since got another window or text. */
export interface OutdatedRecord {
  readonly record: JournalRecord;
  readonly what: "window" | "text";
}

/** Live records that described their milestone otherwise than `describe` does now. */
export function outdatedRecords(
  plan: Plan,
  journal: Journal,
  describe: (milestone: Plan["tasks"][number]["milestones"][number]) => string,
): OutdatedRecord[] {
  const now = new Map(milestonesOf(plan).map((milestone) => [milestone.id, describe(milestone)]));
  return journal.records.flatMap((record): OutdatedRecord[] => {
    const described = now.get(record.ref);
    if (described === undefined || record.was === undefined || record.was === described) return [];
    if (journal.supersededBy.has(record.id) || record.do === "revoke") return [];
    const window = described.slice(0, described.indexOf("#") + 1);
    return [{ record, what: record.was.startsWith(window) ? "text" : "window" }];
  });
}

/** Everything that a record may speak of: tasks, milestones, indicators. */
function knownRefs(plan: Plan): Set<string> {
  return new Set(
    plan.tasks.flatMap((task) => [
      task.id,
      ...task.milestones.map(({ id }) => id),
      ...task.indicators.map(({ id }) => `${task.id}/${id}`),
    ]),
  );
}
