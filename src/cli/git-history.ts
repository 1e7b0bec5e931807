/** What git knows of the journal and the plan. */
import { relative, resolve, sep } from "node:path";
import { isPlanFile } from "../storage/file-lists.ts";
import { type Git, type Repository, askedOrNone, cannotAsk } from "./git.ts";

/** A file as it was, and how the newest commit begins that made it so. */
interface Version {
  readonly commit: string;
  readonly content: Buffer;
}

/** Every version of the files in git, the newest first, read one after the other. */
export interface History {
  readonly versions: Iterable<Version>;
  readonly isShallow: boolean;
  /** Where what had the journal's name once was moved to: absolute paths, of files that may be gone. */
  readonly later: readonly string[];
}

/** Characters that name a commit to people, as git shortens the names of commits in repositories of any size. */
const SHORT = 10;
/** Versions asked for at a time, as long as they are no larger: to start git for each takes long, and all may be large. */
const BATCH_BYTES = 8 * 1024 * 1024;
/** Left alone, git passes over a side of which a merge kept nothing, shows no change that a merge itself made, and obeys settings. */
const EVERY_CHANGE = [
  ...["log.diffMerges=separate", "log.showRoot=true", "log.follow=false"].flatMap((setting) => ["-c", setting]),
  ...["log", "--all", "--full-history", "-m", "-z"],
];
const EVERY_VERSION = [...EVERY_CHANGE, "--format=@%H", "--raw", "--no-abbrev", "--no-renames"];
const EVERY_MOVE = [...EVERY_CHANGE, "--format=", "--name-status", "--find-renames", "--diff-filter=R"];

/** All versions of the journal on all branches, under the names too that these had before; the paths are absolute, of files or folders. */
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

/** What was moved or renamed, on any branch; names are from the top of the repository. */
function movesIn(git: Git): Move[] {
  const words = git(EVERY_MOVE).toString("utf8").split("\0");
  return words.flatMap((word, index) => {
    const [from = "", to = ""] = words.slice(index + 1, index + 3);
    return /^\n?R\d+$/.test(word) ? [{ from, to }] : [];
  });
}

/** The names, and all that a move leads to from them, or from what is in a folder of that name: a journal may have been moved more than once. */
function followed(names: readonly string[], moves: readonly Move[], ends: (move: Move) => [string, string]): string[] {
  const found = new Set(names);
  // A set that grows is walked to its new end.
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
    // Of each: its name, what it is, how long it is, and the line end behind it.
    for (let at = 0; at < answer.length;) {
      const start = answer.indexOf("\n", at) + 1;
      const [blob = "", , bytes = "0"] = answer.toString("latin1", at, start).trim().split(" ");
      const end = start + Number(bytes);
      yield { commit: commits.get(blob) ?? "", content: answer.subarray(start, end) };
      at = end + 1;
    }
  }
}

/** In their order, as many together as are no larger than a batch; fails where one is missing. */
function batchesOf(git: Git, blobs: readonly string[]): string[][] {
  const sizes = git(["cat-file", "--batch-check=%(objectsize)"], lines(blobs)).toString("latin1").split("\n");
  const batches: string[][] = [];
  let room = 0;
  for (const [index, blob] of blobs.entries()) {
    const size = Number(sizes[index]);
    // git goes on and says so in its place.
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

/** Contents by their names in git, in the log's order, each with the first commit that it has there. */
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

/** The files that the last commit has at the path, or in the folder there; by their absolute paths, what names their contents. */
export function committedFiles(repository: Repository, base: string, path: string): ReadonlyMap<string, string> {
  const { git } = repository;
  const isBegun = askedOrNone(repository, ["rev-parse", "--verify", "--quiet", "HEAD"]) !== undefined;
  // A branch without a commit yet may have others beside it; one that cannot be read is refused here.
  if (!isBegun) git(["log", "--all", "-1", "--format="]);
  const listed = isBegun ? git(["ls-tree", "-r", "-z", "HEAD", "--", relative(base, path)]) : Buffer.alloc(0);
  return new Map(filesIn(listed).map(({ name, blob }) => [resolve(base, name), blob]));
}

/** The content that git has by the name. */
export function contentOf({ git }: Repository, blob: string): Buffer {
  return git(["cat-file", "blob", blob]);
}

/**
 * The plan files below the folder as they were in a revision; of one with a folder of its own (`HEAD~1:plan`, as git writes
 * it), below that one. Undefined where the revision is unknown. Links and submodules are no files.
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
