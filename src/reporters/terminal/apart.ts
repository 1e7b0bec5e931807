/** What `status` counts apart, so that no rate hides it. */
import type { StatusView } from "../../core/views/status.ts";
import { hang } from "../layout.ts";
import type { Look } from "../look.ts";
import { cancelledWords } from "./milestone-lines.ts";
import { someIds } from "./phrases.ts";

const MOST_IDS = 3;
const MOST_EXCLUDED = 5;

/** What was extended, and what no rate counts, with the reason; no lines where there are none. `told` is told elsewhere. */
export function apartLines(view: StatusView, look: Look, told: readonly string[] = []): string[] {
  const moved = view.extended.filter((id) => !told.includes(id));
  const { extendedApart } = look.catalogue.screens;
  const shown = someIds(withLateMarks(moved, view, look), MOST_IDS, look);
  const extended = moved.length === 0 ? [] : [`  ${extendedApart(moved.length, shown)}`];
  return [...extended, ...excludedLines(view, look)];
}

/** `17-2（补登）`: ids of what was extended; what was written down late says so. */
export function withLateMarks(ids: readonly string[], view: StatusView, look: Look): string[] {
  const { screens, words } = look.catalogue;
  if (ids.length === 0) return [];
  const late = new Set(view.extendedLate);
  return ids.map((id) => (late.has(id) ? id + words.inBrackets(screens.recordedLate) : id));
}

function excludedLines({ excluded, plan }: StatusView, look: Look): string[] {
  if (excluded.length === 0) return [];
  const { screens, words } = look.catalogue;
  const items = excluded.lines
    .first(MOST_EXCLUDED)
    .map((milestone) => `${milestone.id} ${cancelledWords(milestone, plan?.year ?? 0, look)}`);
  const named = items.join(words.sentenceSeparator);
  const shown = items.length < excluded.length ? screens.cut.excludedSome(named) : named;
  return hang("  ", screens.excluded(excluded.length, shown), look.width);
}

/** `缺佐证材料 1（21-1）`; no text where there are none. */
export function unprovenText({ unproven }: StatusView, look: Look): string[] {
  const { screens } = look.catalogue;
  return unproven.length === 0 ? [] : [screens.unproven(unproven.length, someIds(unproven, MOST_IDS, look))];
}

/** The same as a line, for screens that do not tell what is accepted. */
export function unprovenLine(view: StatusView, look: Look): string[] {
  return unprovenText(view, look).map((text) => `  ${text}`);
}
