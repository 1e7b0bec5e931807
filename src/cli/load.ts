/** Finds and reads plan and journal for a command, through the cache where possible. */
import { dirname, relative } from "node:path";
import { type Journal, foldJournal } from "../core/journal/fold.ts";
import type { Plan } from "../core/plan.ts";
import { isError } from "../core/problem.ts";
import type { JournalReading } from "../storage/journal-files.ts";
import { cachedJournal } from "../storage/compiled/cached-journal.ts";
import { cachedPlan, planInputs } from "../storage/compiled/cached-plan.ts";
import type { CacheLocation } from "../storage/compiled/cache-location.ts";
import { journalFiles, sizeOf } from "../storage/file-lists.ts";
import type { PlanReading } from "../storage/plan-files.ts";
import { invalidPlan, unreadable } from "./failure.ts";
import { expectReading } from "./short-runs.ts";
import { shownInside } from "./inside.ts";
import type { Io } from "./io.ts";
import { journalPathOf } from "./journal-place.ts";
import { type Places, type Where, findPlan } from "./plan-folder.ts";

/** A plan as read from its files, with its problems. */
export interface LoadedPlan {
  readonly places: Places;
  readonly reading: PlanReading;
}

/** A plan without errors, and its journal. */
export interface Loaded {
  readonly places: Places;
  readonly plan: Plan;
  readonly journalPath: string;
  readonly journal: Journal;
  readonly reading: JournalReading;
  /**
   * The digest of all records, if it is already known; null otherwise. `cacheDigest` then stores a computed one in the
   * cache, if there is a cache.
   */
  readonly digest: string | null;
  readonly cacheDigest?: (digest: string) => void;
}

/** Reads the plan from its files, never from the cache, and keeps its problems. Fails if there are no plan files. */
export async function loadPlan(where: Where, io: Io): Promise<LoadedPlan> {
  const places = findPlan(where, io);
  return { places, reading: await readFiles(places, null, io) };
}

/** The plan and its journal. Fails if the plan has errors or one of them cannot be read. */
export async function load(where: Where, io: Io): Promise<Loaded> {
  const places = findPlan(where, io);
  const { cache } = io;
  const plan = await loadSound(places, cache, io);
  const journalPath = journalPathOf(where, plan.journal, places, io);
  const records = await loadRecords(journalPath, places, cache, io);
  // Reading is over. The command itself decides whether the rest will take long.
  io.expectRun?.("long");
  return { places, plan, journalPath, ...records };
}

/** The reading of a journal without files. */
export const NO_RECORDS: JournalReading = { records: [], origins: new Map(), damaged: [], unknown: [] };

async function loadSound(places: Places, cache: CacheLocation | null, io: Io): Promise<Plan> {
  const cached = cache === null ? null : await cachedPlan(cache, places.plan);
  if (cached !== null) return cached;
  const { plan, problems } = await readFiles(places, cache, io);
  if (plan !== null) return plan;
  throw invalidPlan(problems.filter(isError).length);
}

/** Reads the plan from its files, and compiles it into the cache if there is one. */
async function readFiles({ plan, base }: Places, cache: CacheLocation | null, io: Io): Promise<PlanReading> {
  const { readPlan } = await import("../storage/plan-files.ts");
  const compiler = cache === null ? null : await import("../storage/compiled/compile-plan.ts");
  const sizes = planInputs(plan).map(({ bytes }) => bytes);
  expectReading(sizes, io);
  const reading =
    cache === null || compiler === null
      ? readPlan(plan, base)
      : await compiler.compilePlan(cache, plan, base, io.now());
  if (reading.files.length > 0) return reading;
  const way = relative(io.cwd, plan);
  throw unreadable((texts) => texts.planMissing(way === "" ? plan : way));
}

async function loadRecords(
  path: string,
  places: Places,
  cache: CacheLocation | null,
  io: Io,
): Promise<Pick<Loaded, "journal" | "reading" | "digest" | "cacheDigest">> {
  const show = (file: string): string => shownInside(places.base, file);
  const files = await filesOfJournal(path, io);
  if (files.length === 0) return { journal: foldJournal([]), reading: NO_RECORDS, digest: null };
  if (cache === null) {
    const reading = await loadJournal(path, places, io);
    return { journal: foldJournal(reading.records), reading, digest: null };
  }
  const cached = await cachedJournal(cache, path, files, show);
  if (cached !== null) return cached;
  const { compileJournal } = await import("../storage/compiled/compile-journal.ts");
  expectReading(files.map(sizeOf), io);
  return compileJournal(cache, path, show);
}

/**
 * The files of the journal. If there are none, waits for a git operation that may be bringing them, and reports to
 * `io.onMissingJournal` if there still are none.
 */
export async function filesOfJournal(path: string, io: Pick<Io, "onMissingJournal">): Promise<string[]> {
  const files = journalFiles(path);
  if (files.length > 0) return files;
  const { GitLock } = await import("../storage/git-lock.ts");
  new GitLock(dirname(path)).wait();
  const brought = journalFiles(path);
  if (brought.length === 0) io.onMissingJournal?.(path);
  return brought;
}

/** Reads the journal from its files, never from the cache, with its damaged lines. */
export async function loadJournal(
  path: string,
  places: Places,
  io: Pick<Io, "expectRun" | "onMissingJournal">,
): Promise<JournalReading> {
  const { readJournal } = await import("../storage/journal-files.ts");
  const files = await filesOfJournal(path, io);
  expectReading(files.map(sizeOf), io);
  return readJournal(files, (file) => shownInside(places.base, file));
}
