/**
 * The file by which git tells that it is at work. To bring another version of a journal, git takes the old file away, makes a
 * new one and writes it piece by piece: what is appended meanwhile is lost, or stands alone. It holds `index.lock` throughout.
 * It is found by looking alone; no git is run.
 */
import { type BigIntStats, readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** How long one command waits for git in all: 5 s, far longer than files take. Whoever writes a message takes longer. */
const MOST_LOOKS = 500;
const LOOK_MS = 10;

export class GitLock {
  private readonly path: string | null;
  private looksLeft = MOST_LOOKS;

  /** That of the repository which the folder is in. */
  constructor(folder: string) {
    this.path = lockAbove(folder);
  }

  /** Whether git is at work. Once the wait has run out, it is not asked any more. */
  get isHeld(): boolean {
    return this.path !== null && this.looksLeft > 0 && statsOf(this.path) !== undefined;
  }

  /** Whether git was still at work when the wait ran out. */
  get hasRunOut(): boolean {
    return this.looksLeft === 0;
  }

  /** Waits until git has finished, or the wait has run out. */
  wait(): void {
    for (; this.isHeld; this.looksLeft -= 1) pause(LOOK_MS);
  }
}

/** Holds the whole program: nothing else is to happen while a file of git, or a torn line, settles. */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** Null outside of a repository. */
function lockAbove(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const stats = statsOf(`${at}/.git`);
    if (stats?.isDirectory() === true) return `${at}/.git/index.lock`;
    if (stats?.isFile() === true) return lockNamedIn(at);
    if (dirname(at) === at) return null;
  }
}

/** Worktrees and submodules have a file that names git's folder. */
function lockNamedIn(folder: string): string | null {
  try {
    const [, named] = /^gitdir: (.+)$/m.exec(readFileSync(`${folder}/.git`, "utf8")) ?? [];
    return named === undefined ? null : `${resolve(folder, named)}/index.lock`;
  } catch {
    return null;
  }
}

/** What cannot be looked at is taken as not there: no record is refused for it. */
function statsOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
