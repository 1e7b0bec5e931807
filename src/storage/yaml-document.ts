/** YAML text → plain values and the place of each. The parser's own conversion to values is not used: it may throw. */
import { type ParsedNode, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Path } from "../core/draft.ts";
import type { Finding, Place, Problem } from "../core/problem.ts";
import { type PlanLines, readLines } from "./plan-lines.ts";
import { hasStrangeIndent, mendSpaces, strangeEscapes } from "./strange-characters.ts";
import { syntaxFinding } from "./syntax.ts";
import { type TextSource, decodeText, lineText, placeOf } from "./text-source.ts";
import { type OffsetFinding, refusedTokens } from "./yaml-tokens.ts";

/** A document with its value, if it could be read, and where each part of it stands. */
export interface YamlDocument {
  readonly source: TextSource;
  readonly value: unknown;
  /** Whether the value may be judged: false where syntax is so broken that rules would only add noise. */
  readonly readable: boolean;
  readonly problems: readonly Problem[];
  /** The place of the value at a path; of the nearest thing around it where there is none. */
  readonly placeOfValue: (path: Path) => Place;
  /** The place of a part of the text at a path; of the whole where the part is written in another way. */
  readonly placeOfPart: (path: Path, part: string) => Place;
  /** The place of the key at the end of the path. */
  readonly placeOfKey: (path: Path) => Place;
  /** What stands in the file for the value at the path, `10.10` or `001`; null where nothing does. */
  readonly writtenAt: (path: Path) => string | null;
}

interface Span {
  readonly offset: number;
  readonly length: number;
}

/** Where values and keys stand; offsets count in the text that was parsed. */
interface Index {
  readonly text: string;
  readonly values: Map<string, Span>;
  readonly keys: Map<string, Span>;
  readonly findings: OffsetFinding[];
  readonly placeOf: (span: Span) => Place;
}

/** Reads one file's bytes. Every mistake is a problem with its place; nothing is thrown. */
export function readYaml(file: string, bytes: Buffer): YamlDocument {
  const { source, findings } = decodeText(file, bytes);
  const fatal = findings.some(({ finding }) => finding.code !== "E-CHAR");
  const lines = readLines(fatal ? "" : mendSpaces(source.text));
  const index: Index = {
    text: lines.text,
    values: new Map(),
    keys: new Map(),
    findings: [],
    placeOf: ({ offset, length }) => {
      const start = lines.toSource(offset);
      return placeOf(source, start, lines.toSource(offset + length) - start);
    },
  };
  const { value, found } = fatal ? { value: undefined, found: [] } : readText(lines, index);
  // A parser stumbles over spaces that are none, which are told already.
  const echo = hasStrangeIndent(source.text);
  const told = found.filter(({ finding }) => !(echo && finding.code === "E-SYNTAX"));
  const problems = [
    ...[...findings, ...lines.mended].map((one) =>
      locate(source, one.finding, placeOf(source, one.offset, one.length)),
    ),
    ...told.map((one) => locate(source, one.finding, index.placeOf(one))),
  ];
  return makeDocument(source, index, problems, value);
}

/** The value, undefined where the text has none that may be judged; and what is wrong with the text. */
function readText(lines: PlanLines, index: Index): { value: unknown; found: readonly OffsetFinding[] } {
  const { fatal, text } = lines;
  const isTooDeep = fatal.some(({ finding }) => finding.code === "E-LIMIT");
  const end = fatal[0]?.offset ?? Infinity;
  const refused = isTooDeep ? [] : refusedTokens(text).filter(({ offset }) => offset < end);
  if (refused.length + fatal.length > 0) return { value: undefined, found: [...refused, ...fatal] };
  const { value, found } = parse(text, index);
  return { value, found: [...found, ...lines.cut] };
}

