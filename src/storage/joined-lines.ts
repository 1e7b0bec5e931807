/** Lines that became part of the text above them, though they were to be items or keys of their own. */
import { ALL_KEYS } from "../core/draft.ts";

/** Where the line stands, without its indentation, and its key; null where it begins as items do. */
export interface JoinedLine {
  readonly offset: number;
  readonly length: number;
  readonly key: string | null;
}

/** A mark of items, or a word and a colon, where a line begins that is not the first. */
const BEGINNING = /\n\s*(?:-(?=[\s\p{L}])|[•·](?=\s)|([A-Za-z]+)(?=[:：]))/gu;

/** The first such line of a text as it is written over several lines; null where each of them goes on with the text. */
export function joinedLine(written: string): JoinedLine | null {
  for (const { 0: whole, 1: key = null, index } of written.matchAll(BEGINNING)) {
    if (key !== null && !ALL_KEYS.has(key)) continue;
    const offset = index + whole.search(/\S/);
    const length = written.slice(offset).search(/\s*(?:\n|$)/);
    return { offset, length, key };
  }
  return null;
}
