/**
 * What no parser can read taken out of a text in memory, so that one slip does not hide the file's other mistakes: the value of
 * a key, or else the item of a list around it. The text stays as long as it was; what is taken out leaves a hole.
 */
import { ALL_KEYS } from "../core/draft.ts";
import { HOLE } from "./yaml-features.ts";
import type { OffsetFinding } from "./yaml-tokens.ts";

export interface WithoutParts {
  readonly text: string;
  /** The faults of what was taken out, in order. */
  readonly values: readonly OffsetFinding[];
  /** Those with which a whole item went: there may be more in it. */
  readonly items: readonly OffsetFinding[];
}

/** A stretch of the text, and what stands for it: as long as it was. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly instead: string;
  readonly isItem: boolean;
}

/** Whoever has more of them in a file mends these first. */
const MOST_FAULTS = 20;
/** Each try reads the text once. */
const MOST_TRIED = 256 * 1024;
/** What is read in all tries together: what is dense with marks may take a parser two seconds. */
const MOST_READ = 1024 * 1024;
/** Where keys stand in so many lines before that of a fault, its own should stand perhaps. */
const LINES_BEFORE = 60;
const MOST_COLUMNS = 3;
/** Levels of a plan are few. */
const MOST_INDENT = 100;

/** Indentation with hyphens, a key, and what stands behind it. */
const KEY_LINE = /^( *(?:- *)*)([A-Za-z][\w-]*)(: +|:|[ \t]+)\S/;

/**
 * The text without what makes it unreadable, by `firstFault`, which tells the first fault of a text or null; null where that
 * cannot be taken out by itself.
 */
export function withoutBroken(text: string, firstFault: (text: string) => OffsetFinding | null): WithoutParts | null {
  if (text.length > MOST_TRIED) return null;
  const [values, items]: [OffsetFinding[], OffsetFinding[]] = [[], []];
  let room = MOST_READ;
  const faultIn: FaultIn = (tried) => {
    room -= tried.length;
    return room < 0 ? undefined : firstFault(tried);
  };
  let rest = text;
  for (let fault = faultIn(rest) ?? null; fault !== null;) {
    const mended = withoutOne(rest, fault, faultIn);
    if (mended === null || values.length + items.length === MOST_FAULTS) return null;
    (mended.isItem ? items : values).push(fault);
    [rest, fault] = [mended.text, mended.next];
  }
  return { text: rest, values, items };
}

interface Mended {
  readonly text: string;
  readonly isItem: boolean;
  /** The first fault that is left. */
  readonly next: OffsetFinding | null;
}

/** The first fault of a text or null; undefined where enough was read to find out. */
type FaultIn = (text: string) => OffsetFinding | null | undefined;

/** Without the least that takes the fault with it. */
function withoutOne(text: string, { offset }: OffsetFinding, faultIn: FaultIn): Mended | null {
  const items = itemsAround(text, offset);
  for (const part of [...keysAt(text, offset), ...wordsAt(text, offset), ...items]) {
    const without = text.slice(0, part.start) + part.instead + text.slice(part.end);
    const next = faultIn(without);
    if (next === undefined) return null;
    const end = next !== null && isEchoing(next) ? (items[0] ?? part).end : part.end;
    // A fault that stands before is one that only a parser finds, which reads what line by line has no other.
    const isOther = next === null || next.offset >= end || next.offset < part.start;
    if (isOther) return { text: without, isItem: part.isItem, next };
  }
  return null;
}

/** Where one key stands at a wrong column, those beside it seem to. */
function isEchoing({ finding }: OffsetFinding): boolean {
  return finding.code === "E-SYNTAX" && finding.details.fault === "indent";
}

/** The line's key with a hole for its value: where it stands, and where keys before it do. */
function keysAt(text: string, offset: number): Part[] {
  const { start, end } = lineAt(text, offset);
  const [whole, indent = "", key = "", mark = ""] = KEY_LINE.exec(text.slice(start, end)) ?? [];
  if (whole === undefined || (!mark.startsWith(": ") && !ALL_KEYS.has(key))) return [];
  const spaced = indent.replace(/-(?! )/g, "- ");
  const columns = indent.includes("-") ? [] : columnsBefore(text, start).map((column) => " ".repeat(column));
  return [...new Set([spaced, ...columns])].flatMap((before) => {
    const beginning = `${before}${key}: `;
    const room = end - start - beginning.length;
    return room < 1 ? [] : [{ start, end, instead: beginning + HOLE.repeat(room), isItem: false }];
  });
}

/** A line that has no key, nor marks that may belong to one. */
const WORDS = /^(?!.*:(?:\s|$))[ -]*(?![ ?&*!-])([A-Za-z]*)/;

/** The line, where it neither has a key nor begins with the name of one. */
function wordsAt(text: string, offset: number): Part[] {
  const { start, end } = lineAt(text, offset);
  const key = WORDS.exec(text.slice(start, end))?.[1];
  if (key === undefined || ALL_KEYS.has(key)) return [];
  return [{ start, end, instead: " ".repeat(end - start), isItem: false }];
}

/** Columns at which keys stand in the lines before, the nearest line's first. */
function columnsBefore(text: string, end: number): number[] {
  const lines = text.slice(0, end).split("\n").slice(-LINES_BEFORE).toReversed();
  const columns = lines.flatMap((line) => /^ *(?:- +)*(?=[A-Za-z][\w-]*:(?:\s|$))/.exec(line)?.[0].length ?? []);
  return [...new Set(columns)].slice(0, MOST_COLUMNS);
}

/** The items of lists in which the place lies, the innermost first. */
function itemsAround(text: string, offset: number): Part[] {
  const items: Part[] = [];
  let least = Infinity;
  for (let { start } = lineAt(text, offset); least > 0; { start } = lineAt(text, start - 1)) {
    const [, indent] = /^( *)- /.exec(text.slice(start, start + MOST_INDENT)) ?? [];
    if (indent !== undefined && indent.length < least) {
      least = indent.length;
      const end = endOfItem(text, start, least);
      if (end > offset) items.push({ start, end, instead: emptied(text.slice(start, end), least + 2), isItem: true });
    }
    if (start === 0) break;
  }
  return items;
}

/** Where the first line begins that stands no deeper than the item's hyphen. */
function endOfItem(text: string, start: number, column: number): number {
  const after = new RegExp(`\\n(?= {0,${column}}[^ \\r\\n#])`, "g");
  after.lastIndex = start;
  return after.exec(text)?.index ?? text.length;
}

/** The item with a hole for its value. */
function emptied(item: string, beginning: number): string {
  const end = item.search(/\r?\n|$/);
  return item.slice(0, beginning) + HOLE.repeat(end - beginning) + item.slice(end).replace(/[^\r\n]/g, " ");
}

function lineAt(text: string, offset: number): { readonly start: number; readonly end: number } {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const found = text.slice(start).search(/\r?(?:\n|$)/);
  return { start, end: start + found };
}
