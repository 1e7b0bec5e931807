/** YAML text → plain values and the place of each. The parser's own conversion to values is not used: it may throw. */
import { type Document, type ParsedNode, isMap, isScalar, isSeq, parseDocument } from "yaml";
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

type Key = ParsedNode & { readonly value?: unknown };

interface Span {
  readonly offset: number;
  readonly length: number;
}

/** A text that is read, and what is found wrong with it on the way; offsets count in the text that is parsed. */
interface Reading {
  readonly text: string;
  readonly findings: OffsetFinding[];
  readonly placeOf: (span: Span) => Place;
}

/** Where values and keys stand, by their paths. */
interface Index {
  readonly values: ReadonlyMap<string, Span>;
  readonly keys: ReadonlyMap<string, Span>;
}

/** Reads one file's bytes. Every mistake is a problem with its place; nothing is thrown. */
export function readYaml(file: string, bytes: Buffer): YamlDocument {
  const { source, findings } = decodeText(file, bytes);
  const fatal = findings.some(({ finding }) => finding.code !== "E-CHAR");
  const lines = readLines(fatal ? "" : mendSpaces(source.text));
  const reading: Reading = {
    text: lines.text,
    findings: [],
    placeOf: ({ offset, length }) => {
      const start = lines.toSource(offset);
      return placeOf(source, start, lines.toSource(offset + length) - start);
    },
  };
  const { value, found, isParsed } = fatal ? UNREAD : readText(lines, reading);
  // A parser stumbles over spaces that are none, which are told already.
  const echo = hasStrangeIndent(source.text);
  const told = found.filter(({ finding }) => !(echo && finding.code === "E-SYNTAX"));
  const problems = [
    ...[...findings, ...lines.mended].map((one) =>
      locate(source, one.finding, placeOf(source, one.offset, one.length)),
    ),
    ...told.map((one) => locate(source, one.finding, reading.placeOf(one))),
  ];
  return makeDocument(source, reading, problems, { value, isParsed });
}

interface Read {
  /** Undefined where the text has none that may be judged. */
  readonly value: unknown;
  /** What is wrong with the text. */
  readonly found: readonly OffsetFinding[];
  /** Whether the text may be parsed. */
  readonly isParsed: boolean;
}

const UNREAD: Read = { value: undefined, found: [], isParsed: false };

function readText(lines: PlanLines, reading: Reading): Read {
  const { fatal, text } = lines;
  const isTooDeep = fatal.some(({ finding }) => finding.code === "E-LIMIT");
  const end = fatal[0]?.offset ?? Infinity;
  const refused = isTooDeep ? [] : refusedTokens(text).filter(({ offset }) => offset < end);
  if (refused.length + fatal.length > 0) return { ...UNREAD, found: [...refused, ...fatal] };
  const { value, found } = parse(reading);
  return { value, found: [...found, ...lines.cut], isParsed: true };
}

function parse(reading: Reading): Omit<Read, "isParsed"> {
  const { text, findings } = reading;
  const document = parsed(text);
  const [error] = document.errors;
  const value = document.contents === null ? null : valueOf(document.contents, reading);
  if (error === undefined) return { value, found: findings };
  const refused = findings.filter(({ finding }) => finding.code === "E-YAML-FEATURE");
  // A key that is a list is no second mistake of syntax.
  return { value: undefined, found: refused.length > 0 ? refused : [...findings, syntaxFinding(text, error)] };
}

function parsed(text: string): Document.Parsed<ParsedNode, false> {
  return parseDocument<ParsedNode, false>(text, {
    version: "1.2",
    schema: "core",
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  });
}

function makeDocument(
  source: TextSource,
  { text, placeOf: place }: Reading,
  problems: readonly Problem[],
  { value, isParsed }: Omit<Read, "found">,
): YamlDocument {
  let known: Index | undefined;
  // Places are asked for where there are mistakes, and few files have any: they are looked for by reading once more.
  const index = (): Index => (known ??= isParsed ? indexOf(text) : { values: new Map(), keys: new Map() });
  const spanAt = (path: Path): Span | undefined => index().values.get(pointer(path));
  const nearest = (path: Path): Place => place(nearestSpan(index(), path));
  return {
    source,
    value,
    readable: value !== undefined,
    problems,
    placeOfValue: nearest,
    placeOfPart: (path, part) => {
      const span = spanAt(path);
      const at = span === undefined ? -1 : text.slice(span.offset, span.offset + span.length).indexOf(part);
      return span === undefined || at < 0 ? nearest(path) : place({ offset: span.offset + at, length: part.length });
    },
    placeOfKey: (path) => {
      const span = index().keys.get(pointer(path));
      return span === undefined ? nearest(path) : place(span);
    },
    writtenAt: (path) => {
      const span = spanAt(path);
      return span === undefined ? null : text.slice(span.offset, span.offset + span.length);
    },
  };
}

