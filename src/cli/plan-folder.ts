import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { systemCode } from "../storage/journal-access-error.ts";
import { unreadable } from "./failure.ts";
import type { Io } from "./io.ts";
import { typedJournal } from "./journal-place.ts";
import { USUAL_JOURNAL, USUAL_PLAN } from "../storage/file-names.ts";

/** Options that say where plan and journal are, and whether to use the cache. */
export interface Where {
  readonly plan?: string;
  readonly journal?: string;
  /** False with `--no-cache`. */
  readonly cache?: boolean;
}

/**
 * The folders of a plan, free of links: `plan` itself, and `base`, which holds the plan folder, the journal and all
 * evidence.
 */
export interface Places {
  readonly plan: string;
  readonly base: string;
}

/**
 * Finds the plan folder: `--plan`, `IPPLAN_PLAN`, or `plan` in the current folder or the nearest one above that has it.
 * Fails if there is none.
 */
export function findPlan(where: Where, io: Io): Places {
  const named = where.plan ?? io.env["IPPLAN_PLAN"];
  if (named !== undefined && named !== "") {
    const folder = resolve(io.cwd, named);
    if (!isFolder(folder)) throw unreadable((texts) => texts.planMissing(named));
    return placesOf(planIn(folder), where, io);
  }
  for (let folder = realpathSync.native(io.cwd); ; folder = dirname(folder)) {
    const plan = resolve(folder, USUAL_PLAN);
    if (isFolder(plan)) return placesOf(plan, where, io);
    if (dirname(folder) === folder) throw unreadable((texts) => texts.noPlan(io.cwd));
  }
}

/**
 * Resolves links: someone who reaches a plan through a link means the journal beside the real plan, like everybody
 * else.
 */
function placesOf(folder: string, where: Where, io: Io): Places {
  const plan = realpathSync.native(folder);
  const base = dirname(plan);
  if (plan !== folder && typedJournal(where, io) === null) refuseSecondJournal(dirname(folder), base);
  return { plan, base };
}

/** Fails if there is another journal beside the link: its records would silently be left out. */
function refuseSecondJournal(besideLink: string, base: string): void {
  const [own, other] = [resolve(base, USUAL_JOURNAL), resolve(besideLink, USUAL_JOURNAL)];
  const real = (path: string): string | null => (existsSync(path) ? realpathSync.native(path) : null);
  const found = real(other);
  if (found !== null && found !== real(own)) throw unreadable((texts) => texts.secondJournal(other, own));
}

/**
 * The named folder, or the `plan` folder inside it. Prefers the named folder if it has a plan.yaml: what lies beside
 * the inner one could be another plan's journal.
 */
export function planIn(folder: string): string {
  const inside = resolve(folder, USUAL_PLAN);
  return isFolder(inside) && !existsSync(resolve(folder, "plan.yaml")) ? inside : folder;
}

/**
 * Whether the path is a folder. For a path below a file (ENOTDIR), some versions of Node.js return nothing and others
 * throw.
 */
function isFolder(path: string): boolean {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false })?.isDirectory() === true;
  } catch (error) {
    if (systemCode(error) === "ENOTDIR") return false;
    throw error;
  }
}
