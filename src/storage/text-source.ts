/** Bytes of a plan file as text with lines, or the reason why they are none. */
import { isUtf8 } from "node:buffer";
import type { Finding, Place } from "../core/problem.ts";
import type { OffsetFinding } from "./yaml-tokens.ts";

const MAX_BYTES = 1024 * 1024;

/** A text that knows its lines. */
export interface TextSource {
  readonly file: string;
  readonly text: string;
  /** Offsets at which lines begin. */
  readonly starts: readonly number[];
}

/** The bytes as text. A mark of byte order at the start is no part of it. Never converts from another encoding. */
export function decodeText(file: string, bytes: Buffer): { source: TextSource; findings: OffsetFinding[] } {
  if (bytes.length > MAX_BYTES) {
    const finding: Finding = { code: "E-LIMIT", details: { limit: "size", most: MAX_BYTES } };
    return { source: makeSource(file, ""), findings: [{ offset: 0, length: 0, finding }] };
  }
  if (!isUtf8(bytes)) {
    const good = validPrefix(bytes);
    const source = makeSource(file, good.toString("utf8"));
    const finding: Finding = { code: "E-ENCODING", details: { guess: guessEncoding(bytes) } };
    return { source, findings: [{ offset: source.text.length, length: 1, finding }] };
  }
  const source = makeSource(file, bytes.toString("utf8").replace(/^\uFEFF/, ""));
  return { source, findings: [...strangeCharacters(source.text), ...conflictMarkers(source.text)] };
}

export function makeSource(file: string, text: string): TextSource {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return { file, text, starts };
}

/** The place of a stretch of the text. */
export function placeOf(source: TextSource, offset: number, length: number): Place {
  const start = positionOf(source, offset);
  const end = positionOf(source, Math.min(offset + length, source.text.length));
  return { file: source.file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** A line's text without its end; lines count from 1. */
export function lineText(source: TextSource, line: number): string {
  const start = source.starts[line - 1] ?? source.text.length;
  const end = source.starts[line] ?? source.text.length;
  return source.text.slice(start, end).replace(/\r?\n$/, "");
}

function positionOf(source: TextSource, offset: number): { line: number; column: number } {
  let [low, high] = [0, source.starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((source.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (source.starts[low] ?? 0) + 1 };
}

/** The longest beginning that is UTF-8; a cut never falls inside a character. */
function validPrefix(bytes: Buffer): Buffer {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8(trimTail(bytes.subarray(0, middle)))) good = middle;
    else bad = middle;
  }
  return trimTail(bytes.subarray(0, good));
}

/** Without the beginning of a character that is cut off at the end. */
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

function guessEncoding(bytes: Buffer): "GB18030" | "UTF-16" | null {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return "UTF-16";
  try {
    new TextDecoder("gb18030", { fatal: true }).decode(bytes);
    return "GB18030";
  } catch {
    return null;
  }
}

/** Control characters, marks that turn writing round, spaces that are no spaces: none of them can be seen. */
const STRANGE =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu;
const STRANGE_INDENT = /^[ \t]*[\u3000\u00a0]+/gm;

function strangeCharacters(text: string): OffsetFinding[] {
  const hidden = [...text.matchAll(STRANGE)].map(({ index }) => strange(text, index));
  const indents = [...text.matchAll(STRANGE_INDENT)].map(({ 0: match, index }) =>
    strange(text, index + match.search(/[\u3000\u00a0]/)),
  );
  return [...hidden, ...indents];
}

function strange(text: string, offset: number): OffsetFinding {
  const codePoint = (text.codePointAt(offset) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return { offset, length: 1, finding: { code: "E-CHAR", details: { codePoint: `U+${codePoint}` } } };
}

function conflictMarkers(text: string): OffsetFinding[] {
  const markers = [...text.matchAll(/^(?:<{7} |={7}$|>{7} ).*$/gm)];
  return markers.map(({ 0: match, index }) => ({
    offset: index,
    length: match.length,
    finding: { code: "E-SYNTAX", details: { fault: "conflict" } },
  }));
}
