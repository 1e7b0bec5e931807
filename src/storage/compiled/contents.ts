/** Whether the content of files is what was compiled, byte for byte. */
import { closeSync, fstatSync, openSync } from "node:fs";
import { WITHOUT_WAITING } from "./cache-folder.ts";
import { type Container, isFilled } from "./container.ts";
import type { Input } from "./inputs.ts";
import { INPUTS } from "./kept.ts";

/** Compared at a time, in memory that is used again. */
const PIECE = 64 * 1024;

/** Whether each file begins with what was compiled of it; `isExact`: and ends there. */
export function haveContent(inputs: readonly Input[], held: Container, isExact: boolean): boolean {
  const compiled = held.json(INPUTS);
  if (inputs.length !== compiled.length) return false;
  let from = 0;
  return inputs.every((input, index) => {
    const known = compiled[index];
    if (known === undefined || known.name !== input.name || input.bytes < known.bytes) return false;
    const at = from;
    from += known.bytes;
    return !(isExact && input.bytes > known.bytes) && beginsWith(input.path, held, at, known.bytes);
  });
}

/** Whether the file begins with so many bytes of what stands behind the container's copies. */
function beginsWith(path: string, held: Container, from: number, bytes: number): boolean {
  const fd = openSync(path, WITHOUT_WAITING);
  try {
    if (!fstatSync(fd).isFile()) return false;
    const size = Math.min(PIECE, bytes);
    const [piece, other] = [Buffer.allocUnsafeSlow(size), Buffer.allocUnsafeSlow(size)];
    for (let at = 0; at < bytes; at += size) {
      const wanted = piece.subarray(0, Math.min(size, bytes - at));
      const same = other.subarray(0, wanted.length);
      if (!isFilled(fd, wanted, at) || !held.appended(same, from + at) || !wanted.equals(same)) return false;
    }
    return true;
  } finally {
    closeSync(fd);
  }
}
