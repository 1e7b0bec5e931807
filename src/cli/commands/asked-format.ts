import { usage } from "../failure.ts";
import type { ReadOptions } from "./types.ts";

/** What a command can write: names of formats, and endings of files that imply one. */
export interface Formats {
  readonly formats: readonly string[];
  readonly endings: readonly string[];
}

/** The format's name as asked for, by flag or ending; fails where the command has no such format. */
export function askedFormat({ format, output }: ReadOptions, { formats, endings }: Formats): string | undefined {
  if (format !== undefined) {
    if (!formats.includes(format)) throw usage((texts) => texts.formats(format, formats.join(", ")));
    return format;
  }
  if (output === undefined) return undefined;
  const ending = /\.[^./\\]+$/.exec(output)?.[0].toLowerCase() ?? "";
  if (!endings.includes(ending)) throw usage((texts) => texts.unknownEnding(output, endings.join(" ")));
  return ending.slice(1);
}
