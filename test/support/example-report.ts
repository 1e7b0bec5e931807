/** The bulletin for the second quarter of 2017, as in examples/. */
import { join } from "node:path";
import { foldJournal } from "../../src/core/journal/fold.ts";
import { type ReportView, viewReport } from "../../src/core/views/report.ts";
import type { Language } from "../../src/i18n/catalogue.ts";
import { catalogueOf } from "./catalogues.ts";
import { composeReport } from "../../src/reporters/report/compose.ts";
import type { ReportDocument } from "../../src/reporters/report/document.ts";
import { readJournal } from "../../src/storage/journal-files.ts";
import { inquiry } from "./builders.ts";
import { PLAN_2017 } from "./plan-2017.ts";

const JOURNAL = join(import.meta.dirname, "../../examples/journal.jsonl");

const FORM = {
  office: "某市知识产权局",
  issue: "第{quarter}期",
  signatory: "某市知识产权局办公室",
  addressees: "各处室、信息中心",
};

export function exampleView(asOf = "2017-06-30"): ReportView {
  const journal = foldJournal(readJournal([JOURNAL], () => "journal.jsonl").records);
  const plan = { ...PLAN_2017, policy: { ...PLAN_2017.policy, report: FORM } };
  return viewReport(inquiry(plan, asOf, { quarters: [2], journal }));
}

export function documentOf(view: ReportView, language: Language = "zh"): ReportDocument {
  return composeReport(view, catalogueOf(language), false);
}
