/** A file that is a copy of another is one mistake, not one for each of its ids. */
import type { Draft } from "../draft.ts";
import type { RuleFinding } from "./walk.ts";

/**
 * The findings, but for each file whose ids are all duplicates of one other file's, a single finding instead of one for
 * each id.
 */
export function withoutCopies(parts: Draft["parts"], findings: readonly RuleFinding[]): RuleFinding[] {
  const copied = new Map(parts.flatMap(({ file, content }) => copyIn(file, idsIn(content.tasks), findings)));
  if (copied.size === 0) return [...findings];
  const told = new Set<string>();
  return findings.flatMap((one) => {
    const copy = one.finding.code === "E-DUPLICATE-ID" ? copied.get(one.file) : undefined;
    if (copy === undefined) return [one];
    const isFirst = !told.has(one.file);
    told.add(one.file);
    return isFirst ? [copy] : [];
  });
}

function copyIn(file: string, ids: number | null, findings: readonly RuleFinding[]): [string, RuleFinding][] {
  const firsts = findings.flatMap((one) =>
    one.file === file && one.finding.code === "E-DUPLICATE-ID" ? [one.finding.details] : [],
  );
  const [details] = firsts;
  // A single duplicate may be a slip.
  if (details === undefined || ids === null || ids < 2 || firsts.length !== ids) return [];
  const { first } = details;
  if (firsts.some((other) => other.first.file !== first.file)) return [];
  return [
    [file, { file, path: ["section"], finding: { code: "E-DUPLICATE-ID", details: { ...details, copied: ids } } }],
  ];
}

/** The number of ids of tasks and milestones; null if mistakes of form leave some out. */
function idsIn(tasks: Draft["parts"][number]["content"]["tasks"]): number | null {
  const ids = tasks.flatMap((task) => [task?.id, ...(task?.milestones ?? []).map((milestone) => milestone?.id)]);
  return ids.includes(undefined) ? null : ids.length;
}
