import { periodOfYear } from "../calendar.ts";
import type { Path, SoundIndicator, SoundTask } from "../draft.ts";
import type { Indicator, Task } from "../plan.ts";
import { severityOf } from "../problem.ts";
import { buildMilestones } from "./milestones.ts";
import {
  type Walk,
  checkUnique,
  claimId,
  needed,
  optionalDay,
  report,
  reportRepeated,
  resolve,
  whole,
} from "./walk.ts";

/** The task, names resolved; null where it has a mistake. */
export function buildTask(walk: Walk, file: string, path: Path, section: string, draft: SoundTask): Task | null {
  const before = walk.findings.length;
  const id = draft.id === undefined ? undefined : String(draft.id);
  claimId(walk, file, [...path, "id"], id);
  const divisions = resolveDivisions(walk, file, [...path, "divisions"], draft.divisions);
  const districts = resolveDistricts(walk, file, [...path, "districts"], draft.districts ?? []);
  const added = optionalDay(walk, file, [...path, "added"], draft.added);
  const milestones = whole(walk, [...path, "milestones"], draft.milestones).flatMap(({ part, path: at }) =>
    buildMilestones(walk, file, at, { task: id ?? "", added }, part),
  );
  const indicators = buildIndicators(walk, file, [...path, "indicators"], draft.indicators ?? []);
  const [lead, ...others] = divisions;
  const title = needed(walk, draft.title, "");
  const measures = whole(walk, [...path, "measures"], draft.measures).map(({ part }) => part);
  if (walk.findings.slice(before).some(({ finding }) => severityOf(finding) === "error")) return null;
  if (id === undefined || lead === undefined) return null;
  return {
    id,
    title,
    theme: "",
    section,
    divisions: [lead, ...others],
    districts,
    objective: draft.objective ?? "",
    measures,
    assessment: draft.assessment ?? "",
    remarks: draft.remarks ?? null,
    added,
    indicators,
    milestones,
  };
}

function resolveDivisions(walk: Walk, file: string, path: Path, names: SoundTask["divisions"]): string[] {
  const written = whole(walk, path, needed(walk, names, []));
  const known = walk.head.divisions;
  if (known === undefined) return written.map(({ part }) => part);
  const seen = new Map<string, Path>();
  return written.flatMap(({ part: name, path: at }) => {
    const match = resolve(walk, name, known, (division) => [division.name, division.id]);
    if (!("found" in match)) {
      report(walk, file, at, { code: "E-DIVISION", details: { name, ...match } });
      return [];
    }
    return once(walk, file, { name, id: match.found.id, path: at }, seen);
  });
}

/** `all`, `related`, and districts as the head spells them. */
function resolveDistricts(walk: Walk, file: string, path: Path, names: SoundTask["districts"]): string[] {
  const written = whole(walk, path, names);
  const known = walk.head.districts;
  if (known === undefined) return written.map(({ part }) => part);
  const seen = new Map<string, Path>();
  return written.flatMap(({ part: name, path: at }) => {
    const match = resolve(walk, name, ["all", "related", ...known], (district) => [district]);
    if (!("found" in match)) {
      report(walk, file, at, { code: "E-DISTRICT", details: { name, ...match } });
      return [];
    }
    return once(walk, file, { name, id: match.found, path: at }, seen);
  });
}

/** A name stands once in a list. */
function once(
  walk: Walk,
  file: string,
  { name, id, path }: { readonly name: string; readonly id: string; readonly path: Path },
  seen: Map<string, Path>,
): string[] {
  const first = seen.get(id);
  if (first === undefined) seen.set(id, path);
  else reportRepeated(walk, file, path, name, first);
  return [id];
}

function buildIndicators(
  walk: Walk,
  file: string,
  path: Path,
  drafts: NonNullable<SoundTask["indicators"]>,
): Indicator[] {
  const written = whole(walk, path, drafts);
  checkUnique(
    walk,
    file,
    written.flatMap(({ part: { id }, path: at }) => (id === undefined ? [] : [{ id, path: [...at, "id"] }])),
  );
  return written.flatMap(({ part, path: at }) => buildIndicator(walk, file, at, part));
}

function buildIndicator(walk: Walk, file: string, path: Path, draft: SoundIndicator): Indicator[] {
  const { id, name, unit, basis, min = null, max = null } = draft;
  if (min !== null && max !== null && min > max) {
    report(walk, file, [...path, "max"], { code: "E-TARGET", details: { fault: "reversed" } });
  }
  const due = optionalDay(walk, file, [...path, "due"], draft.due);
  if (id === undefined || name === undefined || unit === undefined || basis === undefined) {
    walk.holes.found = true;
    return [];
  }
  return [
    {
      id,
      name,
      min,
      max,
      unit,
      basis,
      baseline: draft.baseline ?? null,
      stretch: draft.stretch ?? false,
      per: draft.per ?? null,
      due: due ?? periodOfYear(walk.head.year ?? 2000).end,
      from: draft.from ?? [],
      remarks: draft.remarks ?? null,
    },
  ];
}
