/** Parses YAML into plain values and the place of each. The parser's own conversion is not used, as it may throw. */
import { type Document, type ParsedNode, parseDocument } from "yaml";
import type { Path } from "../core/draft.ts";
import type { Finding, Place, Problem } from "../core/problem.ts";
import { withoutBroken } from "./broken-parts.ts";
import type { NamesWithCommas } from "./full-width.ts";
import { type PlanLines, countBelow, readLines } from "./plan-lines.ts";
import type { Span } from "./repeated-keys.ts";
import { hasStrangeIndent, mendSpaces, widenSpaces } from "./strange-characters.ts";
import { syntaxFinding } from "./syntax.ts";
import { MOST_TABBED, TAB_WIDTHS, strayKeys } from "./tabs.ts";
import { type TextSource, decodeText, lineText, placeOf } from "./text-source.ts";
import { holesIn, withoutFeatures } from "./yaml-features.ts";
import { type SpanIndex, indexOf, nearestSpan, pathKey } from "./yaml-places.ts";
import { type OffsetFinding, refusedTokens } from "./yaml-tokens.ts";
import { type ParseContext, valueOf } from "./yaml-values.ts";

/** A document: its value, if it could be read, and the places of its parts. */
export interface YamlDocument {
  readonly source: TextSource;
  readonly value: unknown;
  /** Whether the value may be judged: false if the syntax is so broken that rules would only add noise. */
  readonly readable: boolean;
  readonly problems: readonly Problem[];
  /** Paths of holes: values that are unknown because of mistakes reported already. */
  readonly holes: readonly Path[];
  /** The place of the value at a path, or of the nearest thing around it. */
  readonly placeOfValue: (path: Path) => Place;
  /** The place of `part` within the text at a path; of the whole text if the part is written differently there. */
  readonly placeOfPart: (path: Path, part: string) => Place;
  /** The place of the key at the end of the path. */
  readonly placeOfKey: (path: Path) => Place;
  /** The text of the value in the file, such as `10.10` or `001`; null if there is none. */
  readonly writtenAt: (path: Path) => string | null;
}

/**
 * Reads a file's bytes. Every mistake becomes a problem with its place; nothing is thrown. The parsed nodes take much
 * memory: unless `keepsParsed`, they are dropped, and the text is parsed again when places are needed.
 */
export function readYaml(
  file: string,
  bytes: Buffer,
  keepsParsed = false,
  names: NamesWithCommas = () => [],
): YamlDocument {
  const { source, findings } = decodeText(file, bytes);
  const fatal = findings.some(({ finding }) => finding.code !== "E-CHAR");
  const { best, inserted } = soundestSpaces(fatal ? "" : source.text, names);
  const { lines, text } = best;
  const toFile = (offset: number): number => offset - countBelow(inserted, offset);
  const reading: ParseContext = {
    text,
    findings: [],
    placeOf: ({ offset, length }) => {
      const start = toFile(lines.toSource(offset));
      return placeOf(source, start, toFile(lines.toSource(offset + length)) - start);
    },
  };
  const read = fatal ? UNREAD : readText(best, reading, names);
  const { value, found } = read;
  // A parser stumbles over lookalike spaces, which are reported already.
  const echo = hasStrangeIndent(source.text);
  const told = found.filter(({ finding }) => !(echo && finding.code === "E-SYNTAX"));
  const problems = [
    ...findings.map((one) => problemAt(source, one.finding, placeOf(source, one.offset, one.length))),
    ...lines.mended.map((one) => problemAt(source, one.finding, placeOf(source, toFile(one.offset), one.length))),
    ...told.map((one) => problemAt(source, one.finding, reading.placeOf(one))),
  ];
  const kept = keepsParsed ? read : { ...read, contents: undefined };
  return makeDocument(source, reading, value === undefined ? withHint(problems) : problems, kept);
}

