/** What `status` lists separately, so that no rate hides it. */
import type { StatusView } from "../../core/views/status.ts";
import { hang } from "../layout.ts";
import type { Look } from "../look.ts";
import { cancelledWords } from "./milestone-lines.ts";
import { someIds } from "./phrases.ts";

const MOST_IDS = 3;
const MOST_EXCLUDED = 5;

/**
 * Lines for what was extended, and for what is excluded from rates, with the reason; none if there is nothing. `told`
 * are ids already mentioned elsewhere.
 */
export function separateLines(view: StatusView, look: Look, told: readonly string[] = []): string[] {
  const moved = view.extended.filter((id) => !told.includes(id));
  const { extendedApart, extendedParts } = look.catalogue.screens;
  const shown = (ids: readonly string[]): string => someIds(withLateMarks(ids, view, look), MOST_IDS, look);
  const whole = (count: number, ids: string): string => extendedApart(count, ids, told.length > 0);
  const extended = moved.length === 0 ? [] : [byPart(moved, shown, [whole, extendedParts], view, look)];
  return indented([...extended, ...excludedText(view, look)], look);
}

type Texts = readonly [whole: (count: number, ids: string) => string, parts: (lead: string, assist: string) => string];

/**
 * The number of ids and the ids themselves. On a division's screen, those it leads and those it assists are separate,
 * if it assists any.
 */
function byPart(
  ids: readonly string[],
  shown: (ids: readonly string[]) => string,
  [whole, parts]: Texts,
  view: StatusView,
  look: Look,
): string {
  const assisted = ids.filter((id) => isMarked(id, view));
  if (assisted.length === 0) return whole(ids.length, shown(ids));
  const { inBrackets } = look.catalogue.words;
  const part = (own: readonly string[]): string => (own.length === 0 ? "0" : `${own.length}${inBrackets(shown(own))}`);
  return parts(part(ids.filter((id) => !assisted.includes(id))), part(assisted));
}

/**
 * Whether to mark the milestone as one that the division only assists. Not with `--role assist`, where the heading says
 * so.
 */
function isMarked(id: string, { tasks, filters }: StatusView): boolean {
  return filters.role !== "assist" && tasks.isAssisted(id);
}

/** Ids of extended milestones; `17-2（补登）` if the extension was recorded late. */
export function withLateMarks(ids: readonly string[], view: StatusView, look: Look): string[] {
  const { screens, words } = look.catalogue;
  if (ids.length === 0) return [];
  const late = new Set(view.extendedLate);
  return ids.map((id) => (late.has(id) ? id + words.inBrackets(screens.recordedLate) : id));
}

function excludedText(view: StatusView, look: Look): string[] {
  const { excluded, plan } = view;
  if (excluded.length === 0) return [];
  const { screens, words } = look.catalogue;
  const items = excluded.lines.first(MOST_EXCLUDED).map((milestone) => {
    const mark = isMarked(milestone.id, view) ? words.inBrackets(words.assist) : "";
    return `${milestone.id}${mark} ${cancelledWords(milestone, plan?.year ?? 0, look)}`;
  });
  const named = items.join(words.sentenceSeparator);
  const shown = items.length < excluded.length ? screens.cut.excludedSome(named) : named;
  return [screens.excluded(excluded.length, shown)];
}

/** `缺佐证材料 1（21-1）`; none if everything has evidence. */
export function unprovenText(view: StatusView, look: Look): string[] {
  const { unproven, unprovenParts } = look.catalogue.screens;
  const shown = (ids: readonly string[]): string => someIds(ids, MOST_IDS, look);
  if (view.unproven.length === 0) return [];
  return [byPart(view.unproven, shown, [unproven, unprovenParts], view, look)];
}

/** The same on its own line, for screens that do not show how much is accepted. */
export function unprovenLine(view: StatusView, look: Look): string[] {
  return indented(unprovenText(view, look), look);
}

/** The texts below each other, indented and wrapped. */
export function indented(texts: readonly string[], look: Look): string[] {
  return texts.flatMap((text) => hang("  ", text, look.width));
}
