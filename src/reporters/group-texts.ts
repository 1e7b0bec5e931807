/** What groups are called, in tables on screen and in files. */
import type { GroupView, GroupsView } from "../core/views/groups.ts";
import type { Catalogue } from "../i18n/catalogue.ts";
import { districtName } from "./terminal/phrases.ts";

/** By what is grouped; for divisions also that some tasks stand in several groups. */
export function groupHeading({ groupBy, role }: Pick<GroupsView, "groupBy" | "role">, { screens }: Catalogue): string {
  switch (groupBy) {
    case "role":
      return screens.divisions;
    case "division":
      if (role === "lead") return screens.leadDivision;
      return role === "any" ? screens.byParticipation : screens.byAssistance;
    case "theme":
      return screens.theme;
    case "section":
      return screens.section;
    case "district":
      return screens.byDistrict;
    case "quarter":
      return screens.byQuarter;
  }
}

/** The group's name, short enough for a column: themes and sections go by their ids there. */
export function groupLabel(
  group: Pick<GroupView, "key" | "name">,
  { groupBy }: Pick<GroupsView, "groupBy">,
  catalogue: Catalogue,
): string {
  return groupBy === "theme" || groupBy === "section" ? group.key : groupName(group, { groupBy }, catalogue);
}

/** The group's name in words: quarters and the districts' two collective groups have none of their own. */
export function groupName(
  { key, name }: Pick<GroupView, "key" | "name">,
  { groupBy }: Pick<GroupsView, "groupBy">,
  catalogue: Catalogue,
): string {
  const { screens, words } = catalogue;
  if (groupBy === "district") return districtName(name, catalogue);
  if (groupBy !== "quarter") return name;
  if (key === "before") return screens.beforeYear;
  return key === "after" ? screens.laterThanYear : words.quarters([Number(key.slice(1))]);
}
