/** Finds invisible characters that change what is read: control characters, and marks that reverse the writing direction. */
import type { OffsetFinding } from "./yaml-tokens.ts";

/** A carriage return counts only if no line feed follows. Tabs are not included: what they mean depends on their place. */
const STRANGE =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]|\r(?!\n)|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;
/** Finds all of these and more (any surrogate or carriage return) in a third of the time: most texts have none. */
const MAYBE_STRANGE =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]/;
/** Spaces in the indentation that YAML does not take for spaces. */
const STRANGE_INDENT = /^[ \t\u3000\u00a0]*[\u3000\u00a0]/gm;

/** Up to this many of one kind are reported one by one; more become one message with their count. */
const MOST_OF_A_KIND = 20;

/** One kind of hidden character: the offsets of the first ones, and how many there are in all. */
interface Kind {
  readonly offsets: number[];
  count: number;
}

/** Findings for hidden characters in a file's text, including those in its indentation. */
export function strangeCharacters(text: string): OffsetFinding[] {
  const kinds = new Map<string, Kind>();
  const strange = MAYBE_STRANGE.test(text) ? text.matchAll(STRANGE) : [];
  for (const { 0: character, index } of strange) add(kinds, index, character);
  for (const { 0: indent, index } of text.matchAll(STRANGE_INDENT)) {
    const at = indent.search(/[\u3000\u00a0]/);
    add(kinds, index + at, indent.charAt(at));
  }
  return [...kinds].flatMap(([character, kind]) => toldOf(character, kind));
}

function add(kinds: Map<string, Kind>, offset: number, character: string): void {
  const kind = kinds.get(character) ?? { offsets: [], count: 0 };
  kinds.set(character, kind);
  kind.count += 1;
  if (kind.count <= MOST_OF_A_KIND) kind.offsets.push(offset);
}

function toldOf(character: string, { offsets, count }: Kind): OffsetFinding[] {
  const codePoint = codePointOf(character);
  const isFlood = count > MOST_OF_A_KIND;
  return offsets.slice(0, isFlood ? 1 : count).map((offset) => ({
    offset,
    length: character.length,
    finding: { code: "E-CHAR", details: isFlood ? { codePoint, count } : { codePoint } },
  }));
}

/**
 * Replaces lookalike spaces in the indentation, and carriage returns that end no line, with plain spaces, so that one slip
 * does not hide others. The length stays the same.
 */
export function mendSpaces(text: string): string {
  return text.replace(/\r(?!\n)/g, " ").replace(STRANGE_INDENT, (indent) => indent.replace(/[\u3000\u00a0]/g, " "));
}

/** A text with inserted characters, and the offsets at which they are. */
export interface Widened {
  readonly text: string;
  readonly inserted: readonly number[];
}

/** As `mendSpaces`, but with two spaces for an ideographic one, which is shown that wide; null if none indents a line. */
export function widenSpaces(text: string): Widened | null {
  const inserted: number[] = [];
  const plain = text.replace(/\r(?!\n)/g, " ");
  const widened = plain.replace(STRANGE_INDENT, (indent, start: number) =>
    [...indent]
      .map((char, at) => {
        if (char !== "\u3000") return char.replace("\u00a0", " ");
        // Each space inserted before has moved this one by a column.
        inserted.push(start + at + inserted.length + 1);
        return "  ";
      })
      .join(""),
  );
  return inserted.length === 0 ? null : { text: widened, inserted };
}

/** Whether a lookalike space is in the indentation: what a parser says about such a file is an echo. */
export function hasStrangeIndent(text: string): boolean {
  return text.search(STRANGE_INDENT) >= 0;
}

/** An escape in a double-quoted text, such as `\e` or `\u202E`. */
const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([^xuU]))/g;
const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  "0": "\u0000",
  a: "\u0007",
  b: "\b",
  e: "\u001b",
  f: "\f",
  v: "\v",
  r: "\r",
  t: "\t",
  N: "\u0085",
  L: "\u2028",
  P: "\u2029",
};

/** Findings for hidden characters written as escapes. `source` is the text with its quotes, in which offsets count. */
export function strangeEscapes(source: string): OffsetFinding[] {
  const found: OffsetFinding[] = [];
  for (const { 0: written, 1: two, 2: four, 3: eight, 4: short = "", index } of source.matchAll(ESCAPE)) {
    const hex = two ?? four ?? eight;
    const character = hex === undefined ? SHORT_ESCAPES[short] : characterOf(Number.parseInt(hex, 16));
    if (character === undefined || !isHidden(character)) continue;
    const details = { codePoint: codePointOf(character) };
    found.push({ offset: index, length: written.length, finding: { code: "E-CHAR", details } });
    // For one text, that many findings are enough.
    if (found.length === MOST_OF_A_KIND) break;
  }
  return found;
}

function isHidden(character: string): boolean {
  return character === "\t" || character.search(STRANGE) >= 0;
}

/** Undefined beyond the last code point, which the parser refuses by itself. */
function characterOf(codePoint: number): string | undefined {
  return codePoint > 0x10ffff ? undefined : String.fromCodePoint(codePoint);
}

function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
