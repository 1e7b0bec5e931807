/** Where compiled files are cached, and what they depend on besides their source files. */
import { hashOf } from "./string-index.ts";

/** The cache folder, and the build of the program that uses it. */
export interface CacheLocation {
  readonly folder: string;
  /** Changes with every build, since each build has its own file format. */
  readonly build: string;
}

/** The prefix of cache file names for the plan or journal at the path. */
export function fileNameFor(path: string): string {
  return hashOf(path).toString(16).padStart(8, "0");
}

/** Tells apart the temporary files of processes that run at the same time. */
export function processTag(): string {
  return String(process.pid);
}

/** A compiled file is valid only if it was made with this key: same program, same platform, same path. */
export function keyOf({ build }: CacheLocation, path: string): string {
  const [isLittleEndian] = new Uint8Array(new Uint16Array([1]).buffer);
  // The versions stand for Node.js's time zone data and the way it decodes text.
  return JSON.stringify([build, process.version, process.versions["tz"], isLittleEndian, path]);
}

/** A cache file that belongs to one compiled file. */
export interface SideFile {
  readonly folder: string;
  readonly name: string;
  /** As `keyOf`, with the id of the compiled file. */
  readonly key: string;
}

/** The cache file with this ending that is valid only together with the compiled file `id` for the path. */
export function sideFileFor(location: CacheLocation, path: string, id: string, ending: string): SideFile {
  return { folder: location.folder, name: `${fileNameFor(path)}.${ending}`, key: `${keyOf(location, path)} ${id}` };
}
