/** Texts that people type: folded to one form before they are compared, and matched to the nearest known one. */

/**
 * Full-width forms as half-width ones, dashes as `-`, no white space at the ends, nothing that
 * cannot be seen, small letters.
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

/** Whether it has letters, digits and marks of ASCII alone: then nothing but their size is to be folded. */
function isPlain(text: string): boolean {
  for (const character of text) if (character <= " " || character > "~") return false;
  return true;
}

/** What a typed name turned out to be. */
export type Match<T> =
  | { readonly isFound: true; readonly thing: T }
  | { readonly isFound: false; readonly candidates: readonly T[]; readonly guess: T | undefined };

/**
 * The thing of that name: written exactly, or the same once folded, or the only one that has the typed text as a
 * part. A miss gives the candidates: those that have it as a part, or all, with the nearest one as a guess.
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
  if (partial.length > 1) return { isFound: false, candidates: partial, guess: undefined };
  return { isFound: false, candidates: things, guess: nearest(typed, things, namesOf) };
}

/** The thing whose name needs the fewest changes to become the typed one, the first of several; none where `allNearest` has none. */
export function nearest<T>(
  typed: string,
  things: readonly T[],
  namesOf: (thing: T) => readonly string[],
): T | undefined {
  return allNearest(typed, things, namesOf)[0];
}

/** The things whose names need the fewest changes to become the typed one; none where these are more than half of it. */
export function allNearest<T>(typed: string, things: readonly T[], namesOf: (thing: T) => readonly string[]): T[] {
  const folded = foldTyped(typed);
  const best = new Set<T>();
  let fewest = Infinity;
  for (const thing of things) {
    for (const name of namesOf(thing)) {
      const most = Math.max(folded.length, name.length) / 2;
      // So different a length is answer enough, and measuring a long text would take long.
      if (Math.abs(folded.length - name.length) > most) continue;
      const distance = editDistance(folded, foldTyped(name));
      if (distance > most || distance > fewest) continue;
      if (distance < fewest) best.clear();
      fewest = distance;
      best.add(thing);
    }
  }
  return [...best];
}

/** Single characters put in, left out, changed, or swapped with their neighbour (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  const [from, to] = [[...a], [...b]];
  let [beforeLast, last]: [number[], number[]] = [[], Array.from({ length: to.length + 1 }, (_, index) => index)];
  from.forEach((char, i) => {
    const row = [i + 1];
    to.forEach((other, j) => {
      const changed = at(last, j) + (char === other ? 0 : 1);
      const swapped = at(beforeLast, j - 1) + (char === to[j - 1] && other === from[i - 1] ? 1 : Infinity);
      row.push(Math.min(changed, swapped, at(last, j + 1) + 1, at(row, j) + 1));
    });
    [beforeLast, last] = [last, row];
  });
  return at(last, to.length);
}

/** A distance, or what lies beyond the first row or column: out of reach. */
function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
