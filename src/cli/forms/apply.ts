/** `sheet --apply`: reads filled forms, checks everything in them, and records all of it or nothing. */
import { type Day, parseDay } from "../../core/calendar.ts";
import { FORM_VERSION } from "../../core/views/form.ts";
import type { Language } from "../../i18n/catalogue.ts";
import { formTexts } from "../../i18n/form.ts";
import { usage } from "../failure.ts";
import type { Io, Outcome } from "../io.ts";
import { usageTexts } from "../say.ts";
import { type FormDays, cellDay, formDays } from "./cells.ts";
import { type FormContext, attempt } from "./checks.ts";
import { readForms } from "./files.ts";
import { earlierRecordFate } from "./repeats.ts";
import { indicatorRow, milestoneRow } from "./rows.ts";
import { type FormProblem, type PlaceText, formFailure, unlessNothing, withoutSpace } from "./heads.ts";
import type { FilledForm, FilledRow } from "./tables.ts";
import type { Item } from "../recording/drafting.ts";
import { itemsOf } from "../recording/items.ts";
import type { Row } from "../recording/rows.ts";
import { type Session, openSession } from "../recording/session.ts";
import { writeItems } from "../recording/write-items.ts";
import type { SheetOptions } from "../options.ts";

/** Something to record, and the place of the cell with its id. */
interface Entry {
  readonly item: Item;
  readonly row: Row;
  readonly place: PlaceText;
}

/**
 * Records what was filled in, from the form or folder of forms at the path. Fails with all problems before anything is
 * written.
 */
export async function applySheets(path: string, options: SheetOptions, io: Io): Promise<Outcome> {
  const session = await openSession(options, io);
  const problems: FormProblem[] = [];
  const entries: Entry[] = [];
  const unasked: FormProblem[] = [];
  for (const form of await readForms(path, io)) {
    if ("problems" in form) problems.push(...form.problems);
    else {
      entries.push(...entriesOf(form, session, problems));
      unasked.push(...form.unasked);
    }
  }
  const once = withoutRepetition(entries, problems);
  const { fresh, repeated } = apart(once, session);
  for (const { item, place } of fresh) {
    const decision = item.decide(session.inquiry.journal);
    if (!("refused" in decision)) continue;
    problems.push({ place, failure: usage((texts) => texts.refused(item.id, decision.refused, decision.than ?? "")) });
  }
  if (problems.length > 0) throw allProblems(problems);
  const { stderr, ...outcome } = await writeItems(
    "sheet",
    fresh.map(({ item }) => item),
    session,
  );
  const { language } = session;
  const nothing = once.length > 0 ? [] : [formTexts(language).nothingFilled];
  const more = [...(await linesOf([...repeated, ...unasked], language)), ...nothing];
  return { ...outcome, stderr: stderr + more.map((line) => `${line}\n`).join("") };
}

/** Splits the entries into new ones and those recorded before, which are not recorded again. */
function apart(
  entries: readonly Entry[],
  { inquiry }: Session,
): { readonly fresh: readonly Entry[]; readonly repeated: readonly FormProblem[] } {
  const known = new Map(entries.map((entry) => [entry, earlierRecordFate(entry.item, entry.row, inquiry.journal)]));
  const repeated = [...known].flatMap(([{ item, row, place }, since]): FormProblem[] => {
    if (since === null) return [];
    return [{ place, failure: formFailure((texts) => texts.repeated(item.id, row.kind, since)) }];
  });
  return { fresh: entries.filter((entry) => known.get(entry) === null), repeated };
}

async function linesOf(problems: readonly FormProblem[], language: Language): Promise<string[]> {
  const texts = await usageTexts(language);
  const said = problems.map(async ({ place, failure }) =>
    formTexts(language).said(place(language), await failure.say(texts, language)),
  );
  return Promise.all(said);
}

function allProblems(problems: readonly FormProblem[]): Error {
  return usage(async (_, language) =>
    [...(await linesOf(problems, language)), formTexts(language).notRecorded].join("\n"),
  );
}