/** The finding with its place and the line at fault. */
export function locate(source: TextSource, finding: Finding, at: Place): Problem {
  return { ...finding, at, excerpt: lineText(source, at.line) };
}

function nearestSpan(index: Index, path: Path): Span {
  const span = index.values.get(pointer(path));
  if (span !== undefined || path.length === 0) return span ?? { offset: 0, length: 0 };
  return nearestSpan(index, path.slice(0, -1));
}

function pointer(path: Path): string {
  return JSON.stringify(path);
}

function valueOf(node: ParsedNode, reading: Reading): unknown {
  if (isSeq(node)) return node.items.map((item) => valueOf(item, reading));
  if (isMap(node)) return mapOf(node, reading);
  return isScalar(node) ? scalarOf(node, reading) : null;
}

/** A number that is not written in plain digits, or has more of them than a number keeps, is none: `001`, `1e5`. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const MOST_DIGITS = 15;

function scalarOf(node: Key, reading: Reading): unknown {
  const { offset, length } = spanOf(node);
  if (typeof node.value === "number") {
    const written = reading.text.slice(offset, offset + length);
    const isNumber = PLAIN_NUMBER.test(written) && written.replace(/\D/g, "").length <= MOST_DIGITS;
    return isNumber ? node.value : NaN;
  }
  if (typeof node.value === "string") checkText(node, reading);
  return node.value;
}

/** Hidden characters that were written as escapes, and tabs that became a part of a text. */
function checkText(node: Key & { readonly type?: unknown }, { text, findings }: Reading): void {
  const { offset, length } = spanOf(node);
  const written = text.slice(offset, offset + length);
  if (node.type === "QUOTE_DOUBLE") {
    findings.push(...strangeEscapes(written).map((one) => ({ ...one, offset: offset + one.offset })));
  }
  const tab = String(node.value).includes("\t") ? written.indexOf("\t") : -1;
  if (tab < 0) return;
  findings.push({
    offset: offset + tab,
    length: 1,
    finding: { code: "E-CHAR", details: { codePoint: "U+0009" } },
  });
}

type MapNode = Extract<ParsedNode, { items: { key: unknown; value: unknown }[] }>;

/** Made of entries, so that `__proto__` is a key like any other; an object without prototype takes twice the memory. */
function mapOf(node: MapNode, reading: Reading): unknown {
  const entries: [key: string, value: unknown][] = [];
  const firsts = new Map<string, Span>();
  for (const { key, value } of entriesOf(node)) {
    const span = spanOf(key);
    const feature = refusedKey(key);
    if (feature !== null) {
      reading.findings.push({ ...span, finding: { code: "E-YAML-FEATURE", details: { feature } } });
      continue;
    }
    scalarOf(key, reading);
    const name = nameOf(key);
    const first = firsts.get(name);
    if (first === undefined) {
      firsts.set(name, span);
      entries.push([name, value === null ? null : valueOf(value, reading)]);
    } else {
      const details = { key: name, first: reading.placeOf(first) };
      reading.findings.push({ ...span, finding: { code: "E-DUPLICATE-KEY", details } });
    }
  }
  return Object.fromEntries(entries);
}

function entriesOf({ items }: MapNode): readonly { readonly key: Key; readonly value: ParsedNode | null }[] {
  return items;
}

function refusedKey(key: Key): "key" | "merge" | null {
  if (!isScalar(key)) return "key";
  return key.value === "<<" && isPlain(key) ? "merge" : null;
}

function nameOf(key: Key): string {
  return String(key.value);
}

/** Where everything stands in a text that may be parsed. */
function indexOf(text: string): Index {
  const index = { values: new Map<string, Span>(), keys: new Map<string, Span>() };
  const { contents } = parsed(text);
  if (contents !== null) addSpans(contents, [], index);
  return index;
}

function addSpans(node: ParsedNode, path: Path, index: { values: Map<string, Span>; keys: Map<string, Span> }): void {
  index.values.set(pointer(path), spanOf(node));
  if (isSeq(node)) node.items.forEach((item, at) => addSpans(item, [...path, at], index));
  if (!isMap(node)) return;
  for (const { key, value } of entriesOf(node)) {
    if (refusedKey(key) !== null) continue;
    const own = [...path, nameOf(key)];
    // Of a key that stands twice, the first is the one that counts.
    if (index.keys.has(pointer(own))) continue;
    index.keys.set(pointer(own), spanOf(key));
    if (value === null) index.values.set(pointer(own), spanOf(key));
    else addSpans(value, own, index);
  }
}

function isPlain(node: { readonly type?: unknown }): boolean {
  return node.type === "PLAIN";
}

function spanOf(node: ParsedNode): Span {
  const [start, end] = node.range;
  return { offset: start, length: Math.max(end - start, 0) };
}
