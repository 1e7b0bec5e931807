import { CORRECTION, type LogView } from "../../core/views/log.ts";
import type { Look } from "../look.ts";
import { namedList, onlyNote } from "./subject.ts";

/** The filters of a log; none if it is the whole journal. Its days are in its title. */
export function logNote(view: LogView, look: Look): string[] {
  const { screens, words } = look.catalogue;
  const { filters, parts, by, kinds } = view;
  const list = (name: string, values: readonly string[]): string[] => namedList(name, values, look.catalogue);
  const tasks = filters.tasks.filter((id) => !parts.some(({ task }) => task === id));
  return onlyNote({ filters: { ...filters, tasks } }, look, [
    ...list(
      screens.id,
      parts.map(({ id }) => id),
    ),
    ...list(screens.recordedBy, by === null ? [] : [by]),
    ...list(
      screens.recordKind,
      kinds.map((kind) => (kind === CORRECTION ? words.correction : words.recordKind(kind))),
    ),
  ]);
}
