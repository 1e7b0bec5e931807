/** Files that were asked for, written or refused in words: loaded where there is one. */
import type { OutputFault } from "../core/access-fault.ts";
import { type Content, addToOutput, outputFault, writeOutput } from "../storage/output-file.ts";
import { unreadable } from "./failure.ts";
import type { Io } from "./io.ts";

/** Writes the file, or fails in words; `keep` are paths that no output may overwrite, as it may none at all where it `isNew`. */
export async function save(
  path: string,
  content: Content,
  { cwd }: Io,
  keep: readonly string[],
  isNew = false,
): Promise<void> {
  return orFail(path, () => writeOutput(path, cwd, content, keep, isNew));
}

/** Fails where `save` would refuse the path, before anything is written. */
export async function refuseOutput(path: string, { cwd }: Io, keep: readonly string[]): Promise<void> {
  return orFail(path, () => outputFault(path, cwd, keep));
}

/** Adds lines to what the file has, or fails in words. */
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
