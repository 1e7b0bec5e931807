/** Columns that a text fills. */
import displayWidth from "fast-string-width";

/**
 * What Chinese plans are written in: ASCII, quotation marks and dashes one column wide, and from U+3001 on characters of
 * two. None of them joins with its neighbours. Counting them here costs a tenth of what the library takes for the
 * expressions that it needs for all other scripts.
 */
const PLAIN = /^[ -~·–—‘’“”…\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/;
const FIRST_WIDE = "\u3000";
// oxlint-disable-next-line no-control-regex -- colours begin with a control character
const COLOURS = /\u001b\[[\d;]*m/g;

/** Columns that the text fills on a terminal; colours fill none. */
export function widthOf(text: string): number {
  const bare = text.includes("\u001b") ? text.replace(COLOURS, "") : text;
  return PLAIN.test(bare) ? plainWidth(bare) : displayWidth(text);
}

function plainWidth(text: string): number {
  let width = text.length;
  for (const char of text) if (char >= FIRST_WIDE) width += 1;
  return width;
}
