/**
 * Odd days in a plan, which may be intended: of another year, far after their window, or an addition after the due day.
 */
import { type Day, type Period, daysBetween, parseDay, yearOf } from "../calendar.ts";
import type { Path, SoundMilestone, SoundTask } from "../draft.ts";
import { parseWhen } from "../when.ts";
import type { RuleFinding } from "./walk.ts";

/**
 * Warns of milestones that begin outside the plan's year, so that no quarter shows them; that are due after the next
 * year, which nobody waits for; and that are added in another year, so that they count nowhere until then, or after
 * their due day. Warns of targets due after the next year, or before the plan's year, when nothing had been read.
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

/** Warns of the first window that begins in another year; else of the first that ends after the next year. */
function strangeWindow(file: string, path: Path, milestone: SoundMilestone | undefined, year: number): RuleFinding[] {
  const windows = windowsOf(milestone?.when, year);
  const elsewhere = windows.find(({ start }) => !isIn(year, start));
  const day = elsewhere?.start ?? windows.map(({ end }) => end).find((end) => isBeyond(year, end));
  if (day === undefined) return [];
  const what = elsewhere === undefined ? "due" : whatBegins(elsewhere, milestone?.due, year);
  return [{ file, path, finding: { code: "W-YEAR", details: { what, day, year } } }];
}

/** A window that begins before the year but is due in it or later does show in its quarters. */
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

/** Days between the window's end and a due day in the next year, beyond which the year is probably mistyped. */
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

/** Warns of an addition within the plan's year after the due day of something that was added with it. */
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

/** The day by which all of the entry is due. */
function dueOf(milestone: SoundMilestone | undefined, year: number): Day | undefined {
  const ends = windowsOf(milestone?.when, year).map(({ end }) => end);
  return dayWhere(milestone?.due, () => true) ?? ends.toSorted().at(-1);
}

function windowsOf(when: SoundMilestone["when"], year: number): Period[] {
  const value = typeof when === "object" ? when.filter((item) => item !== undefined) : when;
  const schedule = value === undefined ? undefined : parseWhen(value, year);
  return schedule === undefined || "fault" in schedule ? [] : schedule.windows.map(({ period }) => period);
}

/** The day, if the text is one and the test holds. Texts that are no day are reported elsewhere. */
function dayWhere(text: string | undefined, isSo: (day: Day) => boolean): Day | undefined {
  const day = text === undefined ? undefined : parseDay(text);
  return day !== undefined && isSo(day) ? day : undefined;
}

function isIn(year: number, day: Day): boolean {
  return yearOf(day) === year;
}

/** Whether the day is after the next year: work may go on into that one. */
function isBeyond(year: number, day: Day): boolean {
  return yearOf(day) > year + 1;
}
