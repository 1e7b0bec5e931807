/** Writes output files, or refuses them in words. Loaded only when there is one. */
import type { OutputFault } from "../core/access-fault.ts";
import { type Content, addToOutput, outputFault, writeOutput } from "../storage/output-file.ts";
import { unreadable } from "./failure.ts";
import type { Io } from "./io.ts";

/**
 * Writes the file, or fails with a message. `keep` are paths that must not be overwritten; with `isNew`, no existing
 * file may be.
 */
export async function save(
  path: string,
  content: Content,
  { cwd }: Io,
  keep: readonly string[],
  isNew = false,
): Promise<void> {
  return orFail(path, () => writeOutput(path, cwd, content, keep, isNew));
}

/** Fails if `save` would refuse the path, before anything is written. */
export async function refuseOutput(path: string, { cwd }: Io, keep: readonly string[]): Promise<void> {
  return orFail(path, () => outputFault(path, cwd, keep));
}

/** Appends lines to the file, or fails with a message. */
export async function putAside(
  path: string,
  lines: readonly Buffer[],
  { cwd }: Io,
  keep: readonly string[],
): Promise<void> {
  return orFail(path, () => addToOutput(path, cwd, lines, keep));
}

async function orFail(path: string, work: () => OutputFault | null): Promise<void> {
  let fault: OutputFault | null;
  try {
    fault = work();
  } catch (error) {
    throw (await import("./write-failure.ts")).cannotWrite(path, error);
  }
  if (fault !== null) throw unreadable((texts) => texts.badOutput(path, fault));
}
