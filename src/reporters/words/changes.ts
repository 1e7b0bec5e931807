import type { ChangesView } from "../../core/views/changes.ts";
import { wrap } from "../layout.ts";
import { type Look, shortDay } from "../look.ts";
import { someIds } from "./phrases.ts";

const MOST_IDS = 4;

/** `06-15 以来：完成 12 个（4-1、9-1、10-1、10-2@Q2等）；新逾期 5 个（…）`; leaves out zeros. */
export function changeLines(changes: ChangesView | null, planYear: number, look: Look): string[] {
  if (changes === null) return [];
  const { screens, words } = look.catalogue;
  const kinds = ["done", "overdue", "extended", "cancelled", "blocked", "unblocked", "added", "readings"] as const;
  const pieces = kinds
    .filter((kind) => changes[kind].length > 0)
    .map((kind) => {
      const ids = words.inBrackets(someIds(changes[kind], MOST_IDS, look));
      return screens.changed[kind](changes[kind].length) + ids;
    });
  const text = pieces.length === 0 ? screens.nothingChanged : pieces.join(words.sentenceSeparator);
  return wrap(screens.since(shortDay(changes.since, planYear), text), look.width);
}
