/** A compiled journal. It answers from its columns, and reads the journal's own lines for fields without a column. */
import type { Journal } from "../../core/journal/fold.ts";
import type { Links } from "../../core/journal/links.ts";
import { type Lookup, lookup } from "../../core/journal/lookup.ts";
import type { JournalRecord, RecordKind } from "../../core/journal/record.ts";
import type { Plan } from "../../core/plan.ts";
import { type MilestoneColumns, lastAtMost } from "../../core/milestone-columns.ts";
import type { RecordOrigin } from "../journal-files.ts";
import type { Container, JsonSection } from "./container.ts";
import { missing } from "./damage.ts";
import { type GroupColumn, milestoneColumns } from "./milestone-columns.ts";
import { type AllRecords, JournalLines } from "./journal-lines.ts";
import { type Numbers, floats, integers, isAmong, scattered } from "./numbers.ts";
import type { SideFile } from "./cache-location.ts";
import { RecordIds } from "./record-ids.ts";
import type { Column, JournalHead, RecordTexts } from "./record-columns.ts";
import { FLAG, NONE, RECORD_TEXTS, REFS, REF_INDEX } from "./record-columns.ts";
import { Slices } from "./slices.ts";
import { StoredRecord } from "./stored-record.ts";
import { find } from "./string-index.ts";
import { Strings } from "./strings.ts";

/** Columns with one entry for each group; flat lists of indexes, and where each record's list begins; indexes by id. */
type Section = GroupColumn | "ofFirsts" | "ofTargets" | "seenFirsts" | "seen" | "byId";

const HEAD: JsonSection<JournalHead> = { name: "head" };
const NO_IDS: readonly string[] = [];
const NO_RECORDS: readonly JournalRecord[] = [];

export class StoredJournal implements Journal {
  readonly head: JournalHead;
  readonly kinds: readonly RecordKind[];
  /** For each record: its flags (`FLAG`) and its kind. */
  readonly has: Numbers;
  readonly on: Numbers;
  private readonly container: Container;
  private readonly lines: JournalLines;
  private readonly place: SideFile;
  readonly refs: Strings;
  private readonly refIndex: Numbers;
  private readonly firsts: Numbers;
  private readonly texts: Slices<RecordTexts>;
  private readonly recordIds: RecordIds;
  /** Columns opened so far that not every query needs. */
  private readonly asked = new Map<string, Numbers>();
  /** Set once every line has been read. */
  private whole: AllRecords | undefined;
  readonly byId: Lookup<JournalRecord> = lookup((id) => {
    const index = this.indexOf(id);
    return index === NONE ? undefined : this.record(index);
  });
  readonly supersededBy: Lookup<string> = lookup((id) => {
    const index = this.indexOf(id);
    const by = index === NONE ? NONE : this.column("by").at(index);
    return by === NONE ? undefined : this.idAt(by);
  });
  readonly liveByRef: Lookup<readonly JournalRecord[]> = lookup((ref) =>
    this.recordsOf(this.groupOf(ref), FLAG.live, ref),
  );
  readonly allByRef: Lookup<readonly JournalRecord[]> = lookup((ref) => this.recordsOf(this.groupOf(ref), 0, ref));
  private milestones: MilestoneColumns | undefined;
  private last: { readonly ref: string; readonly group: number } | undefined;

  /** `paths` are the journal's files in the order in which they were compiled. */
  constructor(container: Container, paths: readonly string[], place: SideFile) {
    this.container = container;
    this.lines = new JournalLines(this, paths);
    this.place = place;
    this.head = container.json(HEAD);
    this.kinds = this.head.kinds;
    this.has = integers(container, "has");
    this.on = integers(container, "on");
    this.refs = new Strings(container, REFS);
    this.refIndex = scattered(container, REF_INDEX);
    this.firsts = integers(container, "firsts");
    this.texts = new Slices(container, RECORD_TEXTS);
    this.recordIds = new RecordIds(container, this.has.length);
  }

  get count(): number {
    return this.has.length;
  }

  countBefore(year: number): number {
    return this.head.years.reduce((sum, [own, count]) => (own < year ? sum + count : sum), 0);
  }

  /** Sorted, so that sorting them again with a few more is quick. */
  get ids(): readonly string[] {
    return Array.from(this.column("byId").whole, (index) => this.idAt(index));
  }

  column(name: Column | Section): Numbers {
    const make = name === "byId" ? scattered : integers;
    return this.asked.get(name) ?? this.ask(name, make(this.container, name));
  }

  /** `times`: each record's `t` in milliseconds since 1970; `numbers`: its percentage or value. */
  floats(name: "times" | "numbers"): Numbers {
    return this.asked.get(name) ?? this.ask(name, floats(this.container, name));
  }

  /** All records, each parsed from its line. From then on these parsed records are returned everywhere. */
  get records(): readonly JournalRecord[] {
    this.whole ??= this.lines.all();
    return this.whole.inOrder;
  }

  *each(): Generator<JournalRecord, void> {
    for (let group = 0; group + 1 < this.firsts.length; group += 1) {
      const ref = this.refs.at(group);
      const end = this.firsts.at(group + 1);
      for (let index = this.firsts.at(group); index < end; index += 1) yield this.record(index, ref);
    }
  }

