/** Temporary files and folders, named after their process so that they can be removed if it was killed. */
import { lstatSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { systemCode } from "./journal-access-error.ts";

/** One hour: longer than writing anything takes. */
const LONG_MS = 60 * 60 * 1000;

/** The prefix of the names of temporary files that this process creates. */
export function ownPrefix(): string {
  return `.ipplan-${process.pid}-`;
}

/** Temporary files of outputs and of new folders; the first group is the process. */
const BESIDE_OUTPUTS = /^\.ipplan-(\d+)-(?:[0-9a-f]{8}\.tmp|\w{6})$/;

/**
 * Removes temporary files in the folder: those whose names match `pattern`, whose process no longer runs, and which are
 * more than an hour older than `moment` (milliseconds, the file system's time of a file just created). The process id
 * alone is not enough: another container or machine that shares the folder numbers its own processes.
 */
export function removeLeftovers(folder: string, moment: number, pattern = BESIDE_OUTPUTS): void {
  try {
    for (const name of readdirSync(folder)) {
      const [, pid] = pattern.exec(name) ?? [];
      if (pid === undefined || isRunning(Number(pid))) continue;
      const path = join(folder, name);
      if (lstatSync(path).mtimeMs < moment - LONG_MS) rmSync(path, { recursive: true, force: true });
    }
  } catch {
    // Leftovers only take up space: no reason to fail.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === "EPERM";
  }
}
