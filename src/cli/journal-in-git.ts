/** Compares the journal with its versions in git. */
import { existsSync, lstatSync } from "node:fs";
import { dirname, join } from "node:path";
import { type JournalRecord, shortId } from "../core/journal/record.ts";
import type { Problem } from "../core/problem.ts";
import type { JournalCheckView } from "../core/views/journal-check.ts";
import { journalFiles } from "../storage/file-lists.ts";
import { USUAL_PLAN, withRealParent } from "../storage/file-names.ts";
import { readSettled } from "../storage/journal-files.ts";
import { type WholeLine, parseJournal } from "../storage/journal-text.ts";
import { unreadable } from "./failure.ts";
import { type Repository, repositoryOf } from "./git.ts";
import { committedFiles, contentOf, filesAtRevision, hasCommits, journalHistory } from "./git-history.ts";
import type { Io } from "./io.ts";
import { journalPathOf, typedJournal } from "./journal-place.ts";
import type { Places, Where } from "./plan-folder.ts";
import { shownInside } from "./inside.ts";

/** A journal whose path lies in a git repository, whether or not it exists. */
interface JournalInGit {
  readonly repository: Repository;
  readonly base: string;
  readonly path: string;
  /** Its files in the commit at HEAD: absolute path → blob id. */
  readonly committed: ReadonlyMap<string, string>;
}

/** The journal in its repository; null if there is none. */
export function journalInGit(base: string, path: string, env: Io["env"]): JournalInGit | null {
  const repository = repositoryOf(base, env);
  if (repository === null) return null;
  // git does not resolve links in paths.
  const real = withRealParent(path);
  return { repository, base, path: real, committed: committedFiles(repository, base, real) };
}

/** How many records are not in HEAD, and so could still be lost through git. Null if the journal has no files. */
export function uncommitted({ repository, path, committed }: JournalInGit): number | null {
  const counts = journalFiles(path).map((file) => {
    const blob = committed.get(file);
    const content = blob === undefined ? Buffer.alloc(0) : contentOf(repository, blob);
    const known = new Set(parseJournal(content).whole.map(({ id }) => id));
    return wholeLines(file).filter(({ id }) => !known.has(id)).length;
  });
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Other paths where the journal may have been: the usual place, and the one named by the plan at HEAD. git alone does
 * not tell, as it knows a move only once it is committed, and misses it if little of the moved file is left. None for a
 * journal named on the command line or in the environment, which may be any file, and none where another plan's journal
 * lies.
 */
export async function formerPaths(inGit: JournalInGit | null, where: Where, places: Places, io: Io): Promise<string[]> {
  if (inGit === null || typedJournal(where, io) !== null) return [];
  const isNew = inGit.committed.size === 0;
  const names = [null, ...(isNew ? [await journalAtHead(places, io)] : [])];
  const paths = new Set(names.map((name) => withRealParent(journalPathOf({}, name, places, io))));
  return [...paths].filter((path) => path !== inGit.path && (isNew || !existsSync(path)));
}

/** The journal that the plan at HEAD names; null if it names none, has errors or does not exist. */
async function journalAtHead({ plan }: Places, { env }: Io): Promise<string | null> {
  const repository = repositoryOf(plan, env);
  const files = repository === null ? [] : (filesAtRevision(repository, "HEAD") ?? []);
  const contents = files.map(({ name, bytes }) => ({ file: name, bytes }));
  const { readPlanContents } = await import("../storage/plan-files.ts");
  return readPlanContents(contents, "mistakes").plan?.journal ?? null;
}

/**
 * Records that some version in git has and the journal lacks. `former` are paths where the journal may have been before
 * (`formerPaths`).
 */
export function lostRecords(
  inGit: JournalInGit | null,
  former: readonly string[],
  textOf: (record: JournalRecord) => string,
): { problems: Problem[]; versions: JournalCheckView["versions"] } {
  if (inGit === null) return { problems: [], versions: { count: 0, isShallow: false, hasGit: false } };
  const { repository, base, path, committed } = inGit;
  const history = journalHistory(repository, base, [path, ...former]);
  // Records still present at a former path are not lost. That they are not read is another problem.
  const present = idsIn([path, ...former].flatMap(journalFiles));
  // By record id. Versions come newest first, so the entry names the newest version that had the record.
  const lost = new Map<string, Problem>();
  const known = new Set<string>();
  let count = 0;
  for (const { commit, content } of history.versions) {
    count += 1;
    for (const { id, record } of parseJournal(newLines(content, known)).whole) {
      if (present.has(id) || lost.has(id)) continue;
      const details = { id: shortId(id), record: record === null ? "" : textOf(record), commit };
      lost.set(id, { code: "E-JOURNAL-LOST", details, at: null, excerpt: null });
    }
  }
  // No version was found, although there are commits: nothing was compared, so nothing can be said.
  if (count === 0 && hasCommits(repository)) {
    throw unreadable((texts) => texts.historyEmpty(shownInside(base, path), committed.size > 0));
  }
  // Another plan's journal may have been at this path, such as last year's before it was moved.
  const others = lost.size === 0 ? [] : history.later.filter((file) => isFile(file) && isOtherPlans(file, base));
  for (const id of idsIn(others)) lost.delete(id);
  return {
    problems: [...lost.values()],
    versions: { count, isShallow: history.isShallow, hasGit: true },
  };
}

/** The lines not seen yet, which are then added to `known`. Most lines recur in every version. */
function newLines(content: Buffer, known: Set<string>): Buffer {
  const lines = content.toString("latin1").split("\n");
  const fresh = Buffer.from(lines.filter((line) => !known.has(line)).join("\n"), "latin1");
  // These strings are slices of the new lines only. Slices of `content` would keep the whole version in memory.
  for (const line of fresh.toString("latin1").split("\n")) known.add(line);
  return fresh;
}

function idsIn(files: readonly string[]): Set<string> {
  return new Set(files.flatMap((file) => wholeLines(file).map(({ id }) => id)));
}

/** Whether the plan next to the journal file, or next to the folder it is in, is another plan. */
function isOtherPlans(file: string, base: string): boolean {
  const homes = [dirname(file), dirname(dirname(file))];
  const home = homes.find((folder) => existsSync(join(folder, USUAL_PLAN, "plan.yaml")));
  return home !== undefined && home !== base;
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function wholeLines(file: string): readonly WholeLine[] {
  return readSettled(file).whole;
}
