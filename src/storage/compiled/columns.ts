/** Columns of whole numbers. */

/** Where each group begins, and where the last one ends. */
export function firstsOf(sizes: readonly number[]): Int32Array {
  const firsts = new Int32Array(sizes.length + 1);
  sizes.forEach((size, index) => {
    firsts[index + 1] = (firsts[index] ?? 0) + size;
  });
  return firsts;
}
