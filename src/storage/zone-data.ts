/** Time zone offsets that come with the program. */
import type { OffsetSpan } from "../core/zone-offsets.ts";
import { cacheOffsets } from "../core/zone.ts";
import { OFFSETS, ZONE_DATA } from "./generated/offsets.mjs";

type Offsets = Readonly<Record<string, readonly OffsetSpan[]>>;

/** The offsets computed at the build, if Node.js has the same version of the time zone data; else none. */
export function offsetsFor(version: string | undefined): Offsets {
  return version === ZONE_DATA ? OFFSETS : {};
}

const own = offsetsFor(process.versions["tz"]);

/** Registers these zones, so that no slow formatter is used for them. */
export function knowZones(): void {
  for (const [timezone, spans] of Object.entries(own)) cacheOffsets(timezone, spans);
}

/** Whether the zone's offsets come with the program. */
export function hasOffsets(timezone: string): boolean {
  return Object.hasOwn(own, timezone);
}
