/** Finds lines that YAML joined to the text above them, though they were meant as items or keys of their own. */
import { ALL_KEYS } from "../core/draft.ts";

/** The position of the line without its indentation, and its key; null if it begins like an item. */
export interface JoinedLine {
  readonly offset: number;
  readonly length: number;
  readonly key: string | null;
}

/** At the beginning of a line other than the first: the mark of an item, or a word and a colon. */
const BEGINNING = /\n\s*(?:-(?=[\s\p{L}])|[•·](?=\s)|([A-Za-z]+)(?=[:：]))/gu;

/** The first such line in a text written over several lines; null if there is none. */
export function joinedLine(written: string): JoinedLine | null {
  for (const { 0: whole, 1: key = null, index } of written.matchAll(BEGINNING)) {
    if (key !== null && !ALL_KEYS.has(key)) continue;
    const offset = index + whole.search(/\S/);
    const length = written.slice(offset).search(/\s*(?:\n|$)/);
    return { offset, length, key };
  }
  return null;
}
