/** Decodes the bytes of a plan file to a text with lines, or says why that fails. */
import { isUtf8 } from "node:buffer";
import type { Finding, Place } from "../core/problem.ts";
import { lastAtMost } from "../core/milestone-columns.ts";
import { guessEncoding, looksLikeUtf16 } from "./encodings.ts";
import { strangeCharacters } from "./strange-characters.ts";
import type { OffsetFinding } from "./yaml-tokens.ts";

const MAX_BYTES = 1024 * 1024;

/** A text with the offsets of its lines. */
export interface TextSource {
  readonly file: string;
  readonly text: string;
  /** The offset at which each line begins. */
  readonly starts: readonly number[];
}

/**
 * Decodes UTF-8 and drops its byte order mark. Another encoding is never converted: it is a finding, and the text ends
 * before its first bad byte. A file above 1 MiB is a finding, too.
 */
export function decodeText(file: string, bytes: Buffer): { source: TextSource; findings: OffsetFinding[] } {
  if (bytes.length > MAX_BYTES) {
    const finding: Finding = { code: "E-LIMIT", details: { limit: "size", most: MAX_BYTES } };
    return { source: makeSource(file, ""), findings: [{ offset: 0, length: 0, finding }] };
  }
  if (!isUtf8(bytes) || looksLikeUtf16(bytes)) {
    // The beginning of UTF-16 may be valid UTF-8 by chance, but makes no sense.
    const good = looksLikeUtf16(bytes) ? Buffer.alloc(0) : validPrefix(bytes);
    const source = makeSource(file, good.toString("utf8"));
    const finding: Finding = { code: "E-ENCODING", details: { guess: guessEncoding(bytes) } };
    return { source, findings: [{ offset: source.text.length, length: 1, finding }] };
  }
  const source = makeSource(file, bytes.toString("utf8").replace(/^\uFEFF/, ""));
  const ends = oldLineEnds(source.text);
  if (ends.length > 0) return { source, findings: ends };
  return { source, findings: [...strangeCharacters(source.text), ...conflictMarkers(source.text)] };
}

/** Line ends that are a carriage return alone (as on old Macs) are one finding, since the whole file is one line for us. */
function oldLineEnds(text: string): OffsetFinding[] {
  let [lone, first, lines] = [0, 0, 0];
  if (!/\r(?!\n)/.test(text)) return [];
  for (const { 0: end, index } of text.matchAll(/\r(?!\n)|\n/g)) {
    if (end === "\n") lines += 1;
    else if ((lone += 1) === 1) first = index;
  }
  if (lone < 2 || lone * 2 < lines) return [];
  return [{ offset: first, length: 1, finding: { code: "E-SYNTAX", details: { fault: "line ends" } } }];
}

/** A source for the text. */
export function makeSource(file: string, text: string): TextSource {
  return new Source(file, text);
}

class Source implements TextSource {
  readonly file: string;
  readonly text: string;
  private found: readonly number[] | undefined;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  // Lazy: needed only if there is a finding, and for a large plan this takes more memory than its names.
  get starts(): readonly number[] {
    this.found ??= startsOf(this.text);
    return this.found;
  }
}

function startsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The place of a range of the text. */
export function placeOf(source: TextSource, offset: number, length: number): Place {
  const start = positionOf(source, offset);
  const end = positionOf(source, Math.min(offset + length, source.text.length));
  const column = clamp(source, start, 1);
  const endColumn = clamp(source, end, 2);
  return {
    file: source.file,
    line: start.line,
    column,
    endLine: end.line,
    endColumn: start.line === end.line ? Math.max(column, endColumn) : endColumn,
  };
}

/** Moves a column back to at most `beyond` columns behind the line's last character, so that no place is in the line end. */
function clamp(source: TextSource, { line, column }: { line: number; column: number }, beyond: number): number {
  return Math.min(column, lineText(source, line).replace(/\r$/, "").length + beyond);
}

/** The text of a line without its end; lines count from 1. */
export function lineText(source: TextSource, line: number): string {
  const start = source.starts[line - 1] ?? source.text.length;
  const end = source.starts[line] ?? source.text.length;
  return source.text.slice(start, end).replace(/\r?\n$/, "");
}

function positionOf(source: TextSource, offset: number): { line: number; column: number } {
  const { starts } = source;
  const line = lastAtMost(starts.length, (index) => Number(starts[index]), offset);
  return { line: line + 1, column: offset - Number(starts[line]) + 1 };
}

/** The longest prefix that is valid UTF-8, not ending within a character. */
function validPrefix(bytes: Buffer): Buffer {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8(trimTail(bytes.subarray(0, middle)))) good = middle;
    else bad = middle;
  }
  return trimTail(bytes.subarray(0, good));
}

/** Removes an incomplete character at the end. */
function trimTail(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.subarray(0, bytes.length - back) : bytes;
    }
  }
  return bytes;
}

function conflictMarkers(text: string): OffsetFinding[] {
  const markers = [...text.matchAll(/^(?:<{7} |={7}$|>{7} ).*$/gm)];
  return markers.map(({ 0: match, index }) => ({
    offset: index,
    length: match.length,
    finding: { code: "E-SYNTAX", details: { fault: "conflict" } },
  }));
}
