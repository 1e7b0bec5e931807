/** A compiled journal: answers from its columns, and from the journal's own lines for what the columns do not have. */
import { constants, openSync, readFileSync, readSync } from "node:fs";
import type { Journal, Lookup } from "../../core/journal/fold.ts";
import type { Links } from "../../core/journal/links.ts";
import type { JournalRecord, RecordKind } from "../../core/journal/record.ts";
import { parseRecord } from "../journal-form.ts";
import type { Container, JsonSection } from "./container.ts";
import { CacheDamage } from "./damage.ts";
import { COLUMNS, type Column, HAS, ID_BYTES, type JournalHead, NONE } from "./record-columns.ts";
import { StoredRecord } from "./stored-record.ts";

const HEAD: JsonSection<JournalHead> = { name: "head" };
const NO_IDS: readonly string[] = [];

export class StoredJournal implements Journal {
  readonly head: JournalHead;
  readonly columns: Readonly<Record<Column, Int32Array>>;
  readonly times: Float64Array;
  readonly numbers: Float64Array;
  private readonly container: Container;
  private readonly paths: readonly string[];
  private readonly groups: ReadonlyMap<string, number>;
  private readonly firsts: Int32Array;
  private readonly ofFirsts: Int32Array;
  private ofTargets: Int32Array | undefined;
  private readonly seenFirsts: Int32Array;
  private seen: Int32Array | undefined;
  private readonly made: JournalRecord[] = [];
  private inOrder: readonly JournalRecord[] | undefined;
  private readonly opened: number[] = [];
  private idBytes: Buffer | undefined;
  private sortedIds: Int32Array | undefined;

  /** `paths` are the journal's files, in the order in which they were compiled. */
  constructor(container: Container, paths: readonly string[]) {
    this.container = container;
    this.paths = paths;
    this.head = container.json(HEAD);
    this.columns = columnsIn(container);
    this.times = container.floats("times");
    this.numbers = container.floats("numbers");
    this.firsts = container.ints("firsts");
    this.ofFirsts = container.ints("ofFirsts");
    this.seenFirsts = container.ints("seenFirsts");
    this.groups = new Map(this.head.refs.map((ref, group) => [ref, group]));
  }

  get count(): number {
    return this.times.length;
  }

  /** Every record whole: each line is parsed, and from then on they are what is answered with. */
  get records(): readonly JournalRecord[] {
    if (this.inOrder !== undefined) return this.inOrder;
    const contents = this.paths.map((path) => readFileSync(path));
    const { order, file, at, length } = this.columns;
    const inOrder: JournalRecord[] = [];
    for (let index = 0; index < this.count; index += 1) {
      const start = at[index] ?? 0;
      const line = contents[file[index] ?? 0]?.subarray(start, start + (length[index] ?? 0));
      const record = this.proven(index, line);
      this.made[index] = record;
      inOrder[(order[index] ?? 0) - 1] = record;
    }
    this.inOrder = inOrder;
    return inOrder;
  }

  get byId(): Lookup<JournalRecord> {
    return lookup((id) => {
      const index = this.indexOf(id);
      return index === NONE ? undefined : this.record(index);
    });
  }

  get supersededBy(): Lookup<string> {
    return lookup((id) => {
      const index = this.indexOf(id);
      const by = index === NONE ? NONE : (this.columns.by[index] ?? NONE);
      return by === NONE ? undefined : this.idAt(by);
    });
  }

  get liveByRef(): Lookup<readonly JournalRecord[]> {
    return lookup((ref) => {
      const live = this.group(ref).filter((index) => ((this.columns.has[index] ?? 0) & HAS.live) !== 0);
      return live.length === 0 ? undefined : live.map((index) => this.record(index, ref));
    });
  }

