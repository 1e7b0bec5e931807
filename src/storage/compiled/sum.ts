/**
 * A sum over bytes that tells accidents. node:zlib has CRC-32, but takes longer to load than a small plan to check. Every
 * step is one to one, so that no change within one word goes unseen.
 */

const FACTOR = 0x9e3779b1;

/** A whole number from 0 to 2³² − 1. */
export function sumOf(bytes: Uint8Array): number {
  return sumOn(bytes.length, bytes) >>> 0;
}

/**
 * The sum with more bytes on top: that of all pieces of a file, begun with its length, is the file's. All pieces but the last
 * are of whole words.
 */
export function sumOn(before: number, bytes: Uint8Array): number {
  const whole = bytes.length >> 2;
  // Numbers can be read in place only where they stand at multiples of their size.
  const own = bytes.byteOffset % Int32Array.BYTES_PER_ELEMENT === 0 ? bytes : Uint8Array.from(bytes);
  const words = new Int32Array(own.buffer, own.byteOffset, whole);
  let sum = before;
  for (let index = 0; index < whole; index += 1) sum = step(sum, words[index] ?? 0);
  for (let index = whole << 2; index < own.length; index += 1) sum = step(sum, own[index] ?? 0);
  return sum;
}

function step(sum: number, word: number): number {
  const mixed = Math.imul(sum ^ word, FACTOR);
  return mixed ^ (mixed >>> 15);
}
