/** What `status` counts apart, so that no rate hides it. */
import type { StatusView } from "../../core/views/status.ts";
import type { Look } from "../look.ts";
import { someIds } from "./phrases.ts";

const MOST_IDS = 3;

/** `经批准延期 1（17-2）；已取消 1（21-3）`; no line where there are none. Those of `told` are told elsewhere. */
export function apartLine({ extended, cancelled }: StatusView, look: Look, told: readonly string[] = []): string[] {
  const { screens, words } = look.catalogue;
  const moved = extended.filter((id) => !told.includes(id));
  const texts = [
    ...(moved.length === 0 ? [] : [screens.extendedApart(moved.length, someIds(moved, MOST_IDS, look))]),
    ...(cancelled.length === 0 ? [] : [screens.cancelledApart(cancelled.length, someIds(cancelled, MOST_IDS, look))]),
  ];
  return texts.length === 0 ? [] : [`  ${texts.join(words.sentenceSeparator)}`];
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