  get links(): Links {
    const { heads, unknownSeen, unknownTargets, staysWithinRefs } = this.head;
    return {
      heads: new Set(heads),
      unknownSeen: new Set(unknownSeen),
      unknownTargets: new Set(unknownTargets),
      staysWithinRefs,
    };
  }

  /** The ids that a record names in `of`; undefined if the journal lacks one of those records. */
  targetsOf(index: number): readonly string[] | undefined {
    const firsts = this.column("ofFirsts");
    const first = firsts.at(index);
    const end = firsts.at(index + 1);
    if (first === end) return NO_IDS;
    const targets = this.column("ofTargets");
    if (isAmong(targets, NONE, first, end)) return undefined;
    return Array.from({ length: end - first }, (_, place) => this.idAt(targets.at(first + place)));
  }

  columnsOf({ columns }: Plan): MilestoneColumns | undefined {
    if (columns === undefined) return undefined;
    if (this.milestones?.id !== columns.id) this.milestones = milestoneColumns(this.place, columns, this);
    return this.milestones;
  }

  asPlainRecord(record: JournalRecord): JournalRecord {
    return record instanceof StoredRecord ? record.toJSON() : record;
  }

  namedIn(naming: JournalRecord): readonly JournalRecord[] | undefined {
    if (!(naming instanceof StoredRecord)) return undefined;
    const [firsts, targets] = [this.column("ofFirsts"), this.column("ofTargets")];
    const named: JournalRecord[] = [];
    for (let at = firsts.at(naming.index); at < firsts.at(naming.index + 1); at += 1) {
      if (targets.at(at) !== NONE) named.push(this.record(targets.at(at)));
    }
    return named;
  }

  hasNamed(naming: JournalRecord, named: JournalRecord): boolean | undefined {
    if (!(naming instanceof StoredRecord) || !(named instanceof StoredRecord)) return undefined;
    const firsts = this.column("ofFirsts");
    const first = firsts.at(naming.index);
    const end = firsts.at(naming.index + 1);
    return first < end && isAmong(this.column("ofTargets"), named.index, first, end);
  }

  /** Precomputed for records about the same thing and day, unless they are many; undefined means that the caller must walk. */
  hadSeen(later: JournalRecord, earlier: JournalRecord): boolean | undefined {
    if (!(later instanceof StoredRecord) || !(earlier instanceof StoredRecord)) return undefined;
    if (later.ref !== earlier.ref || later.on !== earlier.on) return undefined;
    const firsts = this.column("seenFirsts");
    const first = firsts.at(later.index);
    const end = firsts.at(later.index + 1);
    if (first === end) return false;
    const seen = this.column("seen");
    return seen.at(first) === NONE ? undefined : isAmong(seen, earlier.index, first, end);
  }

  idAt(index: number): string {
    return this.recordIds.at(index);
  }

  /** The texts of the record that lists show. */
  textsAt(index: number): RecordTexts {
    return this.texts.at(index) ?? missing();
  }

  /** The record parsed from the journal's own line. */
  line(index: number): JournalRecord {
    return this.lines.at(index);
  }

  /** Where the record with the id first stands; undefined if there is none. */
  originOf(id: string): RecordOrigin | undefined {
    const index = this.indexOf(id);
    const file = index === NONE ? undefined : this.head.files[this.column("file").at(index)];
    return file === undefined ? undefined : { file: file.name, line: this.column("line").at(index) };
  }

  generationOf(record: JournalRecord): number {
    const index = record instanceof StoredRecord ? record.index : this.indexOf(record.id);
    return index === NONE ? 0 : this.column("generation").at(index);
  }

  private ask(name: string, column: Numbers): Numbers {
    this.asked.set(name, column);
    return column;
  }

  /** The index of the group of records about `ref`, or `NONE`. Cached, since several queries in a row ask for the same. */
  groupOf(ref: string): number {
    if (this.last?.ref !== ref) this.last = { ref, group: find(ref, this.refs, this.refIndex) };
    return this.last.group;
  }

  /** The live records of the group, which is about `ref`. */
  liveIn(group: number, ref: string): readonly JournalRecord[] {
    return this.recordsOf(group, FLAG.live, ref) ?? NO_RECORDS;
  }

  /** The records of the group that have all flags in `wanted`; undefined if there are none. */
  private recordsOf(group: number, wanted: number, ref: string): readonly JournalRecord[] | undefined {
    if (group === NONE) return undefined;
    const first = this.firsts.at(group);
    const end = this.firsts.at(group + 1);
    const hasWanted = (index: number): boolean => (this.has.at(index) & wanted) === wanted;
    // Avoids a growing list, which takes more memory than most groups need.
    if (end === first + 1) return hasWanted(first) ? [this.record(first, ref)] : undefined;
    const records: JournalRecord[] = [];
    for (let index = first; index < end; index += 1) if (hasWanted(index)) records.push(this.record(index, ref));
    return records.length === 0 ? undefined : records;
  }

  private record(index: number, ref?: string): JournalRecord {
    return this.whole?.byPlace[index] ?? new StoredRecord(this, index, ref ?? this.refOf(index));
  }

  private refOf(index: number): string {
    const group = lastAtMost(this.firsts.length, (place) => this.firsts.at(place), index);
    return this.refs.at(group);
  }

  /** The index of the record with the id, or `NONE`. */
  private indexOf(id: string): number {
    return this.recordIds.find(id, this.column("byId"));
  }
}
