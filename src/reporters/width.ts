/** Display width of texts. */
import displayWidth from "fast-string-width";
import { plainWidth } from "./plain-width.ts";

// oxlint-disable-next-line no-control-regex -- colours begin with a control character
const COLOURS = /\u001b\[[\d;]*m/g;

/** Columns that the text takes on a terminal; colour codes take none. */
export function widthOf(text: string): number {
  const width = plainWidth(text) ?? (text.includes("\u001b") ? plainWidth(text.replace(COLOURS, "")) : undefined);
  return width ?? displayWidth(text);
}
