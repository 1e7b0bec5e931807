/** Reads lines of a compiled journal's own files, for fields that have no column. */
import { constants, openSync, readFileSync, readSync } from "node:fs";
import type { JournalRecord } from "../../core/journal/record.ts";
import { parseRecord } from "../journal-form.ts";
import { CacheDamage } from "./damage.ts";
import type { StoredJournal } from "./stored-journal.ts";

/** All records, by their index in the columns and in the order of the lines. */
export interface AllRecords {
  readonly byPlace: readonly JournalRecord[];
  readonly inOrder: readonly JournalRecord[];
}

/** Once this share of all lines has been read one by one, all are read at once. */
const FEW = 1 / 8;

/** Reads records from their lines, one by one or all at once. */
export class JournalLines {
  private readonly journal: StoredJournal;
  private readonly paths: readonly string[];
  private readonly opened: number[] = [];
  private asked = 0;
  private read: AllRecords | undefined;

  /** `paths` are the journal's files in the order in which they were compiled. */
  constructor(journal: StoredJournal, paths: readonly string[]) {
    this.journal = journal;
    this.paths = paths;
  }

  /** The record at the index, parsed from its line. */
  at(index: number): JournalRecord {
    if (this.asked >= this.journal.count * FEW) this.all();
    this.asked += 1;
    return this.read?.byPlace[index] ?? this.one(index);
  }

  private one(index: number): JournalRecord {
    const bytes = Buffer.allocUnsafe(this.journal.column("length").at(index));
    const file = this.fileAt(this.journal.column("file").at(index));
    const read = readSync(file, bytes, 0, bytes.length, this.journal.column("at").at(index));
    return this.proven(index, bytes.subarray(0, read));
  }

  /** The records of all lines; they are read once. */
  all(): AllRecords {
    this.read ??= this.readAll();
    return this.read;
  }

  private readAll(): AllRecords {
    const { journal } = this;
    const contents = this.paths.map((path) => ofJournal(() => readFileSync(path)));
    const [order, file] = [journal.column("order"), journal.column("file")];
    const [at, length] = [journal.column("at"), journal.column("length")];
    const [byPlace, inOrder]: [JournalRecord[], JournalRecord[]] = [[], []];
    for (let index = 0; index < journal.count; index += 1) {
      const start = at.at(index);
      const line = contents[file.at(index)]?.subarray(start, start + length.at(index));
      const record = this.proven(index, line);
      byPlace.push(record);
      inOrder[order.at(index) - 1] = record;
    }
    return { byPlace, inOrder };
  }

  private fileAt(number: number): number {
    const path = this.paths[number];
    if (path === undefined) throw new CacheDamage();
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    this.opened[number] ??= ofJournal(() => openSync(path, flags));
    return this.opened[number];
  }

  /** Parses the line. Its id shows whether the journal was replaced since its signature was taken. */
  private proven(index: number, line: Buffer | undefined): JournalRecord {
    const record = line === undefined ? null : parseRecord(line);
    if (record === null || record.id !== this.journal.idAt(index)) throw new CacheDamage();
    return record;
  }
}

/** Runs a read of the journal's own files, which may have vanished since their signature was taken. */
function ofJournal<Result>(read: () => Result): Result {
  try {
    return read();
  } catch {
    throw new CacheDamage();
  }
}
