import type { Day } from "../calendar.ts";
import { countUncounted } from "../journal/uncounted.ts";
import type { Plan } from "../plan.ts";
import type { WriteView } from "./writes.ts";
import { type Filters, NO_FILTERS, type Question, type Role } from "../selection.ts";

/** The version of the JSON contract (schemas/output): additions leave it, changes raise it. */
export const OUTPUT_VERSION = 1;

/** What every output says first: which plan, which day, which filters. */
export interface Envelope<Command extends string> {
  readonly kind: `ipplan/${Command}`;
  readonly version: typeof OUTPUT_VERSION;
  readonly plan: { readonly title: string; readonly year: number; readonly timezone: string } | null;
  readonly asOf: Day | null;
  readonly asKnown: Day | null;
  readonly filters: FiltersView;
  /** How many records the answer rests on, and a digest of their set; null where that was not worked out. */
  readonly journal: JournalBasis | null;
  /** Lines of the journal that could not be read; the good records around them count. */
  readonly journalDamaged: number;
}

/** What an output of numbers over the whole plan says first. */
export interface CountingEnvelope<Command extends string> extends Envelope<Command> {
  /** Live records that speak of what the plan does not have: they count in no number. */
  readonly journalUncounted: number;
}

/** The set of records that a report rests on: two reports with the same digest used the same records. */
export interface JournalBasis {
  readonly records: number;
  /** The first 16 hex digits of SHA-256 over the sorted ids, a line end after each. */
  readonly digest: string;
}

/** The filters as applied; divisions by name. */
export interface FiltersView extends Filters {
  readonly role: Role;
}

/** As applied where none is asked for. */
export const UNFILTERED: FiltersView = { ...NO_FILTERS, role: "any" };

/** A question with what the reader found on the way to it. */
export interface Inquiry extends Question {
  readonly journalDamaged: number;
  /** The day up to which records count as known; left out where all do. */
  readonly asKnown?: Day;
  readonly basis?: JournalBasis;
}

/** What every answer begins with: of which plan, as of which day, by which filters, resting on which records. */
export function envelope<Command extends string>(kind: Command, inquiry: Inquiry): Envelope<Command> {
  const { plan, asOf, filters, journalDamaged } = inquiry;
  return {
    kind: `ipplan/${kind}`,
    version: OUTPUT_VERSION,
    plan: { title: plan.title, year: plan.year, timezone: plan.timezone },
    asOf,
    asKnown: inquiry.asKnown ?? null,
    filters: viewFilters(plan, filters),
    journal: inquiry.basis ?? null,
    journalDamaged,
  };
}

/** The same with what the numbers leave out. */
export function countingEnvelope<Command extends string>(kind: Command, inquiry: Inquiry): CountingEnvelope<Command> {
  const { plan, journal } = inquiry;
  return { ...envelope(kind, inquiry), journalUncounted: countUncounted(plan, journal) };
}

/** The envelope of an output that speaks of no readable plan, or of no day. */
export function bareEnvelope<Command extends string>(kind: Command, journalDamaged: number): Envelope<Command> {
  return {
    kind: `ipplan/${kind}`,
    version: OUTPUT_VERSION,
    plan: null,
    asOf: null,
    asKnown: null,
    filters: UNFILTERED,
    journal: null,
    journalDamaged,
  };
}

/** The division's name; its id where the plan has none such. */
export function divisionName(plan: Plan, id: string): string {
  return plan.divisions.find((division) => division.id === id)?.name ?? id;
}

function viewFilters(plan: Plan, filters: Filters): FiltersView {
  return { ...filters, role: filters.role ?? "any", divisions: filters.divisions.map((id) => divisionName(plan, id)) };
}

/** Whether the view answers a write. */
export function isWrite(view: Envelope<string>): view is WriteView {
  return "effects" in view;
}
