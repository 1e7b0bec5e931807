/** A journal's bytes → its lines, whole ones and damaged ones. */
import type { JournalRecord } from "../core/journal/record.ts";
import { type DecodedLine, decodeLine, salvage } from "./journal-line.ts";

const LF = 0x0a;
const CR = 0x0d;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** A line that holds a record. Lines count from 1. */
export interface WholeLine {
  readonly line: number;
  /** Its place among the bytes that were read. */
  readonly at: number;
  /** Its bytes without the line end. */
  readonly raw: Buffer;
  readonly length: number;
  readonly id: string;
  /** Null where a later version or another program wrote it: kept, without effect. */
  readonly record: JournalRecord | null;
}

/** A line, or its beginning, that holds no record. */
export interface BrokenLine {
  readonly line: number;
  readonly raw: Buffer;
  readonly fault: Extract<DecodedLine, { damage: unknown }>["damage"];
  readonly readable: string;
  /** The id that the line claims to have; null where its end is missing. */
  readonly claims: string | null;
}

export interface JournalText {
  readonly whole: readonly WholeLine[];
  readonly broken: readonly BrokenLine[];
  readonly lines: number;
}

/** Reads every line. A damaged line costs nothing but itself; a whole record glued to its end is saved. */
export function parseJournal(bytes: Buffer): JournalText {
  const whole: WholeLine[] = [];
  const broken: BrokenLine[] = [];
  let line = 0;
  for (const raw of linesOf(bytes)) {
    line += 1;
    if (raw.length === 0) continue;
    const decoded = decodeLine(raw);
    if ("record" in decoded) whole.push(new Line(bytes, line, raw, decoded.record));
    else if ("unknown" in decoded) whole.push(new Line(bytes, line, raw, decoded.unknown));
    else {
      const claims =
        /,"id":"([0-9a-f]{32})"\}$/.exec(raw.toString("latin1", Math.max(0, raw.length - 48)))?.[1] ?? null;
      broken.push({ line, raw, fault: decoded.damage, readable: decoded.readable, claims });
      const rescued = salvage(raw);
      if (rescued !== null) whole.push(new Line(bytes, line, rescued.raw, rescued.record));
    }
  }
  return { whole, broken, lines: line };
}

/** A journal has many: views of their bytes would take more room than the places. */
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

/** Lines without their ends; several carriage returns may stand before a line feed after careless conversions. */
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
