import type { DrawingTexts } from "../zh/drawing.ts";
import { count } from "./count.ts";

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

export const drawing: DrawingTexts = {
  description: (tasks: number, milestones: number, states: string) =>
    `${count(tasks, "task")}, ${count(milestones, "milestone")}${states === "" ? "" : `: ${states}`}. One row per task. A bar is a milestone's window, the mark at its end its due day; shape and colour show the light.`,
  stateCount: (state: string, number: number) => `${number} ${state}`,
  year: (year: number) => String(year),
  month: (month: number) => MONTHS[month - 1] ?? "",
  flag: (day: string) => `as of ${day}`,
  flagOutside: "The day asked about is outside the time drawn.",
  barMeans: "window, its due day at the mark",
  ghostMeans: "original due day, a dotted line to the new one",
  voidMeans: "cancelled",
  windowAndDue: (window: string, due: string) => `window ${window}, due ${due}`,
  damaged: (lines: number) => `${count(lines, "line")} of the journal damaged; what could not be read did not count.`,
};
