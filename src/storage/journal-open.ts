/** Opens a journal file: what is none, and what the operating system refuses, is told as a fault. */
import { type BigIntStats, fstatSync, openSync } from "node:fs";
import type { AccessFault } from "../core/access-fault.ts";
import { JournalAccessError, systemCode } from "./journal-access-error.ts";

/** The file's descriptor; a file that is made by it belongs to its owner and may be read by all. */
export function open(path: string, flags: number): number {
  try {
    return openSync(path, flags, 0o644);
  } catch (error) {
    throw accessError(error, path);
  }
}

/** What is known of a regular file; anything else is refused. */
export function requireRegularFile(fd: number, path: string): BigIntStats {
  const stats = fstatSync(fd, { bigint: true });
  if (stats.isDirectory()) throw new JournalAccessError("directory", path, "");
  if (!stats.isFile()) throw new JournalAccessError("not a file", path, "");
  return stats;
}

/** What the operating system said of the path, as a fault. */
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
