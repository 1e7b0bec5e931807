/** Explains why something cannot be written. Everyday commands load it only when that happens. */
import type { Language } from "../i18n/languages.ts";
import { unreadable } from "./failure.ts";
import { shortId } from "../core/journal/record.ts";
import type { ExitCode, Io, Outcome } from "./io.ts";
import { usageTexts } from "./say.ts";

/**
 * Turns an error of the file system into a failure that names the path to be written, not a temporary file. Returns all
 * other errors unchanged.
 */
export function cannotWrite(path: string, error: unknown): unknown {
  const code = codeOf(error);
  return code === "" ? error : unreadable((texts) => texts.cannotWrite(path, code));
}

/** Does the work; an error of the file system becomes a failure that names the folder as given. */
export function inFolder<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw cannotWrite(folder, error);
  }
}

/**
 * Handles an error while printing the result, and returns the exit code. A reader that has seen enough (`head`) is no
 * failure and leaves the code as it was; a full disk is one.
 */
export async function outputFailure(
  error: unknown,
  { code: asked, written = [] }: Outcome,
  language: () => Language,
  { stderr }: Pick<Io, "stderr">,
): Promise<ExitCode> {
  const code = codeOf(error);
  if (code === "EPIPE") return asked;
  try {
    const { cannotPrint, writtenAllTheSame } = await usageTexts(language());
    // Someone who believes that nothing was recorded would undo or record again.
    const recorded = written.length === 0 ? "" : `${writtenAllTheSame(written.map(shortId))}\n`;
    stderr.write(`${cannotPrint(code)}\n${recorded}`);
  } catch {
    // There is nowhere left to report this but the exit code.
  }
  return 3;
}

/** The system's error code; empty if it is not an error of the system. */
function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && "syscall" in error ? String(error.code) : "";
}
