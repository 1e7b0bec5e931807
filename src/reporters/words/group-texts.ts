/** What groups are called, in tables on screen and in files. */
import type { GroupView, GroupsView } from "../../core/views/groups.ts";
import type { StatusView } from "../../core/views/status.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { districtName } from "./subject.ts";

/** Groups of `status`, which go by quarters of the day that is judged, name those for which that is not their due day. */
type Headed = Pick<GroupsView, "groupBy" | "role"> & Partial<Pick<StatusView, "extendedAfterDue">>;

/** By what is grouped; for divisions also that some tasks stand in several groups. */
export function groupHeading({ groupBy, role, extendedAfterDue = [] }: Headed, { screens }: Catalogue): string {
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
      return extendedAfterDue.length > 0 ? screens.byJudgedQuarter : screens.byQuarter;
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
