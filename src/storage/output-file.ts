/** Reports written into files: whole or not at all, an older report survives a failed one. */
import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { randomBytes } from "node:crypto";
import { basename, dirname, join, resolve } from "node:path";

/**
 * Writes the content beside the target and renames it. False, and nothing written, where the target is a folder, a link,
 * a device, lies in no folder, or is (or lies in) one of the paths to `keep`. Throws what the file system throws.
 */
export function writeOutput(typed: string, cwd: string, content: string | Buffer, keep: readonly string[]): boolean {
  const target = resolve(cwd, typed);
  if (!mayWrite(target, keep)) return false;
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(4).toString("hex")}.tmp`);
  try {
    const mode = statSync(target, { throwIfNoEntry: false })?.mode ?? 0o644;
    const fd = openSync(temporary, "wx", mode & 0o777);
    try {
      writeFileSync(fd, content);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(temporary, target);
    return true;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function mayWrite(target: string, keep: readonly string[]): boolean {
  const folder = statSync(dirname(target), { throwIfNoEntry: false });
  if (folder?.isDirectory() !== true) return false;
  const existing = lstatSync(target, { throwIfNoEntry: false });
  if (existing !== undefined && !existing.isFile()) return false;
  const real = realPath(target);
  return !keep.map(realPath).some((path) => real === path || real.startsWith(`${path}/`));
}

/** The path with the links among its folders followed; as it is where its folder is not there. */
function realPath(path: string): string {
  const folder = statSync(dirname(path), { throwIfNoEntry: false });
  return folder === undefined ? path : join(realpathSync(dirname(path)), basename(path));
}
