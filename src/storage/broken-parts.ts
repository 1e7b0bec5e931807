/**
 * Removes unparsable parts from a text in memory, so that one slip does not hide the file's other mistakes. A part is the
 * value of a key or, failing that, a whole list item around it. The text keeps its length: a hole replaces each part.
 */
import { ALL_KEYS } from "../core/draft.ts";
import { HOLE } from "./yaml-features.ts";
import type { OffsetFinding } from "./yaml-tokens.ts";

/** The text with its broken parts removed. */
export interface WithoutParts {
  readonly text: string;
  /** The faults for which a single value or line was removed, in order. */
  readonly values: readonly OffsetFinding[];
  /** The faults for which a whole item was removed, which may hide more mistakes. */
  readonly items: readonly OffsetFinding[];
}

/** A range of the text, and its replacement of the same length. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly instead: string;
  readonly isItem: boolean;
}

/** With more faults in a file than this, it is not repaired: its author has to mend these first. */
const MOST_FAULTS = 20;
/** The longest text (in UTF-16 code units) that is repaired, since each try reads all of it. */
const MOST_TRIED = 256 * 1024;
/** How much is read in all tries together. If the text is dense with YAML syntax, this may take a parser two seconds. */
const MOST_READ = 1024 * 1024;
/** How many lines before the fault are searched for columns at which its key may belong, and how many columns are tried. */
const LINES_BEFORE = 60;
const MOST_COLUMNS = 3;
/** The deepest indentation at which an item is looked for; plans have few levels. */
const MOST_INDENT = 100;

/** Indentation with hyphens, a key, and the first character behind it. */
const KEY_LINE = /^( *(?:- *)*)([A-Za-z][\w-]*)(: +|:|[ \t]+)\S/;

/**
 * The text without the parts that make it unreadable; null if they cannot be removed one by one. `firstFault` gives the
 * first fault of a text, or null if it has none.
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
  /** The first fault that remains. */
  readonly next: OffsetFinding | null;
}

/** The first fault of a text, or null; undefined once `MOST_READ` is used up. */
type FaultIn = (text: string) => OffsetFinding | null | undefined;

/** Removes the smallest part that takes the fault with it. */
function withoutOne(text: string, { offset }: OffsetFinding, faultIn: FaultIn): Mended | null {
  const items = itemsAround(text, offset);
  for (const part of [...keysAt(text, offset), ...wordsAt(text, offset), ...items]) {
    const without = text.slice(0, part.start) + part.instead + text.slice(part.end);
    const next = faultIn(without);
    if (next === undefined) return null;
    const end = next !== null && isEchoing(next) ? (items[0] ?? part).end : part.end;
    // A fault before the part counts as another one: the parser found it, which runs only once the line scan finds none.
    const isOther = next === null || next.offset >= end || next.offset < part.start;
    if (isOther) return { text: without, isItem: part.isItem, next };
  }
  return null;
}

/** Whether the fault may be an echo: if one key stands at a wrong column, its neighbours seem to, too. */
function isEchoing({ finding }: OffsetFinding): boolean {
  return finding.code === "E-SYNTAX" && finding.details.fault === "indent";
}

/** The fault's line with a hole as its value, with the key where it stands and at columns of keys before it. */
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

/** A line without a key or any mark that may belong to one. */
const WORDS = /^(?!.*:(?:\s|$))[ -]*(?![ ?&*!-])([A-Za-z]*)/;

/** The fault's line, if it neither has a key nor begins with the name of one; it is blanked out. */
function wordsAt(text: string, offset: number): Part[] {
  const { start, end } = lineAt(text, offset);
  const key = WORDS.exec(text.slice(start, end))?.[1];
  if (key === undefined || ALL_KEYS.has(key)) return [];
  return [{ start, end, instead: " ".repeat(end - start), isItem: false }];
}

/** Columns of keys in the lines before `end`, the nearest line's first. */
function columnsBefore(text: string, end: number): number[] {
  const lines = text.slice(0, end).split("\n").slice(-LINES_BEFORE).toReversed();
  const columns = lines.flatMap((line) => /^ *(?:- +)*(?=[A-Za-z][\w-]*:(?:\s|$))/.exec(line)?.[0].length ?? []);
  return [...new Set(columns)].slice(0, MOST_COLUMNS);
}

/** The list items that contain the offset, innermost first. */
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

/** The end of the item: before the first line that is indented no deeper than the item's hyphen. */
function endOfItem(text: string, start: number, column: number): number {
  const after = new RegExp(`\\n(?= {0,${column}}[^ \\r\\n#])`, "g");
  after.lastIndex = start;
  return after.exec(text)?.index ?? text.length;
}

/** The item with a hole as its value. */
function emptied(item: string, beginning: number): string {
  const end = item.search(/\r?\n|$/);
  return item.slice(0, beginning) + HOLE.repeat(end - beginning) + item.slice(end).replace(/[^\r\n]/g, " ");
}

function lineAt(text: string, offset: number): { readonly start: number; readonly end: number } {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const found = text.slice(start).search(/\r?(?:\n|$)/);
  return { start, end: start + found };
}
