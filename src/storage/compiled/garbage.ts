/** Frees memory that is no longer needed. */

const LARGE = 8 * 1024 * 1024;

/** Whether files are so large (8 MiB in total) that freeing the memory used to read them is worth the time. */
export function isLarge(contents: readonly { readonly length: number }[]): boolean {
  return contents.reduce((sum, { length }) => sum + length, 0) >= LARGE;
}

/**
 * Collects garbage now. V8 would wait until about as much garbage has piled up as is in use, which beside a large journal
 * would be most of the process's memory.
 */
export function collectGarbage(): void {
  // Loaded only when needed: node:v8 takes about 5 ms.
  // oxlint-disable-next-line no-restricted-globals -- needed in the midst of reading
  const [{ setFlagsFromString }, vm] = [process.getBuiltinModule("node:v8"), process.getBuiltinModule("node:vm")];
  setFlagsFromString("--expose-gc");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- V8's own, which the flag made known
  const collect = vm.runInNewContext("gc") as () => void;
  setFlagsFromString("--no-expose-gc");
  collect();
}
