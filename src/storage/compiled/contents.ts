/** Whether the content of files is what was compiled, byte for byte as far as a sum can tell. */
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import type { Compiled, Input } from "./inputs.ts";
import { sumOf, sumOn } from "./sum.ts";

const CHUNK = 1024 * 1024;

/** Whether each file begins with what was compiled of it; `isExact`: and ends there. */
export function haveContent(inputs: readonly Input[], compiled: readonly Compiled[], isExact: boolean): boolean {
  if (inputs.length !== compiled.length) return false;
  return inputs.every((input, index) => {
    const known = compiled[index];
    if (known === undefined || known.name !== input.name || input.bytes < known.bytes) return false;
    return !(isExact && input.bytes > known.bytes) && fileSum(input.path, known.bytes) === known.sum;
  });
}

/** The sum of so many bytes from the file's beginning, read piece by piece; null where it has fewer. */
function fileSum(path: string, bytes: number): number | null {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!fstatSync(fd).isFile()) return null;
    const piece = Buffer.allocUnsafeSlow(Math.min(CHUNK, bytes));
    let sum = bytes;
    for (let at = 0; at < bytes; at += piece.length) {
      const wanted = piece.subarray(0, Math.min(piece.length, bytes - at));
      if (!hasFilled(wanted, fd, at)) return null;
      sum = sumOn(sum, wanted);
    }
    return sum >>> 0;
  } finally {
    closeSync(fd);
  }
}

/** Reads all of the bytes from the place on; false where the file ends before. */
function hasFilled(bytes: Buffer, fd: number, from: number): boolean {
  for (let filled = 0; filled < bytes.length;) {
    const read = readSync(fd, bytes, filled, bytes.length - filled, from + filled);
    if (read === 0) return false;
    filled += read;
  }
  return true;
}

/** What `haveContent` compares: the file's name, and the sum of what was read of it. */
export function compiledAs(name: string, bytes: Uint8Array): Compiled {
  return { name, bytes: bytes.length, sum: sumOf(bytes) };
}
