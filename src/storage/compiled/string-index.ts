/** Where a text stands in a column of different texts: a table of places by the texts' hashes, ready when it is read. */
import type { Numbers } from "./numbers.ts";
import type { Strings } from "./strings.ts";

const EMPTY = -1;

/** The table: twice as many places as texts and more, a power of two. */
export function indexOf(values: readonly string[]): Int32Array {
  let size = 2;
  while (size < values.length * 2) size *= 2;
  const table = new Int32Array(size).fill(EMPTY);
  values.forEach((value, index) => {
    let place = hashOf(value) & (size - 1);
    while (table[place] !== EMPTY) place = (place + 1) & (size - 1);
    table[place] = index;
  });
  return table;
}

/** The place of the text in the column; -1 where it is not in it. */
export function find(text: string, values: Strings, table: Numbers): number {
  const last = table.length - 1;
  for (let place = hashOf(text) & last; ; place = (place + 1) & last) {
    const index = table.at(place);
    if (index === EMPTY || values.is(index, text)) return index;
  }
}

/** FNV-1a over UTF-16 code units: a whole number from 0 to 2³² − 1. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ (text.codePointAt(at) ?? 0), 0x01000193);
  return hash >>> 0;
}
