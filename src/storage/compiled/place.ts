/** Where compiled files are kept, and what they depend on besides the files that were compiled. */
import { hashOf } from "./string-index.ts";

/** A folder for compiled files, and what names the program that uses it. */
export interface CachePlace {
  readonly folder: string;
  /** Changes with every build: the form of compiled files is the build's own. */
  readonly build: string;
}

/** The first part of the names of the files for a plan or journal at the path. */
export function fileNameFor(path: string): string {
  return hashOf(path).toString(16).padStart(8, "0");
}

/** What tells the temporary files of processes apart that run at the same time. */
export function ownMark(): string {
  return String(process.pid);
}

/** What a compiled file must have been made with and for. */
export function keyOf({ build }: CachePlace, path: string): string {
  const [isLittleEndian] = new Uint8Array(new Uint16Array([1]).buffer);
  // The versions stand for what Node.js knows of time zones and how it reads text.
  return JSON.stringify([build, process.version, process.versions["tz"], isLittleEndian, path]);
}

/** Where something is kept beside a compiled file. */
export interface Beside {
  readonly folder: string;
  readonly name: string;
  /** What it must have been made with and for. */
  readonly key: string;
}

/** Where something with the ending is kept that is true of one compiled file for the path alone: the one with the id. */
export function besideFor(place: CachePlace, path: string, id: string, ending: string): Beside {
  return { folder: place.folder, name: `${fileNameFor(path)}.${ending}`, key: `${keyOf(place, path)} ${id}` };
}
