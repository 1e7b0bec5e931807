import type { PeriodKind } from "../../core/report-template.ts";

/** A single quarter is 本季, a month 本月; a half-year, or three quarters, are the period asked for. */
export function inThis(kind: PeriodKind): string {
  return { quarter: "本季", month: "本月", period: "期内" }[kind];
}
