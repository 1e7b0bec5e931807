import { periodOfYear } from "../calendar.ts";
import type { DraftIndicator, DraftTask, Path } from "../draft.ts";
import type { Indicator, Task } from "../plan.ts";
import { buildMilestones } from "./milestones.ts";
import { type Walk, checkUnique, claimId, optionalDay, report, resolve } from "./walk.ts";

/** The task, names resolved; null where it has a mistake. */
export function buildTask(walk: Walk, file: string, path: Path, section: string, draft: DraftTask): Task | null {
  const before = walk.findings.length;
  const id = String(draft.id);
  claimId(walk, file, [...path, "id"], id);
  const divisions = resolveDivisions(walk, file, [...path, "divisions"], draft.divisions);
  const districts = resolveDistricts(walk, file, [...path, "districts"], draft.districts ?? []);
  const added = optionalDay(walk, file, [...path, "added"], draft.added);
  const milestones = (draft.milestones ?? []).flatMap((milestone, index) =>
    buildMilestones(walk, file, [...path, "milestones", index], { task: id, added }, milestone),
  );
  const indicators = buildIndicators(walk, file, [...path, "indicators"], draft.indicators ?? []);
  const [lead, ...others] = divisions;
  if (walk.findings.length > before || lead === undefined) return null;
  return {
    id,
    title: draft.title,
    theme: "",
    section,
    divisions: [lead, ...others],
    districts,
    objective: draft.objective ?? "",
    measures: draft.measures ?? [],
    assessment: draft.assessment ?? "",
    remarks: draft.remarks ?? null,
    added,
    indicators,
    milestones,
  };
}

function resolveDivisions(walk: Walk, file: string, path: Path, names: readonly string[]): string[] {
  const known = walk.head.divisions;
  if (known === undefined) return [...names];
  const seen = new Set<string>();
  return names.flatMap((name, index) => {
    const match = resolve(name, known, (division) => [division.name, division.id]);
    if (!("found" in match)) {
      report(walk, file, [...path, index], { code: "E-DIVISION", details: { name, ...match } });
      return [];
    }
    const { id } = match.found;
    if (seen.has(id)) report(walk, file, [...path, index], { code: "E-REPEATED-NAME", details: { name } });
    seen.add(id);
    return [id];
  });
}

/** `all`, `related`, and districts as the head spells them. */
function resolveDistricts(walk: Walk, file: string, path: Path, names: readonly string[]): string[] {
  const known = walk.head.districts;
  if (known === undefined && walk.head.divisions === undefined) return [...names];
  const seen = new Set<string>();
  return names.flatMap((name, index) => {
    const match = resolve(name, ["all", "related", ...(known ?? [])], (district) => [district]);
    if (!("found" in match)) {
      report(walk, file, [...path, index], { code: "E-DISTRICT", details: { name, ...match } });
      return [];
    }
    if (seen.has(match.found)) report(walk, file, [...path, index], { code: "E-REPEATED-NAME", details: { name } });
    seen.add(match.found);
    return [match.found];
  });
}

function buildIndicators(walk: Walk, file: string, path: Path, drafts: readonly DraftIndicator[]): Indicator[] {
  checkUnique(
    walk,
    file,
    drafts.map(({ id }, index) => ({ id, path: [...path, index, "id"] })),
  );
  return drafts.map((draft, index) => {
    const { min = null, max = null } = draft;
    if (min !== null && max !== null && min > max) {
      report(walk, file, [...path, index, "max"], { code: "E-TARGET", details: { fault: "reversed" } });
    }
    const due = optionalDay(walk, file, [...path, index, "due"], draft.due);
    return {
      id: draft.id,
      name: draft.name,
      min,
      max,
      unit: draft.unit,
      basis: draft.basis,
      baseline: draft.baseline ?? null,
      stretch: draft.stretch ?? false,
      per: draft.per ?? null,
      due: due ?? periodOfYear(walk.head.year ?? 2000).end,
      from: draft.from ?? [],
      remarks: draft.remarks ?? null,
    };
  });
}
