/** Columns of the texts that plans and screens are mostly made of. */

/** The quotation marks and dashes of Chinese, and the marks of our own screens: one column, as a blank. */
const NARROW_MARKS = /[·–—‘’“”…→✓✗▸◦▮▯]/g;
/** ASCII, and Chinese characters, marks and full-width forms: a byte of UTF-8 for one column, or three bytes for two. */
const ASCII_AND_WIDE = /^[ -~\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/;

/**
 * Columns of a text that has nothing but what Chinese plans are written in; undefined where it has other characters. None
 * of those here is hidden or joins with its neighbours. The library takes ten times as long for the expressions that it
 * needs for all other scripts; a loop of our own is run so often that V8 optimizes it in the midst of a short command.
 */
export function plainWidth(text: string): number | undefined {
  const plain = text.replace(NARROW_MARKS, " ");
  return ASCII_AND_WIDE.test(plain) ? (plain.length + Buffer.byteLength(plain)) / 2 : undefined;
}
