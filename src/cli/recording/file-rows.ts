/** Reads rows from a file: CSV with a head row, or JSON Lines. */
import { WRITE_KINDS, type WriteKind } from "../../core/journal/write-kinds.ts";
import { foldTyped } from "../../core/text.ts";
import { type FileRow, type RowFile, readCsv, readJsonLines } from "../../storage/row-files.ts";
import { Failure, usage } from "../failure.ts";
import { KNOWN_COLUMNS, columnOf } from "./columns.ts";
import { kindsByName, noKind } from "./record-kinds.ts";
import { type Row, evidenceTexts, records, textOf } from "./rows.ts";
import type { WriteOptions } from "../options.ts";

/**
 * The rows of a file; headings of columns that are not read (`unread`); and headings of columns filled in where the
 * row's kind does not record them (`unused`).
 */
export interface ReadRows {
  readonly rows: readonly Row[];
  readonly unread: readonly string[];
  readonly unused: readonly string[];
}

/**
 * Reads the rows of a CSV or JSON Lines file. Rows without their own kind get the command's. Fails if the file as a
 * whole is wrong; a mistake in a row is kept as its `fault`.
 */
export async function fileRows(kind: WriteKind, name: string, text: string, options: WriteOptions): Promise<ReadRows> {
  refuseFlags(options);
  const isJson = /\.(?:jsonl|ndjson|json)$/i.test(name);
  const { head, headPlaces, lines, badLine, isQuote } = isJson ? readJsonLines(text) : readCsv(text);
  if (badLine !== null) throw usage((texts) => texts[isQuote ? "openQuote" : "badLine"](`${name}:${badLine}`));
  const headings = isJson ? [...new Set(lines.flatMap(({ cells }) => [...cells.keys()]))] : head;
  const meant = new Map(headings.map((heading) => [heading, columnOf(heading, headings)]));
  refuseHeadings(name, headings, meant, isJson ? null : headPlaces);
  if (lines.length === 0) throw usage((texts) => texts.noRows(name));
  const unread = headings.filter((heading) => meant.get(heading) === null);
  const kinds = [...meant.values()].includes("kind") ? await kindsByName() : new Map<string, string>();
  const rows = lines.map((line) => rowOf(kind, name, line, { meant, kinds }));
  const isUnused = (heading: string): boolean => {
    const column = meant.get(heading) ?? null;
    return column !== null && rows.some((row) => row[column] !== undefined && !records(row.kind, column));
  };
  return { rows, unread, unused: [...new Set(headings)].filter(isUnused) };
}

/** Flags that state facts of one record. Beside a file they would belong to no row. */
const OF_ONE_RECORD = [
  ...(["on", "evidence", "note", "problem", "next", "from"] as const),
  ...(["to", "reason", "approver", "cumulative", "increment"] as const),
] satisfies readonly (keyof WriteOptions)[];

function refuseFlags(options: WriteOptions): void {
  const given = OF_ONE_RECORD.filter((flag) => options[flag] !== undefined).map((flag) => `--${flag}`);
  if (given.length > 0) throw usage((texts) => texts.flagsBesideFile(given));
}

/** Heading → meaning; null if the column is not read. */
type Meant = ReadonlyMap<string, keyof Row | null | undefined>;

/** What the cells of a file are read by. */
interface Reading {
  readonly meant: Meant;
  /** Name of a kind, in either language → kind. */
  readonly kinds: ReadonlyMap<string, string>;
}

/**
 * Fails if the head or its column of ids is missing, if columns are unknown, or if a column appears twice: only one of
 * the two could be read.
 */