/** Adds to the first problem that could not be mended in memory that it may hide other mistakes. */
function withHint(problems: readonly Problem[]): Problem[] {
  const hiding = problems.find(({ code }) => code === "E-SYNTAX" || code === "E-YAML-FEATURE");
  return problems.map((problem) => (problem === hiding ? { ...problem, ...thatHides(problem, "file") } : problem));
}

/** The finding with the note that it hides others. */
function thatHides(finding: Finding, hides: "file" | "item"): Finding {
  if (finding.code === "E-SYNTAX") return { ...finding, details: { ...finding.details, hides } };
  return finding.code === "E-YAML-FEATURE" ? { ...finding, details: { ...finding.details, hides } } : finding;
}

interface Read {
  /** Undefined if the text has no value that may be judged. */
  readonly value: unknown;
  /** The mistakes in the text. */
  readonly found: readonly OffsetFinding[];
  /** The text that was parsed; null if it must not be parsed. */
  readonly text: string | null;
  /** The parsed nodes: undefined if they were not kept, null if the document is empty. */
  readonly contents?: ParsedNode | null | undefined;
  /** Paths of values that were removed. */
  readonly holes: readonly Path[];
}

const UNREAD: Read = { value: undefined, found: [], text: null, holes: [] };

/** A text by lines, the constructs refused in it, and the text without these, if they could be removed (`isMended`). */
interface Sound {
  readonly lines: PlanLines;
  readonly refused: readonly OffsetFinding[];
  readonly text: string;
  readonly isMended: boolean;
}

function sound(lines: PlanLines): Sound {
  const { fatal } = lines;
  const isTooDeep = fatal.some(({ finding }) => finding.code === "E-LIMIT");
  const end = fatal[0]?.offset ?? Infinity;
  const refused = isTooDeep ? [] : refusedTokens(lines.text).filter(({ offset }) => offset < end);
  const text = fatal.length > 0 ? null : withoutFeatures(lines.text, refused);
  return { lines, refused, text: text ?? lines.text, isMended: text !== null };
}

const NOWHERE: Place = { file: "", line: 0, column: 0, endLine: 0, endColumn: 0 };

/** Takes ideographic spaces in the indentation as one column each or, as they look, two: whatever fits a plan better. */
function soundestSpaces(
  text: string,
  names: NamesWithCommas,
): { readonly best: Sound; readonly inserted: readonly number[] } {
  const narrow = { best: soundest(mendSpaces(text), names), inserted: [] };
  const widened = text.length > MOST_TABBED || !text.includes("\u3000") ? null : widenSpaces(text);
  if (widened === null) return narrow;
  const wide = { best: soundest(widened.text, names), inserted: widened.inserted };
  return straysOf(wide.best) < straysOf(narrow.best) ? wide : narrow;
}

function straysOf({ isMended, text }: Sound): number {
  const { value } = isMended ? parse({ text, findings: [], placeOf: () => NOWHERE }) : UNREAD;
  return value === undefined ? Infinity : strayKeys(value);
}

/** Takes tabs in the indentation as wide as fits a plan best, if any width does. */
function soundest(text: string, names: NamesWithCommas): Sound {
  const asWritten = sound(readLines(text, names));
  const hasTabs = asWritten.lines.fatal.some(
    ({ finding }) => finding.code === "E-SYNTAX" && finding.details.fault === "tab",
  );
  if (!hasTabs || text.length > MOST_TABBED) return asWritten;
  const tried = TAB_WIDTHS.map((width) => sound(readLines(text, names, width)));
  const [best] = tried.map((one) => ({ one, strays: straysOf(one) })).toSorted((a, b) => a.strays - b.strays);
  return best === undefined || best.strays === Infinity ? asWritten : best.one;
}

