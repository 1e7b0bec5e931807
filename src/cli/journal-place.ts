/** Where the journal of a command is. */
import { basename, dirname, relative, resolve, sep } from "node:path";
import { USUAL_JOURNAL, isGits, isPortableName, withRealParent } from "../storage/file-names.ts";
import { invalidPlan, unreadable } from "./failure.ts";
import { leadsOut } from "./inside.ts";
import type { Io } from "./io.ts";
import type { Places, Where } from "./plan-folder.ts";

/** The journal that was named for the command, in place of the plan's own; null where none was. */
export function typedJournal(where: Where, io: Io): string | null {
  const typed = where.journal ?? io.env["IPPLAN_JOURNAL"] ?? "";
  return typed === "" ? null : typed;
}

/** `--journal`, `IPPLAN_JOURNAL`, the plan's own word, or journal.jsonl beside the plan folder; fails where that can be no journal. */
export function journalPathOf(where: Where, ofPlan: string | null, places: Places, io: Io): string {
  const { path, refusal } = journalPlace(where, ofPlan, places, io);
  if (refusal === null) return path;
  // What the plan says is one of its mistakes.
  throw typedJournal(where, io) === null ? invalidPlan(1) : unreadable((texts) => texts[refusal](path));
}

/** The same path, and why it can be no journal; null where it can. */
export function journalPlace(
  where: Where,
  ofPlan: string | null,
  places: Places,
  io: Io,
): { readonly path: string; readonly refusal: "outside" | "badJournal" | null } {
  const typed = typedJournal(where, io);
  const path = typed === null ? resolve(places.base, ofPlan ?? USUAL_JOURNAL) : resolve(io.cwd, typed);
  // Of the usual one nothing can be said of what is refused below.
  if (path === resolve(places.base, USUAL_JOURNAL) && path !== places.plan) return { path, refusal: null };
  // The base's own path has no links in it.
  const real = dirname(path) === places.base ? path : withRealParent(path);
  const way = relative(places.base, real);
  if (way === "" || leadsOut(way)) return { path, refusal: "outside" };
  const isPlans = real === places.plan || real.startsWith(`${places.plan}${sep}`);
  const isBad = isPlans || isGits(way) || !isPortableName(basename(path));
  return { path, refusal: isBad ? "badJournal" : null };
}
