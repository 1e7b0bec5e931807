/**
 * Runs git: only commands that read, without a shell. A refusal by git is a failure, never taken for "nothing there".
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { systemCode } from "../storage/journal-access-error.ts";
import { Failure, unreadable } from "./failure.ts";
import type { Io } from "./io.ts";

/** Runs git with these arguments and standard input, and returns what it prints; fails if git refuses. */
export type Git = (args: readonly string[], input?: string) => Buffer;

/** The repository that a folder lies in. */
export interface Repository {
  readonly git: Git;
  /** Path from the top of the repository to the folder, such as `2018/`; empty if they are the same. */
  readonly prefix: string;
}

/** Most bytes accepted from git, more than all versions of a journal take; Node.js's default is 1 MiB. */
const MOST_BYTES = 1024 * 1024 * 1024;
/** Without `--no-optional-locks` git may refresh its index, which is a write. */
const QUIETLY = ["--no-optional-locks", "--no-pager"];
/**
 * Variables that redirect git to another repository, as set inside a hook. They are dropped: the repository to ask is
 * the one around the folder.
 */
const ELSEWHERE = new Set([
  ...["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_NAMESPACE"],
  ...["GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"],
]);
/** Keeps a partial clone from fetching missing objects. Versions of git without the first variable obey the second. */
const AS_IT_IS = { GIT_NO_LAZY_FETCH: "1", GIT_ALLOW_PROTOCOL: "" };

/** The repository around the folder; null if there is none or git is not installed. Fails if git refuses to answer. */
export function repositoryOf(folder: string, env: Io["env"]): Repository | null {
  if (!isBelowGit(folder)) return null;
  // oxlint-disable-next-line no-restricted-globals -- loaded when it is needed: where there is no repository, it never is
  const { execFileSync } = process.getBuiltinModule("node:child_process");
  const own = Object.entries(env).filter(([name]) => !ELSEWHERE.has(name));
  const run = (args: readonly string[], input = ""): Buffer =>
    execFileSync("git", [...QUIETLY, ...args], {
      ...{ cwd: folder, env: { ...Object.fromEntries(own), ...AS_IT_IS }, input, maxBuffer: MOST_BYTES },
      stdio: ["pipe", "pipe", "pipe"],
    });
  const git: Git = (args, input) => {
    try {
      return run(args, input);
    } catch (error) {
      throw refused(error);
    }
  };
  try {
    return { git, prefix: run(["rev-parse", "--show-prefix"]).toString("utf8").replace(/\n$/, "") };
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw refused(error);
  }
}

function isBelowGit(folder: string): boolean {
  const parent = dirname(folder);
  return existsSync(join(folder, ".git")) || (parent !== folder && isBelowGit(parent));
}

function refused(error: unknown): Failure {
  const said = error instanceof Error && "stderr" in error && Buffer.isBuffer(error.stderr) ? error.stderr : "";
  const lines = said.toString("utf8").split("\n");
  return cannotAsk(lines.find((line) => line !== "" && !line.startsWith("warning:")) ?? systemCode(error));
}

/** The failure for a question that git did not answer; `line` is git's own message. */
export function cannotAsk(line: string): Failure {
  return unreadable((texts) => texts.gitRefused(line));
}

/** What git prints; undefined if it refuses. For questions where a refusal only means that there is no such thing. */
export function askedOrNone({ git }: Repository, args: readonly string[]): string | undefined {
  try {
    return git(args).toString("utf8").trim();
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
