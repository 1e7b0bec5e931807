/** What is to be recorded, as typed: from the command line, or a line of a file. */
import { type Deed, DEEDS } from "../../core/journal/deeds.ts";
import { EVIDENCE_KINDS } from "../../core/journal/record.ts";
import { splitIds } from "../../core/resolve.ts";
import type { FileRow } from "../../storage/row-files.ts";
import { Failure, usage } from "../failure.ts";
import type { WriteOptions } from "./types.ts";

const RECORDED_KINDS = ["done", ...DEEDS] as const;
/** Kinds that are recorded by naming milestones; `undo` names records. */
export type RecordedKind = "done" | Deed;

/** A cell of a file. */
interface CellPlace {
  readonly heading: string;
  readonly place: string;
}

/** Typed texts of one record to be; nothing is judged yet. */
export interface Row {
  readonly kind: RecordedKind;
  readonly ref: string;
  /** `file:line` where it comes from a file. */
  readonly place: string | null;
  /** Its cells in a file that has any: how each is headed, and `file:line:column`. */
  readonly cells?: ReadonlyMap<string, CellPlace>;
  /** What is wrong with its form, told together with all that is wrong with its values. */
  readonly fault?: Failure;
  /** Parts at fault that are told already. */
  readonly aside?: readonly string[];
  readonly on?: string;
  readonly percent?: string;
  readonly value?: string;
  /** `total` (累计) or `add` (新增). */
  readonly mode?: string;
  readonly to?: string;
  readonly reason?: string;
  readonly approver?: string;
  readonly from?: string;
  readonly note?: string;
  readonly problem?: string;
  readonly next?: string;
  readonly evidence?: readonly string[];
}

/** One row for each id; all say the same. */
export function commandRows(kind: RecordedKind, ids: readonly string[], options: WriteOptions): Row[] {
  const { on, percent, value, to, reason, approver, from, note, problem, next, evidence } = options;
  if (options.cumulative === true && options.increment === true) throw usage((texts) => texts.bothModes);
  const mode = options.increment === true ? "add" : undefined;
  const said = { on, percent, value, mode, to, reason, approver, from, note, problem, next, evidence };
  const given = Object.fromEntries(Object.entries(said).filter(([, text]) => text !== undefined));
  const refs = splitIds(ids);
  if (refs.length === 0) throw usage((texts) => (kind === "reading" ? texts.noIndicator : texts.noIds(kind)));
  return refs.map((ref) => ({ kind, ref, place: null, ...given }));
}

/** Columns by key, and as an office heads them. */
const COLUMNS: Readonly<Record<string, keyof Row>> = {
  do: "kind",
  事项: "kind",
  ref: "ref",
  编号: "ref",
  节点: "ref",
  on: "on",
  发生日: "on",
  完成日: "on",
  percent: "percent",
  进度: "percent",
  指标: "ref",
  value: "value",
  数值: "value",
  填报值: "value",
  mode: "mode",
  口径: "mode",
  to: "to",
  延至: "to",
  reason: "reason",
  事由: "reason",
  approver: "approver",
  批准: "approver",
  from: "from",
  报送处室: "from",
  note: "note",
  说明: "note",
  problem: "problem",
  存在问题: "problem",
  next: "next",
  下步措施: "next",
  evidence: "evidence",
  佐证: "evidence",
};

/** The rows of a CSV (with a head) or JSON Lines file; a row without a kind of its own has the command's. */
export async function fileRows(kind: RecordedKind, name: string, text: string): Promise<Row[]> {
  const isJson = /\.(?:jsonl|ndjson|json)$/i.test(name);
  const { readCsv, readJsonLines } = await import("../../storage/row-files.ts");
  const { lines, badLine } = isJson ? readJsonLines(text) : readCsv(text);
  if (badLine !== null) throw usage((texts) => texts.badLine(`${name}:${badLine}`));
  refuseUnknown(name, lines);
  if (lines.length === 0) throw usage((texts) => texts.noRows(name));
  return lines.map((line) => rowOf(kind, name, line));
}

/** Every column that means nothing, each once. */
function refuseUnknown(name: string, lines: readonly FileRow[]): void {
  const unknown = [...new Set(lines.flatMap(({ cells }) => [...cells.keys()]))].filter((key) => !isColumn(key));
  if (unknown.length === 0) return;
  throw usage((texts) => unknown.map((key) => texts.unknownColumn(name, key, Object.keys(COLUMNS))).join("\n"));
}

function isColumn(key: string): boolean {
  return Object.hasOwn(COLUMNS, key);
}

function columnOf(heading: string): keyof Row | undefined {
  return isColumn(heading) ? COLUMNS[heading] : undefined;
}

function rowOf(kind: RecordedKind, name: string, { line, cells: said, places, misfit }: FileRow): Row {
  const place = `${name}:${line}`;
  if (misfit !== null) {
    const fault = usage((texts) => texts.badCells(misfit.cells, misfit.expected));
    return { kind, ref: "", place, fault };
  }
  const texts = [...said].flatMap(([heading, value]): [string, unknown][] => {
    const column = columnOf(heading);
    if (column === undefined || value === null || value === "") return [];
    return [[column, column === "evidence" ? evidenceTexts(value) : textOf(value)]];
  });
  const cells = new Map(
    [...places].map(([heading, at]) => [columnOf(heading) ?? heading, { heading, place: `${name}:${at}` }]),
  );
  const { kind: typed = kind, ref = "", ...rest } = Object.fromEntries(texts) as Partial<Row> & { kind?: string };
  const known = RECORDED_KINDS.find((one) => one === typed);
  const fault = faultOf(known === undefined ? typed : null, ref, (part) => cells.get(part)?.heading ?? part);
  return { ...rest, kind: known ?? kind, ref, place, cells, ...(fault === null ? {} : { fault }) };
}

/** What is wrong with the row's form: a kind that there is not, or nothing that it speaks of. */
function faultOf(unknownKind: string | null, ref: string, nameOf: (part: keyof Row) => string): Failure | null {
  if (unknownKind !== null) {
    return new Failure(2, (texts) => texts.badValue(nameOf("kind"), unknownKind, RECORDED_KINDS.join(", ")), "kind");
  }
  return ref === "" ? new Failure(2, (texts) => texts.emptyText(nameOf("ref")), "ref") : null;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** `doc:…；file:…` in a cell; a list of texts or of kind and value in JSON. A bare text is a document. */
export function evidenceTexts(value: unknown): string[] {
  const items: unknown[] = Array.isArray(value) ? value : textOf(value).split(/[;；]/);
  return items.flatMap((item: unknown) => {
    if (typeof item === "object" && item !== null && "kind" in item && "value" in item) {
      return [`${textOf(item.kind)}:${textOf(item.value)}`];
    }
    const text = textOf(item).trim();
    if (text === "") return [];
    return [EVIDENCE_KINDS.some((kind) => text.startsWith(`${kind}:`)) ? text : `doc:${text}`];
  });
}
