/** Values of indicators and percentages as people type them. Loaded apart, since few commands take one. */
import { MOST_AMOUNT } from "./journal/record.ts";
import { inPercent } from "./rounding.ts";
import { foldTyped } from "./text.ts";

/** How many places each character shifts the decimal point by. */
const MYRIADS: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };
/** The most digits that a number keeps exactly. Plans may have as many. */
const MOST_DIGITS = 15;

/**
 * A typed amount in the unit: `25000`, `25,000`, `2.5万`, `-3`, `20%`, `12家`, `第8名`, full width too. In 亿元, `3亿` is 3.
 * Undefined if it is not a number, is or may be in another unit, or cannot be kept exactly.
 */
export function parseAmount(typed: string, unit: string): number | undefined {
  const text = foldTyped(typed).replace(/^第/, "");
  const own = foldTyped(unit);
  const hasUnit = own !== "" && text.endsWith(own);
  const bare = hasUnit ? text.slice(0, -own.length).trimEnd() : text;
  const match = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)([万亿]?)$/.exec(bare);
  const [, digits = "", myriad = ""] = match ?? [];
  if (digits === "" || digits.replace(/\D/g, "").length > MOST_DIGITS) return undefined;
  // In 亿元, `3亿` is the unit cut short; but `3万` could also mean 万元.
  const [first = ""] = own;
  const isCutShort = !hasUnit && myriad !== "" && first in MYRIADS;
  if (isCutShort && first !== myriad) return undefined;
  const places = isCutShort ? 0 : (MYRIADS[myriad] ?? 0);
  const amount = Number(`${digits.replaceAll(",", "")}e${String(places)}`);
  return Math.abs(amount) <= MOST_AMOUNT ? amount : undefined;
}

/**
 * The percentage behind a cell in which a spreadsheet keeps a share: `80` for `0.8`. Text that is no share, or a share
 * that is no whole percentage, comes back as typed. Null for `1`, which may be 100 % or 1 %.
 */
export function percentInCell(typed: string): string | null {
  const text = typed.normalize("NFKC").trim();
  if (text === "1") return null;
  const percent = /^0?\.\d+$/.test(text) ? inPercent(Number(text)) : Number.NaN;
  return Number.isInteger(percent) ? String(percent) : typed;
}
