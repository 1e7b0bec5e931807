/** Finds recorded facts that are probably not what was meant. They are reported on standard error once written. */
import type { Day } from "../../core/calendar.ts";
import type { Journal } from "../../core/journal/fold.ts";
import type { JournalRecord } from "../../core/journal/record.ts";
import { isAfterPlan, isBeforePlan, milestonesNamed } from "../../core/plan.ts";
import { standingOf } from "../../core/standing.ts";
import { type ReadingDoubt, readingDoubts } from "../../core/reading-doubts.ts";
import { type NamedIndicator, indicatorsOf } from "../../core/resolve.ts";
import type { UsageTexts } from "../../i18n/zh/usage.ts";
import { usageTexts } from "../say.ts";
import type { Item } from "./drafting.ts";
import type { Session } from "./session.ts";

/** The new records, the journal including them, and the item behind each record id. */
interface Made {
  readonly records: readonly JournalRecord[];
  readonly journal: Journal;
  readonly said: ReadonlyMap<string, Item>;
}

/** A line for each doubt, with its place if it comes from a file; empty if there is none. */
export async function doubtsIn(made: Made, session: Session): Promise<string> {
  const { plan } = session.loaded;
  const indicators = new Map(indicatorsOf(plan).map((named) => [named.ref, named]));
  const lines = made.records.flatMap((record): ((texts: UsageTexts) => string)[] => {
    const place = made.said.get(record.id)?.place ?? null;
    const { do: kind, ref, on, to = session.today } = record;
    if (kind === "revoke") return [];
    const early = isBeforePlan(plan, on) ? [(texts: UsageTexts) => texts.beforePlan(ref, on, plan.year)] : [];
    const late = mayBeNextYears(record, indicators.get(ref), made, session)
      ? [(texts: UsageTexts) => texts.afterPlan(ref, on, plan.year)]
      : [];
    const all = record.percent === 100 ? [(texts: UsageTexts) => texts.notDoneYet(ref)] : [];
    const past = to < session.today ? [(texts: UsageTexts) => texts.extendedIntoPast(ref, to)] : [];
    const later = laterOne(record, session);
    const idle = later === null ? [] : [(texts: UsageTexts) => texts.laterOne[later.do](ref, on, later.on)];
    const ofNumber = ofReading(record, indicators.get(ref), made, session);
    const said = [...early, ...late, ...all, ...past, ...idle, ...ofNumber];
    return place === null ? said : said.map((say) => (texts: UsageTexts) => `${place} ${say(texts)}`);
  });
  if (lines.length === 0) return "";
  const texts = await usageTexts(session.language);
  return lines.map((line) => `${line(texts)}\n`).join("");
}

/**
 * Whether something was done or reached after the plan's year although it was due in it: probably it belongs to next
 * year's plan.
 */
function mayBeNextYears(
  { do: kind, ref, on }: JournalRecord,
  named: NamedIndicator | undefined,
  { journal }: Made,
  { loaded: { plan } }: Session,
): boolean {
  if (!isAfterPlan(plan, on)) return false;
  if (kind === "reading") return named?.indicator.basis === "flow" && !isAfterPlan(plan, named.indicator.due);
  const [milestone] = kind === "done" ? milestonesNamed(plan, new Set([ref])) : [];
  return milestone !== undefined && !isAfterPlan(plan, standingOf(milestone, { plan, journal, asOf: on }).due);
}

/** An already known estimate or extension of a later day, which stays in force; null if this record does. */
function laterOne(
  { do: kind, ref, on }: JournalRecord,
  { loaded, today }: Session,
): { readonly do: "progress" | "extend"; readonly on: Day } | null {
  if (kind !== "progress" && kind !== "extend") return null;
  const { plan, journal } = loaded;
  const [milestone] = milestonesNamed(plan, new Set([ref]));
  const standing = milestone === undefined ? null : standingOf(milestone, { plan, journal, asOf: today });
  const known = kind === "progress" ? standing?.progress : standing?.extension;
  return known === undefined || known === null || known.on <= on ? null : { do: kind, on: known.on };
}

function ofReading(
  { do: kind, ref, on, value, mode = "total" }: JournalRecord,
  named: NamedIndicator | undefined,
  { journal }: Made,
  { loaded, today }: Session,
): ((texts: UsageTexts) => string)[] {
  if (kind !== "reading" || value === undefined || named === undefined) return [];
  const doubts = readingDoubts({ ref, on, value, mode }, named.indicator, {
    before: loaded.journal,
    after: journal,
    today,
  });
  const amount = `${value} ${named.indicator.unit}`;
  return doubts.map((one) => (texts) => inWords(one, ref, on, amount, named.indicator.unit, texts));
}

function inWords(one: ReadingDoubt, ref: string, on: string, amount: string, unit: string, texts: UsageTexts): string {
  switch (one.doubt) {
    case "added before":
      return texts.addedBeforeTotal(ref, on, one.of);
    case "later stands":
      return texts.laterStands(ref, on, one.of);
    case "lower":
      return texts.lowerTotal(ref, amount, `${one.than} ${unit}`, one.of);
    case "negative":
      return texts.negativeValue(ref, amount);
    case "fraction":
      return texts.fractionValue(ref, amount);
  }
}
