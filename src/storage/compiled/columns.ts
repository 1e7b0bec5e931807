/** Encodes columns for a compiled file: whole numbers, and texts joined into one section. */

/** The offset at which each group begins, plus, as last entry, the end of the last group. */
export function offsetsOf(sizes: readonly number[]): Int32Array {
  const firsts = new Int32Array(sizes.length + 1);
  sizes.forEach((size, index) => {
    firsts[index + 1] = (firsts[index] ?? 0) + size;
  });
  return firsts;
}

/** Bytes per chunk. One buffer per text would take more memory than the texts themselves. */
const CHUNK = 64 * 1024;
/** The most UTF-8 bytes that one UTF-16 code unit can need. */
const WIDEST = 3;

/** The two sections of a text column: the UTF-8 bytes of all texts (`name`), and the offset of each (`name.firsts`). */
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
    // Most entries of some columns are empty.
    const size = text === "" ? 0 : chunk.write(text, filled);
    filled += size;
    sizes.push(size);
  }
  return { [name]: Buffer.concat([...chunks, chunk.subarray(0, filled)]), [`${name}.firsts`]: offsetsOf(sizes) };
}
