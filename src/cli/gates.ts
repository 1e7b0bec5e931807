/** Reads `--fail-on`, and gathers the warnings that the gate `warnings` counts. */
import { GATES, type GateName } from "../core/gates.ts";
import { formatPlace, severityOf } from "../core/problem.ts";
import { resolveWord, splitTyped } from "./filters.ts";
import type { Io } from "./io.ts";
import type { Where } from "./plan-folder.ts";

/** The gates named; values may be repeated or joined by commas. */
export function gateNames(typed: readonly string[] | undefined): GateName[] {
  return splitTyped("--fail-on", typed).map((name) => resolveWord("--fail-on", name, GATES));
}

/**
 * The code and place of each warning that `check` would give; none, and no work, unless the gate `warnings` was asked
 * for.
 */
export async function warningsFor(names: readonly GateName[], where: Where, io: Io): Promise<string[]> {
  if (!names.includes("warnings")) return [];
  const { problemsOf } = await import("./problems.ts");
  const { problems } = await problemsOf(where, io);
  const warnings = problems.filter((problem) => severityOf(problem) === "warning");
  return warnings.map(({ code, at }) => `${code} ${formatPlace(at)}`.trimEnd());
}
