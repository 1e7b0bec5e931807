/** `--fail-on`: gates as typed, and the warnings that one of them counts. */
import { GATES, type GateName } from "../core/gates.ts";
import { formatPlace, severityOf } from "../core/problem.ts";
import { resolveWord, splitTyped } from "./filters.ts";
import type { Io } from "./io.ts";
import type { Where } from "./plan-folder.ts";

/** Gates as typed, several joined by commas. */
export function gateNames(typed: readonly string[] | undefined): GateName[] {
  return splitTyped("--fail-on", typed).map((name) => resolveWord("--fail-on", name, GATES));
}

/** What `check` would warn of, each with its place; looked for only where a gate asks. */
export async function warningsFor(names: readonly GateName[], where: Where, io: Io): Promise<string[]> {
  if (!names.includes("warnings")) return [];
  const { problemsOf } = await import("./problems.ts");
  const { problems } = await problemsOf(where, io);
  const warnings = problems.filter((problem) => severityOf(problem) === "warning");
  return warnings.map(({ code, at }) => `${code} ${formatPlace(at)}`.trimEnd());
}
