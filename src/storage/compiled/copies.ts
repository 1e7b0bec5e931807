/** Reads content that a file holds in two copies, and compares them: all at once or piece by piece. */
import { readSync } from "node:fs";
import { areSame } from "./bytes.ts";
import { CacheDamage } from "./damage.ts";

/** A file that holds its content in two copies. */
export interface Copies {
  readonly fd: number;
  /** The length of one copy in bytes, which is also the offset of the second. */
  readonly half: number;
}

/** The first copy, after comparing it with the second. Throws `CacheDamage` if they differ. */
export function readWholeVerified(fd: number, half: number): Uint8Array {
  const both = new Uint8Array(half * 2);
  const one = both.subarray(0, half);
  if (!fillFrom(fd, both, 0) || !areSame(one, both.subarray(half))) throw new CacheDamage();
  return one;
}

/** Bytes compared at a time; the buffer for the second copy is reused. */
const PIECE = 16 * 1024;
let piece: Uint8Array | undefined;

/** Fills `bytes` from offset `at` of the first copy and compares them with the second. Throws `CacheDamage` if they differ. */
export function readVerified({ fd, half }: Copies, at: number, bytes: Uint8Array): Uint8Array {
  piece ??= new Uint8Array(PIECE);
  for (let from = 0; from < bytes.length; from += PIECE) {
    const part = bytes.subarray(from, from + PIECE);
    if (!readsSameTwice(fd, part, at + from, piece, half + at + from)) throw new CacheDamage();
  }
  return bytes;
}

/** Fills `bytes` from offset `at`, and says whether the same bytes stand at `otherAt`. `other` is scratch memory. */
export function readsSameTwice(fd: number, bytes: Uint8Array, at: number, other: Uint8Array, otherAt: number): boolean {
  const second = other.subarray(0, bytes.length);
  return fillFrom(fd, bytes, at) && fillFrom(fd, second, otherAt) && areSame(bytes, second);
}

/**
 * Fills `bytes` from an offset in the file; false if the file ends before or cannot be read. Callers then fall back to the
 * source files.
 */
export function fillFrom(fd: number, bytes: Uint8Array, position: number): boolean {
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
