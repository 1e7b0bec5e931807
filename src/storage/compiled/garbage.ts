/** Memory that is needed no more. */

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
  // Loaded where something is large: node:v8 takes some 5 ms.
  // oxlint-disable-next-line no-restricted-globals -- needed in the midst of reading
  const [{ setFlagsFromString }, vm] = [process.getBuiltinModule("node:v8"), process.getBuiltinModule("node:vm")];
  setFlagsFromString("--expose-gc");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- V8's own, which the flag made known
  const collect = vm.runInNewContext("gc") as () => void;
  setFlagsFromString("--no-expose-gc");
  collect();
}
