/**
 * Whether files are still what was compiled. A file's signature (size, times, inode) is believed only where it was taken
 * some time after the file's last change: within one tick of the file system's clock a file may change twice and look
 * the same (git calls such entries racy). Otherwise the content is compared (contents.ts).
 */
import { type BigIntStats, lstatSync, openSync } from "node:fs";
import { WITHOUT_WAITING } from "./cache-folder.ts";

/** A file as it was compiled: so many bytes from its beginning. */
export interface Compiled {
  readonly name: string;
  readonly bytes: number;
}

/** A file as it is. */
export interface Input {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly signature: string;
  /** Nanoseconds since 1970 of its last change. */
  readonly changed: bigint;
}

/** Longer than a tick of any file system's clock: FAT has the longest, two seconds. */
const TICK = 2_500_000_000n;

/** The file at the path, which must be no link; null where there is none. */
export function plainInputAt(path: string, name: string): Input | null {
  return inputOf(path, name, lstatSync(path, { bigint: true, throwIfNoEntry: false }));
}

/** The file of which these are the signs; null where it is no file. */
export function inputOf(path: string, name: string, stats: BigIntStats | undefined): Input | null {
  if (stats?.isFile() !== true) return null;
  const { size, mtimeNs, ctimeNs, ino, dev } = stats;
  const signature = `${name}\n${size} ${mtimeNs} ${ctimeNs} ${ino} ${dev}`;
  return { name, path, bytes: Number(size), signature, changed: mtimeNs > ctimeNs ? mtimeNs : ctimeNs };
}

/** One text for all of them. */
export function signatureOf(inputs: readonly Input[]): string {
  return inputs.map(({ signature }) => signature).join("\n");
}

/** Whether none of them changed shortly before the moment (the file system's time), or after it. */
export function areSettled(inputs: readonly Input[], moment: bigint): boolean {
  return inputs.every(({ changed }) => changed + TICK < moment);
}

/** Whether what was read of the files are the files as they were listed, as far as their sizes tell. */
export function areWhole(inputs: readonly Input[], read: readonly { readonly bytes: Uint8Array }[]): boolean {
  return inputs.length === read.length && inputs.every(({ bytes }, at) => read[at]?.bytes.length === bytes);
}

/** The file to be read, without waiting for one; null where it cannot be opened: who reads it from its beginning says why. */
export function openedAt(path: string, flags: number): number | null {
  try {
    return openSync(path, WITHOUT_WAITING | flags);
  } catch {
    return null;
  }
}
