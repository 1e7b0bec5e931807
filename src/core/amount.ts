/** Values of indicators and percentages as people type them: few commands take one. */
import { MOST_AMOUNT } from "./journal/record.ts";
import { inPercent } from "./rounding.ts";
import { foldTyped } from "./text.ts";

/** How many places each shifts the point by. */
const MYRIADS: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };
/** More digits a number does not keep; plans may have as many. */
const MOST_DIGITS = 15;

/**
 * A typed amount in the unit: `25000`, `25,000`, `2.5万`, `-3`, `20%`, `12家`, `第8名`, in full width as well; in 亿元 `3亿` is
 * `3`. Undefined where it is no number, has another unit or perhaps has, or cannot be kept exactly.
 */
export function parseAmount(typed: string, unit: string): number | undefined {
  const text = foldTyped(typed).replace(/^第/, "");
  const own = foldTyped(unit);
  const hasUnit = own !== "" && text.endsWith(own);
  const bare = hasUnit ? text.slice(0, -own.length).trimEnd() : text;
  const match = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)([万亿]?)$/.exec(bare);
  const [, digits = "", myriad = ""] = match ?? [];
  if (digits === "" || digits.replace(/\D/g, "").length > MOST_DIGITS) return undefined;
  // `3亿` in 亿元 is the unit cut short; `3万` in 亿元 may be 万元 as well.
  const [first = ""] = own;
  const isCutShort = !hasUnit && myriad !== "" && first in MYRIADS;
  if (isCutShort && first !== myriad) return undefined;
  const places = isCutShort ? 0 : (MYRIADS[myriad] ?? 0);
  const amount = Number(`${digits.replaceAll(",", "")}e${String(places)}`);
  return Math.abs(amount) <= MOST_AMOUNT ? amount : undefined;
}

/**
 * The percentage of which a spreadsheet keeps what stands in a cell: `80` of `0.8`. As it was typed where it is no share, or one of no
 * whole percentage; null of 1, which may be all or its hundredth part.
 */
export function percentInCell(typed: string): string | null {
  const text = typed.normalize("NFKC").trim();
  if (text === "1") return null;
  const percent = /^0?\.\d+$/.test(text) ? inPercent(Number(text)) : Number.NaN;
  return Number.isInteger(percent) ? String(percent) : typed;
}
