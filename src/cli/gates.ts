/** `--fail-on`: gates as typed, and the warnings that one of them counts. */
import { GATES, type GateName } from "../core/gates.ts";
import { formatPlace, sortProblems } from "../core/problem.ts";
import { resolveWord, splitTyped } from "./filters.ts";
import type { Io } from "./io.ts";
import { type Loaded, loadJournal } from "./load.ts";

/** Gates as typed, several joined by commas. */
export function gateNames(typed: readonly string[] | undefined): GateName[] {
  return splitTyped("--fail-on", typed).map((name) => resolveWord("--fail-on", name, GATES));
}

/** What `check` would warn of, each with its place; looked for only where a gate asks, in the journal's own lines. */
export async function warningsFor(
  names: readonly GateName[],
  { places, plan, journalPath }: Loaded,
  io: Io,
): Promise<string[]> {
  if (!names.includes("warnings")) return [];
  const { attributeProblems, journalProblems } = await import("./journal-problems.ts");
  const reading = await loadJournal(journalPath, places, io);
  const problems = [...journalProblems(reading, plan, io.now()), ...attributeProblems(journalPath, places.base)];
  return sortProblems(problems).map(({ code, at }) => `${code} ${formatPlace(at)}`.trimEnd());
}
