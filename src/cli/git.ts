/** How git is asked: commands that only read, arguments in a list; no shell. What it refuses is a failure, never “nothing there”. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { systemCode } from "../storage/journal-access-error.ts";
import { Failure, unreadable } from "./failure.ts";
import type { Io } from "./io.ts";

/** What git prints; fails where it refuses. */
export type Git = (args: readonly string[], input?: string) => Buffer;

/** The repository that a folder lies in. */
export interface Repository {
  readonly git: Git;
  /** From its top to the folder: `2018/`, or empty where they are one. */
  readonly prefix: string;
}

/** Bytes that git may print: more than all versions of a journal have; Node.js would stop at 1 MiB. */
const MOST_BYTES = 1024 * 1024 * 1024;
/** Not even an index is refreshed on the way. */
const QUIETLY = ["--no-optional-locks", "--no-pager"];
/** What a hook of another repository leaves behind: the one that the folder lies in is asked, whoever asks. */
const ELSEWHERE = new Set([
  ...["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_NAMESPACE"],
  ...["GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"],
]);
/** A clone that lacks contents would fetch and keep them; versions of git that do not know the first obey the second. */
const AS_IT_IS = { GIT_NO_LAZY_FETCH: "1", GIT_ALLOW_PROTOCOL: "" };

/** Null where no repository lies above the folder, or git is not installed; fails where git cannot say. */
export function repositoryOf(folder: string, env: Io["env"]): Repository | null {
  if (!isBelowGit(folder)) return null;
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

/** With what git says of it; nothing that it was asked about is known then. */
export function cannotAsk(line: string): Failure {
  return unreadable((texts) => texts.gitRefused(line));
}

/** What git prints, where its refusal says no more than that there is no such thing. */
export function askedOrNone({ git }: Repository, args: readonly string[]): string | undefined {
  try {
    return git(args).toString("utf8").trim();
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
