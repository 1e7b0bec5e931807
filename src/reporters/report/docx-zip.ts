/** Makes the Word file reproducible: the library and the archive would both contain the current time. */
import type { Day } from "../../core/calendar.ts";
import { pack, partText, stampOf, unpack } from "../zip.ts";
import { CELL_STYLE } from "./docx-layout.ts";
import { escapeMarkup } from "../markup.ts";

const CORE = "docProps/core.xml";
const FONTS = "word/fontTable.xml";
const STYLES = "word/styles.xml";

/**
 * Sets the document's day, adds fallback fonts, takes cells off the line grid, and repacks the parts in a fixed order
 * with a fixed time.
 */
export function settle(bytes: Uint8Array, day: Day | null, fonts: readonly (readonly [string, string])[]): Uint8Array {
  const parts = unpack(bytes);
  return pack({
    ...parts,
    [CORE]: partText(parts, CORE).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, stampOf(day)),
    [FONTS]: fontTable(fonts),
    [STYLES]: offTheGrid(partText(parts, STYLES)),
  });
}

/** The library cannot take a style off the grid. */
function offTheGrid(styles: string): string {
  const start = new RegExp(`(w:styleId="${CELL_STYLE}".*?)(<w:spacing)`, "s");
  return styles.replace(start, '$1<w:snapToGrid w:val="0"/>$2');
}

function fontTable(fonts: readonly (readonly [string, string])[]): string {
  const entries = fonts.map(([name, alternatives]) => {
    const other = alternatives === "" ? "" : `<w:altName w:val="${escapeMarkup(alternatives)}"/>`;
    return `<w:font w:name="${escapeMarkup(name)}">${other}<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`;
  });
  const space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${space}">${entries.join("")}</w:fonts>`;
}
