/** Compares files byte for byte with what was compiled. */
import { closeSync, fstatSync } from "node:fs";
import { areSame } from "./bytes.ts";
import type { Container } from "./container.ts";
import { fillFrom } from "./copies.ts";
import { type Input, tryOpen } from "./inputs.ts";
import { INPUTS } from "./find-compiled.ts";

/** Bytes compared at a time, in a reused buffer. */
const PIECE = 64 * 1024;

/** Whether each file still begins with the content that was compiled and, if `isExact`, ends there. */
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

/** Whether the first `bytes` bytes of the file equal those at offset `from` behind the container's copies. */
function beginsWith(path: string, held: Container, from: number, bytes: number): boolean {
  const fd = tryOpen(path, 0);
  if (fd === null) return false;
  try {
    if (!fstatSync(fd, { bigint: true }).isFile()) return false;
    const size = Math.min(PIECE, bytes);
    const piece = new Uint8Array(size);
    const other = new Uint8Array(size);
    for (let at = 0; at < bytes; at += size) {
      const wanted = piece.subarray(0, Math.min(size, bytes - at));
      const same = other.subarray(0, wanted.length);
      if (!fillFrom(fd, wanted, at) || !held.readSource(same, from + at) || !areSame(wanted, same)) return false;
    }
    return true;
  } finally {
    closeSync(fd);
  }
}
