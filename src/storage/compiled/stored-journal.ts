/** A compiled journal: answers from its columns, and from the journal's own lines for what the columns do not have. */
import { constants, openSync, readFileSync, readSync } from "node:fs";
import { type Day, numberOfDay } from "../../core/calendar.ts";
import type { Journal, Lookup } from "../../core/journal/fold.ts";
import type { Links } from "../../core/journal/links.ts";
import type { JournalRecord, RecordKind } from "../../core/journal/record.ts";
import { parseRecord } from "../journal-form.ts";
import type { Container, JsonSection } from "./container.ts";
import { dayAt } from "./columns.ts";
import { CacheDamage } from "./damage.ts";
import { type Column, HAS, ID_BYTES, type JournalHead, NONE, REFS, REF_INDEX, UNTOLD } from "./record-columns.ts";
import { StoredRecord } from "./stored-record.ts";
import { find } from "./string-index.ts";
import { Strings } from "./strings.ts";

/** Lists of places, and where each record's begins in them. */
type Section = "completed" | "ofFirsts" | "ofTargets" | "seenFirsts" | "seen" | "byId";

const HEAD: JsonSection<JournalHead> = { name: "head" };
const NO_IDS: readonly string[] = [];
/** To look for one id takes fewer: so many are read by themselves, before all of them are. */
const FEW_IDS = 40;

export class StoredJournal implements Journal {
  readonly head: JournalHead;
  readonly kinds: readonly RecordKind[];
  /** For each record: what it has, and its kind. */
  readonly has: Int32Array;
  readonly on: Int32Array;
  private readonly container: Container;
  private readonly paths: readonly string[];
  private readonly refs: Strings;
  private readonly refIndex: Int32Array;
  private readonly firsts: Int32Array;
  /** Sections that not every question asks for. */
  private readonly asked = new Map<string, Int32Array | Float64Array>();
  /** Once every line was read: the records by place, and in their order. */
  private whole: { readonly byPlace: readonly JournalRecord[]; readonly inOrder: readonly JournalRecord[] } | undefined;
  readonly byId: Lookup<JournalRecord> = lookup((id) => {
    const index = this.indexOf(id);
    return index === NONE ? undefined : this.record(index);
  });
  readonly supersededBy: Lookup<string> = lookup((id) => {
    const index = this.indexOf(id);
    const by = index === NONE ? NONE : (this.column("by")[index] ?? NONE);
    return by === NONE ? undefined : this.idAt(by);
  });
  readonly liveByRef: Lookup<readonly JournalRecord[]> = lookup((ref) => this.recordsOf(ref, HAS.live));
  readonly allByRef: Lookup<readonly JournalRecord[]> = lookup((ref) => this.recordsOf(ref, 0));
  private readonly opened: number[] = [];
  private last: { readonly ref: string; readonly group: number } | undefined;
  private idBytes: Buffer | undefined;
  private idsAsked = 0;

  /** `paths` are the journal's files, in the order in which they were compiled. */
  constructor(container: Container, paths: readonly string[]) {
    this.container = container;
    this.paths = paths;
    this.head = container.json(HEAD);
    this.kinds = this.head.kinds;
    this.has = container.ints("has");
    this.on = container.ints("on");
    this.refs = new Strings(container, REFS);
    this.refIndex = container.ints(REF_INDEX);
    this.firsts = container.ints("firsts");
  }

  get count(): number {
    return this.has.length;
  }

  column(name: Column | Section): Int32Array {
    const known = this.asked.get(name);
    if (known instanceof Int32Array) return known;
    const column = this.container.ints(name);
    this.asked.set(name, column);
    return column;
  }

  /** Milliseconds since 1970 of each record's clock; the percentage or value of each. */
  floats(name: "times" | "numbers"): Float64Array {
    const known = this.asked.get(name);
    if (known instanceof Float64Array) return known;
    const column = this.container.floats(name);
    this.asked.set(name, column);
    return column;
  }

  /** Every record whole: each line is parsed, and from then on they are what is answered with. */
  get records(): readonly JournalRecord[] {
    this.whole ??= this.readAll();
    return this.whole.inOrder;
  }

  get links(): Links {
    const { heads, unknownSeen, unknownTargets, isClosed } = this.head;
    return {
      heads: new Set(heads),
      unknownSeen: new Set(unknownSeen),
      unknownTargets: new Set(unknownTargets),
      isClosed,
    };
  }

  /** Ids of the records that one names in `of`; undefined where the journal does not hold them all. */
  targetsOf(index: number): readonly string[] | undefined {
    const firsts = this.column("ofFirsts");
    const [first, end] = [firsts[index] ?? 0, firsts[index + 1] ?? 0];
    if (first === end) return NO_IDS;
    const targets = this.column("ofTargets").subarray(first, end);
    return targets.includes(NONE) ? undefined : Array.from(targets, (target) => this.idAt(target));
  }

  completedBy(ref: string, asOf: Day): Day | null | undefined {
    const group = this.groupOf(ref);
    const column = this.column("completed");
    const completed = column[group] ?? NONE;
    if (completed === UNTOLD) return undefined;
    return completed === NONE || completed > numberOfDay(asOf) ? null : dayAt(column, group);
  }

  hasNamed(naming: JournalRecord, named: JournalRecord): boolean | undefined {
    if (!(naming instanceof StoredRecord) || !(named instanceof StoredRecord)) return undefined;
    const firsts = this.column("ofFirsts");
    const [first, end] = [firsts[naming.index] ?? 0, firsts[naming.index + 1] ?? 0];
    return first < end && this.column("ofTargets").subarray(first, end).includes(named.index);
  }

