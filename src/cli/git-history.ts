/** Reads the history of journal and plan files from git. */
import { relative, resolve, sep } from "node:path";
import { isPlanFile } from "../storage/file-lists.ts";
import { type Git, type Repository, askedOrNone, cannotAsk } from "./git.ts";

/** One content of a file, and the abbreviated id of the newest commit that introduced it. */
interface Version {
  readonly commit: string;
  readonly content: Buffer;
}

/** All versions of the journal files in git. */
export interface History {
  /** Newest first, read lazily in batches. */
  readonly versions: Iterable<Version>;
  readonly isShallow: boolean;
  /** Absolute paths to which files once at the journal's paths were moved; these files may no longer exist. */
  readonly later: readonly string[];
}

/** Length of abbreviated commit ids, as git shows them in repositories of any size. */
const SHORT = 10;
/**
 * Most bytes of versions to read per git process (a single larger one is read alone): starting git is slow, and all
 * versions together may not fit in memory.
 */
const BATCH_BYTES = 8 * 1024 * 1024;
/**
 * Makes `git log` complete. By default it skips a side of a merge that kept nothing of it, shows no change made by a
 * merge itself, and obeys the user's settings.
 */
const EVERY_CHANGE = [
  ...["log.diffMerges=separate", "log.showRoot=true", "log.follow=false"].flatMap((setting) => ["-c", setting]),
  ...["log", "--all", "--full-history", "-m", "-z"],
];
const EVERY_VERSION = [...EVERY_CHANGE, "--format=@%H", "--raw", "--no-abbrev", "--no-renames"];
const EVERY_MOVE = [...EVERY_CHANGE, "--format=", "--name-status", "--find-renames", "--diff-filter=R"];

/**
 * All versions of the journal on all branches, under its earlier names too. The paths are absolute, of files or
 * folders.
 */
export function journalHistory({ git, prefix }: Repository, base: string, paths: readonly string[]): History {
  const isShallow = git(["rev-parse", "--is-shallow-repository"]).toString("utf8").trim() === "true";
  const moves = movesIn(git);
  const own = paths.map((path) => prefix + relative(base, path).replaceAll(sep, "/"));
  const names = followed(own, moves, ({ from, to }) => [to, from]);
  const log = git([...EVERY_VERSION, "--", ...names.map((name) => `:(top,literal)${name}`)]).toString("utf8");
  const top = git(["rev-parse", "--show-cdup"]).toString("utf8").trim();
  const later = followed(names, moves, ({ from, to }) => [from, to]).map((name) => resolve(base, top, name));
  return { versions: versionsOf(git, commitsByBlob(log)), isShallow, later };
}

interface Move {
  readonly from: string;
  readonly to: string;
}

/** All renames on any branch; names are relative to the top of the repository. */
function movesIn(git: Git): Move[] {
  const words = git(EVERY_MOVE).toString("utf8").split("\0");
  return words.flatMap((word, index) => {
    const [from = "", to = ""] = words.slice(index + 1, index + 3);
    return /^\n?R\d+$/.test(word) ? [{ from, to }] : [];
  });
}

/**
 * The names, and every name reached from them (or from files in a folder of that name) by any number of moves. `ends`
 * gives the direction to follow: [here, next].
 */
function followed(names: readonly string[], moves: readonly Move[], ends: (move: Move) => [string, string]): string[] {
  const found = new Set(names);
  // Iterating over a Set also visits entries added on the way.
  for (const name of found) {
    for (const [at, next] of moves.map(ends)) {
      if (at === name || at.startsWith(`${name}/`)) found.add(next);
    }
  }
  return [...found];
}

function* versionsOf(git: Git, commits: ReadonlyMap<string, string>): Generator<Version, void> {
  for (const blobs of batchesOf(git, [...commits.keys()])) {
    const answer = git(["cat-file", "--batch"], lines(blobs));
    // The format of each entry: `<blob> <type> <size>`, newline, the content, newline.
    for (let at = 0; at < answer.length;) {
      const start = answer.indexOf("\n", at) + 1;
      const [blob = "", , bytes = "0"] = answer.toString("latin1", at, start).trim().split(" ");
      const end = start + Number(bytes);
      yield { commit: commits.get(blob) ?? "", content: answer.subarray(start, end) };
      at = end + 1;
    }
  }
}

