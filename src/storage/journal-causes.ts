/** Groups a journal's damaged lines by cause, so that one cause is reported once, at its first line. */
import { isUtf8 } from "node:buffer";
import type { ProblemDetails } from "../core/problem.ts";
import { looksLikeUtf16 } from "./encodings.ts";
import type { DamagedLine } from "./journal-files.ts";
import { decodeLine } from "./journal-line.ts";

type Encoding = NonNullable<ProblemDetails["E-ENCODING"]["guess"]>;

/** One cause of damage. */
export interface JournalDamage {
  readonly first: DamagedLine;
  readonly lines: number;
  /** The encoding of records that are not in UTF-8; `reformatted` for JSON spread over several lines; null if unknown. */
  readonly cause: Encoding | "reformatted" | null;
}

/** How many lines that seem to open a JSON value, but do not, are tried; trying very many would take long. */
const MOST_TRIED = 50;

/** The damage in all files, grouped by cause. */
export function causesOf(damaged: readonly DamagedLine[]): JournalDamage[] {
  const files = [...new Set(damaged.map(({ file }) => file))];
  return files.flatMap((name) => causesIn(damaged.filter(({ file }) => file === name)));
}

/** The damage in one file. */
function causesIn(lines: readonly DamagedLine[]): JournalDamage[] {
  const bytes = Buffer.concat(lines.flatMap(({ raw }) => [raw, Buffer.from("\n")]));
  if (looksLikeUtf16(bytes)) return together(lines, "UTF-16");
  const encoded = lines.map((line) => ({ line, encoding: encodingOf(line) }));
  const inEncoding = (wanted: Encoding | null): DamagedLine[] =>
    encoded.filter(({ encoding }) => encoding === wanted).map(({ line }) => line);
  return [
    ...together(inEncoding("GB18030"), "GB18030"),
    ...together(inEncoding("Big5"), "Big5"),
    ...runsIn(inEncoding(null)),
  ];
}

/** The encoding in which the line is a record, proven by its hash; null if there is none. */
function encodingOf({ raw }: DamagedLine): Encoding | null {
  if (isUtf8(raw)) return null;
  const isProven = (encoding: Encoding): boolean =>
    !("damage" in decodeLine(Buffer.from(new TextDecoder(encoding).decode(raw))));
  return (["GB18030", "Big5"] as const).find(isProven) ?? null;
}

function together(lines: readonly DamagedLine[], cause: JournalDamage["cause"]): JournalDamage[] {
  const [first] = lines;
  return first === undefined ? [] : [{ first, lines: lines.length, cause }];
}

/** Records that an editor spread over consecutive lines, as one cause each; every other line by itself. */
function runsIn(lines: readonly DamagedLine[]): JournalDamage[] {
  const texts = lines.map(({ raw }) => raw.toString("utf8").trimEnd());
  const found: JournalDamage[] = [];
  const run: DamagedLine[] = [];
  let tries = 0;
  for (let at = 0; at < lines.length;) {
    const opens = tries < MOST_TRIED && /^\s*[[{]$/.test(texts[at] ?? "");
    const end = opens ? endOfValue(texts, at) : at;
    if (opens && end === at) tries += 1;
    const next = lines.slice(at, Math.max(end, at + 1));
    if (end === at || !isBelow(run.at(-1), next[0])) found.push(...together(run.splice(0), "reformatted"));
    if (end === at) found.push(...together(next, null));
    else run.push(...next);
    at += next.length;
  }
  return [...found, ...together(run, "reformatted")];
}

function isBelow(before: DamagedLine | undefined, line: DamagedLine | undefined): boolean {
  return before !== undefined && line?.line === before.line + 1;
}

/** The index after the last line of the JSON value that begins at line `at`; `at` itself if none does. */
function endOfValue(texts: readonly string[], at: number): number {
  const closing = (texts[at] ?? "").replace("{", "}").replace("[", "]");
  const last = texts.findIndex((text, index) => index > at && text.replace(/,$/, "") === closing);
  return last > at &&
    isJson(
      texts
        .slice(at, last + 1)
        .join("\n")
        .replace(/,$/, ""),
    )
    ? last + 1
    : at;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
