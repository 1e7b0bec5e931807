/** What all rules share: the place they are at, what was seen before, whom they tell. */
import { type Day, parseDay } from "../calendar.ts";
import { likelyDay } from "../likely.ts";
import type { DraftHead, Path } from "../draft.ts";
import type { Division } from "../plan.ts";
import type { Finding, Place } from "../problem.ts";
import { allNearest, foldTyped } from "../text.ts";

/** A mistake with its place in a document. */
export interface RuleFinding {
  readonly file: string;
  readonly path: Path;
  readonly finding: Finding;
  /** The part of the value's text that it is about, where that is not the whole. */
  readonly part?: string;
}

/** Where the value at a path of a file stands: duplicates name both places. */
export type Locate = (file: string, path: Path, part?: string) => Place;

/** A name in a task that is no division's, or no district's. */
export type NameCode = "E-DIVISION" | "E-DISTRICT";

/** One walk's ears: where it is, what it has seen, whom it tells. */
export interface Walk {
  /** The file that it is in; all else is shared by the walks in all files. */
  readonly file: string;
  readonly head: Partial<DraftHead>;
  readonly locate: Locate;
  readonly findings: RuleFinding[];
  /** Ids of tasks and milestones, folded; they share one space, since a record names either. */
  readonly ids: Map<string, { readonly file: string; readonly path: Path }>;
  /** Whether parts of the draft have mistakes of form, so that it describes no plan. */
  readonly holes: { found: boolean };
  /** What names in tasks may mean, by the mistake of one that means nothing; undefined where the head cannot tell. */
  readonly named: Readonly<Record<NameCode, readonly Division[] | undefined>>;
  /** `foldTyped`, which remembers: each of a large plan's tasks names divisions out of the same list. */
  readonly fold: (text: string) => string;
}

/** A walk that has seen nothing yet. */
export function beginWalk(head: Partial<DraftHead>, locate: Locate): Omit<Walk, "file"> {
  const folded = new Map<string, string>();
  const fold = (text: string): string => {
    const known = folded.get(text) ?? foldTyped(text);
    folded.set(text, known);
    return known;
  };
  const districts = head.districts === undefined ? undefined : ["all", "related", ...head.districts];
  const named = { "E-DIVISION": head.divisions, "E-DISTRICT": districts?.map((name) => ({ id: name, name })) };
  return { head, locate, findings: [], ids: new Map(), holes: { found: false }, named, fold };
}

/** The parts without mistakes of form, each with its path; that others are left out is noted. */
export function whole<T>(
  walk: Walk,
  path: Path,
  parts: readonly (T | undefined)[] | undefined,
): { readonly part: T; readonly path: Path }[] {
  return (parts ?? []).flatMap((part, index) => {
    if (part === undefined) walk.holes.found = true;
    return part === undefined ? [] : [{ part, path: [...path, index] }];
  });
}

/** The part, or what stands for it where it has a mistake of form. */
export function needed<T>(walk: Walk, part: T | undefined, instead: T): T {
  if (part === undefined) walk.holes.found = true;
  return part ?? instead;
}

/** Notes something wrong at the place; the walk goes on. */
export function report(walk: Walk, path: Path, finding: Finding): void {
  walk.findings.push({ file: walk.file, path, finding });
}

/** The day that the text names; null where there is none, or where it is no day, which is noted. */
export function optionalDay(walk: Walk, path: Path, text: string | undefined): Day | null {
  if (text === undefined) return null;
  const day = parseDay(text);
  if (day === undefined) report(walk, path, { code: "E-DATE", details: { value: text, guess: likelyDay(text) } });
  return day ?? null;
}

/** Ids equal but for case or composition would look the same to people. */
export function claimId(walk: Walk, path: Path, id: string | undefined): void {
  if (id === undefined) {
    walk.holes.found = true;
    return;
  }
  const folded = foldTyped(id);
  const first = walk.ids.get(folded);
  if (first === undefined) walk.ids.set(folded, { file: walk.file, path });
  else reportTwice(walk, path, id, first);
}

/** Notes each id that stands again, with where it stood first; ids are the same in full width and small letters. */
export function checkUnique(walk: Walk, items: readonly { readonly id: string; readonly path: Path }[]): void {
  const seen = new Map<string, Path>();
  for (const { id, path } of items) {
    const first = seen.get(foldTyped(id));
    if (first === undefined) seen.set(foldTyped(id), path);
    else reportTwice(walk, path, id, { file: walk.file, path: first });
  }
}

function reportTwice(walk: Walk, path: Path, id: string, first: { readonly file: string; readonly path: Path }): void {
  const place = walk.locate(first.file, first.path);
  report(walk, path, { code: "E-DUPLICATE-ID", details: { id, first: place } });
}

/** A name as written in a file: exact but for full and half width and case; parts of names are for the prompt. */
export function resolve<T>(
  { fold }: Pick<Walk, "fold">,
  name: string,
  known: readonly T[],
  namesOf: (thing: T) => readonly [string, ...string[]],
): { readonly found: T } | { readonly known: string[]; readonly guess: string | null; readonly alike?: string[] } {
  const folded = fold(name);
  const found = known.find((thing) => namesOf(thing).some((other) => fold(other) === folded));
  if (found !== undefined) return { found };
  const first = (thing: T): string => namesOf(thing)[0];
  const near = allNearest(name, known, namesOf).map(first);
  // So many are as likely as none.
  const [guess = null, ...alike] = near.length > MOST_ALIKE ? [] : near;
  return { known: known.map(first), guess, ...(alike.length === 0 ? {} : { alike }) };
}

const MOST_ALIKE = 3;
