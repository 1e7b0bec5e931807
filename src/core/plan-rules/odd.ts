/**
 * Warnings: what is odd in a plan but may be intended. The document's text stays as it is; whoever has looked into a
 * warning settles it in the plan.
 */
import type { Draft, Path, SoundTask } from "../draft.ts";
import { editDistance, foldTyped } from "../text.ts";
import { carriedOverFrom } from "../next-year.ts";
import { strangeYears } from "./odd-days.ts";
import type { Locate, RuleFinding } from "./walk.ts";

/** A text of a task and its place. */
interface Passage {
  readonly file: string;
  readonly path: Path;
  readonly text: string;
}

/**
 * Everything odd in those parts of the draft that have no mistakes of form, except what the mistakes already report.
 */
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

/** Districts that a task's texts name but its list of districts lacks. */
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

/** The most edits between titles that probably mean the same document. */
const MOST_CHANGES = 4;
/** The most titles to compare from one text, since comparing is slow. */
const MOST_TITLES = 50;

/** Titles in 《》 within one task that differ by a few characters, perhaps by a slip. */
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

/** Not titles that differ only in numbers, nor one that continues the other. */
function areSimilar(one: string, other: string): boolean {
  if (one.includes(other) || other.includes(one)) return false;
  if (withoutNumbers(one) === withoutNumbers(other)) return false;
  const most = Math.min(MOST_CHANGES, Math.floor(Math.max(one.length, other.length) / 4));
  return Math.abs(one.length - other.length) <= most && editDistance(one, other, most) <= most;
}

function withoutNumbers(title: string): string {
  return title.normalize("NFKC").replace(/[\d一二三四五六七八九十]/g, "");
}

/**
 * The task without entries carried over from an earlier year: these stand beside the same work of this year on purpose.
 */
function withoutCarriedOver(task: SoundTask): SoundTask {
  const { milestones = [] } = task;
  return {
    ...task,
    milestones: milestones.map((one) => (carriedOverFrom(one?.id ?? "") === undefined ? one : undefined)),
  };
}

/** Tests that a passage is not of a milestone whose id is a duplicate: such a copy is reported by its id. */
function isNoCopy(mistakes: readonly RuleFinding[]): (passage: Passage) => boolean {
  const copies = new Set(
    mistakes.flatMap(({ file, path, finding }) =>
      finding.code === "E-DUPLICATE-ID" ? [JSON.stringify([file, path.slice(0, -1)])] : [],
    ),
  );
  return ({ file, path }) => !copies.has(JSON.stringify([file, path.slice(0, -1)]));
}

/** Verbs for completing a document, with the titles that follow. */
const COMPLETED = /(出台|印发|发布|颁布|制定|制订|编制|公布)(?:实施|并实施)?((?:《[^《》]+》、?)+)/g;

/** Milestones with the text of an earlier one, or that complete a document which an earlier one completes already. */
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

/**
 * The keys by which repetitions are found: the whole text without spaces, punctuation and differences of width, and
 * each document together with its verb.
 */
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
