import { thresholdsOf } from "../light-policies.ts";
import { DEFAULT_POLICY } from "../plan.ts";
import { isTimeZone } from "../zone.ts";
import { type Walk, checkUnique, optionalDay, report, resolve } from "./walk.ts";

/** Rules of the plan's head: its zone exists, ids and names are unique, each section has a theme. */
export function checkHead(walk: Walk): void {
  const { timezone, divisions = [], districts = [], themes = [], sections = [] } = walk.head;
  if (timezone !== undefined && !isTimeZone(timezone)) {
    report(walk, ["timezone"], { code: "E-TIMEZONE", details: { value: timezone } });
  }
  optionalDay(walk, ["issued"], walk.head.issued);
  const names = divisions.map(({ name }) => name);
  checkList(walk, idsOf(divisions), "divisions", "id");
  checkList(walk, names, "divisions", "name");
  checkOtherIds(walk, divisions);
  checkList(walk, districts, "districts");
  checkReserved(walk, districts);
  checkGaps(walk);
  checkList(walk, idsOf(themes), "themes", "id");
  checkList(walk, idsOf(sections), "sections", "id");
  if (walk.head.themes === undefined) return;
  sections.forEach(({ theme }, index) => {
    const found = byId(walk, theme, themes);
    if (!("found" in found)) {
      report(walk, ["sections", index, "theme"], { code: "E-THEME", details: { name: theme, ...found } });
    }
  });
}

/** A name that is another division's id: nobody would know which of the two is meant. */
function checkOtherIds(walk: Walk, divisions: NonNullable<Walk["head"]["divisions"]>): void {
  divisions.forEach(({ name }, index) => {
    const other = divisions.findIndex(({ id }, at) => at !== index && walk.fold(id) === walk.fold(name));
    if (other < 0) return;
    const first = walk.locate(walk.file, ["divisions", other, "id"]);
    report(walk, ["divisions", index, "name"], { code: "E-DUPLICATE-ID", details: { id: name, first } });
  });
}

/** What a task's districts and the filter by district have words for. */
const RESERVED: ReadonlySet<string> = new Set(["all", "related", "none"]);

function checkReserved(walk: Walk, districts: readonly string[]): void {
  districts.forEach((name, index) => {
    if (!RESERVED.has(walk.fold(name))) return;
    const details = { key: "districts", value: name, known: [], guess: null, fault: "reserved" } as const;
    report(walk, ["districts", index], { code: "E-VALUE", details });
  });
}

/** A gap that is red before it is yellow. Where the plan names one of the two, the other is the policy's own. */
function checkGaps(walk: Walk): void {
  const { policy } = walk.head;
  if (policy === undefined) return;
  const { yellowGap, redGap } = thresholdsOf({ ...policy, lights: policy.lights ?? DEFAULT_POLICY.lights });
  if (redGap === null || redGap >= yellowGap) return;
  const [key, value, least, most] =
    policy.redGap === undefined
      ? (["yellowGap", yellowGap, null, redGap] as const)
      : (["redGap", redGap, yellowGap, null] as const);
  report(walk, ["policy", key], { code: "E-NUMBER", details: { key, value: String(value), least, most } });
}

/** The one of that id; on a miss, the one whose title was written instead is the guess. */
function byId<T extends { readonly id: string; readonly title: string }>(
  walk: Walk,
  name: string,
  things: readonly T[],
): ReturnType<typeof resolve<T>> {
  const match = resolve(walk, name, things, ({ id }) => [id]);
  const titled = things.find(({ title }) => walk.fold(title) === walk.fold(name));
  return "found" in match || titled === undefined ? match : { known: match.known, guess: titled.id };
}

function idsOf(things: readonly { readonly id: string }[]): string[] {
  return things.map(({ id }) => id);
}

/** The texts are those of the list's items, at the key where they have one: each stands once. */
function checkList(walk: Walk, texts: readonly string[], list: string, ...key: readonly string[]): void {
  checkUnique(
    walk,
    texts.map((id, index) => ({ id, path: [list, index, ...key] })),
  );
}

/** The section of a task file as the head spells it; as written where the head cannot tell. */
export function resolveSection(walk: Walk, section: string): string {
  if (walk.head.sections === undefined) return section;
  const match = byId(walk, section, walk.head.sections);
  if ("found" in match) return match.found.id;
  report(walk, ["section"], { code: "E-SECTION", details: { name: section, ...match } });
  return section;
}
