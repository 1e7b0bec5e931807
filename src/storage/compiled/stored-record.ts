/** A record of a compiled journal. Fields come from columns at once, others lazily from sections or, at last, its line. */
import type { Day } from "../../core/calendar.ts";
import { type Evidence, type JournalRecord, PROVEN, type RecordKind } from "../../core/journal/record.ts";
import { timestampOf } from "../../core/zone.ts";
import { missing } from "./damage.ts";
import { dayAt } from "./numbers.ts";
import { FLAG, KIND_BITS, NONE, type RecordTexts } from "./record-columns.ts";
import type { StoredJournal } from "./stored-journal.ts";

export class StoredRecord implements JournalRecord {
  readonly v = 1;
  readonly ref: string;
  private readonly journal: StoredJournal;
  readonly index: number;
  private readonly flags: number;
  private own: JournalRecord | undefined;

  constructor(journal: StoredJournal, index: number, ref: string) {
    this.journal = journal;
    this.index = index;
    this.ref = ref;
    this.flags = journal.has.at(index);
  }

  get [PROVEN](): boolean {
    return this.has(FLAG.evidence);
  }

  get do(): RecordKind {
    return this.journal.kinds[this.flags >> KIND_BITS] ?? missing();
  }

  get on(): Day {
    return dayAt(this.journal.on, this.index);
  }

  get t(): string {
    return this.has(FLAG.plainTime) ? timestampOf(this.journal.floats("times").at(this.index)) : this.whole.t;
  }

  get id(): string {
    return this.journal.idAt(this.index);
  }

  get of(): readonly string[] {
    return this.journal.targetsOf(this.index) ?? this.whole.of;
  }

  get prev(): readonly string[] {
    return this.whole.prev;
  }

  get by(): string {
    return this.whole.by;
  }

  get was(): string | undefined {
    return this.whole.was;
  }

  get percent(): number | undefined {
    return this.has(FLAG.percent) ? this.journal.floats("numbers").at(this.index) : undefined;
  }

  get value(): number | undefined {
    if (!this.has(FLAG.value)) return undefined;
    return this.has(FLAG.percent) ? this.whole.value : this.journal.floats("numbers").at(this.index);
  }

  get mode(): "total" | "add" | undefined {
    if (this.has(FLAG.adds)) return "add";
    return this.has(FLAG.totals) ? "total" : undefined;
  }

  get to(): Day | undefined {
    const to = this.journal.column("to");
    return to.at(this.index) === NONE ? undefined : dayAt(to, this.index);
  }

  get reason(): string | undefined {
    return this.has(FLAG.reason) ? this.texts.reason : undefined;
  }

  get approver(): string | undefined {
    return this.has(FLAG.approver) ? this.texts.approver : undefined;
  }

  get from(): string | undefined {
    return this.whole.from;
  }

  get note(): string | undefined {
    return this.has(FLAG.note) ? this.texts.note : undefined;
  }

  get problem(): string | undefined {
    return this.has(FLAG.problem) ? this.texts.problem : undefined;
  }

  get next(): string | undefined {
    return this.has(FLAG.next) ? this.texts.next : undefined;
  }

  get evidence(): readonly Evidence[] | undefined {
    return this.has(FLAG.evidence) ? this.texts.evidence : undefined;
  }

  /** For output: the fields of the record, not the way it is stored. */
  toJSON(): JournalRecord {
    return this.whole;
  }

  private get texts(): RecordTexts {
    return this.journal.textsAt(this.index);
  }

  private get whole(): JournalRecord {
    this.own ??= this.journal.line(this.index);
    return this.own;
  }

  private has(flag: number): boolean {
    return (this.flags & flag) !== 0;
  }
}
