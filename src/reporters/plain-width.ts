/** Columns of the texts that plans and screens are mostly made of. */

/**
 * Columns of a text that has nothing but what Chinese plans are written in; undefined where it has other characters. None
 * of those here is hidden or joins with its neighbours. Counting them costs a tenth of what the library takes for the
 * expressions that it needs for all other scripts.
 */
export function plainWidth(text: string): number | undefined {
  let width = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.codePointAt(at) ?? 0;
    if (isWide(unit)) width += 1;
    else if (!isNarrow(unit)) return undefined;
  }
  return width;
}

/** Chinese characters, marks and full-width forms: two columns. */
function isWide(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3000 && unit <= 0x3029) || (unit >= 0xff01 && unit <= 0xff5e);
}

const NARROW_MARKS = "·–—‘’“”…→✓✗▸◦▮";

/** ASCII, the quotation marks and dashes of Chinese, and the marks of our own screens: one column. */
function isNarrow(unit: number): boolean {
  return (unit >= 0x20 && unit <= 0x7e) || NARROW_MARKS.includes(String.fromCodePoint(unit));
}
