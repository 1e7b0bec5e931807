/** What is to be recorded, as typed: from the command line, or a line of a file. */
import { DEEDS, type Deed } from "../../core/journal/deeds.ts";
import { EVIDENCE_KINDS } from "../../core/journal/record.ts";
import { splitIds } from "../../core/resolve.ts";
import { ADDRESS } from "../evidence.ts";
import { type Failure, usage } from "../failure.ts";
import type { WriteOptions } from "../options.ts";

/** A cell of a file. */
export interface CellPlace {
  readonly heading: string;
  readonly place: string;
}

/** Typed texts of one record to be; nothing is judged yet. */
export interface Row {
  readonly kind: Deed;
  readonly ref: string;
  /** `file:line` where it comes from a file. */
  readonly place: string | null;
  /** Its cells in a file that has any: how each is headed, and `file:line:column`. */
  readonly cells?: ReadonlyMap<string, CellPlace>;
  /** What is wrong with its form, told together with all that is wrong with its values. */
  readonly fault?: Failure;
  /** Parts at fault that are told already. */
  readonly aside?: readonly string[];
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

/** What only some kinds record. */
const RECORDED_BY: Readonly<Partial<Record<keyof Row, readonly Deed[]>>> = {
  percent: ["progress"],
  value: ["reading"],
  mode: ["reading"],
  to: ["extend"],
  reason: DEEDS.filter((kind) => kind !== "done"),
  approver: DEEDS.filter((kind) => kind !== "done"),
};

/** Whether a record of the kind holds what the column says. */
export function records(kind: Deed, column: keyof Row): boolean {
  return RECORDED_BY[column]?.includes(kind) !== false;
}

/** One row for each id; all say the same. */
export function commandRows(kind: Deed, ids: readonly string[], options: WriteOptions): Row[] {
  const { on, percent, value, to, reason, approver, from, note, problem, next, evidence } = options;
  if (options.cumulative === true && options.increment === true) throw usage((texts) => texts.bothModes);
  const total = options.cumulative === true ? "total" : undefined;
  const mode = options.increment === true ? "add" : total;
  const said = { on, percent, value, mode, to, reason, approver, from, note, problem, next, evidence };
  const refs = splitIds(ids);
  if (refs.length === 0) throw usage((texts) => (kind === "reading" ? texts.noIndicator : texts.noIds(kind)));
  // Values behind each id would be tasks' numbers, and all have the last value.
  const bare =
    kind === "reading" && refs.length > 1 ? refs.find((ref) => /^\d+$/.test(ref.normalize("NFKC"))) : undefined;
  if (bare !== undefined) throw usage((texts) => texts.numberAmongIds(bare));
  return refs.map((ref) => ({ kind, ref, place: null, ...said }));
}

/** A value as it was typed: what JSON has as a number or list is written as it stands there. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/**
 * `doc:…；file:…` in a cell; a list of texts or of kind and value in JSON, or one of them. A bare text is a document, an address a
 * link. What an address has behind a `;` (`;jsessionid=…`) is its own.
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
