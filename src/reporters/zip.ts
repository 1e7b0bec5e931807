/** Reproducible zip archives: fixed order and timestamps. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Day } from "../core/calendar.ts";
import { compareText } from "../core/order.ts";

/** The earliest year of zip's timestamps. They are in local time; without a zone this is the same everywhere. */
const ARCHIVE_TIME = "1980-01-01T12:00:00";

/** The date in the properties of a document without an as-of day. */
const NO_DAY = "1980-01-01";

/** Parts of an archive by name. */
export type Parts = Readonly<Record<string, Uint8Array>>;

/** The parts of an archive. Throws if the bytes are not an archive. */
export function unpack(bytes: Uint8Array): Parts {
  return unzipSync(bytes);
}

/** The part as text; empty if it does not exist. */
export function partText(parts: Parts, name: string): string {
  return strFromU8(parts[name] ?? new Uint8Array());
}

/** Packs the parts; texts are written in UTF-8. */
export function pack(parts: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  const names = Object.keys(parts).toSorted((a, b) => rank(a) - rank(b) || compareText(a, b));
  return zipSync(Object.fromEntries(names.map((name) => [name, bytesOf(parts[name] ?? "")])), {
    level: 6,
    mtime: ARCHIVE_TIME,
  });
}

/** The day of a document in the format of its properties. */
export function stampOf(day: Day | null): string {
  return `${day ?? NO_DAY}T00:00:00Z`;
}

function bytesOf(part: Uint8Array | string): Uint8Array {
  return typeof part === "string" ? strToU8(part) : part;
}

/** Readers expect the list of content types first. */
function rank(name: string): number {
  if (name === "[Content_Types].xml") return 0;
  return name.startsWith("_rels/") ? 1 : 2;
}
