import { isTimeZone } from "../zone.ts";
import { type Walk, checkUnique, optionalDay, report, resolve } from "./walk.ts";

/** Rules of the plan's head: its zone exists, ids and names are unique, each section has a theme. */
export function checkHead(walk: Walk, file: string): void {
  const { timezone, divisions = [], districts = [], themes = [], sections = [] } = walk.head;
  if (timezone !== undefined && !isTimeZone(timezone)) {
    report(walk, file, ["timezone"], { code: "E-TIMEZONE", details: { value: timezone } });
  }
  optionalDay(walk, file, ["issued"], walk.head.issued);
  checkUnique(
    walk,
    file,
    divisions.map(({ id }, index) => ({ id, path: ["divisions", index, "id"] })),
  );
  checkUnique(
    walk,
    file,
    divisions.map(({ name }, index) => ({ id: name, path: ["divisions", index, "name"] })),
  );
  checkUnique(
    walk,
    file,
    districts.map((name, index) => ({ id: name, path: ["districts", index] })),
  );
  checkUnique(
    walk,
    file,
    themes.map(({ id }, index) => ({ id, path: ["themes", index, "id"] })),
  );
  checkUnique(
    walk,
    file,
    sections.map(({ id }, index) => ({ id, path: ["sections", index, "id"] })),
  );
  if (walk.head.themes === undefined) return;
  sections.forEach(({ theme }, index) => {
    const found = resolve(walk, theme, themes, ({ id }) => [id]);
    if (!("found" in found)) {
      report(walk, file, ["sections", index, "theme"], { code: "E-THEME", details: { name: theme, ...found } });
    }
  });
}

/** The section of a task file as the head spells it; as written where the head cannot tell. */
export function resolveSection(walk: Walk, file: string, section: string): string {
  if (walk.head.sections === undefined) return section;
  const match = resolve(walk, section, walk.head.sections, ({ id }) => [id]);
  if ("found" in match) return match.found.id;
  report(walk, file, ["section"], { code: "E-SECTION", details: { name: section, ...match } });
  return section;
}
