/** Scans the line structure of a plan file: columns of keys and items, multi-line texts, open brackets. */
import { ALL_KEYS } from "../core/draft.ts";
import type { Finding } from "../core/problem.ts";
import { closingQuote, isItemAt, valueAfterKey } from "./line-parts.ts";
import { MAX_DEPTH } from "./yaml-tokens.ts";

type SyntaxFault = Extract<Finding, { code: "E-SYNTAX" }>["details"]["fault"];

/** A slip that only the layout shows. The offset counts in the scanned text. */
export interface LineFault {
  readonly offset: number;
  readonly length: number;
  readonly fault: SyntaxFault;
}

/** The state at the beginning of a line. */
export interface Scan {
  /** Whether the line holds keys and items, or continues a quoted text or a list in brackets. */
  mode: "structure" | "quote" | "flow";
  /** A block text (`|`) lasts while lines are indented deeper than this column; null outside of one. */
  blockColumn: number | null;
  /** Columns at which the open maps and lists begin; `isItem` for a list. */
  readonly columns: { readonly column: number; readonly isItem: boolean }[];
  /** The column of the last key. */
  keyColumn: number;
  /** Whether the next line may be an item: the last one ended with a key without a value, or was an item. */
  expectsItem: boolean;
  /** The open quote. */
  quote: { readonly mark: string; readonly offset: number; readonly line: number } | null;
  readonly brackets: { readonly offset: number; readonly column: number }[];
  /** A comment inside the open brackets that contains a closing bracket. */
  hidden: { readonly offset: number; readonly length: number } | null;
  readonly faults: LineFault[];
  /** The last key, and comments behind texts. */
  keyName: string;
  readonly comments: { readonly offset: number; readonly text: string }[];
  isTooDeep: boolean;
  /** The offset at which nesting first exceeded `MAX_DEPTH`. */
  deepest: number;
  line: number;
}

/** The state before the first line. */
export function openScan(): Scan {
  return {
    mode: "structure",
    blockColumn: null,
    columns: [],
    keyColumn: -1,
    expectsItem: false,
    quote: null,
    brackets: [],
    hidden: null,
    faults: [],
    keyName: "",
    comments: [],
    isTooDeep: false,
    deepest: 0,
    line: 0,
  };
}

/** Scans the next line (without its end), which begins at `offset`. */
export function readStructure(scan: Scan, line: string, offset: number): void {
  scan.line += 1;
  if (scan.mode === "quote" || scan.mode === "flow") {
    if (scan.mode === "quote" && isLeft(scan, line)) giveUpQuote(scan);
    else if (scan.mode === "flow" && looksLikeNextKey(scan, line)) giveUpBracket(scan);
    else return readInline(scan, line, 0, offset);
  }
  const indent = line.search(/[^ \t]/);
  if (indent < 0) return;
  if (scan.blockColumn !== null) {
    if (indent > scan.blockColumn) return;
    scan.blockColumn = null;
  }
  if (line.charAt(indent) === "#") return;
  const tab = line.slice(0, indent).indexOf("\t");
  if (tab >= 0) scan.faults.push({ offset: offset + tab, length: 1, fault: "tab" });
  else readItems(scan, line, indent, offset);
}

/** The text up to the second hyphen before a key: `- - id: 1-2`, `-- id: 1-2`. */
const DOUBLED = /^( *- *)-+ *([A-Za-z]+):(?:\s|$)/;

