/**
 * The notes below the title in Markdown and workbooks: a part must never look like the whole, nor a forecast like
 * facts.
 */
import type { Catalogue } from "../../i18n/catalogue.ts";
import { changeTexts } from "../../i18n/changes.ts";
import { groupName } from "../words/group-texts.ts";
import { logNote } from "../words/log-note.ts";
import { type Look, plainLook } from "../look.ts";
import { separateLines } from "../words/separate-lines.ts";
import { changeLines } from "../words/changes.ts";
import { asKnownNote, onlyNote } from "../words/subject.ts";
import type { ReadView } from "../../core/views/answer.ts";
import { dueSpan } from "../words/due-span.ts";
import type { OverdueView } from "../../core/views/overdue.ts";

/** The notes, one per line; none if the view is complete and not a forecast. */
export function notesOf(view: ReadView, catalogue: Catalogue, isForecast: boolean): string[] {
  const { asOf, plan } = view;
  if (view.kind === "ipplan/diff") return view.same ? [changeTexts(catalogue.language).none] : [];
  if (plan === null || asOf === null) return [];
  const { words } = catalogue;
  const look = plainLook(catalogue);
  return [
    ...(isForecast ? [words.forecast(asOf, words.weekday(asOf), words.zone(plan.timezone))] : []),
    ...partNote(view, look),
    ...asKnownNote(view, look),
    ...ownNotes(view, plan.year, look),
  ];
}

/** The filters of the view. Not for `show`, whose title names the task. */
function partNote(view: ReadView, look: Look): string[] {
  if (view.kind === "ipplan/show") return [];
  return view.kind === "ipplan/log" ? logNote(view, look) : onlyNote(view, look);
}

/** Notes specific to one command. */
function ownNotes(view: ReadView, planYear: number, look: Look): string[] {
  const { screens } = look.catalogue;
  switch (view.kind) {
    case "ipplan/status":
      return [
        ...(view.groupBy === "district" ? [screens.districtsRepeat] : []),
        ...separateLines(view, look).map((line) => line.trim()),
        ...changeLines(view.changes, planYear, look),
      ];
    case "ipplan/overdue":
      return [...(view.silent === null ? [] : [screens.silentOnly(view.silent)]), ...groupCounts(view, look)];
    case "ipplan/due":
      return [dueSpan(view, planYear, look)].filter((text) => text !== "");
    case "ipplan/log":
      return view.records.length < view.recordsInJournal
        ? [screens.logShown(view.records.length, view.recordsInJournal)]
        : [];
    default:
      return [];
  }
}

/** The number of milestones of each group, unless grouped by leading division: the rows do not show it. */
function groupCounts(view: OverdueView, { catalogue }: Look): string[] {
  const { groupBy, groups } = view;
  if (groupBy === "division" || groups.length === 0) return [];
  const { screens, words } = catalogue;
  const counts = groups.map((group) => screens.divisionCount(groupName(group, view, catalogue), group.milestones));
  return [counts.join(words.listSeparator), ...(groupBy === "district" ? [screens.districtsRepeat] : [])];
}
