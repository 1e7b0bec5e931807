/**
 * Git's lock file. To bring in another version of a journal, git removes the old file, creates a new one and writes it
 * piece by piece: records appended meanwhile are lost, or end up alone in the file. Git holds `index.lock` during all that.
 * The lock is found by looking at files; git is never run.
 */
import { type BigIntStats, readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** One command waits for git 5 s in all. Git needs far less for its files, and far more while a message is edited. */
const MOST_LOOKS = 500;
const LOOK_MS = 10;

/** The lock of one repository, with a limit on how long one command waits for it. */
export class GitLock {
  private readonly path: string | null;
  private looksLeft = MOST_LOOKS;

  /** The lock of the repository that contains the folder. */
  constructor(folder: string) {
    this.path = lockAbove(folder);
  }

  /** Whether git is at work. False once the wait has run out. */
  get isHeld(): boolean {
    return this.path !== null && this.looksLeft > 0 && statsOf(this.path) !== undefined;
  }

  /** Whether the wait ran out. */
  get hasRunOut(): boolean {
    return this.looksLeft === 0;
  }

  /** Blocks until git has finished or the wait has run out. */
  wait(): void {
    for (; this.isHeld; this.looksLeft -= 1) pause(LOOK_MS);
  }
}

/** Blocks the whole program: nothing else may happen while git's files, or a torn line, settle. */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** The path of the lock; null outside a repository. */
function lockAbove(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const stats = statsOf(`${at}/.git`);
    if (stats?.isDirectory() === true) return `${at}/.git/index.lock`;
    if (stats?.isFile() === true) return lockNamedIn(at);
    if (dirname(at) === at) return null;
  }
}

/** In worktrees and submodules, `.git` is a file that names git's folder. */
function lockNamedIn(folder: string): string | null {
  try {
    const [, named] = /^gitdir: (.+)$/m.exec(readFileSync(`${folder}/.git`, "utf8")) ?? [];
    return named === undefined ? null : `${resolve(folder, named)}/index.lock`;
  } catch {
    return null;
  }
}

/** Undefined if the path is missing or cannot be examined: that is no reason to refuse a record. */
function statsOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
