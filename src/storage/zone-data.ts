/** The offsets of time zones that came with the program. */
import type { OffsetSpan } from "../core/zone-offsets.ts";
import { knowOffsets } from "../core/zone.ts";
import { OFFSETS, ZONE_DATA } from "./generated/offsets.mjs";

type Offsets = Readonly<Record<string, readonly OffsetSpan[]>>;

/** What was worked out at the build, as long as Node.js knows the same of time zones: `version` is that of its data. */
export function offsetsFor(version: string | undefined): Offsets {
  return version === ZONE_DATA ? OFFSETS : {};
}

const own = offsetsFor(process.versions["tz"]);

/** From now on no formatter is asked for these zones. */
export function knowZones(): void {
  for (const [timezone, spans] of Object.entries(own)) knowOffsets(timezone, spans);
}

/** Whether the zone's offsets came with the program. */
export function hasOffsets(timezone: string): boolean {
  return Object.hasOwn(own, timezone);
}
