/** Whether records say the same. Who wrote a record, when, and how the milestone then stood (`was`) do not matter. */
import { FACT_ORDER } from "./fact-order.ts";
import { eachOnce } from "./live.ts";
import type { Evidence, JournalRecord, RecordFacts } from "./record.ts";

type Facts = Omit<RecordFacts, "of">;

/** Free texts first: records about one thing differ most in those, and one record may be compared with thousands. */
const COMPARED = FACT_ORDER.filter((key) => key !== "was").toReversed();

/** Whether the record states exactly these facts. */
export function sameFacts(record: JournalRecord, facts: Facts): boolean {
  return COMPARED.every((key) => isSame(record, facts, key));
}

/** Whether the record states exactly these facts, except perhaps for `key`. */
export function differOnlyIn(key: keyof Facts, record: JournalRecord, facts: Facts): boolean {
  return COMPARED.every((other) => other === key || isSame(record, facts, other));
}

/** Whether the record already states all the given facts, the day aside. Its evidence may include more. */
export function saysNothingMore(facts: Facts, record: JournalRecord): boolean {
  return COMPARED.every((key) => {
    if (key === "on" || facts[key] === undefined) return true;
    return key === "evidence" ? holdsAll(record, facts.evidence) : isSame(record, facts, key);
  });
}

function holdsAll({ evidence: own = [] }: JournalRecord, evidence: readonly Evidence[] = []): boolean {
  return eachOnce([...own, ...evidence]).length === eachOnce(own).length;
}

/** The facts of the record without its day. */
export function whatItSays(record: JournalRecord): Partial<Facts> {
  const keys = COMPARED.filter((key) => key !== "on" && said(record[key]) !== undefined);
  return Object.fromEntries(keys.map((key) => [key, record[key]]));
}

function isSame(record: JournalRecord, facts: Facts, key: (typeof COMPARED)[number]): boolean {
  const one = record[key];
  const other = facts[key];
  if (typeof one !== "object" && typeof other !== "object") return one === other;
  return JSON.stringify(said(one)) === JSON.stringify(said(other));
}

/** An empty list says nothing; other programs may write one. */
function said(value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? undefined : value;
}
