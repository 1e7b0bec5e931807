/** Finds out how wide the tabs of an indentation were meant: with the right width, each key is where plans have it. */
import { keysAt } from "./plan-paths.ts";
import type { Path } from "../core/draft.ts";

/** Widths that editors use, the most common first. */
export const TAB_WIDTHS = [4, 2, 8] as const;
/** The longest text (in UTF-16 code units) for which widths are tried: reading a larger one several times takes long. */
export const MOST_TABBED = 256 * 1024;

/** How many keys of the value are at a path where plans have no such key; keys that begin with `x-` are ignored. */
export function strayKeys(value: unknown, path: Path = []): number {
  if (typeof value !== "object" || value === null) return 0;
  if (Array.isArray(value)) return sumOf(value.map((item: unknown, index) => strayKeys(item, [...path, index])));
  const known: readonly string[] = keysAt(path);
  const entries = Object.entries(value).filter(([key]) => !key.startsWith("x-"));
  return sumOf(entries.map(([key, part]) => strayKeys(part, [...path, key]) + (known.includes(key) ? 0 : 1)));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
