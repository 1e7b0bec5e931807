/** Two copies of one content in a file, read and compared: at once, or piece by piece. */
import { readSync } from "node:fs";
import { areSame } from "./bytes.ts";
import { CacheDamage } from "./damage.ts";

/** The two copies of a file of so many bytes. */
export interface Copies {
  readonly fd: number;
  /** The length of one, and where the other begins. */
  readonly half: number;
}

/** The first of two copies of so many bytes, both read at once. */
export function wholeOf(fd: number, half: number): Uint8Array {
  const both = new Uint8Array(half * 2);
  const one = both.subarray(0, half);
  if (!isFilled(fd, both, 0) || !areSame(one, both.subarray(half))) throw new CacheDamage();
  return one;
}

/** Memory for the second copy, used again. */
const PIECE = 16 * 1024;
let piece: Uint8Array | undefined;

/** Fills the bytes from one copy, and compares them with the other. */
export function compared({ fd, half }: Copies, at: number, bytes: Uint8Array): Uint8Array {
  piece ??= new Uint8Array(PIECE);
  for (let from = 0; from < bytes.length; from += PIECE) {
    if (!isTwice(fd, bytes.subarray(from, from + PIECE), at + from, piece, half + at + from)) throw new CacheDamage();
  }
  return bytes;
}

/** Fills the bytes from a place, and says whether the same stand at the other one. */
export function isTwice(fd: number, bytes: Uint8Array, at: number, other: Uint8Array, otherAt: number): boolean {
  const second = other.subarray(0, bytes.length);
  return isFilled(fd, bytes, at) && isFilled(fd, second, otherAt) && areSame(bytes, second);
}

/** Fills the bytes from a place of the file; false where it ends before, or cannot be read: then all is read anew from what it was made of. */
export function isFilled(fd: number, bytes: Uint8Array, position: number): boolean {
  try {
    for (let filled = 0; filled < bytes.length;) {
      const read = readSync(fd, bytes, filled, bytes.length - filled, position + filled);
      if (read === 0) return false;
      filled += read;
    }
    return true;
  } catch {
    return false;
  }
}
