/** Text elements of the drawing, escaped and broken to fit. */
import { wrap } from "../layout.ts";
import { escapeMarkup } from "../markup.ts";
import { textWidth } from "../text-width.ts";

/**
 * Breaks the text into lines whose estimated width is at most `width`. Breaks by columns first, and again with fewer
 * columns if letters are too broad.
 */
export function fitLines(text: string, width: number, size: number): string[] {
  let columns = Math.max(2, Math.floor((width / size) * 2));
  for (;;) {
    const lines = wrap(text, columns);
    const widest = Math.max(...lines.map((line) => textWidth(line, size)));
    if (widest <= width || columns <= 2) return lines;
    columns = Math.max(2, Math.min(columns - 1, Math.floor((columns * width) / widest)));
  }
}

/** Where and how to draw a text. */
export interface Place {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly kind?: "soft" | "bold" | "tag";
  readonly anchor?: "middle" | "end";
}

/** One line of text. */
export function textElement(text: string, { x, y, size, kind, anchor }: Place): string {
  const classes = kind === undefined ? "g-text" : `g-text g-${kind}`;
  const end = anchor === undefined ? "" : ` text-anchor="${anchor}"`;
  return `<text class="${classes}" x="${round(x)}" y="${round(y)}" font-size="${size}"${end}>${escapeMarkup(text)}</text>`;
}

/** Lines of text below each other. */
export function textLines(lines: readonly string[], lineHeight: number, place: Place): string[] {
  return lines.map((line, index) => textElement(line, { ...place, y: place.y + index * lineHeight }));
}

/** A coordinate, rounded to a tenth: the same on every machine, and short. */
export function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
