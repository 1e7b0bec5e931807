/** Estimates the width of a text on paper or in a drawing, where the reader's font is unknown. */
import { widthOf } from "./width.ts";

/** Marks that Chinese fonts draw as wide as a character, unlike terminals. */
const WIDE_MARKS = /[·–—‘’“”…]/u;
const BROAD = /[MWmw@%&]/;
const CAPITAL = /[A-Z<>=+~#]/;

/** Widths in ems, erring on the large side. */
const EM = { wide: 1, broad: 0.95, capital: 0.72, narrow: 0.58 } as const;

/** The estimated width of a line, in the unit of `size`, the font size. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const char of text) ems += emOf(char);
  return ems * size;
}

/** The widths of characters met so far: bulletins repeat few characters very often. */
const KNOWN = new Map<string, number>();

function emOf(char: string): number {
  const known = KNOWN.get(char);
  if (known !== undefined) return known;
  const ems = measured(char);
  KNOWN.set(char, ems);
  return ems;
}

function measured(char: string): number {
  if (WIDE_MARKS.test(char)) return EM.wide;
  if (BROAD.test(char)) return EM.broad;
  if (CAPITAL.test(char)) return EM.capital;
  const columns = widthOf(char);
  if (columns === 0) return 0;
  return columns === 1 ? EM.narrow : EM.wide;
}
