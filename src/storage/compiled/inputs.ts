/**
 * Detects whether files are still those that were compiled. A file's signature (size, times, inode) is trusted only if it
 * was taken some time after the file's last change: within one tick of the file system's clock a file can change twice and
 * keep its signature (git calls such entries racy). Otherwise the content is compared (contents.ts).
 */
import { type BigIntStats, lstatSync, openSync } from "node:fs";
import { NONBLOCKING_READ } from "./cache-folder.ts";

/** A file as it was compiled: its name, and how many bytes of it, from the beginning. */
export interface Compiled {
  readonly name: string;
  readonly bytes: number;
}

/** A file as it is now. */
export interface Input {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly signature: string;
  /** The time of its last change (content or inode), in nanoseconds since 1970. */
  readonly changed: bigint;
}

/** In nanoseconds; longer than a tick of any file system's clock. FAT has the longest, two seconds. */
const TICK = 2_500_000_000n;

/** The file at the path, which must not be a link; null if it is not a plain file. */
export function plainInputAt(path: string, name: string): Input | null {
  return inputOf(path, name, lstatSync(path, { bigint: true, throwIfNoEntry: false }));
}

/** The file with these stats; null if it is not a plain file. */
export function inputOf(path: string, name: string, stats: BigIntStats | undefined): Input | null {
  if (stats?.isFile() !== true) return null;
  const { size, mtimeNs, ctimeNs, ino, dev } = stats;
  const signature = `${name}\n${size} ${mtimeNs} ${ctimeNs} ${ino} ${dev}`;
  return { name, path, bytes: Number(size), signature, changed: mtimeNs > ctimeNs ? mtimeNs : ctimeNs };
}

/** The signatures of all files as one text. */
export function signatureOf(inputs: readonly Input[]): string {
  return inputs.map(({ signature }) => signature).join("\n");
}

/** Whether every file's last change was well before the moment (both by the file system's clock). */
export function areSettled(inputs: readonly Input[], moment: bigint): boolean {
  return inputs.every(({ changed }) => changed + TICK < moment);
}

/** Whether the files that were read are, judging by number and sizes, the files as they were listed. */
export function sizesMatch(inputs: readonly Input[], read: readonly { readonly bytes: Uint8Array }[]): boolean {
  return inputs.length === read.length && inputs.every(({ bytes }, at) => read[at]?.bytes.length === bytes);
}

/** Opens the file for reading without blocking; null if that fails. Reading the journal itself then reports why. */
export function tryOpen(path: string, flags: number): number | null {
  try {
    return openSync(path, NONBLOCKING_READ | flags);
  } catch {
    return null;
  }
}