  get allByRef(): Lookup<readonly JournalRecord[]> {
    return lookup((ref) => {
      const all = this.group(ref);
      return all.length === 0 ? undefined : all.map((index) => this.record(index, ref));
    });
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

  kindAt(index: number): RecordKind {
    const kind = this.head.kinds[this.columns.kind[index] ?? NONE];
    if (kind === undefined) throw new CacheDamage();
    return kind;
  }

  /** Ids of the records that one names in `of`; undefined where the journal does not hold them all. */
  targetsOf(index: number): readonly string[] | undefined {
    const [first, end] = [this.ofFirsts[index] ?? 0, this.ofFirsts[index + 1] ?? 0];
    if (first === end) return NO_IDS;
    this.ofTargets ??= this.container.ints("ofTargets");
    const targets = this.ofTargets.subarray(first, end);
    return targets.includes(NONE) ? undefined : Array.from(targets, (target) => this.idAt(target));
  }

  /** Of records about the same thing and day it was found out before; of others only a walk tells. */
  hadSeen(later: JournalRecord, earlier: JournalRecord): boolean | undefined {
    if (!(later instanceof StoredRecord) || !(earlier instanceof StoredRecord)) return undefined;
    if (later.ref !== earlier.ref || later.on !== earlier.on) return undefined;
    const [first, end] = [this.seenFirsts[later.index] ?? 0, this.seenFirsts[later.index + 1] ?? 0];
    if (first === end) return false;
    this.seen ??= this.container.ints("seen");
    return this.seen.subarray(first, end).includes(earlier.index);
  }

  idAt(index: number): string {
    this.idBytes ??= this.container.bytes("recordIds");
    return this.idBytes.toString("hex", index * ID_BYTES, (index + 1) * ID_BYTES);
  }

  /** What stands in the journal's own line. */
  whole(index: number): JournalRecord {
    const { file, at, length } = this.columns;
    const bytes = Buffer.allocUnsafe(length[index] ?? 0);
    const read = readSync(this.fileAt(file[index] ?? 0), bytes, 0, bytes.length, at[index] ?? 0);
    return this.proven(index, bytes.subarray(0, read));
  }

  /** Where each record stands first. */
  origins(): (readonly [string, { readonly file: string; readonly line: number }])[] {
    const { file, line } = this.columns;
    return Array.from(this.times, (_, index) => {
      const name = this.head.files[file[index] ?? NONE]?.name ?? "";
      return [this.idAt(index), { file: name, line: line[index] ?? 0 }];
    });
  }

  private fileAt(number: number): number {
    const path = this.paths[number];
    if (path === undefined) throw new CacheDamage();
    this.opened[number] ??= openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    return this.opened[number];
  }

  /** The line's record. The journal may have been replaced since its signature was taken: the id shows it. */
  private proven(index: number, line: Buffer | undefined): JournalRecord {
    const record = line === undefined ? null : parseRecord(line);
    if (record === null || record.id !== this.idAt(index)) throw new CacheDamage();
    return record;
  }

  /** Places of the records about it. */
  private group(ref: string): number[] {
    const group = this.groups.get(ref);
    if (group === undefined) return [];
    const [first, end] = [this.firsts[group] ?? 0, this.firsts[group + 1] ?? 0];
    return Array.from({ length: end - first }, (_, place) => first + place);
  }

  private record(index: number, ref?: string): JournalRecord {
    this.made[index] ??= new StoredRecord(this, index, ref ?? this.refOf(index));
    return this.made[index];
  }

  private refOf(index: number): string {
    const group = lastAtMost(this.firsts, index);
    return this.head.refs[group] ?? "";
  }

  /** The place of the record with the id, or `NONE`. */
  private indexOf(id: string): number {
    this.sortedIds ??= this.container.ints("byId");
    const [sorted, wanted] = [this.sortedIds, id];
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

function columnsIn(container: Container): Record<Column, Int32Array> {
  const [kind, on, to, has, file, at, length, line, order, by] = COLUMNS.map((name) => container.ints(name));
  const none = new Int32Array();
  return {
    kind: kind ?? none,
    on: on ?? none,
    to: to ?? none,
    has: has ?? none,
    file: file ?? none,
    at: at ?? none,
    length: length ?? none,
    line: line ?? none,
    order: order ?? none,
    by: by ?? none,
  };
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
