/** Memory that is needed no more. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const LARGE = 8 * 1024 * 1024;

/** Whether files take so much room that it is worth while to free what was needed to read them. */
export function isLarge(contents: readonly { readonly length: number }[]): boolean {
  return contents.reduce((sum, { length }) => sum + length, 0) >= LARGE;
}

/**
 * Frees it now. V8 waits until there is about as much again as was in use, and beside a large journal that would be most of
 * what is held at all.
 */
export function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- V8's own, which the flag made known
  const collect = runInNewContext("gc") as () => void;
  setFlagsFromString("--no-expose-gc");
  collect();
}
