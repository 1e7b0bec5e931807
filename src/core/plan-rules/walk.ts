/** What all rules share: where they are, what they have seen, and where they report. */
import { type Day, parseDay } from "../calendar.ts";
import { likelyDay } from "../likely.ts";
import type { DraftHead, Path } from "../draft.ts";
import type { Division } from "../plan.ts";
import type { Finding, Place } from "../problem.ts";
import { allNearest, foldTyped } from "../text.ts";

/** A finding and where it is in a document. */
export interface RuleFinding {
  readonly file: string;
  readonly path: Path;
  readonly finding: Finding;
  /** The part of the value's text that it is about; left out if that is all of it. */
  readonly part?: string;
}

/** Returns the place of the value at a path of a file. Duplicates name both places. */
export type Locate = (file: string, path: Path, part?: string) => Place;

/** The code of a name in a task that is no division's or no district's. */
export type NameCode = "E-DIVISION" | "E-DISTRICT";

/** The state of a walk: where it is, what it has seen, and what it has found. */
export interface Walk {
  /** The current file; everything else is shared by the walks of all files. */
  readonly file: string;
  readonly head: Partial<DraftHead>;
  readonly locate: Locate;
  readonly findings: RuleFinding[];
  /**
   * Where each id of a task or milestone stood first; ids are folded. Tasks and milestones share one set of ids, since
   * records may name either.
   */
  readonly ids: Map<string, { readonly file: string; readonly path: Path }>;
  /** Whether parts of the draft are missing because of mistakes of form, so that there is no plan. */
  readonly holes: { found: boolean };
  /** The things that names in tasks may mean, by the code for an unknown name; undefined if the head cannot be read. */
  readonly named: Readonly<Record<NameCode, readonly Division[] | undefined>>;
  /** `foldTyped` with a cache: all tasks of a large plan name divisions from the same list. */
  readonly fold: (text: string) => string;
}

/** A new walk; the file is added for each file. */
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

/** The parts without mistakes of form, each with its path. Notes whether others are missing. */
export function presentParts<T>(
  walk: Walk,
  path: Path,
  parts: readonly (T | undefined)[] | undefined,
): { readonly part: T; readonly path: Path }[] {
  return (parts ?? []).flatMap((part, index) => {
    if (part === undefined) walk.holes.found = true;
    return part === undefined ? [] : [{ part, path: [...path, index] }];
  });
}

/** The part, or `instead` if it is missing because of a mistake of form, which is noted. */
export function orDefault<T>(walk: Walk, part: T | undefined, instead: T): T {
  if (part === undefined) walk.holes.found = true;
  return part ?? instead;
}

/** Adds a finding at the path; the walk goes on. */
export function report(walk: Walk, path: Path, finding: Finding): void {
  walk.findings.push({ file: walk.file, path, finding });
}

/** The day; null if there is no text, or if it is no day, which is reported. */
export function optionalDay(walk: Walk, path: Path, text: string | undefined): Day | null {
  if (text === undefined) return null;
  const day = parseDay(text);
  if (day === undefined) report(walk, path, { code: "E-DATE", details: { value: text, guess: likelyDay(text) } });
  return day ?? null;
}

/**
 * Reports an id that another task or milestone has already. Ids that differ only in case or width would look the same
 * to people.
 */
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

/** Reports ids that occur twice, with the place of the first; ids are compared folded. */
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

/**
 * Finds the thing with the name, which must be exact except for case and width: parts of names are only for the prompt.
 * On a miss, gives all names and the nearest as a guess; `alike` are others that are as near.
 */
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
  // Too many equally near names are no guess.
  const [guess = null, ...alike] = near.length > MOST_ALIKE ? [] : near;
  return { known: known.map(first), guess, ...(alike.length === 0 ? {} : { alike }) };
}

/** The most equally near names of which one may still be guessed. */
const MOST_ALIKE = 3;
