/**
 * The measures of an official document by GB/T 9704-2012 (党政机关公文格式): A4; the top margin is 37 mm, the left one 28 mm,
 * the text area 156 × 225 mm with 22 lines of 28 characters; title 小标宋 of size 2 (22 pt), text 仿宋 of size 3 (16 pt),
 * headings 黑体 and 楷体, page numbers 宋体 of size 4 (14 pt) outside, 7 mm below the text area.
 */
import { DocumentGridType, type IRunOptions, LineRuleType } from "docx";
import type { TemplateView } from "../../core/report-template.ts";
import { markupLines } from "../markup.ts";

/** Converts millimetres to twips (twentieths of a point). */
function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

const PAPER = { width: 210, height: 297 };
const TEXT = { width: 156, height: 225, top: 37, left: 28 };
const LINES = 22;
const CHARACTERS = 28;
/** In millimetres: from the text area to the upper edge of the page number, and the number's height. */
const NUMBER_GAP = 7;
const NUMBER_HEIGHT = 5;

const BOTTOM = PAPER.height - TEXT.top - TEXT.height;
const RIGHT = PAPER.width - TEXT.left - TEXT.width;

/** Font sizes in half points. */
export const SIZES = { title: 44, body: 32, table: 21, register: 18, number: 28 } as const;

/** The line pitch in twips: 22 lines fill the height. */
const LINE = Math.floor(twips(TEXT.height) / LINES);

/**
 * The character spacing in twips (negative if closer), so that 28 characters of 16 points fill the width. In Word a
 * character grid would do the same, but other programs then spread letters and digits over its cells.
 */
export const CHARACTER_SPACING = Math.floor(twips(TEXT.width) / CHARACTERS - SIZES.body * 10);

/** Width of the text area in twips. */
export const TEXT_WIDTH = twips(TEXT.width);

/** In twips. On landscape paper the text area is turned as well. */
export const ANNEX_WIDTH = twips(TEXT.height);

export const LINE_SPACING = { line: LINE, lineRule: LineRuleType.EXACT } as const;

/** The style of text off the grid of 22 lines: cells and notes, in smaller type. */
export const CELL_STYLE = "Cell";

/** The indent of every paragraph: two characters. */
export const INDENT = { firstLineChars: 200, firstLine: SIZES.body * 20 } as const;

/** Page and line grid of all sections but the annex. */
export const PORTRAIT = {
  page: {
    size: { width: twips(PAPER.width), height: twips(PAPER.height) },
    margin: {
      top: twips(TEXT.top),
      bottom: twips(BOTTOM),
      left: twips(TEXT.left),
      right: twips(RIGHT),
      header: twips(15),
      footer: twips(BOTTOM - NUMBER_GAP - NUMBER_HEIGHT),
    },
  },
  grid: { type: DocumentGridType.LINES, linePitch: LINE },
} as const;

/** The same text area turned: the top of the portrait page becomes the left side. */
export const LANDSCAPE_MARGIN = {
  top: twips(RIGHT),
  bottom: twips(TEXT.left),
  left: twips(BOTTOM),
  right: twips(TEXT.top),
  header: twips(12),
  footer: twips(TEXT.left - NUMBER_GAP - NUMBER_HEIGHT),
} as const;

export const PAPER_SIZE = { width: twips(PAPER.width), height: twips(PAPER.height) };

type Fonts = TemplateView["fonts"];
type Use = keyof Fonts;

const USUAL: Readonly<Record<Use, string>> = {
  title: "方正小标宋简体",
  body: "仿宋_GB2312",
  heading: "黑体",
  subheading: "楷体_GB2312",
  number: "宋体",
};

/** Fonts to use if one is not installed; `altName` in the font table. */
const FALLBACKS: Readonly<Record<string, string>> = {
  方正小标宋简体: "小标宋体,华文中宋,STZhongsong,宋体,SimSun",
  仿宋_GB2312: "仿宋,FangSong,华文仿宋,STFangsong",
  楷体_GB2312: "楷体,KaiTi,华文楷体,STKaiti",
  黑体: "SimHei,华文黑体,STHeiti",
  宋体: "SimSun,华文宋体,STSong",
};

/** The name of the font for the use: from the plan's template, or else the usual one. */
export function fontName(use: Use, fonts: Fonts): string {
  return markupLines(fonts[use] ?? USUAL[use]).join(" ");
}

/** The font for Chinese text, with Times New Roman for Latin letters and digits. */
export function fontOf(use: Use, fonts: Fonts): Pick<IRunOptions, "font"> {
  const name = fontName(use, fonts);
  const latin = "Times New Roman";
  return { font: { ascii: latin, hAnsi: latin, cs: latin, eastAsia: name } };
}

/** Every font used, with its alternatives. */
export function fontAlternatives(fonts: Fonts): [name: string, alternatives: string][] {
  const uses = ["title", "body", "heading", "subheading", "number"] as const;
  const names = new Set(uses.map((use) => fontName(use, fonts)));
  return [...names].map((name) => [name, (Object.hasOwn(FALLBACKS, name) ? FALLBACKS[name] : undefined) ?? ""]);
}
