/**
 * Caches the records appended to a journal since it was compiled, because checking each line's hash anew takes longer than
 * most queries. The records are used only if the journal's bytes are still those that were read.
 */
import { closeSync, constants } from "node:fs";
import { resolve } from "node:path";
import { areSame } from "./bytes.ts";
import { beginFile } from "./cache-folder.ts";
import { Container, type JsonSection, encodeContainer, jsonSection } from "./container.ts";
import { fillFrom } from "./copies.ts";
import { type Input, tryOpen } from "./inputs.ts";
import type { SideFile } from "./cache-location.ts";
import type { PlacedRecord } from "./cached-journal.ts";

/** A file that has grown. `from` and `lines` are how many bytes and lines of it were compiled. */
export interface Growth {
  readonly input: Input;
  readonly from: number;
  readonly lines: number;
}

/** The appended part of one file, from byte `from` up to `end`. */
interface Part {
  readonly name: string;
  readonly from: number;
  readonly end: number;
  /** How many lines the file has up to `end`. */
  readonly lines: number;
  readonly records: readonly PlacedRecord[];
}

interface ReadPart {
  readonly part: Part;
  readonly bytes: Buffer;
  /** How many of its lines were not in the cache. */
  readonly news: number;
}

interface Head {
  readonly parts: readonly Part[];
  /** The digest of the whole journal; null until it was needed. */
  readonly digest: string | null;
}

/** Up to this many new lines, checking them again is quicker than caching them. */
const FEW = 3;

const HEAD: JsonSection<Head> = { name: "head" };
const LF = 0x0a;

/** The appended parts of all files of a journal. */
export interface Tail {
  readonly records: readonly PlacedRecord[];
  /** The digest of the whole journal, if known. */
  readonly digest: string | null;
  /** Caches the digest. */
  readonly cacheDigest: (digest: string) => void;
}

/** Reads what was appended; null if one of its lines is damaged or unknown. */
export async function tailOf(file: SideFile, grown: readonly Growth[]): Promise<Tail | null> {
  const known = knownAt(file, grown);
  const parts: ReadPart[] = [];
  let news = 0;
  for (const growth of grown) {
    const read = await readPart(growth, known);
    if (read === null) return null;
    parts.push(read);
    news += read.news;
  }
  const isKnown = parts.every(({ part }, at) => part === known.parts[at]);
  if (news > FEW) save(file, parts, null);
  return {
    records: parts.flatMap(({ part }) => part.records),
    digest: isKnown ? known.digest : null,
    cacheDigest: (digest) => {
      save(file, parts, digest);
    },
  };
}

const NOTHING: Head = { parts: [], digest: null };

/** The cached parts, if the files still have all of their bytes; else nothing. */
function knownAt(file: SideFile, grown: readonly Growth[]): Head {
  const cached = Container.open(resolve(file.folder, file.name), file.key);
  if (cached === null) return NOTHING;
  cached.release();
  try {
    const { parts, digest } = cached.json(HEAD);
    const isStill = (part: Part, at: number): boolean => {
      const section = bytesOf(at);
      return hasBytes(grown, part, cached.bytesView(section, 0, cached.lengthOf(section)));
    };
    return parts.every(isStill) ? { parts, digest } : NOTHING;
  } catch {
    // Damaged, or not fully on disk when the power failed.
    return NOTHING;
  }
}

/** Whether the file still has these bytes at the part's offset. */
function hasBytes(grown: readonly Growth[], { name, from, end }: Part, bytes: Uint8Array): boolean {
  const growth = grown.find(({ input }) => input.name === name);
  const read = growth?.from === from ? readBytes(growth, from, end) : null;
  return read !== null && areSame(read, bytes);
}

async function readPart(growth: Growth, known: Head): Promise<ReadPart | null> {
  const { input, from } = growth;
  const { name } = input;
  const bytes = readBytes(growth, from, input.bytes);
  if (bytes === null) return null;
  const nothing: Part = { name, from, end: from, lines: growth.lines, records: [] };
  const part = known.parts.find((one) => one.name === name) ?? nothing;
  const rest = bytes.subarray(part.end - from);
  if (rest.length === 0) return { part, bytes, news: 0 };
  const { readTail } = await import("./journal-tail.ts");
  const more = readTail(rest, name, part.lines);
  if (more === null) return null;
  const { lines, records } = more;
  const whole = { name, from, end: input.bytes, lines, records: [...part.records, ...records] };
  return { part: whole, bytes, news: lines - part.lines };
}

/** The bytes of the file from `from` up to `end`; null if it has become shorter or cannot be opened. */
function readBytes({ input }: Growth, from: number, end: number): Buffer | null {
  const fd = tryOpen(input.path, constants.O_NOFOLLOW);
  if (fd === null) return null;
  try {
    const bytes = Buffer.allocUnsafe(end - from);
    return fillFrom(fd, bytes, from) ? bytes : null;
  } finally {
    closeSync(fd);
  }
}

/** Caches the parts, unless one ends within a line, which may still be being written. */
function save({ folder, name, key }: SideFile, parts: readonly ReadPart[], digest: string | null): void {
  if (!parts.every(({ bytes }) => bytes.at(-1) === LF)) return;
  const head: Head = { parts: parts.map(({ part }) => part), digest };
  const bytes = parts.map((read, at) => [bytesOf(at), read.bytes] as const);
  const content = encodeContainer({ key, id: "" }, { [HEAD.name]: jsonSection(head), ...Object.fromEntries(bytes) });
  beginFile(folder, name)?.finish(Buffer.concat([...content, ...content]));
}

function bytesOf(part: number): string {
  return `bytes.${part}`;
}