function entriesOf(form: FilledForm, session: Session, problems: FormProblem[]): Entry[] {
  const before = problems.length;
  const division = divisionOf(form, session, problems);
  if (division === null) return [];
  const days = formDays(parseDay(String(form.facts.asOf?.value ?? "")), session.today, session.inquiry.plan.year);
  const context: FormContext = { session, division, reportedOn: reportedDay(form, session, days), problems, days };
  const isOwn = problems.length === before;
  const entries = [
    ...form.milestones.flatMap((filled) => entryOf(filled, context, milestoneRow)),
    ...form.indicators.flatMap((filled) => entryOf(filled, context, indicatorRow)),
  ];
  // A form with a wrong head is checked too, but its rows are not compared with those of other forms.
  return isOwn ? entries : [];
}

/** The entries of a row; none if it has mistakes, so that these cause no further complaints. */
function entryOf(
  filled: FilledRow,
  context: FormContext,
  read: (filled: FilledRow, context: FormContext) => Row | null,
): Entry[] {
  const { problems, session } = context;
  const before = problems.length;
  const row = read(filled, context);
  if (row === null || problems.length > before) return [];
  const place = filled.placeOf("id");
  const items = attempt(place, problems, () => itemsOf([row], session)) ?? [];
  return items.map((item) => ({ item, row, place }));
}

/**
 * The form's division; null if its rows cannot be judged because its version or division is wrong, or several facts of
 * its head are.
 */
function divisionOf(form: FilledForm, { inquiry }: Session, problems: FormProblem[]): FormContext["division"] | null {
  const { title, year, divisions } = inquiry.plan;
  const said = (name: keyof FilledForm["facts"]): string => String(form.facts[name]?.value ?? "");
  const isSame = (name: keyof FilledForm["facts"], text: string): boolean =>
    withoutSpace(said(name)) === withoutSpace(text);
  const division = divisions.find(({ name }) => isSame("division", name));
  const names = divisions.map(({ name }) => name);
  const checks = [
    [
      "version",
      isSame("version", FORM_VERSION),
      formFailure((texts) => texts.badVersion(said("version"), FORM_VERSION)),
    ],
    ["year", isSame("year", String(year)), formFailure((texts) => texts.otherYear(said("year"), year))],
    ["plan", isSame("plan", title), formFailure((texts) => texts.otherPlan(said("plan"), title))],
    ["division", division !== undefined, formFailure((texts) => texts.unknownDivision(said("division"), names))],
  ] as const;
  const [failed, ...others] = checks.filter(([, holds]) => !holds);
  if (failed === undefined) return division ?? null;
  const [name, , other] = failed;
  const failure = said(name) === "" ? formFailure((texts) => texts.noFact(texts.facts[name])) : other;
  problems.push({ place: form.facts[name]?.place ?? form.place, failure });
  // Only year or title being wrong does not make the rows unreadable.
  const isSlip = others.length === 0 && (name === "year" || name === "plan");
  return isSlip ? (division ?? null) : null;
}

/** The day of progress and notes: as filled in, else the form's as-of day. Or what is wrong with it. */
function reportedDay({ facts, place }: FilledForm, { inquiry, today }: Session, days: FormDays): Day | FormProblem {
  const { reportedOn, asOf } = facts;
  const typed = unlessNothing(reportedOn?.value);
  const problems: FormProblem[] = [];
  const read = (value: string | number): Day => cellDay(value, formTexts(inquiry.plan.language).facts.reportedOn, days);
  if (typed !== null) {
    return attempt(reportedOn?.place ?? place, problems, () => read(typed)) ?? problems[0] ?? today;
  }
  const day = parseDay(String(asOf?.value ?? ""));
  if (day !== undefined && day <= today) return day;
  return {
    place: reportedOn?.place ?? place,
    failure: formFailure((texts) => texts.asOfAhead(String(asOf?.value ?? ""))),
  };
}

/** Drops repeated rows. Two different rows about the same thing are a mistake. */
function withoutRepetition(entries: readonly Entry[], problems: FormProblem[]): Entry[] {
  return entries.filter((entry, index) => {
    const first = entries.slice(0, index).find(({ row }) => row.ref === entry.row.ref);
    if (first === undefined) return true;
    if (JSON.stringify(first.row) !== JSON.stringify(entry.row)) {
      const failure = usage((_, language) => formTexts(language).twice(entry.row.ref, first.place(language)));
      problems.push({ place: entry.place, failure });
    }
    return false;
  });
}
