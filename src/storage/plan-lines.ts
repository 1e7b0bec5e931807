/**
 * Reads a plan file line by line before a parser sees it. This tells keys from texts, mends full-width marks, and finds
 * slips that a parser would report at the wrong place.
 */
import { abridged } from "../core/abridge.ts";
import type { Finding } from "../core/problem.ts";
import { type NamesWithCommas, mendLine } from "./full-width.ts";
import { type LineFault, type Scan, closeScan, openScan, readStructure } from "./line-scan.ts";
import { MAX_DEPTH, type OffsetFinding } from "./yaml-tokens.ts";

/** The text as it was probably meant, and a mapping of its offsets to those of the file. */
export interface PlanLines {
  readonly text: string;
  readonly toSource: (offset: number) => number;
  /** Mended slips, at offsets of the file. */
  readonly mended: readonly OffsetFinding[];
  /** Slips that make parsing useless, at offsets of the mended text. */
  readonly fatal: readonly OffsetFinding[];
  /** Texts cut off by a comment, at offsets of the mended text. */
  readonly cut: readonly OffsetFinding[];
}

/** With more full-width slips than this, a file was typed in full width, which is one message. The same goes for tabs. */
const MOST_MENDED = 20;
const MOST_TABS = 20;
/** Characters of a line that are searched for slips: keys, names and windows stand at its beginning. */
const MOST_LOOKED_AT = 1000;
/** Characters of a line that a message shows. */
const MOST_SHOWN = 200;

/** Reads the lines up to where nesting is too deep. With a `tabWidth`, tabs in the indentation are mended, too. */
export function readLines(text: string, names: NamesWithCommas, tabWidth: number | null = null): PlanLines {
  const scan = openScan();
  const tabs: LineFault[] = [];
  const lines: string[] = [];
  const inserted: number[] = [];
  const mended: OffsetFinding[] = [];
  const [source, target] = [{ at: 0 }, { at: 0 }];
  for (const written of text.split("\n")) {
    const insert = (at: number): void => {
      inserted.push(target.at + at);
    };
    const spaced = tabWidth === null || isWritten(scan, written) ? written : withSpaces(written, tabWidth, insert);
    const wider = spaced.length - written.length;
    if (spaced !== written) tabs.push({ offset: source.at + written.indexOf("\t"), length: 1, fault: "tab" });
    const line = isWritten(scan, spaced) ? spaced : mendedLine(spaced, scan, names, source.at - wider, mended, insert);
    readStructure(scan, line.endsWith("\r") ? line.slice(0, -1) : line, target.at);
    lines.push(line);
    source.at += written.length + 1;
    target.at += line.length + 1;
    if (scan.isTooDeep) break;
  }
  closeScan(scan);
  return {
    // If no line was mended, reuse the text: a copy would take the same memory again.
    text: scan.isTooDeep || mended.length + tabs.length === 0 ? text : lines.join("\n"),
    toSource: (offset) => offset - countBelow(inserted, offset),
    mended: [...capped(mended), ...fewTabs(tabs).map(syntaxFinding)],
    fatal: fatalOf(scan),
    cut: scan.comments.map(({ offset, text: cut }) => ({
      offset,
      length: cut.length,
      finding: { code: "W-COMMENT", details: { cut } },
    })),
  };
}

function mendedLine(
  written: string,
  scan: Scan,
  names: NamesWithCommas,
  offset: number,
  mended: OffsetFinding[],
  insert: (at: number) => void,
): string {
  const line = mendLine(written.slice(0, MOST_LOOKED_AT), scan.keyColumn, scan.expectsItem, names);
  if (line === null) return written;
  const expected = shownLine(line.text + written.slice(MOST_LOOKED_AT), line.isItem);
  const details = { key: line.key, found: line.found, expected };
  mended.push({ offset: offset + line.at, length: 1, finding: { code: "E-FULLWIDTH", details } });
  line.inserted.forEach((at) => {
    insert(at);
  });
  return line.text + written.slice(MOST_LOOKED_AT);
}

/** The line for a message: no indentation, no hyphens (except a mended one), one space behind the colon, abridged. */
function shownLine(text: string, isItem: boolean): string {
  const shown = abridged(text.trim(), MOST_SHOWN).replace(/: +/, ": ");
  return isItem ? shown : shown.replace(/^(?:- +)+(?=\S+:)/, "");
}

/** The line with the tabs in its indentation expanded to spaces, as an editor shows them. */
function withSpaces(line: string, tabWidth: number, insert: (at: number) => void): string {
  const [indent = ""] = /^[ \t]*\t[ \t]*(?=[^\s#])/.exec(line) ?? [];
  let spaces = "";
  for (const char of indent) {
    const width = char === "\t" ? tabWidth - (spaces.length % tabWidth) : 1;
    for (let more = 1; more < width; more += 1) insert(spaces.length + more);
    spaces += " ".repeat(width);
  }
  return spaces + line.slice(indent.length);
}

/** Whether the line belongs to a quoted or block text, or to a list in brackets. */
function isWritten(scan: Scan, line: string): boolean {
  if (scan.mode !== "structure") return true;
  return scan.blockColumn !== null && (line.trim() === "" || line.search(/\S/) > scan.blockColumn);
}

function capped(findings: readonly OffsetFinding[]): readonly OffsetFinding[] {
  const [first] = findings;
  if (first === undefined || findings.length <= MOST_MENDED || first.finding.code !== "E-FULLWIDTH") return findings;
  const details = { ...first.finding.details, count: findings.length };
  return [{ ...first, finding: { code: "E-FULLWIDTH", details } }];
}

function fatalOf(scan: Scan): OffsetFinding[] {
  const depth: Finding = { code: "E-LIMIT", details: { limit: "depth", most: MAX_DEPTH } };
  if (scan.isTooDeep) return [{ offset: scan.deepest, length: 1, finding: depth }];
  const tabs = scan.faults.filter(({ fault }) => fault === "tab");
  const others = scan.faults.filter(({ fault }) => fault !== "tab").slice(0, 1);
  // What follows an unclosed quote is misread: a tab there may be part of a text.
  const told = tabs.filter(({ offset }) => offset < (others[0]?.offset ?? Infinity));
  return [...fewTabs(told), ...others].map(syntaxFinding);
}

function fewTabs(tabs: readonly LineFault[]): readonly LineFault[] {
  return tabs.length > MOST_TABS ? tabs.slice(0, 1) : tabs;
}

function syntaxFinding({ offset, length, fault }: LineFault): OffsetFinding {
  return { offset, length, finding: { code: "E-SYNTAX", details: { fault } } };
}

/** How many of the sorted numbers are less than the limit. */
export function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