  /** Of records about the same thing and day it was found out before; of others only a walk tells. */
  hadSeen(later: JournalRecord, earlier: JournalRecord): boolean | undefined {
    if (!(later instanceof StoredRecord) || !(earlier instanceof StoredRecord)) return undefined;
    if (later.ref !== earlier.ref || later.on !== earlier.on) return undefined;
    const firsts = this.column("seenFirsts");
    const [first, end] = [firsts[later.index] ?? 0, firsts[later.index + 1] ?? 0];
    return first < end && this.column("seen").subarray(first, end).includes(earlier.index);
  }

  idAt(index: number): string {
    if (this.idBytes === undefined && this.idsAsked < FEW_IDS) {
      this.idsAsked += 1;
      return this.container.part("recordIds", index * ID_BYTES, ID_BYTES).toString("hex");
    }
    this.idBytes ??= this.container.aligned("recordIds");
    return this.idBytes.toString("hex", index * ID_BYTES, (index + 1) * ID_BYTES);
  }

  /** What stands in the journal's own line. */
  line(index: number): JournalRecord {
    const bytes = Buffer.allocUnsafe(this.column("length")[index] ?? 0);
    const file = this.fileAt(this.column("file")[index] ?? 0);
    const read = readSync(file, bytes, 0, bytes.length, this.column("at")[index] ?? 0);
    return this.proven(index, bytes.subarray(0, read));
  }

  /** Where each record stands first. */
  origins(): (readonly [string, { readonly file: string; readonly line: number }])[] {
    const [file, line] = [this.column("file"), this.column("line")];
    return Array.from(file, (_, index) => {
      const name = this.head.files[file[index] ?? NONE]?.name ?? "";
      return [this.idAt(index), { file: name, line: line[index] ?? 0 }];
    });
  }

  private fileAt(number: number): number {
    const path = this.paths[number];
    if (path === undefined) throw new CacheDamage();
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    this.opened[number] ??= ofJournal(() => openSync(path, flags));
    return this.opened[number];
  }

  /** The line's record. The journal may have been replaced since its signature was taken: the id shows it. */
  private proven(index: number, line: Buffer | undefined): JournalRecord {
    const record = line === undefined ? null : parseRecord(line);
    if (record === null || record.id !== this.idAt(index)) throw new CacheDamage();
    return record;
  }

  /** Where what the records speak of stands in its column, or `NONE`; mostly several questions are about the same. */
  private groupOf(ref: string): number {
    if (this.last?.ref !== ref) this.last = { ref, group: find(ref, this.refs, this.refIndex) };
    return this.last.group;
  }

  /** The records about it that have what is wanted; undefined where there are none. */
  private recordsOf(ref: string, wanted: number): readonly JournalRecord[] | undefined {
    const group = this.groupOf(ref);
    if (group === NONE) return undefined;
    const [first, end] = [this.firsts[group] ?? 0, this.firsts[group + 1] ?? 0];
    const hasWanted = (index: number): boolean => ((this.has[index] ?? 0) & wanted) === wanted;
    // A list that grows takes more room than most need.
    if (end === first + 1) return hasWanted(first) ? [this.record(first, ref)] : undefined;
    const records: JournalRecord[] = [];
    for (let index = first; index < end; index += 1) if (hasWanted(index)) records.push(this.record(index, ref));
    return records.length === 0 ? undefined : records;
  }

  private record(index: number, ref?: string): JournalRecord {
    return this.whole?.byPlace[index] ?? new StoredRecord(this, index, ref ?? this.refOf(index));
  }

  private readAll(): NonNullable<StoredJournal["whole"]> {
    const contents = this.paths.map((path) => ofJournal(() => readFileSync(path)));
    const [order, file, at, length] = [
      this.column("order"),
      this.column("file"),
      this.column("at"),
      this.column("length"),
    ];
    const [byPlace, inOrder]: [JournalRecord[], JournalRecord[]] = [[], []];
    for (let index = 0; index < this.count; index += 1) {
      const start = at[index] ?? 0;
      const line = contents[file[index] ?? 0]?.subarray(start, start + (length[index] ?? 0));
      const record = this.proven(index, line);
      byPlace.push(record);
      inOrder[(order[index] ?? 0) - 1] = record;
    }
    return { byPlace, inOrder };
  }

  private refOf(index: number): string {
    const group = lastAtMost(this.firsts, index);
    return this.refs.at(group);
  }

  /** The place of the record with the id, or `NONE`. */
  private indexOf(id: string): number {
    const [sorted, wanted] = [this.column("byId"), id];
    let [low, high] = [0, sorted.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const index = sorted[middle] ?? 0;
      const found = this.idAt(index);
      if (found === wanted) return index;
      if (found < wanted) low = middle + 1;
      else high = middle - 1;
    }
    return NONE;
  }
}

/** What is read of the journal itself: it may be gone since its signature was taken. */
function ofJournal<Result>(read: () => Result): Result {
  try {
    return read();
  } catch {
    throw new CacheDamage();
  }
}

/** The last place whose number is at most the one asked for. */
function lastAtMost(numbers: Int32Array, wanted: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

function lookup<Value>(get: (key: string) => Value | undefined): Lookup<Value> {
  return { get, has: (key) => get(key) !== undefined };
}
