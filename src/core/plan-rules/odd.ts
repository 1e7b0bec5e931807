/**
 * What is odd in a plan and may be meant: warnings. The document's text stays as it is; who has looked into one settles
 * it in the plan.
 */
import { type Day, type Period, daysBetween, parseDay, yearOf } from "../calendar.ts";
import type { Draft, Path, SoundMilestone, SoundTask } from "../draft.ts";
import { editDistance, foldTyped } from "../text.ts";
import { carriedOverFrom } from "../next-year.ts";
import { parseWhen } from "../when.ts";
import type { Locate, RuleFinding } from "./walk.ts";

/** A text of a task with its place. */
interface Passage {
  readonly file: string;
  readonly path: Path;
  readonly text: string;
}

/** Everything odd in the parts of the draft that have no mistake of form; not what the mistakes found tell already. */
export function findOdd(draft: Draft, mistakes: readonly RuleFinding[], locate: Locate): RuleFinding[] {
  const head = draft.head?.content ?? {};
  const tasks = draft.parts.flatMap(({ file, content }) =>
    content.tasks.flatMap((task, index) => (task === undefined ? [] : [{ file, task, path: ["tasks", index] }])),
  );
  return [
    ...tasks.flatMap(({ file, task, path }) =>
      missingDistricts(task, passagesOf(file, path, task), head.districts ?? []),
    ),
    ...tasks.flatMap(({ file, task, path }) => similarTitles(passagesOf(file, path, task), locate)),
    ...(head.year === undefined ? [] : strangeYears(tasks, head.year)),
    ...repeatedDeliverables(
      tasks
        .flatMap(({ file, task, path }) => milestonePassages(file, path, withoutCarriedOver(task)))
        .filter(isNoCopy(mistakes)),
      locate,
    ),
  ];
}

/** Districts that a task's texts name and its own list does not. */
function missingDistricts(task: SoundTask, passages: readonly Passage[], known: readonly string[]): RuleFinding[] {
  const listed = new Set((task.districts ?? []).map((name) => foldTyped(name ?? "all")));
  if (listed.has("all") || task.id === undefined) return [];
  const id = String(task.id);
  return known.flatMap((name): RuleFinding[] => {
    const passage = listed.has(foldTyped(name)) ? undefined : passages.find(({ text }) => text.includes(name));
    if (passage === undefined) return [];
    const { file, path } = passage;
    return [{ file, path, part: name, finding: { code: "W-DISTRICT", details: { name, task: id } } }];
  });
}

/** The most characters in which titles differ that are likely to mean one document. */
const MOST_CHANGES = 4;
/** Of one text, so that none takes long. */
const MOST_TITLES = 50;

/** Titles in 《》 of one task that differ by a few characters, and so perhaps by a slip. */
function similarTitles(passages: readonly Passage[], locate: Locate): RuleFinding[] {
  const titles = passages.flatMap((passage) =>
    [...passage.text.matchAll(/《([^《》]{1,100})》/g)]
      .slice(0, MOST_TITLES)
      .map(([, title = ""]) => ({ ...passage, title })),
  );
  const different = [...new Map(titles.toReversed().map((one) => [one.title, one])).values()].toReversed();
  return different.flatMap(({ file, path, title }, index): RuleFinding[] => {
    const other = different.slice(0, index).find((before) => areSimilar(before.title, title));
    if (other === undefined) return [];
    const first = locate(other.file, other.path, other.title);
    const details = { title, other: other.title, first };
    return [{ file, path, part: title, finding: { code: "W-TITLE", details } }];
  });
}

/** Not those that differ by their numbers alone, nor one that goes on where the other ends. */
function areSimilar(one: string, other: string): boolean {
  if (one.includes(other) || other.includes(one)) return false;
  if (withoutNumbers(one) === withoutNumbers(other)) return false;
  const most = Math.min(MOST_CHANGES, Math.floor(Math.max(one.length, other.length) / 4));
  return Math.abs(one.length - other.length) <= most && editDistance(one, other) <= most;
}

function withoutNumbers(title: string): string {
  return title.normalize("NFKC").replace(/[\d一二三四五六七八九十]/g, "");
}

/**
 * Milestones that begin outside of the plan's year, which no quarter of it shows; that are due after the next year, which
 * nobody waits for; or that come into the plan in another year, and count nowhere till then, or after their due day.
 */
