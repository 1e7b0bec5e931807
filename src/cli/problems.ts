/** All that is wrong in plan and journal, and stands in no `settled:`: what `check` tells, and gates count. */
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
  /** Those of them that are the journal's. */
  readonly ofJournal: readonly Problem[];
}

/** Reads plan and journal from their files. */
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
  // Where the plan's own is missing, git is asked about it below.
  const journal = await loadJournal(journalPath, places, isNamed ? io : { ...io, noRecords: () => undefined });
  const outside = [
    ...journalProblems(journal, plan, io.now()),
    // Who names a journal for the command has chosen, and a plan with errors does not say which is its own.
    ...(plan === null || isNamed
      ? []
      : [...goneProblems(journalPath, places.base, io.env), ...unreadProblems(journalPath, places.base, journal)]),
    ...attributeProblems(journalPath, places.base, io.env),
  ];
  const tasksOf = plan === null ? undefined : tasksOfProblems(plan, journal);
  const { problems: ofJournal, idle } = settle(outside, reading.settlements, [], tasksOf);
  // Without a plan nobody knows which are.
  const unused = plan === null ? [] : idle.map(idleProblem);
  const problems = sortProblems([...reading.problems, ...ofJournal, ...unused]);
  return { places, reading, journalPath, journal, problems, ofJournal };
}

/** The plan's own word for its journal, where that can be none: one of the mistakes of its head, and no more of a failure. */
async function refusedJournal(places: Places, plan: Plan | null, io: Io): Promise<Problem | null> {
  const isRefused = (path: string | null): boolean => journalPlace({}, path, places, io).refusal !== null;
  if (plan !== null && !isRefused(plan.journal)) return null;
  const { journalOfHead } = await import("../storage/head-journal.ts");
  const head = journalOfHead(places.plan, places.base);
  if (head === null || !isRefused(head.path)) return null;
  const details = { key: "journal", value: head.path, known: [], guess: null, fault: "place" } as const;
  return { code: "E-VALUE", details, at: head.at, excerpt: head.excerpt };
}

/** Of which tasks a problem of the journal speaks: by what it names, else by the records of its line. */
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