/** Reads the whole text or, failing that, the text without the parts that no parser can read. */
function readText(best: Sound, reading: ParseContext, names: NamesWithCommas): Read {
  const whole = readWhole(best, reading);
  if (whole.value !== undefined) return whole;
  const rest = withoutBroken(best.lines.text, (text) => firstFault(text, names));
  const sounder = rest === null ? best : sound(readLines(rest.text, names));
  // Offsets count in the text of the first scan, so the second must not have mended anything more.
  if (rest === null || sounder.lines.text !== rest.text) return whole;
  const read = readWhole(sounder, { ...reading, text: sounder.text, findings: [] });
  const items = rest.items.map((one) => ({ ...one, finding: thatHides(one.finding, "item") }));
  return { ...read, found: [...rest.values, ...items, ...read.found], holes: holesIn(read.value) };
}

/** The fault because of which the text has no value; null if it has one. */
function firstFault(text: string, names: NamesWithCommas): OffsetFinding | null {
  const one = sound(readLines(text, names));
  const { value, found } = readWhole(one, { text: one.text, findings: [], placeOf: () => NOWHERE });
  return value === undefined ? (found.at(-1) ?? null) : null;
}

function readWhole({ lines, refused, text, isMended }: Sound, reading: ParseContext): Read {
  if (!isMended) return { ...UNREAD, found: [...refused, ...lines.fatal] };
  const { value, found, contents } = parse(reading);
  // The parser's error may come from what was removed.
  if (value === undefined && refused.length > 0) return { ...UNREAD, found: refused };
  const holes = refused.length + found.length > 0 ? holesIn(value) : [];
  return { value, found: [...refused, ...found, ...lines.cut], text, contents, holes };
}

function parse(reading: ParseContext): Pick<Read, "value" | "found" | "contents"> {
  const { text, findings } = reading;
  const document = parsed(text);
  const [error] = document.errors;
  const value = document.contents === null ? null : valueOf(document.contents, reading);
  if (error === undefined) return { value, found: findings, contents: document.contents };
  const refused = findings.filter((one) => one.finding.code === "E-YAML-FEATURE").map((one) => asItem(text, one));
  // A list as a key has been reported already; the syntax error that it causes is no second mistake.
  return { value: undefined, found: refused.length > 0 ? refused : [...findings, syntaxFinding(text, error)] };
}

/** Corrects a finding about a key if the key is really an item that is indented deeper than its list. */
function asItem(text: string, one: OffsetFinding): OffsetFinding {
  const [line] = /^- .*/.exec(text.slice(one.offset, one.offset + one.length)) ?? [];
  if (line === undefined) return one;
  return { offset: one.offset, length: line.length, finding: { code: "E-SYNTAX", details: { fault: "indent" } } };
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
  { placeOf: place }: ParseContext,
  problems: readonly Problem[],
  { value, text: parsedText, contents, holes }: Omit<Read, "found">,
): YamlDocument {
  let known: SpanIndex | undefined;
  const text = parsedText ?? "";
  // Lazy: only mistakes need places, and few files have any.
  const index = (): SpanIndex => (known ??= indexOf(contents === undefined ? parsed(text).contents : contents));
  const spanAt = (path: Path): Span | undefined => index().values.get(pathKey(path));
  const nearest = (path: Path): Place => place(nearestSpan(index(), path));
  return {
    source,
    value,
    readable: value !== undefined,
    problems,
    holes,
    placeOfValue: nearest,
    placeOfPart: (path, part) => {
      const span = spanAt(path);
      const at = span === undefined ? -1 : text.slice(span.offset, span.offset + span.length).indexOf(part);
      return span === undefined || at < 0 ? nearest(path) : place({ offset: span.offset + at, length: part.length });
    },
    placeOfKey: (path) => {
      const span = index().keys.get(pathKey(path));
      return span === undefined ? nearest(path) : place(span);
    },
    writtenAt: (path) => {
      const span = spanAt(path);
      return span === undefined ? null : text.slice(span.offset, span.offset + span.length);
    },
  };
}

/** The problem: the finding with its place, and the text of its line. */
export function problemAt(source: TextSource, finding: Finding, at: Place): Problem {
  return { ...finding, at, excerpt: lineText(source, at.line) };
}
