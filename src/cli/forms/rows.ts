/** Turns rows of a filled form into rows to record. */
import type { Day } from "../../core/calendar.ts";
import { standingOf } from "../../core/standing.ts";
import { parseEvidence } from "../evidence.ts";
import { oneLine } from "../typed-text.ts";
import { cellDay, cellLine, cellPercent, cellValue, cellValueDay } from "./cells.ts";
import { type FormContext, checked, isEmpty, knownIndicator, knownMilestone, refuse } from "./checks.ts";
import type { FormColumn } from "./heads.ts";
import type { FilledRow } from "./tables.ts";
import { parsePercent, parseValue } from "../recording/items.ts";
import { type Row, evidenceTexts } from "../recording/rows.ts";

const WORDS = ["note", "problem", "nextStep"] as const;

/** What to record of a milestone; null if there is nothing, or something is wrong, which is gathered. */
export function milestoneRow(filled: FilledRow, context: FormContext): Row | null {
  const milestone = knownMilestone(filled, context);
  if (milestone === null) return null;
  const { inquiry } = context.session;
  const day = checked(filled, "completedOn", context, (value, name) => cellDay(value, name, context.days));
  const percent = checked(filled, "progress", context, percentTyped);
  const said = { ...factsOf(filled, context), ref: milestone.id };
  if (day !== undefined) {
    if (percent === undefined || percent === "100") return { ...said, kind: "done", on: day };
    return refuse(filled, "progress", context, (texts) => texts.doneButNotAll(percent));
  }
  if (percent !== undefined) return ofReportedDay(context, (on) => ({ ...said, kind: "progress", on, percent }));
  // Something was filled in but is wrong, and was already gathered.
  if (!isEmpty(filled, "completedOn") || !isEmpty(filled, "progress")) return null;
  const { state } = standingOf(milestone, inquiry);
  if (state === "done" && said.evidence !== undefined) return { ...said, kind: "done" };
  if (WORDS.some((column) => !isEmpty(filled, column))) {
    return ofReportedDay(context, (on) => ({ ...said, kind: "note", on }));
  }
  return refuse(filled, "evidence", context, (texts) => texts.evidenceAlone);
}

/** The reading to record; null if something is wrong, which is gathered. */
export function indicatorRow(filled: FilledRow, context: FormContext): Row | null {
  const named = knownIndicator(filled, context);
  if (named === null) return null;
  if (isEmpty(filled, "value")) return refuse(filled, "value", context, (texts) => texts.valueMissing);
  const { indicator, ref } = named;
  const value = checked(filled, "value", context, (typed) => {
    const text = cellValue(typed, indicator.unit);
    parseValue(text, indicator);
    return text;
  });
  const day = checked(filled, "valueOn", context, (typed, name) => cellValueDay(typed, name, context.days));
  const said = { ...factsOf(filled, context), kind: "reading" as const, ref };
  if (value === undefined || (day === undefined && !isEmpty(filled, "valueOn"))) return null;
  return day === undefined ? ofReportedDay(context, (on) => ({ ...said, value, on })) : { ...said, value, on: day };
}

/** Makes a row dated on the form's reporting day; if that day is wrong, gathers this once and returns null. */
function ofReportedDay({ reportedOn, problems }: FormContext, make: (day: Day) => Row): Row | null {
  if (typeof reportedOn === "string") return make(reportedOn);
  if (!problems.includes(reportedOn)) problems.push(reportedOn);
  return null;
}

/** The percentage, in digits only. */
function percentTyped(value: string | number): string {
  return String(parsePercent(cellPercent(value)));
}

type Facts = Pick<Row, "place" | "from" | "note" | "problem" | "next" | "evidence">;

/** The facts that any row may carry; those without a column are undefined. */
function factsOf(filled: FilledRow, context: FormContext): Facts {
  const line = (column: FormColumn): string | undefined =>
    checked(filled, column, context, (value, name) => oneLine(name, cellLine(value)));
  const { base } = context.session.loaded.places;
  // A cell may hold several, separated by ； or line breaks.
  const evidence = checked(filled, "evidence", context, (value) => {
    const texts = evidenceTexts(String(value).replaceAll("\n", "；"));
    parseEvidence(texts, base);
    return texts;
  });
  const said = { note: line("note"), problem: line("problem"), next: line("nextStep"), evidence };
  return { place: null, from: context.division.name, ...said };
}
