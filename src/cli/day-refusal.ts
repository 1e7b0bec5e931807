/** Explains why a typed text is not a day. Loaded only when one is refused. */
import { isNoSuchDay, mayBeTwoDays } from "../core/typed-days.ts";
import type { UsageTexts } from "../i18n/zh/usage.ts";

/**
 * Says that the calendar has no such day, with the swapped form if day and month were reversed (`16/6`); or which two
 * days it may be (`1/4`); otherwise says how days are written.
 */
export function dayRefusal(flag: string, typed: string, texts: UsageTexts): string {
  const [, day = "", month = ""] = /^(\d{1,2})[-/.](\d{1,2})$/.exec(typed.normalize("NFKC").trim()) ?? [];
  if (mayBeTwoDays(typed)) return texts.twoDays(flag, typed, Number(day), Number(month));
  if (!isNoSuchDay(typed)) return texts.badDay(flag, typed);
  const turned = `${month}-${day}`;
  return texts.noSuchDay(flag, typed) + (day === "" || isNoSuchDay(turned) ? "" : texts.monthFirst(turned));
}
