/** Typed texts: folding to one form for comparison, and matching to the nearest known name. */

/**
 * Folds a typed text: half-width forms, `-` for all dashes, lower case, without invisible characters and white space at
 * the ends.
 */
export function foldTyped(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  return text
    .normalize("NFKC")
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/[‐-―−﹣－]/g, "-")
    .trim()
    .toLowerCase();
}

/** Whether the text is all visible ASCII, so that only case has to be folded. */
function isPlain(text: string): boolean {
  for (const character of text) if (character <= " " || character > "~") return false;
  return true;
}

/** What a typed name turned out to be. */
export type Match<T> =
  | { readonly isFound: true; readonly thing: T }
  | {
      readonly isFound: false;
      /** Whether several names contain the typed text; these are the candidates then. */
      readonly isPart: boolean;
      readonly candidates: readonly T[];
      readonly guess: T | undefined;
    };

/**
 * Finds the thing with the name: written exactly, or equal once folded, or the only one whose name contains the typed
 * text. A miss gives candidates: those that contain it, or all of them with the nearest as a guess.
 */
export function matchName<T>(typed: string, things: readonly T[], namesOf: (thing: T) => readonly string[]): Match<T> {
  const exact = things.find((thing) => namesOf(thing).includes(typed));
  if (exact !== undefined) return { isFound: true, thing: exact };
  const folded = foldTyped(typed);
  const same = things.filter((thing) => namesOf(thing).some((name) => foldTyped(name) === folded));
  if (same.length === 1 && same[0] !== undefined) return { isFound: true, thing: same[0] };
  const partial =
    folded === "" ? [] : things.filter((thing) => namesOf(thing).some((name) => foldTyped(name).includes(folded)));
  if (partial.length === 1 && partial[0] !== undefined) return { isFound: true, thing: partial[0] };
  if (partial.length > 1) return { isFound: false, isPart: true, candidates: partial, guess: undefined };
  return { isFound: false, isPart: false, candidates: things, guess: nearest(typed, things, namesOf) };
}

/**
 * The thing whose name needs the fewest edits to become the typed one, the first of several; undefined if `allNearest`
 * finds none.
 */
export function nearest<T>(
  typed: string,
  things: readonly T[],
  namesOf: (thing: T) => readonly string[],
): T | undefined {
  return allNearest(typed, things, namesOf)[0];
}

/**
 * The things whose names need the fewest edits (`editDistance`) to become the typed one; none if that takes more edits
 * than half the length of the longer text.
 */
export function allNearest<T>(typed: string, things: readonly T[], namesOf: (thing: T) => readonly string[]): T[] {
  const folded = foldTyped(typed);
  const best = new Set<T>();
  let fewest = Infinity;
  for (const thing of things) {
    for (const name of namesOf(thing)) {
      const most = Math.max(folded.length, name.length) / 2;
      // Lengths that differ by more rule a match out, and measuring long texts is slow.
      if (Math.abs(folded.length - name.length) > most) continue;
      const limit = Math.min(most, fewest);
      const distance = editDistance(folded, foldTyped(name), limit);
      if (distance > limit) continue;
      if (distance < fewest) best.clear();
      fewest = distance;
      best.add(thing);
    }
  }
  return [...best];
}

/**
 * Optimal string alignment distance: the number of characters inserted, deleted, replaced, or swapped with a neighbour.
 * Infinite if it is more than `most`, which takes less time to find out.
 */
export function editDistance(a: string, b: string, most = Infinity): number {
  const [from, to] = [Array.from(a), Array.from(b)];
  if (Math.abs(from.length - to.length) > most) return Infinity;
  let beforeLast: number[] = [];
  let last = Array.from(to, (_, j) => j);
  last.push(to.length);
  // Plain loops: a file may have thousands of unknown ids, each compared with all ids of the plan.
  for (let i = 0; i < from.length; i += 1) {
    const row = [i + 1];
    let least = i + 1;
    for (let j = 0; j < to.length; j += 1) {
      const changed = Number(last[j]) + (from[i] === to[j] ? 0 : 1);
      const isSwap = from[i] === to[j - 1] && from[i - 1] === to[j];
      const swapped = isSwap ? Number(beforeLast[j - 1]) + 1 : Infinity;
      const distance = Math.min(changed, swapped, Number(last[j + 1]) + 1, Number(row[j]) + 1);
      row.push(distance);
      if (distance < least) least = distance;
    }
    // No later row has less: a swap takes one edit more than the row before this one, and so does an edit in this one.
    if (least > most) return Infinity;
    beforeLast = last;
    last = row;
  }
  return Number(last[to.length]) > most ? Infinity : Number(last[to.length]);
}
