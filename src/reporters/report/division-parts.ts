/** The bulletin of one division: what it leads and what it only assists in stand apart, and nothing sums them up. */
import type { ReportView } from "../../core/views/report.ts";
import type { ReportGroup } from "../../core/views/report-numbers.ts";
import { capital } from "../words/phrases.ts";
import type { Pen } from "./pen.ts";

/** A part of one division, by its word: 牵头 · 配合. */
export interface DivisionPart {
  readonly word: string;
  readonly isLead: boolean;
  readonly numbers: ReportGroup;
  readonly before: ReportView["before"];
  readonly themes: readonly ReportGroup[];
}

/** Both parts, where the division has tasks in both: with tasks in one alone, that part is the whole. */
export function divisionParts({ view, catalogue }: Pick<Pen, "view" | "catalogue">): DivisionPart[] {
  const { lead, assist } = catalogue.words;
  const parts = view.parts.flatMap(({ key, before, themes }): DivisionPart[] => {
    const numbers = view.groups.find((group) => group.key === key);
    if (numbers === undefined || numbers.counts.tasks === 0) return [];
    const isLead = key === "lead";
    return [{ word: capital(isLead ? lead : assist), isLead, numbers, before, themes }];
  });
  return parts.length === 2 ? parts : [];
}

/** The rows of the table by theme: of each part its own, named so. */
export function themeRows(pen: Pick<Pen, "view" | "catalogue">): readonly ReportGroup[] {
  const parts = divisionParts(pen);
  if (parts.length === 0) return pen.view.themes;
  const { colon } = pen.catalogue.screens;
  return parts.flatMap(({ word, themes }) => themes.map((theme) => ({ ...theme, name: word + colon + theme.name })));
}

/** Whether the rows of the table add up to the whole: those of what one division leads and assists do not. */
export function addsUp(by: "division" | "theme", pen: Pick<Pen, "view" | "catalogue">): boolean {
  return pen.view.groupBy === "division" || (by === "theme" && divisionParts(pen).length === 0);
}
