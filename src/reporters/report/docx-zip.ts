/** The same document, the same bytes: the library stamps the clock and the archive does so too. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Day } from "../../core/calendar.ts";
import { CELL_STYLE } from "./docx-layout.ts";
import { escapeXml } from "./docx-text.ts";

/** Archives count from 1980 in local time: without a zone it is the same moment everywhere. */
const ARCHIVE_TIME = "1980-01-01T12:00:00";

const CORE = "docProps/core.xml";
const FONTS = "word/fontTable.xml";
const STYLES = "word/styles.xml";

/** Sets the document's day, names fonts to fall back to, and packs the parts again in a fixed order at a fixed time. */
export function settle(
  bytes: Uint8Array,
  day: Day | "1980-01-01",
  fonts: readonly (readonly [string, string])[],
): Uint8Array {
  const parts = unzipSync(bytes);
  const core = strFromU8(parts[CORE] ?? new Uint8Array());
  const settled: Record<string, Uint8Array> = {
    ...parts,
    [CORE]: strToU8(core.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${day}T00:00:00Z`)),
    [FONTS]: strToU8(fontTable(fonts)),
    [STYLES]: strToU8(offTheGrid(strFromU8(parts[STYLES] ?? new Uint8Array()))),
  };
  const names = Object.keys(settled).toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(names.map((name) => [name, settled[name] ?? new Uint8Array()])), {
    level: 6,
    mtime: ARCHIVE_TIME,
  });
}

/** Readers expect the list of parts first. */
function rank(name: string): number {
  if (name === "[Content_Types].xml") return 0;
  return name.startsWith("_rels/") ? 1 : 2;
}

/** The library knows no way to take a paragraph off the grid. */
function offTheGrid(styles: string): string {
  const start = new RegExp(`(w:styleId="${CELL_STYLE}".*?)(<w:spacing)`, "s");
  return styles.replace(start, '$1<w:snapToGrid w:val="0"/>$2');
}

function fontTable(fonts: readonly (readonly [string, string])[]): string {
  const entries = fonts.map(([name, alternatives]) => {
    const other = alternatives === "" ? "" : `<w:altName w:val="${escapeXml(alternatives)}"/>`;
    return `<w:font w:name="${escapeXml(name)}">${other}<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`;
  });
  const space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${space}">${entries.join("")}</w:fonts>`;
}
