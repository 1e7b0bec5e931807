/** What to record, as typed on the command line or in a line of a file. */
import { WRITE_KINDS, type WriteKind } from "../../core/journal/write-kinds.ts";
import { EVIDENCE_KINDS } from "../../core/journal/record.ts";
import { splitIds } from "../../core/resolve.ts";
import { ADDRESS } from "../evidence.ts";
import { type Failure, usage } from "../failure.ts";
import type { WriteOptions } from "../options.ts";

/** A cell of a file: its column's heading, and its place (`file:line:column`). */
export interface CellPlace {
  readonly heading: string;
  readonly place: string;
}

/** The typed texts of a record to make; not checked yet. */
export interface Row {
  readonly kind: WriteKind;
  /** The typed id of a milestone, task or indicator. */
  readonly ref: string;
  /** `file:line` if it comes from a file; null from the command line. */
  readonly place: string | null;
  /** Part of the row → its cell, for files with columns. */
  readonly cells?: ReadonlyMap<string, CellPlace>;
  /** What is wrong with the row itself; reported together with faults in its values. */
  readonly fault?: Failure;
  /** Parts left out because they are already known to be at fault. */
  readonly faultyParts?: readonly string[];
  readonly on?: string | undefined;
  readonly percent?: string | undefined;
  readonly value?: string | undefined;
  /** `total` (累计) or `add` (新增). */
  readonly mode?: string | undefined;
  readonly to?: string | undefined;
  readonly reason?: string | undefined;
  readonly approver?: string | undefined;
  readonly from?: string | undefined;
  readonly note?: string | undefined;
  readonly problem?: string | undefined;
  readonly next?: string | undefined;
  readonly evidence?: readonly string[] | undefined;
}

/** The parts that only some kinds record. */
const RECORDED_BY: Readonly<Partial<Record<keyof Row, readonly WriteKind[]>>> = {
  percent: ["progress"],
  value: ["reading"],
  mode: ["reading"],
  to: ["extend"],
  reason: WRITE_KINDS.filter((kind) => kind !== "done"),
  approver: WRITE_KINDS.filter((kind) => kind !== "done"),
};

/** Whether records of this kind hold this part. */
export function records(kind: WriteKind, column: keyof Row): boolean {
  return RECORDED_BY[column]?.includes(kind) !== false;
}

/** The rows of a command line: one for each id, all with the same facts. */
export function commandRows(kind: WriteKind, ids: readonly string[], options: WriteOptions): Row[] {
  const { on, percent, value, to, reason, approver, from, note, problem, next, evidence } = options;
  if (options.cumulative === true && options.increment === true) throw usage((texts) => texts.bothModes);
  const total = options.cumulative === true ? "total" : undefined;
  const mode = options.increment === true ? "add" : total;
  const said = { on, percent, value, mode, to, reason, approver, from, note, problem, next, evidence };
  const refs = splitIds(ids);
  if (refs.length === 0) throw usage((texts) => (kind === "reading" ? texts.noIndicator : texts.noIds(kind)));
  // `reading A 1 B 2` would take 1 as the id of a task, and 2 as the value of all.
  const bare =
    kind === "reading" && refs.length > 1 ? refs.find((ref) => /^\d+$/.test(ref.normalize("NFKC"))) : undefined;
  if (bare !== undefined) throw usage((texts) => texts.numberAmongIds(bare));
  return refs.map((ref) => ({ kind, ref, place: null, ...said }));
}

/** The text of a value; JSON numbers and lists as they are written in JSON. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/**
 * The evidence texts of a cell (`doc:…；file:…`), or of a JSON list or single item, each a text or an object with kind
 * and value. A bare text is a document, an address a link. A `;` before a parameter of an address (`;jsessionid=…`)
 * does not separate.
 */
export function evidenceTexts(value: unknown): string[] {
  const items: unknown[] = isEvidence(value) ? [value] : Array.isArray(value) ? value : textOf(value).split(SEPARATOR);
  return items.flatMap((item: unknown) => {
    if (isEvidence(item)) return [`${textOf(item.kind)}:${textOf(item.value)}`];
    const text = textOf(item).trim();
    if (text === "") return [];
    return [KIND.test(text) || ADDRESS.test(text) ? text : `doc:${text}`];
  });
}

const SEPARATOR = /；|;(?!\w+=)/;
const KIND = new RegExp(`^(?:${EVIDENCE_KINDS.join("|")})[:：]`, "i");

function isEvidence(item: unknown): item is { readonly kind: unknown; readonly value: unknown } {
  return typeof item === "object" && item !== null && "kind" in item && "value" in item;
}
