import { usage } from "./failure.ts";

/** What files of a known ending may hold; first what the ending alone says. */
const HOLDS: Readonly<Record<string, readonly string[]>> = {
  ".json": ["json", "sarif"],
  ".csv": ["csv"],
  ".md": ["md"],
  ".txt": ["table", "text"],
  ".xlsx": ["xlsx"],
  ".ndjson": ["ndjson"],
  ".sarif": ["sarif"],
  ".xml": ["junit"],
  ".html": ["html"],
  ".htm": ["html"],
  ".docx": ["docx"],
  ".svg": ["svg"],
  ".ics": ["ics"],
};

/**
 * The format asked for, by flag or by the ending of the file; undefined where neither says. Fails where there is no such, or where the
 * ending says another one than the flag: whoever opens the file would get what its name does not say.
 */
export function askedFormat<Format extends string>(
  { format, output }: { readonly format?: string | undefined; readonly output?: string | undefined },
  formats: readonly Format[],
): Format | undefined {
  const holds = heldBy(output);
  if (format !== undefined) {
    const known = formats.find((name) => name === format);
    if (known === undefined) throw usage((texts) => texts.formats(format, formats.join(", ")));
    // `.txt`, as any ending that nobody knows, may hold all.
    const isClash = holds.length > 0 && !holds.includes("text") && !holds.includes(format);
    if (output !== undefined && isClash) throw usage((texts) => texts.endingClash(output, format));
    return known;
  }
  if (output === undefined) return undefined;
  const implied = formats.find((name) => name === holds[0]) ?? formats.find((name) => holds.includes(name));
  if (implied === undefined) throw usage((texts) => texts.unknownEnding(output, endingsFor(formats).join(" ")));
  return implied;
}

/** The endings that say one of the formats. */
export function endingsFor(formats: readonly string[]): string[] {
  return Object.keys(HOLDS).filter((ending) => heldBy(ending).some((format) => formats.includes(format)));
}

/** Nothing where nobody knows the ending, or there is none. */
function heldBy(output = ""): readonly string[] {
  const ending = /\.[^./\\]+$/.exec(output)?.[0].toLowerCase() ?? "";
  return HOLDS[ending] ?? [];
}
