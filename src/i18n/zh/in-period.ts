import type { PeriodKind } from "../../core/report-template.ts";

/** "In this period": 本季 for a single quarter, 本月 for a month, 期内 for any other period. */
export function inThis(kind: PeriodKind): string {
  return { quarter: "本季", month: "本月", period: "期内" }[kind];
}