/** Scans the hyphens of items, the key, and the beginning of its value. */
function readItems(scan: Scan, line: string, indent: number, offset: number): void {
  let at = indent;
  let isFirst = true;
  const doubled = line.charAt(indent) === "-" ? DOUBLED.exec(line) : null;
  if (doubled !== null && ALL_KEYS.has(doubled[2] ?? "") && ALL_KEYS.has(scan.keyName)) {
    scan.faults.push({ offset: offset + (doubled[1] ?? "").length, length: 1, fault: "item" });
  }
  const { expectsItem } = scan;
  scan.expectsItem = false;
  for (; isItemAt(line, at); isFirst = false) {
    if (!openColumn(scan, at, offset, isFirst, line)) return;
    scan.expectsItem = true;
    const next = line.slice(at + 1).search(/[^ \t]/);
    if (next < 0) return;
    at += 1 + next;
  }
  if (line.charAt(at) === "-" && /^-[a-z]+:(?:\s|$)/.test(line.slice(at, at + 40))) {
    scan.faults.push({ offset: offset + at, length: 1, fault: "item" });
  }
  const value = valueAfterKey(line, at);
  if (value < 0) {
    // Otherwise the line continues the plain text above, whatever it begins with.
    if (!isFirst || expectsItem) readValue(scan, line, at, offset, isFirst ? null : indent);
    else if (indent > scan.keyColumn) noteComment(scan, line, at, offset);
    return;
  }
  // A known key that is deeper than the key before, which already has a value, is indented too far.
  const isDeeper = isFirst && !expectsItem && scan.keyColumn >= 0 && at > scan.keyColumn;
  if (isDeeper && ALL_KEYS.has(line.slice(at, value - 1))) {
    scan.faults.push({ offset: offset + at, length: value - 1 - at, fault: "indent" });
  }
  if (!openColumn(scan, at, offset, isFirst, line)) return;
  scan.keyColumn = at;
  scan.keyName = line.slice(at, value - 1);
  const next = line.slice(value).search(/[^ \t]/);
  scan.expectsItem = next < 0 || line.charAt(value + next) === "#";
  if (next >= 0) readValue(scan, line, value + next, offset, at);
}

/** Opens or continues a map or list at the column. False if nesting is too deep, which ends the scan. */
function openColumn(scan: Scan, column: number, offset: number, isFirst: boolean, line: string): boolean {
  const { columns } = scan;
  const isItem = line.charAt(column) === "-";
  let closed = -1;
  while ((columns.at(-1)?.column ?? -1) > column) closed = columns.pop()?.column ?? -1;
  const top = columns.at(-1);
  const isBetween = closed > column && (top?.column ?? -1) < column;
  const isBesideItems = top?.column === column && top.isItem && !isItem;
  if (isFirst && (isBetween || isBesideItems)) {
    scan.faults.push({ offset: offset + column, length: Math.max(1, line.trim().length), fault: "indent" });
  }
  if ((top?.column ?? -1) < column) columns.push({ column, isItem });
  if (columns.length <= MAX_DEPTH) return true;
  scan.isTooDeep = true;
  scan.deepest = offset + column;
  return false;
}

