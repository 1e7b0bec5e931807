/** Finds and reads plan and journal for a command. */
import { realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { type Journal, foldJournal } from "../core/journal/fold.ts";
import type { Plan } from "../core/plan.ts";
import { isGits, isPortableName, withRealParent } from "../storage/file-names.ts";
import type { JournalReading } from "../storage/journal-files.ts";
import { JournalAccessError, journalFiles, readJournal } from "../storage/journal-files.ts";
import type { PlanReading } from "../storage/plan-files.ts";
import { unreadable } from "./failure.ts";
import type { Io } from "./io.ts";
import { type Places, type Where, findPlan } from "./plan-folder.ts";

export interface LoadedPlan {
  readonly places: Places;
  readonly reading: PlanReading;
}

export interface Loaded {
  readonly places: Places;
  readonly plan: Plan;
  readonly journalPath: string;
  readonly journal: Journal;
  readonly reading: JournalReading;
}

/** Reads the plan's files, mistakes and all. */
export async function loadPlan(where: Where, io: Io): Promise<LoadedPlan> {
  const places = findPlan(where, io);
  const { readPlan } = await import("../storage/plan-files.ts");
  try {
    const reading = readPlan(places.plan, places.base);
    if (reading.files.length === 0) throw unreadable((texts) => texts.planMissing(shown(places, io, places.plan)));
    return { places, reading };
  } catch (error) {
    throw fileFailure(error);
  }
}

/** The plan without mistakes, and the journal; fails where the plan has errors. */
export async function load(where: Where, io: Io): Promise<Loaded> {
  const { places, reading } = await loadPlan(where, io);
  const { plan } = reading;
  if (plan === null) {
    const errors = reading.problems.filter(({ code }) => code.startsWith("E-")).length;
    throw unreadable((texts) => texts.invalidPlan(errors));
  }
  const journalPath = journalPathOf(where, plan.journal, places, io);
  const journalReading = loadJournal(journalPath, places);
  const journal = foldJournal(journalReading.records);
  return { places, plan, journalPath, journal, reading: journalReading };
}

/** `--journal`, `IPPLAN_JOURNAL`, the plan's own word, or journal.jsonl beside the plan folder. */
export function journalPathOf(where: Where, ofPlan: string | null, places: Places, io: Io): string {
  const typed = where.journal ?? io.env["IPPLAN_JOURNAL"];
  const path =
    typed === undefined || typed === "" ? resolve(places.base, ofPlan ?? "journal.jsonl") : resolve(io.cwd, typed);
  if (!isInside(places.base, path)) throw unreadable((texts) => texts.outside(path));
  const real = withRealParent(path);
  const isPlans = real === places.plan || real.startsWith(`${places.plan}${sep}`);
  if (isPlans || isGits(relative(places.base, real)) || !isPortableName(basename(path))) {
    throw unreadable((texts) => texts.badJournal(path));
  }
  return path;
}

export function loadJournal(path: string, places: Places): JournalReading {
  try {
    return readJournal(journalFiles(path), (file) => shownInside(places, file));
  } catch (error) {
    throw fileFailure(error);
  }
}

/** A path as outputs show it: relative to the folder that holds the plan folder, with slashes. */
export function shownInside(places: Places, path: string): string {
  return relative(places.base, path).split(sep).join("/");
}

/** Errors of the file system in words; all others are faults of the program and pass. */
export function fileFailure(error: unknown): unknown {
  if (error instanceof JournalAccessError) {
    const { fault, path, systemCode } = error;
    return unreadable((texts) => texts.access(fault, path, systemCode));
  }
  if (error instanceof Error && "code" in error && "syscall" in error) {
    const path = "path" in error ? String(error.path) : "";
    return unreadable((texts) => texts.cannotOpen(path, String(error.code)));
  }
  return error;
}

/** Whether the path, links in its parent folders followed, stays inside the folder. */
export function isInside(folder: string, path: string): boolean {
  const parent = dirname(path);
  const real = statSync(parent, { throwIfNoEntry: false }) === undefined ? parent : realpathSync(parent);
  const way = relative(realpathSync(folder), real);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function shown(places: Places, io: Io, path: string): string {
  return relative(io.cwd, path) === "" ? places.plan : relative(io.cwd, path);
}
