/** Whether the content of files is what was compiled, byte for byte as far as a sum can tell. */
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { crc32 } from "node:zlib";
import type { Compiled, Input } from "./inputs.ts";

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
    const piece = Buffer.allocUnsafe(Math.min(CHUNK, bytes));
    let sum = 0;
    for (let at = 0; at < bytes;) {
      const read = readSync(fd, piece, 0, Math.min(piece.length, bytes - at), at);
      if (read === 0) return null;
      sum = crc32(piece.subarray(0, read), sum);
      at += read;
    }
    return sum;
  } finally {
    closeSync(fd);
  }
}

/** What `haveContent` compares: the file's name, and the sum of what was read of it. */
export function compiledAs(name: string, bytes: Uint8Array): Compiled {
  return { name, bytes: bytes.length, sum: crc32(bytes) };
}
