import { thresholdsOf } from "../light-policies.ts";
import { DEFAULT_POLICY } from "../plan.ts";
import { isTimeZone } from "../zone.ts";
import { type Walk, checkUnique, optionalDay, report, resolve } from "./walk.ts";

/**
 * Checks the plan's head: its time zone and days exist, ids and names are unique, gaps of lights are in order, each
 * section has a theme.
 */
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

/** Reports a name that is another division's id: nobody would know which of the two is meant. */
function checkOtherIds(walk: Walk, divisions: NonNullable<Walk["head"]["divisions"]>): void {
  divisions.forEach(({ name }, index) => {
    const other = divisions.findIndex(({ id }, at) => at !== index && walk.fold(id) === walk.fold(name));
    if (other < 0) return;
    const first = walk.locate(walk.file, ["divisions", other, "id"]);
    report(walk, ["divisions", index, "name"], { code: "E-DUPLICATE-ID", details: { id: name, first } });
  });
}

/** Words with a meaning of their own in a task's districts and in the filter by district. */
const RESERVED: ReadonlySet<string> = new Set(["all", "related", "none"]);

function checkReserved(walk: Walk, districts: readonly string[]): void {
  districts.forEach((name, index) => {
    if (!RESERVED.has(walk.fold(name))) return;
    const details = { key: "districts", value: name, known: [], guess: null, fault: "reserved" } as const;
    report(walk, ["districts", index], { code: "E-VALUE", details });
  });
}

/** Reports a `redGap` below the `yellowGap`. If the plan sets only one of them, the other is the policy's own. */
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

/** The thing with the id. On a miss, the guess is the thing whose title was written instead, if any. */
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

/** Reports repeated texts in a list; `key` is where each item has its text, left out if the item is the text. */
function checkList(walk: Walk, texts: readonly string[], list: string, ...key: readonly string[]): void {
  checkUnique(
    walk,
    texts.map((id, index) => ({ id, path: [list, index, ...key] })),
  );
}

/**
 * The id of a task file's section as the head spells it; as written if the head cannot be read or has no such section.
 */
export function resolveSection(walk: Walk, section: string): string {
  if (walk.head.sections === undefined) return section;
  const match = byId(walk, section, walk.head.sections);
  if ("found" in match) return match.found.id;
  report(walk, ["section"], { code: "E-SECTION", details: { name: section, ...match } });
  return section;
}
