/** How wide the tabs of an indentation were meant: each key then stands where plans have it. */
import { keysAt } from "./plan-paths.ts";
import type { Path } from "../core/draft.ts";

/** As editors show them, the commonest first. */
export const TAB_WIDTHS = [4, 2, 8] as const;
/** Reading a larger file several times would take long. */
export const MOST_TABBED = 256 * 1024;

/** How many keys stand where plans have none of that name. */
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
