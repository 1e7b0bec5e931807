/**
 * A plan file line by line, before a parser sees it: which lines are keys and which are text, what was typed in full
 * width, and slips that a parser would tell at another place than the one to be mended.
 */
import type { Finding } from "../core/problem.ts";
import { mendLine } from "./full-width.ts";
import { type Scan, closeScan, openScan, readStructure } from "./line-scan.ts";
import { MAX_DEPTH, type OffsetFinding } from "./yaml-tokens.ts";

/** The text as it was probably meant, and where each part of it stands in the file. */
export interface PlanLines {
  readonly text: string;
  readonly toSource: (offset: number) => number;
  /** Slips in full width, at offsets of the file. */
  readonly mended: readonly OffsetFinding[];
  /** Slips that leave nothing to parse, at offsets of the mended text. */
  readonly fatal: readonly OffsetFinding[];
  /** Texts that a comment cuts off, at offsets of the mended text. */
  readonly cut: readonly OffsetFinding[];
}

/** A whole file typed in full width is one message. */
const MOST_MENDED = 20;
const MOST_TABS = 20;
/** Keys, names and windows stand at a line's beginning. */
const MOST_LOOKED_AT = 1000;
const MOST_SHOWN = 200;

/** Reads the lines; stops at what is nested too deep. */
export function readLines(text: string): PlanLines {
  const scan = openScan();
  const lines: string[] = [];
  const inserted: number[] = [];
  const mended: OffsetFinding[] = [];
  const [source, target] = [{ at: 0 }, { at: 0 }];
  for (const written of text.split("\n")) {
    const line = mendedLine(written, scan, source.at, mended, (at) => {
      inserted.push(target.at + at);
    });
    readStructure(scan, line.replace(/\r$/, ""), target.at);
    lines.push(line);
    source.at += written.length + 1;
    target.at += line.length + 1;
    if (scan.isTooDeep) break;
  }
  closeScan(scan);
  return {
    // Without a mended line it is the same text; a copy would be kept beside it.
    text: scan.isTooDeep || mended.length === 0 ? text : lines.join("\n"),
    toSource: (offset) => offset - countBelow(inserted, offset),
    mended: capped(mended),
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
  offset: number,
  mended: OffsetFinding[],
  insert: (at: number) => void,
): string {
  if (scan.mode !== "structure" || isText(scan, written)) return written;
  const line = mendLine(written.slice(0, MOST_LOOKED_AT), scan.keyColumn, scan.expectsItem);
  if (line === null) return written;
  const expected = shownLine(line.text + written.slice(MOST_LOOKED_AT), line.isItem);
  const details = { key: line.key, found: line.found, expected };
  mended.push({ offset: offset + line.at, length: 1, finding: { code: "E-FULLWIDTH", details } });
  line.inserted.forEach((at) => {
    insert(at);
  });
  return line.text + written.slice(MOST_LOOKED_AT);
}

/** Without indentation and without hyphens, but for one that was mended; one space behind the colon. */
function shownLine(text: string, isItem: boolean): string {
  const shown = text.slice(0, MOST_SHOWN).trim().replace(/: +/, ": ");
  return isItem ? shown : shown.replace(/^(?:- +)+(?=\S+:)/, "");
}

/** A line of a block text. */
function isText(scan: Scan, line: string): boolean {
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
  // What follows an unclosed quote is read wrongly; a tab that follows may be a part of a text.
  const told = tabs.filter(({ offset }) => offset < (others[0]?.offset ?? Infinity));
  const shown = told.length > MOST_TABS ? told.slice(0, 1) : told;
  return [...shown, ...others].map(({ offset, length, fault }) => ({
    offset,
    length,
    finding: { code: "E-SYNTAX", details: { fault } },
  }));
}

/** How many of the sorted numbers are less. */
function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
