/** The bulletin of one division: its leading and assisting parts are shown apart and never added up. */
import type { ReportView } from "../../core/views/report.ts";
import type { ReportGroup } from "../../core/views/report-numbers.ts";
import { capital } from "../words/phrases.ts";
import type { ReportContext } from "./report-context.ts";

/** The leading or the assisting part of a division (牵头 · 配合). */
export interface DivisionPart {
  readonly word: string;
  readonly isLead: boolean;
  readonly numbers: ReportGroup;
  readonly before: ReportView["before"];
  readonly themes: readonly ReportGroup[];
}

/** Both parts, if the division has tasks in both. Otherwise none: a single part is the whole. */
export function divisionParts({ view, catalogue }: Pick<ReportContext, "view" | "catalogue">): DivisionPart[] {
  const { lead, assist } = catalogue.words;
  const parts = view.parts.flatMap(({ key, before, themes }): DivisionPart[] => {
    const numbers = view.groups.find((group) => group.key === key);
    if (numbers === undefined || numbers.counts.tasks === 0) return [];
    const isLead = key === "lead";
    return [{ word: capital(isLead ? lead : assist), isLead, numbers, before, themes }];
  });
  return parts.length === 2 ? parts : [];
}

/** The rows of the table by theme; if there are two parts, those of each part, named after it. */
export function themeRows(context: Pick<ReportContext, "view" | "catalogue">): readonly ReportGroup[] {
  const parts = divisionParts(context);
  if (parts.length === 0) return context.view.themes;
  const { colon } = context.catalogue.screens;
  return parts.flatMap(({ word, themes }) => themes.map((theme) => ({ ...theme, name: word + colon + theme.name })));
}

/** Whether the table's rows add up to the whole. The leading and assisting parts of one division do not. */
export function addsUp(by: "division" | "theme", context: Pick<ReportContext, "view" | "catalogue">): boolean {
  return context.view.groupBy === "division" || (by === "theme" && divisionParts(context).length === 0);
}
