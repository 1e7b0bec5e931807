import { periodOfYear } from "../calendar.ts";
import type { Path, SoundIndicator, SoundTask } from "../draft.ts";
import { likelyWord, meansNone } from "../likely.ts";
import type { Indicator, SettledWarning, Task } from "../plan.ts";
import { buildMilestones } from "./milestones.ts";
import {
  type NameCode,
  type Walk,
  checkUnique,
  claimId,
  optionalDay,
  orDefault,
  presentParts,
  report,
  resolve,
} from "./walk.ts";

/** The task, with names resolved; null without an id or a lead. Whatever else is wrong with it is reported. */
export function buildTask(walk: Walk, path: Path, section: string, draft: SoundTask): Task | null {
  const id = draft.id === undefined ? undefined : String(draft.id);
  claimId(walk, [...path, "id"], id);
  const divisions = resolveNames(walk, "E-DIVISION", [...path, "divisions"], orDefault(walk, draft.divisions, []));
  const districts = resolveNames(walk, "E-DISTRICT", [...path, "districts"], draft.districts);
  const added = optionalDay(walk, [...path, "added"], draft.added);
  const milestones = presentParts(walk, [...path, "milestones"], draft.milestones).flatMap(({ part, path: at }) =>
    buildMilestones(walk, at, { task: id ?? "", added }, part),
  );
  const indicators = buildIndicators(walk, [...path, "indicators"], draft.indicators ?? []);
  const [lead, ...others] = divisions;
  const title = orDefault(walk, draft.title, "");
  const measures = presentParts(walk, [...path, "measures"], draft.measures).map(({ part }) => part);
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
    settled: settledIn(draft.settled),
  };
}

/** The complete entries. A mistake in another one has its own problem, and there is no plan then. */
export function settledIn(entries: SoundTask["settled"]): SettledWarning[] {
  return (entries ?? []).flatMap((entry) =>
    entry?.code === undefined || entry.reason === undefined ? [] : [{ code: entry.code, reason: entry.reason }],
  );
}

/** The ids of the named divisions or districts, each once; names as written if the head cannot be read. */
function resolveNames(walk: Walk, code: NameCode, path: Path, names: SoundTask["divisions"]): string[] {
  const written = presentParts(walk, path, names);
  const known = walk.named[code];
  if (known === undefined) return written.map(({ part }) => part);
  const seen = new Map<string, Path>();
  return written.flatMap(({ part: name, path: at }) => {
    const match = resolve(walk, name, known, (thing) => [thing.name, thing.id]);
    if (!("found" in match)) {
      const meant = code === "E-DISTRICT" ? likelyDistrict(name, written.length === 1) : null;
      const details = meant === null ? match : { known: match.known, guess: meant };
      report(walk, at, { code, details: { name, ...details } });
      return [];
    }
    const { id } = match.found;
    const first = seen.get(id);
    if (first === undefined) seen.set(id, at);
    else report(walk, at, { code: "E-REPEATED-NAME", details: { name, first: walk.locate(walk.file, first) } });
    return [id];
  });
}

/**
 * What was probably meant by a word that names no district. A word for “none” that stands alone means an empty list.
 */
function likelyDistrict(name: string, isAlone: boolean): string | null {
  return isAlone && meansNone(name) ? "districts: []" : likelyWord("districts", name);
}

function buildIndicators(walk: Walk, path: Path, drafts: NonNullable<SoundTask["indicators"]>): Indicator[] {
  const written = presentParts(walk, path, drafts);
  checkUnique(
    walk,
    written.flatMap(({ part: { id }, path: at }) => (id === undefined ? [] : [{ id, path: [...at, "id"] }])),
  );
  return written.flatMap(({ part, path: at }) => buildIndicator(walk, at, part));
}

function buildIndicator(walk: Walk, path: Path, draft: SoundIndicator): Indicator[] {
  const { id, name, unit, basis, min = null, max = null } = draft;
  if (min !== null && max !== null && min > max) {
    report(walk, [...path, "max"], { code: "E-TARGET", details: { fault: "reversed" } });
  }
  const due = optionalDay(walk, [...path, "due"], draft.due);
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