function parse(text: string, index: Index): { value: unknown; found: readonly OffsetFinding[] } {
  const document = parseDocument<ParsedNode, false>(text, {
    version: "1.2",
    schema: "core",
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  const [error] = document.errors;
  const value = document.contents === null ? null : valueOf(document.contents, [], index);
  if (error === undefined) return { value, found: index.findings };
  const refused = index.findings.filter(({ finding }) => finding.code === "E-YAML-FEATURE");
  // A key that is a list is no second mistake of syntax.
  return { value: undefined, found: refused.length > 0 ? refused : [...index.findings, syntaxFinding(text, error)] };
}

function makeDocument(source: TextSource, index: Index, problems: readonly Problem[], value: unknown): YamlDocument {
  return {
    source,
    value,
    readable: value !== undefined,
    problems,
    placeOfValue: (path) => nearestPlace(index, path),
    placeOfPart: (path, part) => {
      const span = index.values.get(pointer(path));
      const at = span === undefined ? -1 : index.text.slice(span.offset, span.offset + span.length).indexOf(part);
      if (span === undefined || at < 0) return nearestPlace(index, path);
      return index.placeOf({ offset: span.offset + at, length: part.length });
    },
    placeOfKey: (path) => {
      const span = index.keys.get(pointer(path));
      return span === undefined ? nearestPlace(index, path) : index.placeOf(span);
    },
    writtenAt: (path) => {
      const span = index.values.get(pointer(path));
      return span === undefined ? null : index.text.slice(span.offset, span.offset + span.length);
    },
  };
}

/** The finding with its place and the line at fault. */
export function locate(source: TextSource, finding: Finding, at: Place): Problem {
  return { ...finding, at, excerpt: lineText(source, at.line) };
}

function nearestPlace(index: Index, path: Path): Place {
  const span = index.values.get(pointer(path));
  if (span !== undefined) return index.placeOf(span);
  return path.length === 0 ? index.placeOf({ offset: 0, length: 0 }) : nearestPlace(index, path.slice(0, -1));
}

function pointer(path: Path): string {
  return JSON.stringify(path);
}

function valueOf(node: ParsedNode, path: Path, index: Index): unknown {
  index.values.set(pointer(path), spanOf(node));
  if (isSeq(node)) return node.items.map((item, at) => valueOf(item, [...path, at], index));
  if (isMap(node)) return mapOf(node, path, index);
  return isScalar(node) ? scalarOf(node, index) : null;
}

/** A number that is not written in plain digits, or has more of them than a number keeps, is none: `001`, `1e5`. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const MOST_DIGITS = 15;

function scalarOf(node: ParsedNode & { readonly value: unknown }, index: Index): unknown {
  const { offset, length } = spanOf(node);
  if (typeof node.value === "number") {
    const written = index.text.slice(offset, offset + length);
    const isNumber = PLAIN_NUMBER.test(written) && written.replace(/\D/g, "").length <= MOST_DIGITS;
    return isNumber ? node.value : NaN;
  }
  if (typeof node.value === "string") checkText(node, index);
  return node.value;
}

/** Hidden characters that were written as escapes, and tabs that became a part of a text. */
function checkText(node: ParsedNode & { readonly value: unknown; readonly type?: unknown }, index: Index): void {
  const { offset, length } = spanOf(node);
  const written = index.text.slice(offset, offset + length);
  if (node.type === "QUOTE_DOUBLE") {
    index.findings.push(...strangeEscapes(written).map((one) => ({ ...one, offset: offset + one.offset })));
  }
  const tab = String(node.value).includes("\t") ? written.indexOf("\t") : -1;
  if (tab < 0) return;
  index.findings.push({
    offset: offset + tab,
    length: 1,
    finding: { code: "E-CHAR", details: { codePoint: "U+0009" } },
  });
}

/** Maps have no prototype: `__proto__` is a key like any other. */
function mapOf(
  node: Extract<ParsedNode, { items: { key: unknown; value: unknown }[] }>,
  path: Path,
  index: Index,
): unknown {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an object without prototype is what it says
  const map = Object.create(null) as Record<string, unknown>;
  for (const { key, value } of node.items as { key: ParsedNode; value: ParsedNode | null }[]) {
    const span = spanOf(key);
    if (!isScalar(key)) {
      index.findings.push({ ...span, finding: { code: "E-YAML-FEATURE", details: { feature: "key" } } });
      continue;
    }
    if (key.value === "<<" && isPlain(key)) {
      index.findings.push({ ...span, finding: { code: "E-YAML-FEATURE", details: { feature: "merge" } } });
      continue;
    }
    scalarOf(key, index);
    addEntry(map, String(key.value), { span, value, path }, index);
  }
  return map;
}

function isPlain(node: { readonly type?: unknown }): boolean {
  return node.type === "PLAIN";
}

function addEntry(
  map: Record<string, unknown>,
  name: string,
  entry: { readonly span: Span; readonly value: ParsedNode | null; readonly path: Path },
  index: Index,
): void {
  const path = [...entry.path, name];
  const first = index.keys.get(pointer(path));
  if (first !== undefined) {
    const details = { key: name, first: index.placeOf(first) };
    index.findings.push({ ...entry.span, finding: { code: "E-DUPLICATE-KEY", details } });
    return;
  }
  index.keys.set(pointer(path), entry.span);
  if (entry.value === null) index.values.set(pointer(path), entry.span);
  map[name] = entry.value === null ? null : valueOf(entry.value, path, index);
}

function spanOf(node: ParsedNode): Span {
  const [start, end] = node.range;
  return { offset: start, length: Math.max(end - start, 0) };
}