function strangeYears(
  tasks: readonly { readonly file: string; readonly task: SoundTask; readonly path: Path }[],
  year: number,
): RuleFinding[] {
  return tasks.flatMap(({ file, task, path }) => {
    const strange = (what: "start" | "due" | "added", day: string | undefined, at: Path): RuleFinding[] =>
      day === undefined ? [] : [{ file, path: at, finding: { code: "W-YEAR", details: { what, day, year } } }];
    const ofMilestones = (task.milestones ?? []).flatMap((milestone, index): RuleFinding[] => {
      const at = [...path, "milestones", index];
      const windows = windowsOf(milestone?.when, year);
      const start = windows.map((window) => window.start).find((day) => !isIn(year, day));
      const end = windows.map((window) => window.end).find((day) => isBeyond(year, day));
      return [
        ...strange(start === undefined ? "due" : "start", start ?? end, [...at, "when"]),
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
      ...ofMilestones,
    ];
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

/** What was left over from an earlier year stands beside the same work of this one, and is meant to. */
function withoutCarriedOver(task: SoundTask): SoundTask {
  const { milestones = [] } = task;
  return {
    ...task,
    milestones: milestones.map((one) => (carriedOverFrom(one?.id ?? "") === undefined ? one : undefined)),
  };
}

/** A milestone with another's id is a copy, which is told by its id. */
function isNoCopy(mistakes: readonly RuleFinding[]): (passage: Passage) => boolean {
  const copies = new Set(
    mistakes.flatMap(({ file, path, finding }) =>
      finding.code === "E-DUPLICATE-ID" ? [JSON.stringify([file, path.slice(0, -1)])] : [],
    ),
  );
  return ({ file, path }) => !copies.has(JSON.stringify([file, path.slice(0, -1)]));
}

/** Verbs with which a document is completed. */
const COMPLETED = /(出台|印发|发布|颁布|制定|制订|编制|公布)(?:实施|并实施)?((?:《[^《》]+》、?)+)/g;

/** A milestone's text, or a document that it completes, which an earlier milestone names already. */
function repeatedDeliverables(passages: readonly Passage[], locate: Locate): RuleFinding[] {
  const seen = new Map<string, { readonly passage: Passage; readonly what: string }>();
  return passages.flatMap((passage): RuleFinding[] => {
    const keys = deliverablesOf(passage.text);
    const known = keys.find(({ key }) => seen.has(key));
    const first = known === undefined ? undefined : seen.get(known.key);
    for (const { key, what } of keys) if (!seen.has(key)) seen.set(key, { passage, what });
    if (known === undefined || first === undefined) return [];
    const place = locate(first.passage.file, first.passage.path, first.what);
    const details = { what: known.what, first: place };
    return [{ file: passage.file, path: passage.path, part: known.what, finding: { code: "W-TWICE", details } }];
  });
}

/** The whole text but for width and marks, and each document with the verb that completes it. */
function deliverablesOf(text: string): { readonly key: string; readonly what: string }[] {
  const documents = [...text.matchAll(COMPLETED)].flatMap(([, verb = "", titles = ""]) =>
    [...titles.matchAll(/《[^《》]+》/g)].map(([title]) => ({ key: `${verb} ${title}`, what: title })),
  );
  return [{ key: foldTyped(text).replace(/[\s\p{P}]/gu, ""), what: text }, ...documents];
}

function passagesOf(file: string, path: Path, task: SoundTask): Passage[] {
  const { title, objective, assessment } = task;
  const texts = Object.entries({ title, objective, assessment }).flatMap(([key, text]) =>
    text === undefined ? [] : [{ file, path: [...path, key], text }],
  );
  const measures = (task.measures ?? []).flatMap((text, index) =>
    text === undefined ? [] : [{ file, path: [...path, "measures", index], text }],
  );
  return [...texts, ...measures, ...milestonePassages(file, path, task)];
}

function milestonePassages(file: string, path: Path, task: SoundTask): Passage[] {
  return (task.milestones ?? []).flatMap((milestone, index) => {
    const text = milestone?.text;
    return text === undefined ? [] : [{ file, path: [...path, "milestones", index, "text"], text }];
  });
}
