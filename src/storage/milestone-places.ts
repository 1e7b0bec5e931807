/** Finds the milestones of a plan in its files. */
import type { Place } from "../core/problem.ts";
import { planContents } from "./plan-files.ts";
import { valueAt } from "./plan-paths.ts";
import { listAt, taskPaths } from "./settlements.ts";
import { type YamlDocument, readYaml } from "./yaml-document.ts";

/** The place of each milestone entry by its id, as text. Throws file system errors. */
export function milestonePlaces(folder: string, base: string): ReadonlyMap<string, Place> {
  const documents = planContents(folder, base).map(({ file, bytes }) => readYaml(file, bytes));
  return new Map(documents.filter(({ readable }) => readable).flatMap(placesIn));
}

function placesIn(document: YamlDocument): [string, Place][] {
  return taskPaths(document).flatMap((task) => {
    const entries = listAt(document.value, [...task, "milestones"]);
    return entries.flatMap((entry, index): [string, Place][] => {
      const id = valueAt(entry, ["id"]);
      if (typeof id !== "string" && typeof id !== "number") return [];
      return [[String(id), document.placeOfValue([...task, "milestones", index, "id"])]];
    });
  });
}