function refuseHeadings(
  name: string,
  headings: readonly string[],
  meant: Meant,
  places: RowFile["headPlaces"] | null,
): void {
  const unknown = [...new Set(headings)].filter((heading) => meant.get(heading) === undefined);
  const isHeadless = places !== null && headings.length > 0 && unknown.length === headings.length;
  if (isHeadless) throw usage((texts) => texts.noHead(name, headings.join(",")));
  if (unknown.length > 0) {
    const at = (key: string): string => [name, places?.get(key)].filter((part) => part !== undefined).join(":");
    throw usage((texts) => unknown.map((key) => texts.unknownColumn(at(key), key, KNOWN_COLUMNS)).join("\n"));
  }
  const isAnonymous = places !== null && headings.length > 0 && ![...meant.values()].includes("ref");
  if (isAnonymous) throw usage((texts) => texts.noIdColumn(name));
  const twice = headings.find((heading, at) => meant.get(heading) !== null && headings.indexOf(heading) < at);
  if (twice !== undefined) throw usage((texts) => `${name} ${texts.columnTwice(twice)}`);
}

function rowOf(kind: WriteKind, name: string, file: FileRow, { meant, kinds }: Reading): Row {
  const { line, places, misfit } = file;
  const place = `${name}:${line}`;
  if (misfit !== null) {
    const fault = usage((texts) => texts.badCells(misfit.cells, misfit.expected));
    return { kind, ref: "", place, fault };
  }
  const { twice } = file;
  if (twice !== null) return { kind, ref: "", place, fault: usage((texts) => texts.columnTwice(twice)) };
  const columnAt = (heading: string): keyof Row | undefined => meant.get(heading) ?? undefined;
  const said = [...file.cells].filter(([heading]) => columnAt(heading) !== undefined);
  const filled = said.filter(([, value]) => value !== null && value !== "");
  const twin = twinIn(
    filled.map(([heading]) => heading),
    columnAt,
  );
  if (twin !== null) return { kind, ref: "", place, fault: usage((words) => words.sameColumns(...twin)) };
  // If two columns have the same meaning, the filled one decides the place, so it comes last.
  const inOrder = [...said.filter(([, value]) => value === ""), ...filled].map(([heading]) => heading);
  const cells = new Map(
    inOrder.flatMap((heading) => {
      const at = places.get(heading);
      return at === undefined ? [] : [[columnAt(heading) ?? heading, { heading, place: `${name}:${at}` }] as const];
    }),
  );
  const texts = filled.map(([heading, value]): [string, unknown] => {
    const column = columnAt(heading);
    return [column ?? heading, cellOf(column, value)];
  });
  const { kind: typed = kind, ref = "", ...rest } = Object.fromEntries(texts) as Partial<Row> & { kind?: string };
  const known = typed === kind ? kind : WRITE_KINDS.find((one) => one === kinds.get(foldTyped(typed)));
  const dayColumn = said.find(([heading]) => columnAt(heading) === "on")?.[0];
  const fault =
    faultOf(known === undefined ? typed : null, ref, (part) => cells.get(part)?.heading ?? part) ??
    (known === "done" && rest.on === undefined ? emptyDay(dayColumn) : null);
  return { ...rest, kind: known ?? kind, ref, place, cells, ...(fault === null ? {} : { fault }) };
}

function cellOf(column: keyof Row | undefined, value: unknown): string | string[] {
  return column === "evidence" ? evidenceTexts(value) : textOf(value);
}

/** Two of the row's filled headings with the same meaning; null if there are none. */
function twinIn(
  headings: readonly string[],
  columnAt: (heading: string) => keyof Row | undefined,
): readonly [string, string] | null {
  for (const [at, heading] of headings.entries()) {
    const other = headings.slice(0, at).find((one) => columnAt(one) === columnAt(heading));
    if (other !== undefined) return [other, heading];
  }
  return null;
}

/** What is wrong with the row itself: an unknown kind, or no id. */
function faultOf(unknownKind: string | null, ref: string, nameOf: (part: keyof Row) => string): Failure | null {
  if (unknownKind !== null) {
    return noKind(nameOf("kind"), unknownKind, WRITE_KINDS);
  }
  return ref === "" ? new Failure(2, (texts) => texts.emptyText(nameOf("ref")), "ref") : null;
}

/**
 * The failure for an empty day in a row of kind `done`: in a list of all milestones it means not done, so today would
 * be a guess. Null if the file has no column for the day.
 */
function emptyDay(heading: string | undefined): Failure | null {
  return heading === undefined ? null : new Failure(2, (texts) => texts.emptyDay(heading), "on");
}
