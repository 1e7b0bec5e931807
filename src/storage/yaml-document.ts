/** YAML text → plain values and the place of each. The parser's own conversion to values is not used: it may throw. */
import { type ParsedNode, type YAMLError, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Path } from "../core/draft.ts";
import type { Finding, Place, Problem } from "../core/problem.ts";
import { mendFullWidth } from "./full-width.ts";
import { type TextSource, decodeText, lineText, makeSource, placeOf } from "./text-source.ts";
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
  /** The place of the key at the end of the path. */
  readonly placeOfKey: (path: Path) => Place;
}

interface Span {
  readonly offset: number;
  readonly length: number;
}

interface Index {
  /** The text that was parsed: offsets count in it. */
  readonly parsed: TextSource;
  readonly values: Map<string, Span>;
  readonly keys: Map<string, Span>;
  readonly findings: OffsetFinding[];
}

/** Reads one file's bytes. Every mistake is a problem with its place; nothing is thrown. */
export function readYaml(file: string, bytes: Buffer): YamlDocument {
  const { source, findings } = decodeText(file, bytes);
  const raw = problemsAt(source, source, findings);
  const fatal = findings.some(({ finding }) => finding.code !== "E-CHAR");
  const refused = fatal ? [] : refusedTokens(source.text);
  if (fatal || refused.length > 0) {
    const nothing = { parsed: source, values: new Map(), keys: new Map(), findings: [] };
    return makeDocument(source, nothing, [...raw, ...problemsAt(source, source, refused)], undefined);
  }
  const mended = mendFullWidth(source.text);
  const index: Index = { parsed: makeSource(file, mended.text), values: new Map(), keys: new Map(), findings: [] };
  const { value, syntax } = parse(mended.text, index);
  const found = problemsAt(source, index.parsed, [...syntax, ...index.findings]);
  const problems = [...raw, ...problemsAt(source, source, mended.findings), ...found];
  return makeDocument(source, index, problems, syntax.length > 0 ? undefined : value);
}

function parse(text: string, index: Index): { value: unknown; syntax: OffsetFinding[] } {
  const document = parseDocument<ParsedNode, false>(text, {
    version: "1.2",
    schema: "core",
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  const [error] = document.errors;
  const value = document.contents === null ? null : valueOf(document.contents, [], index);
  return { value, syntax: error === undefined ? [] : [syntaxFinding(text, error)] };
}

function makeDocument(source: TextSource, index: Index, problems: readonly Problem[], value: unknown): YamlDocument {
  return {
    source,
    value,
    readable: value !== undefined,
    problems,
    placeOfValue: (path) => nearestPlace(index.parsed, index.values, path),
    placeOfKey: (path) => {
      const span = index.keys.get(pointer(path));
      if (span === undefined) return nearestPlace(index.parsed, index.values, path);
      return placeOf(index.parsed, span.offset, span.length);
    },
  };
}

/** Findings in the parsed text as problems that show the line as the file has it. */
function problemsAt(source: TextSource, parsed: TextSource, findings: readonly OffsetFinding[]): Problem[] {
  return findings.map(({ offset, length, finding }) => locate(source, finding, placeOf(parsed, offset, length)));
}

/** The finding with its place and the line at fault. */
export function locate(source: TextSource, finding: Finding, at: Place): Problem {
  return { ...finding, at, excerpt: lineText(source, at.line) };
}

function nearestPlace(source: TextSource, spans: ReadonlyMap<string, Span>, path: Path): Place {
  const span = spans.get(pointer(path));
  if (span !== undefined) return placeOf(source, span.offset, span.length);
  return path.length === 0 ? placeOf(source, 0, 0) : nearestPlace(source, spans, path.slice(0, -1));
}

function pointer(path: Path): string {
  return JSON.stringify(path);
}

function valueOf(node: ParsedNode, path: Path, index: Index): unknown {
  index.values.set(pointer(path), spanOf(node));
  if (isSeq(node)) return node.items.map((item, at) => valueOf(item, [...path, at], index));
  if (isMap(node)) return mapOf(node, path, index);
  return isScalar(node) ? node.value : null;
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
    addEntry(map, String(key.value), { span, value, path }, index);
  }
  return map;
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
    const at = placeOf(index.parsed, first.offset, first.length);
    index.findings.push({ ...entry.span, finding: { code: "E-DUPLICATE-KEY", details: { key: name, first: at } } });
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

type SyntaxFault = Extract<Finding, { code: "E-SYNTAX" }>["details"]["fault"];

const FAULTS: Readonly<Record<string, SyntaxFault>> = {
  TAB_AS_INDENT: "tab",
  MISSING_CHAR: "quote",
  BAD_SCALAR_START: "quote",
  BAD_DQ_ESCAPE: "quote",
  BLOCK_AS_IMPLICIT_KEY: "colon",
  MULTILINE_IMPLICIT_KEY: "colon",
  BAD_INDENT: "indent",
};

/** The parser stumbles on after its first error; what it says then is mostly an echo. */
function syntaxFinding(text: string, error: YAMLError): OffsetFinding {
  const [start, end] = error.pos;
  const bracket = error.code === "BAD_INDENT" && error.message.startsWith("Flow");
  const fault = bracket ? "bracket" : (FAULTS[error.code] ?? "other");
  const lineEnd = text.indexOf("\n", start);
  const length = Math.min(end, lineEnd < 0 ? end : lineEnd) - start;
  return { offset: start, length: Math.max(length, 1), finding: { code: "E-SYNTAX", details: { fault } } };
}
