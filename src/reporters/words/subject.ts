/** What a view covers, in words: its filters, and records as known on a day. */
import type { Envelope, FiltersView } from "../../core/views/envelope.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import type { Look } from "../look.ts";

/** What a view covers: its plan, its days and its filters. */
export type Subject = Pick<Envelope<string>, "plan" | "asOf" | "asKnown" | "journal" | "filters">;

/** Filters that a screen's title already mentions. */
export type SaidByTitle = "period" | "divisions";

/** The filters and `more` in a sentence; none if the view is not filtered. */
export function onlyNote(
  { filters }: Pick<Subject, "filters">,
  look: Look,
  more: readonly string[] = [],
  said: readonly SaidByTitle[] = [],
): string[] {
  const { screens, words } = look.catalogue;
  const pieces = [...filterPieces(filters, said, look), ...more];
  return pieces.length === 0 ? [] : [screens.only(pieces.join(words.sentenceSeparator))];
}

/** The day of `--as-known`, with the number and digest of the records known then; none if all records count. */
export function asKnownNote(
  { asKnown, journal }: Pick<Subject, "asKnown" | "journal">,
  { catalogue }: Pick<Look, "catalogue">,
): string[] {
  if (asKnown === null) return [];
  return [catalogue.screens.asKnown(asKnown, journal?.records ?? 0, journal?.digest ?? "")];
}

/** The filters in words, without those that the title mentions. */
export function filterPieces(filters: FiltersView, said: readonly SaidByTitle[], look: Look): string[] {
  const { words, screens } = look.catalogue;
  const list = (name: string, values: readonly string[]): string[] => namedList(name, values, look.catalogue);
  const { quarters, months } = filters;
  const role = filters.role === "any" ? [] : [filters.role === "lead" ? words.lead : words.assist];
  const divisions = said.includes("divisions")
    ? role
    : list(screens.divisions, filters.divisions).map((text) => text + role.map(words.inBrackets).join(""));
  return [
    ...(quarters === null || said.includes("period") ? [] : [words.span(quarters)]),
    ...(months === null || said.includes("period") ? [] : [words.months(months)]),
    ...divisions,
    ...list(
      screens.districts,
      filters.districts.map((name) => districtName(name, look.catalogue)),
    ),
    ...list(screens.theme, filters.themes),
    ...list(screens.section, filters.sections),
    ...list(screens.tasks, filters.tasks),
    ...list(screens.state, filters.states.map(words.stateFilter)),
    ...list(screens.textFilter, filters.text === null ? [] : [filters.text]),
  ];
}

/** A district's name, or the words for `related` and `none`, which are not in the plan. */
export function districtName(name: string, { screens }: Catalogue): string {
  if (name === "related") return screens.relatedDistricts;
  return name === "none" ? screens.noDistrict : name;
}

/** `处室 综合科、法规科`; none if there are no values. */
export function namedList(name: string, values: readonly string[], { words }: Catalogue): string[] {
  return values.length === 0 ? [] : [`${name} ${values.join(words.listSeparator)}`];
}
