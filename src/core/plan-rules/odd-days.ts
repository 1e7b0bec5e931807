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
    const strange = (
      what: "start" | "start early" | "due" | "added",
      day: string | undefined,
      at: Path,
    ): RuleFinding[] =>
      day === undefined ? [] : [{ file, path: at, finding: { code: "W-YEAR", details: { what, day, year } } }];
    const ofMilestones = (task.milestones ?? []).flatMap((milestone, index): RuleFinding[] => {
      const at = [...path, "milestones", index];
      const windows = windowsOf(milestone?.when, year);
      const elsewhere = windows.find((window) => !isIn(year, window.start));
      const end = windows.map((window) => window.end).find((day) => isBeyond(year, day));
      return [
        ...strange(
          elsewhere === undefined ? "due" : whatBegins(elsewhere, milestone?.due, year),
          elsewhere?.start ?? end,
          [...at, "when"],
        ),
        ...strange(
          "due",
          dayWhere(milestone?.due, (day) => isBeyond(year, day)),
          [...at, "due"],
        ),
        ...dueFarBehind(file, [...at, "due"], milestone?.due, windows, year),
        ...strange(
          "added",
          dayWhere(milestone?.added, (day) => !isIn(year, day)),
          [...at, "added"],
        ),
        ...addedLate(file, at, milestone?.added, [milestone], year),
      ];
    });
    return [
      ...strange(
        "added",
        dayWhere(task.added, (day) => !isIn(year, day)),
        [...path, "added"],
      ),
      ...addedLate(file, path, task.added, task.milestones ?? [], year),
      ...targetsDueElsewhere(file, [...path, "indicators"], task.indicators ?? [], year),
      ...ofMilestones,
    ];
  });
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

function dueFarBehind(
  file: string,
  path: Path,
  due: string | undefined,
  windows: readonly Period[],
  year: number,
): RuleFinding[] {
  const end = windows.at(-1)?.end;
  if (end === undefined) return [];
  const day = dayWhere(due, (one) => !isBeyond(year, one) && yearOf(one) > yearOf(end) && daysBetween(end, one) > FAR);
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
