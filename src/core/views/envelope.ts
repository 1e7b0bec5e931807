import type { Day } from "../calendar.ts";
import { countUncounted } from "../journal/uncounted.ts";
import type { Plan } from "../plan.ts";
import type { WriteView } from "./writes.ts";
import { type Filters, NO_FILTERS, type Question, type Role } from "../selection.ts";

/** The version of the JSON contract (schemas/output). Additions keep it, changes raise it. */
export const OUTPUT_VERSION = 1;

/** What every output begins with: which plan, which day, which filters. */
export interface Envelope<Command extends string> {
  readonly kind: `ipplan/${Command}`;
  readonly version: typeof OUTPUT_VERSION;
  readonly plan: { readonly title: string; readonly year: number; readonly timezone: string } | null;
  readonly asOf: Day | null;
  readonly asKnown: Day | null;
  readonly filters: FiltersView;
  /** The records that the answer is based on; null if that was not worked out. */
  readonly journal: JournalBasis | null;
  /** How many journal lines could not be read. The good records around them count. */
  readonly journalDamaged: number;
}

/** What an output with numbers about the whole plan begins with. */
export interface CountingEnvelope<Command extends string> extends Envelope<Command> {
  /** How many live records are about something that the plan does not have, so that no number counts them. */
  readonly journalUncounted: number;
}

/** The set of records that an answer is based on. Two reports with the same digest used the same records. */
export interface JournalBasis {
  readonly records: number;
  /** The first 16 hex digits of SHA-256 over the sorted ids, each followed by a newline. */
  readonly digest: string;
}

/** The filters as applied, with divisions by name. */
export interface FiltersView extends Filters {
  readonly role: Role;
}

/** The filters if none is asked for. */
export const UNFILTERED: FiltersView = { ...NO_FILTERS, role: "any" };

/** A question, with what was found while reading plan and journal. */
export interface Inquiry extends Question {
  readonly journalDamaged: number;
  /** Records written after this day are left out; not set if none are. */
  readonly asKnown?: Day;
  readonly basis?: JournalBasis;
}

/** The envelope of an answer. */
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

/** The same, with the number of records that no number counts. */
export function countingEnvelope<Command extends string>(kind: Command, inquiry: Inquiry): CountingEnvelope<Command> {
  const { plan, journal } = inquiry;
  return { ...envelope(kind, inquiry), journalUncounted: countUncounted(plan, journal) };
}

/** The envelope of an output without a readable plan, or not about a day. */
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

/** The division's name; its id if the plan has no such division. */
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
