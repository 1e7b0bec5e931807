import { usage } from "./failure.ts";

/** The formats that a file with a known ending may hold; the first is the one that the ending implies. */
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
 * The format given by `--format` or implied by the ending of the output file; undefined if there is neither. Fails if
 * the format is unknown, or if the ending contradicts the flag: the file would not hold what its name says.
 */
export function askedFormat<Format extends string>(
  { format, output }: { readonly format?: string | undefined; readonly output?: string | undefined },
  formats: readonly Format[],
): Format | undefined {
  const holds = heldBy(output);
  if (format !== undefined) {
    const known = formats.find((name) => name === format);
    if (known === undefined) throw usage((texts) => texts.formats(format, formats.join(", ")));
    // `.txt` may hold any format, and so may an unknown ending.
    const isClash = holds.length > 0 && !holds.includes("text") && !holds.includes(format);
    if (output !== undefined && isClash) throw usage((texts) => texts.endingClash(output, format));
    return known;
  }
  if (output === undefined) return undefined;
  const implied = formats.find((name) => name === holds[0]) ?? formats.find((name) => holds.includes(name));
  if (implied === undefined) throw usage((texts) => texts.unknownEnding(output, endingsFor(formats).join(" ")));
  return implied;
}

/** The endings of files that may hold one of the formats. */
export function endingsFor(formats: readonly string[]): string[] {
  return Object.keys(HOLDS).filter((ending) => heldBy(ending).some((format) => formats.includes(format)));
}

/** The formats that fit the ending of the path; none if it has no ending or an unknown one. */
function heldBy(output = ""): readonly string[] {
  const ending = /\.[^./\\]+$/.exec(output)?.[0].toLowerCase() ?? "";
  return HOLDS[ending] ?? [];
}
