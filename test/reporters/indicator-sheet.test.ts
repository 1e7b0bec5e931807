/** The list of indicators in CSV and Markdown. */
import { describe, expect, it } from "vitest";
import type { JournalRecord } from "../../src/core/journal/record.ts";
import { foldJournal } from "../../src/core/journal/fold.ts";
import type { Indicator } from "../../src/core/plan.ts";
import { viewIndicators } from "../../src/core/views/indicators.ts";
import { indicatorSheet } from "../../src/reporters/sheets/indicator-sheet.ts";
import { indicator, inquiry, plan, record, task } from "../support/builders.ts";
import { catalogueOf } from "../support/catalogues.ts";

/** The indicator's cell in the column of verdicts. */
function verdictOf(own: Partial<Indicator>, readings: readonly JournalRecord[]): unknown {
  const whole = plan([task("1", [], { indicators: [indicator("n", own)] })]);
  const view = viewIndicators(inquiry(whole, "2017-09-30", { journal: foldJournal(readings) }));
  const catalogue = catalogueOf("zh");
  const { headings, rows } = indicatorSheet({ title: "", name: "" }, view.indicators, catalogue);
  return rows[0]?.[headings.indexOf(catalogue.screens.verdict)];
}

describe("the list of indicators", () => {
  it("does not say that an indicator over its limit fell short", () => {
    const reading = record("reading", "1/n", "2017-09-30", { value: 12 });
    expect(verdictOf({ basis: "stock", min: null, max: 10 }, [reading])).toBe("超过上限");
    expect(verdictOf({ basis: "stock", min: 20, max: null }, [reading])).toBe("未达目标");
  });

  it("names the missed quarter even if the latest is ahead of pace", () => {
    const readings = [
      record("reading", "1/n", "2017-03-31", { value: 1 }),
      record("reading", "1/n", "2017-06-30", { value: 9 }),
      record("reading", "1/n", "2017-09-30", { value: 9 }),
    ];
    expect(verdictOf({ basis: "flow", min: 5, max: null, per: "quarter" }, readings)).toBe("一季度未达标");
  });
});
