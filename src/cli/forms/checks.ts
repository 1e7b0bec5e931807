/** Judging the cells of a form: what is wrong is gathered with its place, so that all of it is told at once. */
import type { Day } from "../../core/calendar.ts";
import { type Milestone, type Plan, leadOf, milestonesNamed } from "../../core/plan.ts";
import { type NamedIndicator, indicatorsOf } from "../../core/resolve.ts";
import { divisionName } from "../../core/views/envelope.ts";
import type { FormTexts } from "../../i18n/zh/form.ts";
import { visible } from "../../reporters/visible.ts";
import { Failure } from "../failure.ts";
import type { FormDays } from "./cells.ts";
import { type FormColumn, type FormProblem, type Place, squeeze, wrong } from "./heads.ts";
import type { FilledRow } from "./tables.ts";
import type { Session } from "../recording/session.ts";

/** What all rows of a form are judged by. */
export interface FormContext {
  readonly session: Session;
  readonly division: { readonly id: string; readonly name: string };
  /** The day that progress and notes speak of; what is wrong with it is told where it is needed. */
  readonly reportedOn: Day | FormProblem;
  readonly problems: FormProblem[];
  readonly days: FormDays;
}

/** What `read` makes of something; nothing where it fails, which is gathered. */
export function attempt<Value>(place: Place, problems: FormProblem[], read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    problems.push({ place, failure: error });
    return undefined;
  }
}

/** What the cell says, or nothing where it is empty or wrong. */
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

/** Whether nothing was filled in. */
export function isEmpty({ cells }: FilledRow, column: FormColumn): boolean {
  return (cells[column] ?? null) === null;
}

/** Gathers what is wrong with the cell; null, as what is read of it. */
export function refuse(
  filled: FilledRow,
  column: FormColumn,
  { problems }: FormContext,
  say: (texts: FormTexts) => string,
): null {
  problems.push({ place: filled.placeOf(column), failure: wrong(say) });
  return null;
}

/** The milestone of the row, if it is one that the division leads and the row still says what the plan says. */
export function knownMilestone(filled: FilledRow, context: FormContext): Milestone | null {
  return knownThing(filled, context, "text", (id) => {
    const [found] = milestonesNamed(context.session.inquiry.plan, new Set([id]));
    return found === undefined ? undefined : { thing: found, task: found.task, text: found.text };
  });
}

/** The indicator of the row, on the same terms. */
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
  const id = squeeze(String(filled.cells.id));
  const known = find(id);
  if (known === undefined) return refuse(filled, "id", context, (texts) => texts.unknownId(id));
  const lead = leadIn(session.inquiry.plan, known.task);
  if (lead.id !== division.id) {
    return refuse(filled, "id", context, (texts) => texts.notTheirs(id, division.name, lead.name));
  }
  if (squeeze(String(filled.cells[column])) === squeeze(visible(known.text))) return known.thing;
  return refuse(filled, "id", context, (texts) => texts.otherText(id));
}

function leadIn(plan: Plan, task: string): { readonly id: string; readonly name: string } {
  const found = plan.tasks.find(({ id }) => id === task);
  const id = found === undefined ? "" : leadOf(found);
  return { id, name: divisionName(plan, id) };
}
