/** Opens journal files. Throws `JournalAccessError` if a path is not a file or the operating system refuses. */
import { type BigIntStats, fstatSync, openSync } from "node:fs";
import type { AccessFault } from "../core/access-fault.ts";
import { JournalAccessError, systemCode } from "./journal-access-error.ts";

/** Opens the file and returns its descriptor. A file that this creates is writable by its owner and readable by all. */
export function open(path: string, flags: number): number {
  try {
    return openSync(path, flags, 0o644);
  } catch (error) {
    throw accessError(error, path);
  }
}

/** The stats of a regular file; throws for anything else. */
export function requireRegularFile(fd: number, path: string): BigIntStats {
  const stats = fstatSync(fd, { bigint: true });
  if (stats.isDirectory()) throw new JournalAccessError("directory", path, "");
  if (!stats.isFile()) throw new JournalAccessError("not a file", path, "");
  return stats;
}

/** Turns an error of the operating system into a `JournalAccessError` for the path. */
export function accessError(error: unknown, path: string): JournalAccessError {
  if (error instanceof JournalAccessError) return error;
  const code = systemCode(error);
  const faults: Readonly<Record<string, AccessFault>> = {
    EISDIR: "directory",
    ELOOP: "symlink",
    ENXIO: "not a file",
    EACCES: "no access",
    EPERM: "no access",
    EROFS: "no access",
    ENOSPC: "no space",
    EDQUOT: "no space",
  };
  return new JournalAccessError(faults[code] ?? "other", path, code);
}
