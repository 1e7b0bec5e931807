/** Columns that a text fills. */
import displayWidth from "fast-string-width";
import { plainWidth } from "./plain-width.ts";

// oxlint-disable-next-line no-control-regex -- colours begin with a control character
const COLOURS = /\u001b\[[\d;]*m/g;

/** Columns that the text fills on a terminal; colours fill none. */
export function widthOf(text: string): number {
  const width = plainWidth(text) ?? (text.includes("\u001b") ? plainWidth(text.replace(COLOURS, "")) : undefined);
  return width ?? displayWidth(text);
}
