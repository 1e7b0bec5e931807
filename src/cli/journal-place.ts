/** Finds the path of the journal. */
import { basename, dirname, relative, resolve, sep } from "node:path";
import { USUAL_JOURNAL, isInsideGitFolder, isPortableName, withRealParent } from "../storage/file-names.ts";
import { invalidPlan, unreadable } from "./failure.ts";
import { leadsOut } from "./inside.ts";
import type { Io } from "./io.ts";
import type { Places, Where } from "./plan-folder.ts";

/** The journal named by `--journal` or `IPPLAN_JOURNAL`, which replaces the plan's own; null if none was. */
export function typedJournal(where: Where, io: Io): string | null {
  const typed = where.journal ?? io.env["IPPLAN_JOURNAL"] ?? "";
  return typed === "" ? null : typed;
}

/**
 * The journal's path: from `--journal`, `IPPLAN_JOURNAL`, the plan's `journal:`, or journal.jsonl beside the plan
 * folder. Fails if it cannot be a journal.
 */
export function journalPathOf(where: Where, ofPlan: string | null, places: Places, io: Io): string {
  const { path, refusal } = journalPlace(where, ofPlan, places, io);
  if (refusal === null) return path;
  // A bad path in the plan is one of the plan's errors.
  throw typedJournal(where, io) === null ? invalidPlan(1) : unreadable((texts) => texts[refusal](path));
}

/** The same path, and why it cannot be a journal; `refusal` is null if it can. */
export function journalPlace(
  where: Where,
  ofPlan: string | null,
  places: Places,
  io: Io,
): { readonly path: string; readonly refusal: "outside" | "badJournal" | null } {
  const typed = typedJournal(where, io);
  const path = typed === null ? resolve(places.base, ofPlan ?? USUAL_JOURNAL) : resolve(io.cwd, typed);
  // The usual path cannot be refused for any of the reasons below.
  if (path === resolve(places.base, USUAL_JOURNAL) && path !== places.plan) return { path, refusal: null };
  // `places.base` is already free of links.
  const real = dirname(path) === places.base ? path : withRealParent(path);
  const way = relative(places.base, real);
  if (way === "" || leadsOut(way)) return { path, refusal: "outside" };
  const isPlans = real === places.plan || real.startsWith(`${places.plan}${sep}`);
  const isBad = isPlans || isInsideGitFolder(way) || !isPortableName(basename(path));
  return { path, refusal: isBad ? "badJournal" : null };
}
