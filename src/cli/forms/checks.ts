/** Checks cells of a form. Problems are gathered with their places, so that all are reported at once. */
import type { Day } from "../../core/calendar.ts";
import { type Milestone, type Plan, leadOf, milestonesNamed } from "../../core/plan.ts";
import { type NamedIndicator, indicatorsOf } from "../../core/resolve.ts";
import { divisionName } from "../../core/views/envelope.ts";
import type { FormTexts } from "../../i18n/zh/form.ts";
import { visible } from "../../reporters/visible.ts";
import { Failure } from "../failure.ts";
import type { FormDays } from "./cells.ts";
import { type FormColumn, type FormProblem, type PlaceText, formFailure, withoutSpace } from "./heads.ts";
import type { FilledRow } from "./tables.ts";
import type { Session } from "../recording/session.ts";

/** What all rows of a form are checked against. */
export interface FormContext {
  readonly session: Session;
  readonly division: { readonly id: string; readonly name: string };
  /** The day of progress and notes, or what is wrong with it, which is only reported if a row needs the day. */
  readonly reportedOn: Day | FormProblem;
  /** Gathers the problems found. */
  readonly problems: FormProblem[];
  readonly days: FormDays;
}

/** The result of `read`; undefined if it fails, in which case the failure is gathered. */
export function attempt<Value>(place: PlaceText, problems: FormProblem[], read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    problems.push({ place, failure: error });
    return undefined;
  }
}

/** The cell's value as `read` returns it; undefined if the cell is empty or wrong. */
export function checked<Value>(
  filled: FilledRow,
  column: FormColumn,
  { problems }: FormContext,
  read: (value: string | number, name: string) => Value,
): Value | undefined {
  const value = filled.cells[column] ?? null;
  if (value === null) return undefined;
  return attempt(filled.placeOf(column), problems, () => read(value, filled.nameOf(column)));
}

/** Whether the cell is empty. */
export function isEmpty({ cells }: FilledRow, column: FormColumn): boolean {
  return (cells[column] ?? null) === null;
}

/** Gathers a problem of the cell. Always null, to be returned as the row. */
export function refuse(
  filled: FilledRow,
  column: FormColumn,
  { problems }: FormContext,
  say: (texts: FormTexts) => string,
): null {
  problems.push({ place: filled.placeOf(column), failure: formFailure(say) });
  return null;
}

/**
 * The row's milestone. Refuses the row if the division does not lead its task, or if its text is no longer the plan's.
 */
export function knownMilestone(filled: FilledRow, context: FormContext): Milestone | null {
  return knownThing(filled, context, "text", (id) => {
    const [found] = milestonesNamed(context.session.inquiry.plan, new Set([id]));
    return found === undefined ? undefined : { thing: found, task: found.task, text: found.text };
  });
}

/** The row's indicator, under the same conditions. */
export function knownIndicator(filled: FilledRow, context: FormContext): NamedIndicator | null {
  return knownThing(filled, context, "indicator", (id) => {
    const found = indicatorsOf(context.session.inquiry.plan).find(({ ref }) => ref === id);
    if (found === undefined) return undefined;
    return { thing: found, task: found.ref.split("/")[0] ?? "", text: found.indicator.name };
  });
}

interface Known<Thing> {
  readonly thing: Thing;
  readonly task: string;
  readonly text: string;
}

function knownThing<Thing>(
  filled: FilledRow,
  context: FormContext,
  column: FormColumn,
  find: (id: string) => Known<Thing> | undefined,
): Thing | null {
  const { division, session } = context;
  if (isEmpty(filled, "id")) return refuse(filled, "id", context, (texts) => texts.noId);
  const id = withoutSpace(String(filled.cells.id));
  const known = find(id);
  if (known === undefined) return refuse(filled, "id", context, (texts) => texts.unknownId(id));
  const lead = leadIn(session.inquiry.plan, known.task);
  if (lead.id !== division.id) {
    return refuse(filled, "id", context, (texts) => texts.notTheirs(id, division.name, lead.name));
  }
  if (withoutSpace(String(filled.cells[column])) === withoutSpace(visible(known.text))) return known.thing;
  return refuse(filled, "id", context, (texts) => texts.otherText(id));
}

function leadIn(plan: Plan, task: string): { readonly id: string; readonly name: string } {
  const found = plan.tasks.find(({ id }) => id === task);
  const id = found === undefined ? "" : leadOf(found);
  return { id, name: divisionName(plan, id) };
}
