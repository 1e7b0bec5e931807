/** What git knows of the journal. Only commands that read, with arguments in a list; no shell. */
import { execFileSync } from "node:child_process";
import { dirname, relative, resolve, sep } from "node:path";
import { isPlanFile } from "../storage/file-lists.ts";

/** A file as it was, and how the newest commit begins that made it so. */
interface Version {
  readonly commit: string;
  readonly content: Buffer;
}

/** Every version of the files in git, the newest first, read one after the other; or why there is none. */
export type History =
  | {
      readonly kind: "versions";
      readonly versions: Iterable<Version>;
      readonly isShallow: boolean;
      /** Where what had the journal's name once was moved to: absolute paths, of files that may be gone. */
      readonly later: readonly string[];
    }
  | { readonly kind: "no git" };

/** Characters that name a commit to people, as git shortens the names of commits in repositories of any size. */
const SHORT = 10;
const MOST_BYTES = 1024 * 1024 * 1024;
/** Versions asked for at a time, as long as they are no larger: to start git for each takes long, and all may be large. */
const BATCH_BYTES = 8 * 1024 * 1024;
/** Not even an index is refreshed on the way. */
const QUIETLY = ["--no-optional-locks", "--no-pager"];
/** Left alone, git passes over a side of which a merge kept nothing, shows no change that a merge itself made, and obeys settings. */
const EVERY_CHANGE = [
  ...["log.diffMerges=separate", "log.showRoot=true", "log.follow=false"].flatMap((setting) => ["-c", setting]),
  ...["log", "--all", "--full-history", "-m", "-z"],
];
const EVERY_VERSION = [...EVERY_CHANGE, "--format=@%H", "--raw", "--no-abbrev", "--no-renames"];
const EVERY_MOVE = [...EVERY_CHANGE, "--format=", "--name-status", "--find-renames", "--diff-filter=R"];

/** All versions of the journal on all branches, under the names too that it had before; the path is absolute, of a file or a folder. */
export function journalHistory(base: string, path: string): History {
  const isShallow = git(base, ["rev-parse", "--is-shallow-repository"])?.toString("utf8").trim();
  if (isShallow === undefined) return { kind: "no git" };
  const moves = movesIn(base);
  const names = followed([fromTop(base, path)], moves, ({ from, to }) => [to, from]);
  const log = git(base, [...EVERY_VERSION, "--", ...names.map((name) => `:(top,literal)${name}`)]);
  const versions = versionsOf(base, commitsByBlob(log?.toString("utf8") ?? ""));
  const top = git(base, ["rev-parse", "--show-cdup"])?.toString("utf8").trim() ?? "";
  const later = followed(names, moves, ({ from, to }) => [from, to]).map((name) => resolve(base, top, name));
  return { kind: "versions", versions, isShallow: isShallow === "true", later };
}

interface Move {
  readonly from: string;
  readonly to: string;
}

/** What was moved or renamed, on any branch; names are from the top of the repository. */
function movesIn(base: string): Move[] {
  const words = (git(base, EVERY_MOVE)?.toString("utf8") ?? "").split("\0");
  return words.flatMap((word, index) => {
    const [from = "", to = ""] = words.slice(index + 1, index + 3);
    return /^\n?R\d+$/.test(word) ? [{ from, to }] : [];
  });
}

function fromTop(base: string, path: string): string {
  const prefix = git(base, ["rev-parse", "--show-prefix"])?.toString("utf8").replace(/\n$/, "") ?? "";
  return prefix + relative(base, path).replaceAll(sep, "/");
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

function* versionsOf(base: string, commits: ReadonlyMap<string, string>): Generator<Version, void> {
  for (const blobs of batchesOf(base, [...commits.keys()])) {
    const answer = git(base, ["cat-file", "--batch"], lines(blobs)) ?? Buffer.alloc(0);
    // Of each: its name, what it is, how long it is, and the line end behind it.
    for (let at = 0; at < answer.length;) {
      const start = answer.indexOf("\n", at) + 1;
      const [blob = "", , bytes] = answer.toString("latin1", at, start).trim().split(" ");
      const end = bytes === undefined ? start : start + Number(bytes);
      if (bytes !== undefined) yield { commit: commits.get(blob) ?? "", content: answer.subarray(start, end) };
      at = bytes === undefined ? end : end + 1;
    }
  }
}

/** In their order, as many together as are no larger than a batch. */
function batchesOf(base: string, blobs: readonly string[]): string[][] {
  const sizes =
    git(base, ["cat-file", "--batch-check=%(objectsize)"], lines(blobs))?.toString("latin1").split("\n") ?? [];
  const batches: string[][] = [];
  let room = 0;
  for (const [index, blob] of blobs.entries()) {
    // Of what is missing git says so.
    const size = Number(sizes[index]) || 0;
    if (size > room) {
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

/**
 * Whether git merges the file line by line (`merge=union`) and keeps its line ends (`eol=lf`), without which an editor's
 * CRLF would double its lines; undefined outside a repository.
 */
export function isUnionMerged(path: string): boolean | undefined {
  const answer = git(dirname(path), ["check-attr", "-z", "merge", "eol", "--", path]);
  if (answer === undefined) return undefined;
  const [, , merge, , , eol] = answer.toString("utf8").split("\0");
  return merge === "union" && eol === "lf";
}

/** The committed content of a file, empty where nothing of it is committed; undefined outside a repository. */
export function committedContent(base: string, path: string): Buffer | undefined {
  const names = git(base, ["ls-files", "--full-name", "-z", "--", path])?.toString("utf8").split("\0");
  if (names === undefined) return undefined;
  const [name = ""] = names;
  return (name === "" ? undefined : git(base, ["cat-file", "blob", `HEAD:${name}`])) ?? Buffer.alloc(0);
}

/**
 * The plan files below the folder as they were in a revision; of one with a folder of its own (`HEAD~1:plan`, as git writes
 * it), below that one. Undefined where the folder is in no repository or the revision is unknown. Links and submodules are no
 * files.
 */
export function filesAtRevision(folder: string, revision: string): { name: string; bytes: Buffer }[] | undefined {
  const hasFolder = revision.includes(":");
  const object = hasFolder ? revision : `${revision}^{commit}`;
  const known = git(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", object])?.toString("utf8").trim();
  const listed = ["ls-tree", "-r", "-z", ...(hasFolder ? ["--full-tree"] : []), known ?? ""];
  const tree = known === undefined ? undefined : git(folder, listed);
  if (tree === undefined) return undefined;
  return tree
    .toString("utf8")
    .split("\0")
    .flatMap((entry) => {
      const [, blob = "", name = ""] = /^100\d{3} blob ([0-9a-f]+)\t([^]+)$/.exec(entry) ?? [];
      const bytes = isPlanFile(name) ? git(folder, ["cat-file", "blob", blob]) : undefined;
      return bytes === undefined ? [] : [{ name, bytes }];
    });
}

/** The command's output, or undefined where git is missing or refuses. */
function git(folder: string, args: readonly string[], input = ""): Buffer | undefined {
  try {
    const stdio: ["pipe", "pipe", "ignore"] = ["pipe", "pipe", "ignore"];
    return execFileSync("git", [...QUIETLY, ...args], { cwd: folder, stdio, input, maxBuffer: MOST_BYTES });
  } catch {
    return undefined;
  }
}
