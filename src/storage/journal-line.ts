/** Converts between a record and its line. The id is a hash of the line's bytes, so that any changed byte shows. */
import { abridged } from "../core/abridge.ts";
import { FACT_ORDER } from "../core/journal/fact-order.ts";
import type { JournalRecord, RecordFacts } from "../core/journal/record.ts";
import type { Milestone } from "../core/plan.ts";
import { parseRecord } from "./journal-form.ts";
import { sha256 } from "./sha256.ts";

/** How the line of every record begins. */
export const BEGINNING = '{"v":1,';
const ID_MARK = ',"id":"';
const ID_LENGTH = 32;
const TAIL_LENGTH = ID_MARK.length + ID_LENGTH + 2;
/** The longest line in bytes, its end included. */
export const MAX_LINE_BYTES = 16 * 1024;

/** A record and its line, without the line end. */
export interface EncodedRecord {
  readonly record: JournalRecord;
  readonly line: string;
}

/** The content of a line: a record, one of a later version or another program, or damage with an excerpt to show. */
export type DecodedLine =
  | { readonly record: JournalRecord }
  | { readonly unknown: { readonly id: string } }
  | { readonly damage: "torn" | "changed" | "conflict" | "not a record"; readonly readable: string };

/** The record of these facts, written at `t` (ISO 8601, UTC with milliseconds) by a writer who had seen the heads `prev`. */
export function encodeRecord(facts: RecordFacts, t: string, prev: readonly string[]): EncodedRecord {
  const head = { v: 1, t, by: facts.by, do: facts.do, ref: facts.ref };
  const middle = FACT_ORDER.flatMap((key) => (facts[key] === undefined ? [] : [[key, facts[key]] as const]));
  const content = { ...head, ...Object.fromEntries(middle), of: facts.of, prev };
  const body = JSON.stringify(content).slice(0, -1);
  const id = hashText(body).slice(0, ID_LENGTH);
  // `middle` has the keys of the facts in a fixed order, which the type cannot express.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { record: { ...content, id } as JournalRecord, line: `${body}${ID_MARK}${id}"}` };
}

/** Decodes the bytes of one line without its end. */
export function decodeLine(bytes: Buffer): DecodedLine {
  const bodyLength = bytes.length - TAIL_LENGTH;
  const tail = bytes.toString("latin1", Math.max(bodyLength, 0));
  const id = tail.slice(ID_MARK.length, -2);
  if (bodyLength <= 0 || !tail.startsWith(ID_MARK) || !tail.endsWith('"}') || !/^[0-9a-f]+$/.test(id)) {
    return { damage: faultOf(bytes.toString("latin1", 0, 8)), readable: excerptOf(bytes) };
  }
  const body = bytes.subarray(0, bodyLength);
  if (sha256(body).slice(0, ID_LENGTH) !== id) return { damage: "changed", readable: excerptOf(bytes) };
  const record = parseRecord(bytes);
  return record === null ? { unknown: { id } } : { record };
}

function faultOf(beginning: string): "torn" | "conflict" | "not a record" {
  if (beginning.startsWith(BEGINNING)) return "torn";
  return /^(?:<{7}|={7}|>{7}|\|{7})/.test(beginning) ? "conflict" : "not a record";
}

/** A record in a line that it shares with other records or remains of them, and its bytes. */
export interface SalvagedRecord {
  readonly content: JournalRecord | { readonly id: string };
  readonly raw: Buffer;
}

/** All parts of a line that are records, proven by their hashes, in order. */
export function salvage(bytes: Buffer): SalvagedRecord[] {
  const found: SalvagedRecord[] = [];
  for (let at = bytes.indexOf(BEGINNING); at >= 0;) {
    const next = bytes.indexOf(BEGINNING, at + 1);
    const end = Math.min(next < 0 ? bytes.length : next, at + MAX_LINE_BYTES);
    const record = recordAtStart(bytes.subarray(at, end));
    if (record !== null) found.push(record);
    at = next;
  }
  return found;
}

/** Tries the first and the last id: remains of another record may follow, and a later version may nest an id. */
function recordAtStart(bytes: Buffer): SalvagedRecord | null {
  for (const mark of new Set([bytes.indexOf(ID_MARK), bytes.lastIndexOf(ID_MARK)])) {
    const raw = bytes.subarray(0, mark + TAIL_LENGTH);
    const decoded = decodeLine(raw);
    if ("record" in decoded) return { content: decoded.record, raw };
    if ("unknown" in decoded) return { content: decoded.unknown, raw };
  }
  return null;
}

/** The window and a hash of the text of a milestone, for a record's `was`: a later change of the plan then shows. */
export function describeMilestone(milestone: Milestone): string {
  const { start, end } = milestone.window;
  return `${start}..${end}#${hashText(milestone.text).slice(0, 8)}`;
}

/** A digest of a set of record ids: 16 hex digits, independent of order and repetition. */
export function digestOf(ids: readonly string[]): string {
  const sorted = ids.toSorted().filter((id, at, all) => id !== all[at - 1]);
  // Every id, the last one too, ends with a line feed.
  return hashText([...sorted, ""].join("\n")).slice(0, 16);
}

function hashText(text: string): string {
  return sha256(Buffer.from(text));
}

/** The most characters of a damaged line that are shown. */
const MOST_READABLE = 120;

/** The beginning of a damaged line for messages: invalid UTF-8 is replaced, and an ellipsis shows that there is more. */
function excerptOf(bytes: Buffer): string {
  return abridged(bytes.toString("utf8", 0, 4 * MOST_READABLE), MOST_READABLE);
}
