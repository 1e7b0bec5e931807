/** Splits a journal's bytes into whole and damaged lines. */
import type { JournalRecord } from "../core/journal/record.ts";
import { type DecodedLine, type SalvagedRecord, decodeLine, salvage } from "./journal-line.ts";
import { expectHashes } from "./sha256.ts";

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
/** Bytes of a usual line. */
const USUAL_LENGTH = 300;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** A line that holds a record, or a record salvaged from a damaged line. Lines count from 1. */
export interface WholeLine {
  readonly line: number;
  /** Its offset in the bytes that were read. */
  readonly at: number;
  /** Its bytes without the line end. */
  readonly raw: Buffer;
  readonly length: number;
  readonly id: string;
  /** Null if a later version or another program wrote it: kept, without effect. */
  readonly record: JournalRecord | null;
}

/** A line that is not one record: several records without line ends between them, records among remains, or none. */
export interface BrokenLine {
  readonly line: number;
  readonly raw: Buffer;
  readonly fault: Extract<DecodedLine, { damage: unknown }>["damage"] | "glued" | "mixed";
  /** How many records were salvaged from it. */
  readonly kept: number;
  readonly readable: string;
  /** The id that the line ends with; null if it does not end with one. */
  readonly claims: string | null;
}

/** A journal file's lines; `lines` counts all of them, blank ones included. */
export interface JournalText {
  readonly whole: readonly WholeLine[];
  readonly broken: readonly BrokenLine[];
  readonly lines: number;
}

function isBlank(raw: Buffer): boolean {
  return raw.every((byte) => byte === SPACE || byte === TAB);
}

/** Parses every line. A damaged line affects no other, and whole records in it are salvaged. */
export function parseJournal(bytes: Buffer): JournalText {
  const whole: WholeLine[] = [];
  const broken: BrokenLine[] = [];
  let line = 0;
  expectHashes(bytes.length / USUAL_LENGTH);
  for (const raw of linesOf(bytes)) {
    line += 1;
    if (isBlank(raw)) continue;
    const decoded = decodeLine(raw);
    if ("record" in decoded) whole.push(new Line(bytes, line, raw, decoded.record));
    else if ("unknown" in decoded) whole.push(new Line(bytes, line, raw, decoded.unknown));
    else {
      const saved = salvage(raw);
      broken.push({
        line,
        raw,
        ...faultOf(raw, saved, decoded.damage),
        readable: decoded.readable,
        claims: claimOf(raw),
      });
      for (const one of saved) whole.push(new Line(bytes, line, one.raw, one.content));
    }
  }
  return { whole, broken, lines: line };
}

function faultOf(
  raw: Buffer,
  saved: readonly SalvagedRecord[],
  damage: BrokenLine["fault"],
): Pick<BrokenLine, "fault" | "kept"> {
  const kept = saved.length;
  if (kept === 0) return { fault: damage, kept };
  const length = saved.reduce((sum, one) => sum + one.raw.length, 0);
  return { fault: length === raw.length ? "glued" : "mixed", kept };
}

function claimOf(raw: Buffer): string | null {
  return /"id": ?"([0-9a-f]{32})"\}?$/.exec(raw.toString("latin1", Math.max(0, raw.length - 48)))?.[1] ?? null;
}

/** A class with offsets: a journal has many lines, and a view of the bytes of each would take more memory. */
class Line implements WholeLine {
  readonly line: number;
  readonly at: number;
  readonly length: number;
  readonly id: string;
  readonly record: JournalRecord | null;
  private readonly bytes: Buffer;

  constructor(bytes: Buffer, line: number, raw: Buffer, content: JournalRecord | { readonly id: string }) {
    this.bytes = bytes;
    this.line = line;
    this.at = raw.byteOffset - bytes.byteOffset;
    this.length = raw.length;
    this.id = content.id;
    this.record = "do" in content ? content : null;
  }

  get raw(): Buffer {
    return this.bytes.subarray(this.at, this.at + this.length);
  }
}

/** Lines without their ends. Careless conversions can leave several carriage returns before a line feed. */
function* linesOf(bytes: Buffer): Generator<Buffer> {
  let start = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(LF, start);
    const next = found < 0 ? bytes.length : found;
    let end = next;
    while (end > start && bytes[end - 1] === CR) end -= 1;
    yield bytes.subarray(start, end);
    start = next + 1;
  }
}
