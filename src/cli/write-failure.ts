/** What is said where something cannot be written: loaded where that happens. */
import type { Language } from "../i18n/languages.ts";
import { unreadable } from "./failure.ts";
import { shortId } from "../core/journal/record.ts";
import type { ExitCode, Io, Outcome } from "./io.ts";
import { usageTexts } from "./say.ts";

/** The error of the file system in words that name what was to be written, not the files on the way; all others pass. */
export function cannotWrite(path: string, error: unknown): unknown {
  const code = codeOf(error);
  return code === "" ? error : unreadable((texts) => texts.cannotWrite(path, code));
}

/** A reader that has seen enough (`head`) is no failure, and changes no exit code; a full disk is one. */
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
    // Who thinks that nothing was recorded takes back or records once more.
    const recorded = written.length === 0 ? "" : `${writtenAllTheSame(written.map(shortId))}\n`;
    stderr.write(`${cannotPrint(code)}\n${recorded}`);
  } catch {
    // There is nowhere left to say it; the exit code does.
  }
  return 3;
}

/** The operating system's code; empty where the error is no such one. */
function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && "syscall" in error ? String(error.code) : "";
}
