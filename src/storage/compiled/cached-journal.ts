/** A journal from the cache, plus the lines appended since it was compiled. */
import { areAwaited, withRecords } from "../../core/journal/extend.ts";
import type { Journal } from "../../core/journal/fold.ts";
import type { JournalRecord } from "../../core/journal/record.ts";
import type { JournalReading } from "../journal-files.ts";
import { type Input, plainInputAt } from "./inputs.ts";
import { INPUTS, findCompiled } from "./find-compiled.ts";
import { tailOf } from "./tail-cache.ts";
import { type CacheLocation, type SideFile, sideFileFor } from "./cache-location.ts";
import { StoredJournal } from "./stored-journal.ts";

/** A journal, the origins of its records, and their digest, each computed lazily. */
export interface CachedJournal {
  readonly journal: Journal;
  readonly reading: JournalReading;
  /** The digest of all records, if known. If it is null, pass it to `cacheDigest` (if present) once computed, to cache it. */
  readonly digest: string | null;
  readonly cacheDigest?: (digest: string) => void;
}

/**
 * A longer tail is compiled anew. The limit in bytes is 1/64 of what was compiled, but at least 32 KiB (a few dozen
 * records).
 */
const LEAST_TAIL_BYTES = 32 * 1024;
const TAIL_SHARE = 64;

/** The journal at the path, made up of `files`; null if the cache holds nothing that fits or is damaged. */
export async function cachedJournal(
  location: CacheLocation,
  path: string,
  files: readonly string[],
  show: (path: string) => string,
): Promise<CachedJournal | null> {
  const inputs = journalInputs(files, show);
  const held = inputs === null ? null : await findCompiled(location, "journal", path, inputs, false);
  if (inputs === null || held === null) return null;
  const sideFile = (ending: string): SideFile => sideFileFor(location, path, held.id, ending);
  const stored = new StoredJournal(
    held,
    inputs.map((input) => input.path),
    sideFile("columns"),
  );
  const compiled = held.json(INPUTS);
  const ends = inputs.map((input, at) => ({ input, from: compiled[at]?.bytes ?? 0, lines: linesOf(stored, input) }));
  const grown = ends.filter(({ input, from }) => input.bytes > from);
  if (grown.length === 0) {
    return { journal: stored, reading: new StoredReading(stored, []), digest: stored.head.digest };
  }
  if (grown.some(({ input, from }) => input.bytes - from > Math.max(LEAST_TAIL_BYTES, from / TAIL_SHARE))) return null;
  const tail = await tailOf(sideFile("tail"), grown);
  if (tail === null) return null;
  const { records: added, digest, cacheDigest } = tail;
  // Which of several files holds a record first is known only after reading them all.
  if (inputs.length > 1 && added.some(({ record }) => stored.byId.has(record.id))) return null;
  const more = added.map(({ record }) => record);
  // The whole journal would have to be folded again: better to compile it once than to do so in every command.
  if (areAwaited(more, stored.links)) return null;
  const journal = withRecords(stored, more);
  return { journal, reading: new StoredReading(stored, added), digest, cacheDigest };
}

function linesOf({ head }: StoredJournal, { name }: Input): number {
  return head.files.find((file) => file.name === name)?.lines ?? 0;
}

/** The journal's files as they are now; null if there are none, or one is not a plain file. */
export function journalInputs(files: readonly string[], show: (path: string) => string): Input[] | null {
  const inputs = files.map((file) => plainInputAt(file, show(file)));
  return inputs.length > 0 && inputs.every((input) => input !== null) ? inputs : null;
}

/** A record with its file and line. */
export interface PlacedRecord {
  readonly record: JournalRecord;
  readonly file: string;
  readonly line: number;
}

/** A compiled journal has no damaged lines and none of unknown versions: a journal with such lines is read anew each time. */
class StoredReading implements JournalReading {
  readonly damaged = [];
  readonly unknown = [];
  private readonly stored: StoredJournal;
  private readonly added: readonly PlacedRecord[];

  constructor(stored: StoredJournal, added: readonly PlacedRecord[]) {
    this.stored = stored;
    this.added = added;
  }

  get records(): readonly JournalRecord[] {
    return [...this.stored.records, ...this.added.map(({ record }) => record)];
  }

  get origins(): JournalReading["origins"] {
    // If a record was appended twice, its first place counts, so it must come last here.
    const added = new Map(this.added.toReversed().map(({ record, file, line }) => [record.id, { file, line }]));
    return { get: (id) => this.stored.originOf(id) ?? added.get(id) };
  }
}
