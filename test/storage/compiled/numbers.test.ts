/** Columns of numbers: whichever pages are in memory, each index has its own number. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { Container, encodeContainer } from "../../../src/storage/compiled/container.ts";
import { CacheDamage } from "../../../src/storage/compiled/damage.ts";
import { type Numbers, floats, integers, isAmong, scattered } from "../../../src/storage/compiled/numbers.ts";
import { LAW } from "../../support/laws.ts";

const folder = mkdtempSync(join(tmpdir(), "ipplan-numbers-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const COUNT = 50_001;
const WHOLE = Int32Array.from({ length: COUNT }, (_, place) => place * 7 - 3);
const BROKEN = Float64Array.from({ length: COUNT }, (_, place) => place + 0.25);
const PATH = join(folder, "large");
const copy = Buffer.concat(encodeContainer({ key: "build", id: "1" }, { whole: WHOLE, broken: BROKEN }));
writeFileSync(PATH, Buffer.concat([copy, copy]));

function open(path: string): Container {
  const container = Container.open(path, "build");
  if (container === null) throw new Error("it was just written");
  return container;
}

const CONTAINER = open(PATH);
/** Indexes far apart, so that pages come and go, and close together. */
const jumps = fc.array(fc.oneof(fc.nat({ max: COUNT - 1 }), fc.constantFrom(0, 4095, 4096, COUNT - 1)), {
  maxLength: 80,
});

describe("a column read page by page", () => {
  it.each([
    ["integers", () => integers(CONTAINER, "whole"), WHOLE],
    ["scattered", () => scattered(CONTAINER, "whole"), WHOLE],
    ["floats", () => floats(CONTAINER, "broken"), BROKEN],
  ] as const)("has each number at its index: %s", (_, make, numbers) => {
    fc.assert(
      fc.property(jumps, (places) => {
        const column = make();
        expect(column).toHaveLength(COUNT);
        expect(places.map((place) => column.at(place))).toEqual(places.map((place) => numbers[place]));
      }),
      { ...LAW, numRuns: 50 },
    );
  });

  it("has them after many passes, and as a whole", () => {
    const column: Numbers = integers(CONTAINER, "whole");
    for (let round = 0; round < 12; round += 1) {
      for (let place = 0; place < COUNT; place += 1000) expect(column.at(place)).toBe(WHOLE[place]);
    }
    expect(column.whole).toEqual(WHOLE);
    expect(column.at(COUNT - 1)).toBe(WHOLE[COUNT - 1]);
  });

  it("tells whether a number occurs in a range", () => {
    const column = integers(CONTAINER, "whole");
    expect(isAmong(column, 4095 * 7 - 3, 4090, 4100)).toBe(true);
    expect(isAmong(column, 4095 * 7 - 3, 4096, 4100)).toBe(false);
  });

  it("throws outside its range, and if its copies differ", () => {
    const column = integers(CONTAINER, "whole");
    expect(() => column.at(-1)).toThrow(CacheDamage);
    expect(() => column.at(COUNT + 8192)).toThrow(CacheDamage);
    const damaged = join(folder, "damaged");
    const changed = Buffer.concat([copy, copy]);
    changed.writeInt32LE(99, changed.indexOf(Buffer.from(WHOLE.buffer)) + 30_000 * 4);
    writeFileSync(damaged, changed);
    const other = integers(open(damaged), "whole");
    expect(other.at(5)).toBe(WHOLE[5]);
    expect(() => other.at(30_000)).toThrow(CacheDamage);
    expect(() => other.whole).toThrow(CacheDamage);
  });
});
