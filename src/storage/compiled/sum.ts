/** A sum over bytes that tells texts apart. */

const FACTOR = 0x9e3779b1;

/** A whole number from 0 to 2³² − 1. */
export function sumOf(bytes: Uint8Array): number {
  let sum = bytes.length;
  for (const byte of bytes) {
    const mixed = Math.imul(sum ^ byte, FACTOR);
    sum = mixed ^ (mixed >>> 15);
  }
  return sum >>> 0;
}