/** `parent` is the column that a block text must be deeper than; null if the value continues an earlier line. */
function readValue(scan: Scan, line: string, at: number, offset: number, parent: number | null): void {
  const mark = line.charAt(at);
  if (mark === "|" || mark === ">") {
    if (parent === null) return;
    if (/^[|>][+-]?\s*(?:\s#.*)?$/.test(line.slice(at))) scan.blockColumn = parent;
    else scan.faults.push({ offset: offset + at, length: line.trimEnd().length - at, fault: "quote" });
  } else if (mark === "-" && parent !== null && /^\s/.test(line.slice(at + 1))) {
    scan.faults.push({ offset: offset + at, length: 1, fault: "quote" });
  } else if (/["'[{]/.test(mark)) readInline(scan, line, at, offset);
  else noteComment(scan, line, at, offset);
}

/** Keys whose values are texts of the document: a `#` may have cut off a part of them. */
const TEXTS: ReadonlySet<string> = new Set([
  ...["title", "name", "objective", "measures", "assessment", "text", "unit", "remarks", "reason"],
]);

function noteComment(scan: Scan, line: string, at: number, offset: number): void {
  if (!line.includes("#", at) || !TEXTS.has(scan.keyName) || line.charAt(at) === "#") return;
  const found = /\s(#.*[\p{L}\p{N}].*)$/u.exec(line.slice(at));
  const [whole = "", text = ""] = found ?? [];
  if (found !== null) scan.comments.push({ offset: offset + at + found.index + whole.length - text.length, text });
}

/** Scans quotes and brackets from offset `from` of the line. */
function readInline(scan: Scan, line: string, from: number, offset: number): void {
  let at = from;
  while (at < line.length) {
    if (scan.quote !== null) {
      const end = closingQuote(line, at, scan.quote.mark);
      if (end < 0) break;
      closeQuote(scan, line, end);
      at = end + 1;
    } else {
      if (scan.brackets.length === 0 && at > from) break;
      if (line.charAt(at) === "#" && (at === 0 || /\s/.test(line.charAt(at - 1)))) {
        if (/[\]}]/.test(line.slice(at))) scan.hidden ??= { offset: offset + at, length: line.trimEnd().length - at };
        break;
      }
      readMark(scan, line, at, offset);
      at += 1;
    }
  }
  scan.mode = scan.quote !== null ? "quote" : scan.brackets.length > 0 ? "flow" : "structure";
}

function readMark(scan: Scan, line: string, at: number, offset: number): void {
  const mark = line.charAt(at);
  if (mark === "[" || mark === "{") {
    if (scan.brackets.length <= MAX_DEPTH) scan.brackets.push({ offset: offset + at, column: scan.keyColumn });
  } else if (mark === "]" || mark === "}") {
    scan.brackets.pop();
    if (scan.brackets.length === 0) scan.hidden = null;
  } else if ((mark === '"' || mark === "'") && /(?:^|[[{,:]|: |- )\s*$/.test(line.slice(Math.max(0, at - 40), at))) {
    scan.quote = { mark, offset: offset + at, line: scan.line };
  }
}

/** Closes a quote. Text behind the end of a quote opened on an earlier line shows that an earlier quote is missing. */
function closeQuote(scan: Scan, line: string, end: number): void {
  const rest = line.slice(end + 1);
  const opened = scan.quote;
  scan.quote = null;
  if (opened === null || opened.line === scan.line || /^\s*(?:$|[,\]}:]|#)/.test(rest)) return;
  scan.faults.push({ offset: opened.offset, length: 1, fault: "quote" });
}

/** Whether the line is a key no deeper than the key whose list is open: the closing bracket is missing. */
function looksLikeNextKey(scan: Scan, line: string): boolean {
  const column = scan.brackets[0]?.column ?? -1;
  const match = /^( *)(?:- +)?[A-Za-z][A-Za-z-]*:(?:\s|$)/.exec(line);
  return match !== null && (match[1]?.length ?? 0) <= column;
}

/** Whether the line is indented no deeper than the key or item of the open quote: a parser ends the text there. */
function isLeft(scan: Scan, line: string): boolean {
  const indent = line.search(/[^ ]/);
  return indent >= 0 && line.trim() !== "" && indent <= (scan.columns.at(-1)?.column ?? -1);
}

function giveUpQuote(scan: Scan): void {
  if (scan.quote !== null) scan.faults.push({ offset: scan.quote.offset, length: 1, fault: "quote" });
  scan.quote = null;
  scan.brackets.length = 0;
  scan.mode = "structure";
}

function giveUpBracket(scan: Scan): void {
  const [first] = scan.brackets;
  if (scan.hidden !== null) scan.faults.push({ ...scan.hidden, fault: "comment" });
  else if (first !== undefined) scan.faults.push({ offset: first.offset, length: 1, fault: "bracket" });
  scan.hidden = null;
  scan.brackets.length = 0;
  scan.mode = "structure";
}

/** Reports what is still open at the end of the file. */
export function closeScan(scan: Scan): void {
  if (scan.quote !== null) giveUpQuote(scan);
  else if (scan.mode === "flow") giveUpBracket(scan);
}
