/** Caches V8's code cache of the files that a command loaded, for the next run of that command. */
import { basename, dirname } from "node:path";
import { beginFile } from "../storage/compiled/cache-folder.ts";
import { type CodePlace, FRONT, type Header, MOST_OF_HEADER, codeOf } from "./code-cache.ts";
import type { Loader } from "./loader.ts";

/** V8 reads numbers in place, so code begins at multiples of this offset. */
const ALIGNMENT = 8;

/** Caches the compiled code of all files loaded, together with what the command's code file held already. */
export function keepLoaded(place: CodePlace, loader: Loader): void {
  const { kept, scratch, scripts, withOriginalFlags } = loader;
  const others = Object.keys(kept?.places ?? {}).flatMap((name) => {
    const code = kept === null || scripts.has(name) ? undefined : codeOf(kept, name, scratch);
    return code === undefined ? [] : [[name, Buffer.from(code)] as const];
  });
  const make = (): (readonly [string, Buffer])[] =>
    [...scripts].map(([name, script]) => [name, script.createCachedData()] as const);
  const own = withOriginalFlags === null ? make() : withOriginalFlags(make);
  keepCode(place, new Map([...others, ...own]));
}

/** Writes compiled code to the file, completely or not at all. If that fails, the next run compiles for itself. */
export function keepCode({ path, key }: CodePlace, codes: ReadonlyMap<string, Buffer>): void {
  const content = encode(key, codes);
  if (content !== null) beginFile(dirname(path), basename(path))?.finishSafely([content, content]);
}

/**
 * One copy of the file's content; null if its header does not fit. The header has a fixed length, since its own length
 * depends on the offsets in it.
 */
function encode(key: string, codes: ReadonlyMap<string, Buffer>): Buffer | null {
  const room = MOST_OF_HEADER;
  let offset = room;
  const places: Record<string, readonly [number, number]> = {};
  for (const [name, { length }] of codes) {
    places[name] = [offset, length];
    offset += length + (-length & (ALIGNMENT - 1));
  }
  const content = Buffer.alloc(offset);
  const header = JSON.stringify({ key, places } satisfies Header);
  content.writeUInt32LE(header.length);
  if (content.write(header, FRONT, room - FRONT, "latin1") < header.length) return null;
  for (const [name, code] of codes) code.copy(content, places[name]?.[0]);
  return content;
}
