/** Files and folders on their way to their names: named by who makes them, and cleared up where that one was killed. */
import { lstatSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { systemCode } from "./journal-access-error.ts";

/** Longer than anything takes to be written. */
const LONG_MS = 60 * 60 * 1000;

/** The beginning of the name of what this process makes. */
export function ownPrefix(): string {
  return `.ipplan-${process.pid}-`;
}

/**
 * Removes what lies in the folder since long before the moment, the file system's time of what was made just now, and whose maker
 * runs no more. The one alone says too little: in another container, or on another machine, the same numbers mean others.
 */
export function removeLeftovers(folder: string, moment: number): void {
  try {
    for (const name of readdirSync(folder)) {
      const [, pid] = /^\.ipplan-(\d+)-(?:[0-9a-f]{8}\.tmp|\w{6})$/.exec(name) ?? [];
      if (pid === undefined || isRunning(Number(pid))) continue;
      const path = join(folder, name);
      if (lstatSync(path).mtimeMs < moment - LONG_MS) rmSync(path, { recursive: true, force: true });
    }
  } catch {
    // They only take up room: no reason not to write what is to be written.
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
