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
  checkList(walk, districts, "districts");
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
