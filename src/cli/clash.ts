/** An ending that says another format than `--format`: whoever opens the file gets what its name does not say. */
import { usage } from "./failure.ts";

/** What files of a known ending may hold; `.txt`, as any that nobody knows, may hold all. */
const HOLDS: Readonly<Record<string, readonly string[]>> = {
  ".md": ["md"],
  ".csv": ["csv"],
  ".json": ["json", "sarif"],
  ".ndjson": ["ndjson"],
  ".sarif": ["sarif"],
  ".xml": ["junit"],
  ".html": ["html"],
  ".htm": ["html"],
  ".docx": ["docx"],
  ".xlsx": ["xlsx"],
  ".svg": ["svg"],
  ".ics": ["ics"],
};

export function refuseClash(format: string | undefined, output: string | undefined): void {
  if (format === undefined || output === undefined) return;
  const ending = /\.[^./\\]+$/.exec(output)?.[0].toLowerCase() ?? "";
  const holds = Object.hasOwn(HOLDS, ending) ? HOLDS[ending] : undefined;
  if (holds === undefined || holds.includes(format)) return;
  throw usage((texts) => texts.endingClash(output, format));
}
