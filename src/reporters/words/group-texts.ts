/** The names of groups, in tables on screen and in files. */
import type { GroupView, GroupsView } from "../../core/views/groups.ts";
import type { StatusView } from "../../core/views/status.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { districtName } from "./subject.ts";

/**
 * What the heading depends on. `status` groups quarters by `assessmentDue`, and lists the milestones for which that is
 * not the due day (`extendedAfterDue`).
 */
type Headed = Pick<GroupsView, "groupBy" | "role"> & Partial<Pick<StatusView, "extendedAfterDue">>;

/** The heading of the column of groups; for divisions it also says whether a task may be in several groups. */
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

/** The group's name, short enough for a column: for themes and sections their id. */
export function groupLabel(
  group: Pick<GroupView, "key" | "name">,
  { groupBy }: Pick<GroupsView, "groupBy">,
  catalogue: Catalogue,
): string {
  return groupBy === "theme" || groupBy === "section" ? group.key : groupName(group, { groupBy }, catalogue);
}

/** The group's full name. Quarters and the two collective groups of districts have none in the plan. */
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
