/** Display width by the ranges of East Asian Width; an independent implementation for tests. */

/** Wide and full-width characters (UAX #11, W and F). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

const SGR = /\u001b\[[0-9;]*m/g;

/** The text without colour. */
export function plain(text: string): string {
  return text.replace(SGR, "");
}

export function columnsOf(text: string): number {
  return [...plain(text)].reduce((sum, char) => sum + columnsOfChar(char), 0);
}

function columnsOfChar(char: string): number {
  if (/\p{M}/u.test(char)) return 0;
  const code = char.codePointAt(0) ?? 0;
  return WIDE.some(([first, last]) => first <= code && code <= last) ? 2 : 1;
}

/** The text in the columns from `from` up to `to`; a character partly inside counts. */
export function slice(text: string, from: number, to: number): string {
  let at = 0;
  let found = "";
  for (const char of plain(text)) {
    const next = at + columnsOfChar(char);
    if (next > from && at < to) found += char;
    at = next;
  }
  return found;
}