/** The blobs in order, in batches of up to BATCH_BYTES. Fails if one is missing. */
function batchesOf(git: Git, blobs: readonly string[]): string[][] {
  const sizes = git(["cat-file", "--batch-check=%(objectsize)"], lines(blobs)).toString("latin1").split("\n");
  const batches: string[][] = [];
  let room = 0;
  for (const [index, blob] of blobs.entries()) {
    const size = Number(sizes[index]);
    // For a missing object git prints a message in place of its size, and goes on.
    if (Number.isNaN(size)) throw cannotAsk(sizes[index] ?? "");
    if (size > room || batches.length === 0) {
      batches.push([]);
      room = BATCH_BYTES;
    }
    room -= size;
    batches.at(-1)?.push(blob);
  }
  return batches;
}

function lines(words: readonly string[]): string {
  return words.map((word) => `${word}\n`).join("");
}

/** Blob ids in the order of the log, each with the first commit listed for it, which is the newest. */
function commitsByBlob(log: string): Map<string, string> {
  const commits = new Map<string, string>();
  let commit = "";
  for (const entry of log.split("\0")) {
    commit = /^\n?@([0-9a-f]+)/.exec(entry)?.[1]?.slice(0, SHORT) ?? commit;
    const blob = /^\n?:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [AMT]/.exec(entry)?.[1];
    if (blob !== undefined && !commits.has(blob)) commits.set(blob, commit);
  }
  return commits;
}

/** Whether any branch has a commit. */
export function hasCommits({ git }: Repository): boolean {
  return git(["log", "--all", "-1", "--format=%H"]).length > 0;
}

/**
 * Whether git merges the file line by line (`merge=union`) and keeps its line ends (`eol=lf`), without which an editor's
 * CRLF would double its lines.
 */
export function isUnionMerged({ git }: Repository, path: string): boolean {
  const [, , merge, , , eol] = git(["check-attr", "-z", "merge", "eol", "--", path]).toString("utf8").split("\0");
  return merge === "union" && eol === "lf";
}

/** The files that the commit at HEAD has at the path, or in the folder there: absolute path → blob id. */
export function committedFiles(repository: Repository, base: string, path: string): ReadonlyMap<string, string> {
  const { git } = repository;
  const isBegun = askedOrNone(repository, ["rev-parse", "--verify", "--quiet", "HEAD"]) !== undefined;
  // The current branch has no commit yet. This call fails if the repository cannot be read at all.
  if (!isBegun) git(["log", "--all", "-1", "--format="]);
  const listed = isBegun ? git(["ls-tree", "-r", "-z", "HEAD", "--", relative(base, path)]) : Buffer.alloc(0);
  return new Map(filesIn(listed).map(({ name, blob }) => [resolve(base, name), blob]));
}

/** The content of a blob. */
export function contentOf({ git }: Repository, blob: string): Buffer {
  return git(["cat-file", "blob", blob]);
}

/**
 * The plan files below the folder that `repository` was opened for, as of a revision. A revision with its own folder (`HEAD~1:plan`,
 * git's notation) means the files below that folder. Undefined if the revision is unknown. Symbolic links and
 * submodules are left out.
 */
export function filesAtRevision(
  repository: Repository,
  revision: string,
): { name: string; bytes: Buffer }[] | undefined {
  const hasFolder = revision.includes(":");
  const object = hasFolder ? revision : `${revision}^{commit}`;
  const known = askedOrNone(repository, ["rev-parse", "--verify", "--quiet", "--end-of-options", object]);
  if (known === undefined) return undefined;
  const tree = repository.git(["ls-tree", "-r", "-z", ...(hasFolder ? ["--full-tree"] : []), known]);
  return filesIn(tree)
    .filter(({ name }) => isPlanFile(name))
    .map(({ name, blob }) => ({ name, bytes: contentOf(repository, blob) }));
}

function filesIn(tree: Buffer): { readonly name: string; readonly blob: string }[] {
  return tree
    .toString("utf8")
    .split("\0")
    .flatMap((entry) => {
      const [, blob, name] = /^100\d{3} blob ([0-9a-f]+)\t([^]+)$/.exec(entry) ?? [];
      return blob === undefined || name === undefined ? [] : [{ name, blob }];
    });
}
