/** Gathers the problems of plan and journal that no `settled:` settles: what `check` reports and gates count. */
import { type Place, type Problem, sortProblems } from "../core/problem.ts";
import { tasksByRef } from "../core/journal/stray.ts";
import { addTo } from "../core/lists.ts";
import { once } from "../core/once.ts";
import type { Plan } from "../core/plan.ts";
import { type TasksOf, idleProblem, settle } from "../core/settle.ts";
import type { JournalReading } from "../storage/journal-files.ts";
import type { Io } from "./io.ts";
import { attributeProblems, goneProblems, journalProblems, unreadProblems } from "./journal-problems.ts";
import { type LoadedPlan, NO_RECORDS, loadJournal, loadPlan } from "./load.ts";
import type { Places, Where } from "./plan-folder.ts";
import { journalPathOf, journalPlace, typedJournal } from "./journal-place.ts";

interface Problems extends LoadedPlan {
  readonly journalPath: string;
  readonly journal: JournalReading;
  readonly problems: readonly Problem[];
  /** The subset that concerns the journal. */
  readonly ofJournal: readonly Problem[];
}

/** Reads plan and journal from their files, not from the cache, and gathers their problems. */
export async function problemsOf(where: Where, io: Io): Promise<Problems> {
  const { places, reading } = await loadPlan(where, io);
  const { plan } = reading;
  const isNamed = typedJournal(where, io) !== null;
  const refused = isNamed ? null : await refusedJournal(places, plan, io);
  if (refused !== null) {
    const problems = sortProblems([...reading.problems, refused]);
    const journalPath = journalPathOf(where, null, places, io);
    return {
      places,
      reading: { ...reading, plan: null, problems },
      journalPath,
      journal: NO_RECORDS,
      problems,
      ofJournal: [],
    };
  }
  const journalPath = journalPathOf(where, plan?.journal ?? null, places, io);
  // If the plan's own journal is missing, `goneProblems` asks git about it; no notice is needed.
  const journal = await loadJournal(journalPath, places, isNamed ? io : { ...io, onMissingJournal: () => undefined });
  const outside = [
    ...journalProblems(journal, plan, io.now()),
    // Not for a journal that was named for the command, which was chosen on purpose; nor if the plan has errors, as it
    // then does not say which journal is its own.
    ...(plan === null || isNamed
      ? []
      : [...goneProblems(journalPath, places.base, io.env), ...unreadProblems(journalPath, places.base, journal)]),
    ...attributeProblems(journalPath, places.base, io.env),
  ];
  const tasksOf = plan === null ? undefined : tasksOfProblems(plan, journal);
  const { problems: ofJournal, idle } = settle(outside, reading.settlements, [], tasksOf);
  // If the plan has errors, nobody knows which settlements are unused.
  const unused = plan === null ? [] : idle.map(idleProblem);
  const problems = sortProblems([...reading.problems, ...ofJournal, ...unused]);
  return { places, reading, journalPath, journal, problems, ofJournal };
}

/**
 * The problem of a `journal:` in the plan's head that cannot be a journal: one of the plan's errors instead of a
 * failure. Null if there is none.
 */
async function refusedJournal(places: Places, plan: Plan | null, io: Io): Promise<Problem | null> {
  const isRefused = (path: string | null): boolean => journalPlace({}, path, places, io).refusal !== null;
  if (plan !== null && !isRefused(plan.journal)) return null;
  const { journalOfHead } = await import("../storage/head-journal.ts");
  const head = journalOfHead(places.plan, places.base);
  if (head === null || !isRefused(head.path)) return null;
  const details = { key: "journal", value: head.path, known: [], guess: null, fault: "place" } as const;
  return { code: "E-VALUE", details, at: head.at, excerpt: head.excerpt };
}

/**
 * Finds the tasks that a problem of the journal concerns: by the ref it names, else by the refs of the records on its
 * line.
 */
function tasksOfProblems(plan: Plan, { records, origins }: JournalReading): TasksOf {
  const taskOf = tasksByRef(plan);
  const byLine = once(() => {
    const found = new Map<string, string[]>();
    for (const { id, ref } of records) {
      const origin = origins.get(id);
      if (origin !== undefined) addTo(found, lineOf(origin), ref);
    }
    return found;
  });
  return ({ at, details }) => {
    const refs = "ref" in details ? [details.ref] : at === null ? [] : (byLine().get(lineOf(at)) ?? []);
    return refs.flatMap((ref) => taskOf(ref) ?? []);
  };
}

function lineOf({ file, line }: Pick<Place, "file" | "line">): string {
  return `${file}:${line}`;
}
