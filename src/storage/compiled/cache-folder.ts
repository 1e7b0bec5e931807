/** The folder of compiled plans and journals: what cannot be written there is left out, and nothing else notices. */
import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { ownMark } from "./place.ts";

/** A file on its way into the folder, made before the files that it speaks of are read. */
export interface Draft {
  /** The file system's time when it was made, in nanoseconds since 1970. */
  readonly moment: bigint;
  /** Puts the content in place, all or none. */
  readonly finish: (pieces: readonly Uint8Array[]) => void;
  readonly drop: () => void;
}

/** Begins a file; null where the folder takes none. */
export function beginFile(folder: string, name: string): Draft | null {
  const temporary = join(folder, `${name}.${ownMark()}.tmp`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const fd = openSync(temporary, "w", 0o600);
    const { ctimeNs: moment } = fstatSync(fd, { bigint: true });
    const drop = (): void => {
      closeSync(fd);
      rmSync(temporary, { force: true });
    };
    return { moment, drop, finish: (pieces) => finish(fd, temporary, join(folder, name), pieces) };
  } catch {
    return null;
  }
}

function finish(fd: number, temporary: string, path: string, pieces: readonly Uint8Array[]): void {
  try {
    writeAll(fd, Buffer.concat(pieces));
    closeSync(fd);
    renameSync(temporary, path);
  } catch {
    rmSync(temporary, { force: true });
  }
}

function writeAll(fd: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at);
}

/** A small file's text; null where there is none. */
export function readText(folder: string, name: string): string | null {
  try {
    return readFileSync(join(folder, name), "utf8");
  } catch {
    return null;
  }
}
