/** A hash table from texts to their index in a column of distinct texts, stored so that it can be used as it is read. */
import type { Numbers } from "./numbers.ts";
import type { Strings } from "./strings.ts";

const EMPTY = -1;

/** Builds the table (open addressing, linear probing): a power of two of slots, at least twice as many as texts. */
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

/** The index of the text in the column, or -1. */
export function find(text: string, values: Strings, table: Numbers): number {
  const last = table.length - 1;
  for (let place = hashOf(text) & last; ; place = (place + 1) & last) {
    const index = table.at(place);
    if (index === EMPTY || values.is(index, text)) return index;
  }
}

/** 32-bit FNV-1a over the code point at each UTF-16 index, a whole number from 0 to 2³² − 1. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ (text.codePointAt(at) ?? 0), 0x01000193);
  return hash >>> 0;
}
