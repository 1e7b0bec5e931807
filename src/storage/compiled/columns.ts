/** Columns as they are written: whole numbers, and texts one behind the other. */

/** Where each group begins, and where the last one ends. */
export function firstsOf(sizes: readonly number[]): Int32Array {
  const firsts = new Int32Array(sizes.length + 1);
  sizes.forEach((size, index) => {
    firsts[index + 1] = (firsts[index] ?? 0) + size;
  });
  return firsts;
}

/** Bytes written at a time: a buffer for each text would take more room than the texts. */
const CHUNK = 64 * 1024;
/** Bytes that a UTF-16 code unit may become. */
const WIDEST = 3;

/** The sections of a column of texts: their bytes, and where each begins. */
export function textSections(name: string, texts: Iterable<string>): Record<string, Buffer | Int32Array> {
  const chunks: Buffer[] = [];
  const sizes: number[] = [];
  let chunk = Buffer.alloc(0);
  let filled = 0;
  for (const text of texts) {
    if (filled + text.length * WIDEST > chunk.length) {
      chunks.push(chunk.subarray(0, filled));
      chunk = Buffer.allocUnsafeSlow(Math.max(CHUNK, text.length * WIDEST));
      filled = 0;
    }
    const size = chunk.write(text, filled);
    filled += size;
    sizes.push(size);
  }
  return { [name]: Buffer.concat([...chunks, chunk.subarray(0, filled)]), [`${name}.firsts`]: firstsOf(sizes) };
}
