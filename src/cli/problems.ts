/** All that is wrong in plan and journal, and stands in no `settled:`: what `check` tells, and gates count. */
import { type Problem, sortProblems } from "../core/problem.ts";
import { idleProblem, settle } from "../core/settle.ts";
import type { JournalReading } from "../storage/journal-files.ts";
import type { Io } from "./io.ts";
import { attributeProblems, goneProblems, journalProblems, unreadProblems } from "./journal-problems.ts";
import { type LoadedPlan, journalPathOf, loadJournal, loadPlan, typedJournal } from "./load.ts";
import type { Where } from "./plan-folder.ts";

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
  const journalPath = journalPathOf(where, plan?.journal ?? null, places, io);
  const isNamed = typedJournal(where, io) !== null;
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
  const { problems: ofJournal, idle } = settle(outside, reading.settlements, []);
  const problems = sortProblems([...reading.problems, ...ofJournal, ...idle.map(idleProblem)]);
  return { places, reading, journalPath, journal, problems, ofJournal };
}
