import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formattedTime, offsetSpans } from "../../src/core/zone-offsets.ts";
import { localTime } from "../../src/core/zone.ts";
import { hasOffsets, knowZones, offsetsFor } from "../../src/storage/zone-data.ts";
import { LAW } from "../support/laws.ts";

const utc = (text: string): number => Date.parse(`${text}Z`);

describe("the offsets that come with the program", () => {
  const zones = Object.keys(offsetsFor(process.versions["tz"]));

  it("are those of China's zone", () => {
    expect(zones).toEqual(["Asia/Shanghai"]);
    expect([hasOffsets("Asia/Shanghai"), hasOffsets("Asia/Tokyo"), hasOffsets("toString")]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("are not used if Node.js has other time zone data", () => {
    expect([offsetsFor("1999a"), offsetsFor(undefined)]).toEqual([{}, {}]);
  });

  it.each(zones)("give the same local times as the formatter at any instant: %s", (zone) => {
    const instants = fc.integer({ min: utc("1900-01-01T00:00"), max: utc("2250-01-01T00:00") });
    const turns = offsetSpans(zone, -Infinity, Infinity).flatMap(({ from, until }) => [from, until]);
    const nearTurns = fc.tuple(fc.constantFrom(...turns), fc.integer({ min: -120_000, max: 120_000 }));
    fc.assert(
      fc.property(
        fc.oneof(
          instants,
          nearTurns.map(([turn, by]) => turn + by),
        ),
        (instant) => {
          knowZones();
          expect(localTime(instant, zone)).toEqual(formattedTime(instant, zone));
        },
      ),
      LAW,
    );
  });
});
