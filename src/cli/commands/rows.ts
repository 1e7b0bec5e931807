/** What is to be recorded, as typed: from the command line, or a line of a file. */
import { type Deed, DEEDS } from "../../core/journal/deeds.ts";
import { EVIDENCE_KINDS } from "../../core/journal/record.ts";
import { splitIds } from "../../core/resolve.ts";
import type { FileRow } from "../../storage/row-files.ts";
import { Failure, usage } from "../failure.ts";
import type { WriteOptions } from "./types.ts";

/** A cell of a file. */
interface CellPlace {
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

/** One row for each id; all say the same. */
export function commandRows(kind: Deed, ids: readonly string[], options: WriteOptions): Row[] {
  const { on, percent, value, to, reason, approver, from, note, problem, next, evidence } = options;
  if (options.cumulative === true && options.increment === true) throw usage((texts) => texts.bothModes);
  const mode = options.increment === true ? "add" : undefined;
  const said = { on, percent, value, mode, to, reason, approver, from, note, problem, next, evidence };
  const refs = splitIds(ids);
  if (refs.length === 0) throw usage((texts) => (kind === "reading" ? texts.noIndicator : texts.noIds(kind)));
  return refs.map((ref) => ({ kind, ref, place: null, ...said }));
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
export async function fileRows(kind: Deed, name: string, text: string): Promise<Row[]> {
  const isJson = /\.(?:jsonl|ndjson|json)$/i.test(name);
  const { readCsv, readJsonLines } = await import("../../storage/row-files.ts");
  const { head, lines, badLine } = isJson ? readJsonLines(text) : readCsv(text);
  if (badLine !== null) throw usage((texts) => texts.badLine(`${name}:${badLine}`));
  refuseHeadings(name, isJson ? lines.flatMap(({ cells }) => [...cells.keys()]) : head, isJson);
  if (lines.length === 0) throw usage((texts) => texts.noRows(name));
  return lines.map((line) => rowOf(kind, name, line));
}

/** A head that is none, columns that mean nothing, each once, and one that is there twice: of two only one could be read. */
function refuseHeadings(name: string, headings: readonly string[], isJson: boolean): void {
  const unknown = [...new Set(headings)].filter((heading) => !isColumn(heading));
  const isHeadless = !isJson && headings.length > 0 && unknown.length === headings.length;
  if (isHeadless) throw usage((texts) => texts.noHead(name, headings.join(",")));
  if (unknown.length > 0) {
    throw usage((texts) => unknown.map((key) => texts.unknownColumn(name, key, Object.keys(COLUMNS))).join("\n"));
  }
  const twice = isJson ? undefined : headings.find((heading, at) => headings.indexOf(heading) < at);
  if (twice !== undefined) throw usage((texts) => `${name} ${texts.sameColumns(twice, twice)}`);
}

function isColumn(key: string): boolean {
  return Object.hasOwn(COLUMNS, key);
}

function columnOf(heading: string): keyof Row | undefined {
  return isColumn(heading) ? COLUMNS[heading] : undefined;
}

function rowOf(kind: Deed, name: string, { line, cells: said, places, misfit }: FileRow): Row {
  const place = `${name}:${line}`;
  if (misfit !== null) {
    const fault = usage((texts) => texts.badCells(misfit.cells, misfit.expected));
    return { kind, ref: "", place, fault };
  }
  const filled = [...said].filter(([, value]) => value !== null && value !== "");
  const texts = filled.flatMap(([heading, value]): [string, unknown][] => {
    const column = columnOf(heading);
    return column === undefined ? [] : [[column, column === "evidence" ? evidenceTexts(value) : textOf(value)]];
  });
  const twin = twinIn(filled.map(([heading]) => heading));
  if (twin !== null) return { kind, ref: "", place, fault: usage((words) => words.sameColumns(...twin)) };
  // Of two columns of one meaning the one that is filled has the place.
  const headings = [...said.keys()].filter((heading) => places.has(heading));
  const inOrder = [...headings.filter((heading) => said.get(heading) === ""), ...filled.map(([heading]) => heading)];
  const cells = new Map(
    inOrder.flatMap((heading) => {
      const at = places.get(heading);
      return at === undefined ? [] : [[columnOf(heading) ?? heading, { heading, place: `${name}:${at}` }] as const];
    }),
  );
  const { kind: typed = kind, ref = "", ...rest } = Object.fromEntries(texts) as Partial<Row> & { kind?: string };
  const known = DEEDS.find((one) => one === typed);
  const fault =
    faultOf(known === undefined ? typed : null, ref, (part) => cells.get(part)?.heading ?? part) ??
    (known === "done" && rest.on === undefined ? emptyDay([...said.keys()]) : null);
  return { ...rest, kind: known ?? kind, ref, place, cells, ...(fault === null ? {} : { fault }) };
}

/** Two headings of one meaning among those that a row fills; null where there are none. */
function twinIn(headings: readonly string[]): readonly [string, string] | null {
  for (const [at, heading] of headings.entries()) {
    const other = headings.slice(0, at).find((one) => columnOf(one) === columnOf(heading));
    if (other !== undefined) return [other, heading];
  }
  return null;
}

/** What is wrong with the row's form: a kind that there is not, or nothing that it speaks of. */
function faultOf(unknownKind: string | null, ref: string, nameOf: (part: keyof Row) => string): Failure | null {
  if (unknownKind !== null) {
    return new Failure(2, (texts) => texts.badValue(nameOf("kind"), unknownKind, DEEDS.join(", ")), "kind");
  }
  return ref === "" ? new Failure(2, (texts) => texts.emptyText(nameOf("ref")), "ref") : null;
}

/** A list of all milestones has no day for what is not done yet: today would be a guess. Null where no column is for the day. */
function emptyDay(headings: readonly string[]): Failure | null {
  const heading = headings.find((one) => columnOf(one) === "on");
  return heading === undefined ? null : new Failure(2, (texts) => texts.emptyDay(heading), "on");
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
