/** Days of a plan that are odd and may be meant: of another year, far behind their window, or of an addition after the due day. */
import { type Day, type Period, daysBetween, parseDay, yearOf } from "../calendar.ts";
import type { Path, SoundMilestone, SoundTask } from "../draft.ts";
import { parseWhen } from "../when.ts";
import type { RuleFinding } from "./walk.ts";

/**
 * Milestones that begin outside of the plan's year, which no quarter of it shows; that are due after the next year, which
 * nobody waits for; or that come into the plan in another year, and count nowhere till then, or after their due day. Targets that are due after the
 * next year, or before the plan's, when nothing had been read.
 */
export function strangeYears(
  tasks: readonly { readonly file: string; readonly task: SoundTask; readonly path: Path }[],
  year: number,
): RuleFinding[] {
  return tasks.flatMap(({ file, task, path }) => {
    const strange = (what: "due" | "added", day: string | undefined, at: Path): RuleFinding[] =>
      day === undefined ? [] : [{ file, path: at, finding: { code: "W-YEAR", details: { what, day, year } } }];
    const ofMilestones = (task.milestones ?? []).flatMap((milestone, index): RuleFinding[] => {
      const at = [...path, "milestones", index];
      const due = dayWhere(milestone?.due, (day) => isBeyond(year, day));
      const added = dayWhere(milestone?.added, (day) => !isIn(year, day));
      return [
        ...strangeWindow(file, [...at, "when"], milestone, year),
        ...strange("due", due, [...at, "due"]),
        ...dueFarBehind(file, [...at, "due"], milestone, year),
        ...strange("added", added, [...at, "added"]),
        ...addedLate(file, at, milestone?.added, [milestone], year),
      ];
    });
    const added = dayWhere(task.added, (day) => !isIn(year, day));
    return [
      ...strange("added", added, [...path, "added"]),
      ...addedLate(file, path, task.added, task.milestones ?? [], year),
      ...targetsDueElsewhere(file, [...path, "indicators"], task.indicators ?? [], year),
      ...ofMilestones,
    ];
  });
}

/** The first window that begins in another year; else the first that ends after the next one. */
function strangeWindow(file: string, path: Path, milestone: SoundMilestone | undefined, year: number): RuleFinding[] {
  const windows = windowsOf(milestone?.when, year);
  const elsewhere = windows.find(({ start }) => !isIn(year, start));
  const day = elsewhere?.start ?? windows.map(({ end }) => end).find((end) => isBeyond(year, end));
  if (day === undefined) return [];
  const what = elsewhere === undefined ? "due" : whatBegins(elsewhere, milestone?.due, year);
  return [{ file, path, finding: { code: "W-YEAR", details: { what, day, year } } }];
}

/** What begins before the year, and is due in it or later, is seen in its quarters. */
function whatBegins({ start, end }: Period, due: string | undefined, year: number): "start" | "start early" {
  const last = dayWhere(due, () => true) ?? end;
  return yearOf(start) < year && yearOf(last) >= year ? "start early" : "start";
}

function targetsDueElsewhere(
  file: string,
  path: Path,
  indicators: NonNullable<SoundTask["indicators"]>,
  year: number,
): RuleFinding[] {
  return indicators.flatMap((indicator, index): RuleFinding[] => {
    const day = dayWhere(indicator?.due, (one) => isBeyond(year, one) || yearOf(one) < year);
    if (day === undefined) return [];
    const what = isBeyond(year, day) ? "due" : "due early";
    return [{ file, path: [...path, index, "due"], finding: { code: "W-YEAR", details: { what, day, year } } }];
  });
}

/** A due day of the year after, as far behind the window as one in the window is with its year mistyped. */
const FAR = 275;

function dueFarBehind(file: string, path: Path, milestone: SoundMilestone | undefined, year: number): RuleFinding[] {
  const end = windowsOf(milestone?.when, year).at(-1)?.end;
  if (end === undefined) return [];
  const day = dayWhere(
    milestone?.due,
    (one) => !isBeyond(year, one) && yearOf(one) > yearOf(end) && daysBetween(end, one) > FAR,
  );
  if (day === undefined) return [];
  return [{ file, path, finding: { code: "W-YEAR", details: { what: "due far", day, year, end } } }];
}

/** What came into the plan, in its year, after one of what came with it was due. */
function addedLate(
  file: string,
  path: Path,
  added: string | undefined,
  milestones: readonly (SoundMilestone | undefined)[],
  year: number,
): RuleFinding[] {
  const day = dayWhere(added, (one) => isIn(year, one));
  if (day === undefined) return [];
  const due = milestones.map((milestone) => dueOf(milestone, year)).find((one) => one !== undefined && one < day);
  if (due === undefined) return [];
  return [
    { file, path: [...path, "added"], finding: { code: "W-YEAR", details: { what: "added late", day, year, due } } },
  ];
}

/** The day by which all of it has to be done. */
function dueOf(milestone: SoundMilestone | undefined, year: number): Day | undefined {
  const ends = windowsOf(milestone?.when, year).map(({ end }) => end);
  return dayWhere(milestone?.due, () => true) ?? ends.toSorted().at(-1);
}

function windowsOf(when: SoundMilestone["when"], year: number): Period[] {
  const value = typeof when === "object" ? when.filter((item) => item !== undefined) : when;
  const schedule = value === undefined ? undefined : parseWhen(value, year);
  return schedule === undefined || "fault" in schedule ? [] : schedule.windows.map(({ period }) => period);
}

/** The day, where there is one that is so; what is no day is told elsewhere. */
function dayWhere(text: string | undefined, isSo: (day: Day) => boolean): Day | undefined {
  const day = text === undefined ? undefined : parseDay(text);
  return day !== undefined && isSo(day) ? day : undefined;
}

function isIn(year: number, day: Day): boolean {
  return yearOf(day) === year;
}

/** Work may go on into the next year. */
function isBeyond(year: number, day: Day): boolean {
  return yearOf(day) > year + 1;
}
