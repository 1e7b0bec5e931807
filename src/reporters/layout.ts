/**
 * Lays out text by display width; Chinese characters take two columns. Written here because no library breaks Chinese
 * lines by the rules of Chinese typesetting (no line begins with a closing mark or ends with an opening one).
 */
import { visible } from "./visible.ts";
import { widthOf } from "./width.ts";

const OPENING = "（《〈【〔［｛“‘「『([{";
const CLOSING = "，。、；：！？）》〉】〕］｝”’」』…—％,.;:!?)]}%";
/** Least width of a last line, in columns: four Chinese characters. */
const LEAST_LAST_LINE = 8;

/** Pads the text with spaces on the right to `width` columns; a wider text is returned as it is. */
export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** The same, with spaces on the left. */
export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}

/**
 * Breaks the text into lines of at most `width` columns. Keeps its line breaks and spells out hidden characters. A
 * piece that is wider than a line is cut. The text must not be painted yet.
 */
export function wrap(text: string, width: number): string[] {
  if (!text.includes("\n")) return wrapParagraph(visible(text), width);
  return text.split("\n").flatMap((paragraph) => wrapParagraph(visible(paragraph), width));
}

/** Puts pieces that must not be broken into lines, with `separator` between them. */
export function wrapPieces(pieces: readonly string[], separator: string, width: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    const joined = last === undefined ? piece : last + separator + piece;
    if (last === undefined || widthOf(joined) > width) lines.push(piece);
    else lines[lines.length - 1] = joined;
  }
  return lines;
}

/** Both texts on one line, the second aligned to the right edge; on separate lines if they do not fit. */
export function spread(left: string, right: string, width: number): string[] {
  if (width === Infinity) return [`${left}  ${right}`];
  const gap = width - widthOf(left) - widthOf(right);
  if (gap < 2) return [...wrap(left, width), ...wrap(right, width)];
  return [left + " ".repeat(gap) + right];
}

/** The text wrapped after a prefix; further lines are indented by the prefix's width. */
export function hang(prefix: string, text: string, width: number): string[] {
  const indent = widthOf(prefix);
  const lines = wrap(text, width - indent);
  return lines.map((line, index) => (index === 0 ? prefix : " ".repeat(indent)) + line);
}

function wrapParagraph(text: string, width: number): string[] {
  if (width === Infinity || widthOf(text) <= width) return [text];
  const lines: string[][] = [[]];
  let filled = 0;
  for (const piece of unbreakable(text).flatMap((whole) => cut(whole, width))) {
    const line = lines.at(-1) ?? [];
    const added = widthOf(piece);
    // Joined characters may take fewer columns than their sum, so a line that seems too wide is measured as a whole.
    // Always doing so would take most of the time.
    const fits = filled + added <= width || widthOf([...line, piece].join("").trimEnd()) <= width;
    if (line.length === 0 || fits) line.push(piece);
    else lines.push([piece]);
    filled = line.length === 0 || fits ? filled + added : added;
  }
  fillLastLine(lines, width);
  return lines.map((line) => line.join("").trim());
}

function fillLastLine(lines: string[][], width: number): void {
  const [last, previous] = [lines.at(-1), lines.at(-2)];
  if (last === undefined || previous === undefined) return;
  while (widthOf(last.join("").trim()) < LEAST_LAST_LINE && previous.length > 1) {
    const piece = previous.at(-1) ?? "";
    const filled = widthOf([piece, ...last].join("").trim());
    if (filled > Math.min(width, widthOf(previous.slice(0, -1).join("").trim()))) return;
    last.unshift(piece);
    previous.pop();
  }
}

/**
 * Splits the text into pieces that must not be broken: words, numbers and ids, or single characters, each with the
 * punctuation that must stay beside it.
 */
export function unbreakable(text: string): string[] {
  const pieces: string[] = [];
  let opened = "";
  // A word or number, including marks inside it. The Unicode classes are compiled here and not at load time, as many
  // runs never wrap a text.
  const wordOrCharacter = /[\p{Script=Latin}\p{N}_@#&+./:%~=-]+(?:[,'’][\p{Script=Latin}\p{N}]+)*|\s+|[^]/gu;
  // Also the value after a flag of a command, which people copy. Most texts have none.
  const ownPieces = text.includes(" -")
    ? new RegExp(`(?<= --?[a-z][a-z-]* )[^\\s，。；、（）]+|${wordOrCharacter.source}`, "gu")
    : wordOrCharacter;
  for (const piece of text.match(ownPieces) ?? []) {
    const last = pieces.at(-1);
    if (OPENING.includes(piece)) opened += piece;
    else if (opened === "" && last !== undefined && isClosing(piece)) pieces[pieces.length - 1] = last + piece;
    else {
      pieces.push(opened + piece);
      opened = "";
    }
  }
  return opened === "" ? pieces : [...pieces, opened];
}

function isClosing(piece: string): boolean {
  return [...piece].every((char) => CLOSING.includes(char)) || /^\p{M}$/u.test(piece);
}

function cut(piece: string, width: number): string[] {
  if (widthOf(piece) <= width) return [piece];
  const parts: string[] = [];
  for (const char of piece) {
    const last = parts.at(-1);
    if (last === undefined || widthOf(last + char) > width) parts.push(char);
    else parts[parts.length - 1] = last + char;
  }
  return parts;
}
