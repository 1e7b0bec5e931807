/** The journal beside what git has of it. */
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

/** A journal that lies in a repository, whether or not it is there itself. */
interface JournalInGit {
  readonly repository: Repository;
  readonly base: string;
  readonly path: string;
  /** What the last commit has of it: by absolute paths, what names the contents. */
  readonly committed: ReadonlyMap<string, string>;
}

/** Null outside a repository. */
export function journalInGit(base: string, path: string, env: Io["env"]): JournalInGit | null {
  const repository = repositoryOf(base, env);
  if (repository === null) return null;
  // git follows no links on the way.
  const real = withRealParent(path);
  return { repository, base, path: real, committed: committedFiles(repository, base, real) };
}

/** Records that stand only in the working tree: git could still lose them. Null where no file of the journal is there. */
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
 * Where else the journal may have been, since git knows of a move only once it is committed, and not where little is left of what
 * was moved: the usual place, and the one that the last commit's plan names. None of a journal that was named for the command,
 * which may be anything, and none where another plan's lies.
 */
export async function formerPaths(inGit: JournalInGit | null, where: Where, places: Places, io: Io): Promise<string[]> {
  if (inGit === null || typedJournal(where, io) !== null) return [];
  const isNew = inGit.committed.size === 0;
  const names = [null, ...(isNew ? [await journalAtHead(places, io)] : [])];
  const paths = new Set(names.map((name) => withRealParent(journalPathOf({}, name, places, io))));
  return [...paths].filter((path) => path !== inGit.path && (isNew || !existsSync(path)));
}

/** Null where that plan names none, has errors, or is not there. */
async function journalAtHead({ plan }: Places, { env }: Io): Promise<string | null> {
  const repository = repositoryOf(plan, env);
  const files = repository === null ? [] : (filesAtRevision(repository, "HEAD") ?? []);
  const contents = files.map(({ name, bytes }) => ({ file: name, bytes }));
  const { readPlanContents } = await import("../storage/plan-files.ts");
  return readPlanContents(contents, "mistakes").plan?.journal ?? null;
}

/** Records that some version in git has and the journal lacks; `former` are paths that it had before it was moved, as far as is known. */
export function lostRecords(
  inGit: JournalInGit | null,
  former: readonly string[],
  textOf: (record: JournalRecord) => string,
): { problems: Problem[]; versions: JournalCheckView["versions"] } {
  if (inGit === null) return { problems: [], versions: { count: 0, isShallow: false, hasGit: false } };
  const { repository, base, path, committed } = inGit;
  const history = journalHistory(repository, base, [path, ...former]);
  // What still stands in an old place is not lost: that it is not read is told elsewhere.
  const present = idsIn([path, ...former].flatMap(journalFiles));
  // The newest version that has a record comes first, and stays.
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
  // Nothing was compared then, whatever the reason is.
  if (count === 0 && hasCommits(repository)) {
    throw unreadable((texts) => texts.historyEmpty(shownInside(base, path), committed.size > 0));
  }
  // Another plan's journal may have stood in this one's place, such as last year's before it was moved.
  const others = lost.size === 0 ? [] : history.later.filter((file) => isFile(file) && isOtherPlans(file, base));
  for (const id of idsIn(others)) lost.delete(id);
  return {
    problems: [...lost.values()],
    versions: { count, isShallow: history.isShallow, hasGit: true },
  };
}

/** The lines that are not known yet, known from now on: most stand in every version. */
function newLines(content: Buffer, known: Set<string>): Buffer {
  const lines = content.toString("latin1").split("\n");
  const fresh = Buffer.from(lines.filter((line) => !known.has(line)).join("\n"), "latin1");
  // Cut out of what is new alone, else each would keep all of its version.
  for (const line of fresh.toString("latin1").split("\n")) known.add(line);
  return fresh;
}

function idsIn(files: readonly string[]): Set<string> {
  return new Set(files.flatMap((file) => wholeLines(file).map(({ id }) => id)));
}

/** Whether the plan beside the journal's file, or beside the folder that it is in, is another one. */
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
