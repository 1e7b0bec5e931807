/** The lines above and below screens: what they cover, and what else to ask for. */
import { periodOfYear } from "../../core/calendar.ts";
import { hang, spread } from "../layout.ts";
import type { Look } from "../look.ts";
import { visible } from "../visible.ts";
import { type SaidByTitle, type Subject, asKnownNote, onlyNote } from "../words/subject.ts";

/**
 * The title on the left, day and zone on the right; below it the filters, since a part must never look like the whole.
 */
export function heading(raw: string, subject: Subject, look: Look, said: readonly SaidByTitle[] = []): string[] {
  const title = visible(raw);
  const { words } = look.catalogue;
  const { plan, asOf } = subject;
  if (plan === null || asOf === null) return [look.paint.bold(title)];
  const say = look.isForecast ? words.forecast : words.asOf;
  const lines = spread(title, say(asOf, words.weekday(asOf), words.zone(plan.timezone)), look.width);
  const bold = lines.map((line) => line.replace(title, look.paint.bold(title)));
  const notes = [...onlyNote(subject, look, [], said), ...asKnownNote(subject, look)];
  return [...bold, ...notes.flatMap((note) => hang("", note, look.width))];
}

/** After the plan's year the numbers get worse every day without meaning anything: a hint how to see the year's end. */
export function afterYearLines({ asOf, plan }: Pick<Subject, "asOf" | "plan">, look: Look): string[] {
  if (asOf === null || plan === null || !look.isToday) return [];
  const { end } = periodOfYear(plan.year);
  return asOf > end ? [look.paint.dim(look.catalogue.screens.afterYear(end))] : [];
}
