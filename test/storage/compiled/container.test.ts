import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Container, type Section, encodeContainer, jsonSection } from "../../../src/storage/compiled/container.ts";
import { CacheDamage } from "../../../src/storage/compiled/damage.ts";
import { type Numbers, floats, integers } from "../../../src/storage/compiled/numbers.ts";

const folder = mkdtempSync(join(tmpdir(), "ipplan-container-"));
const path = join(folder, "file");
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const SMALL = {
  odd: Buffer.from("三个"),
  whole: Int32Array.of(1, -2, 2_147_483_647),
  broken: Float64Array.of(0.5, 1e300),
  value: jsonSection({ a: [1] }),
};
const VALUE = { name: "value" };

function write(sections: Readonly<Record<string, Section>> = SMALL, key = "build"): Buffer {
  const copy = Buffer.concat(encodeContainer({ key, id: "1" }, sections));
  writeFileSync(path, Buffer.concat([copy, copy]));
  return readFileSync(path);
}

function all(container: Container | null, name: string): Buffer | undefined {
  return container === null ? undefined : Buffer.from(container.stableBytes(name, 0, container.lengthOf(name)));
}

function allOf(numbers: Numbers): number[] {
  return Array.from({ length: numbers.length }, (_, index) => numbers.at(index));
}

/** Everything in the container; null if it cannot be opened. */
function told(): unknown {
  const container = Container.open(path, "build");
  if (container === null) return null;
  return [
    all(container, "odd")?.toString(),
    allOf(integers(container, "whole")),
    allOf(floats(container, "broken")),
    container.json(VALUE),
  ];
}

const ALL = ["三个", [1, -2, 2_147_483_647], [0.5, 1e300], { a: [1] }];

describe("a container", () => {
  it("returns what was stored in it", () => {
    write();
    expect(told()).toEqual(ALL);
  });

  it("is read in parts if it is large", () => {
    write({ filling: Buffer.alloc(600_000, 7), ...SMALL });
    expect(told()).toEqual(ALL);
    expect(all(Container.open(path, "build"), "filling")).toEqual(Buffer.alloc(600_000, 7));
  });

  it("cannot be opened by another build, or if it is missing", () => {
    write(SMALL, "another build");
    expect(told()).toBeNull();
    expect(Container.open(join(folder, "none"), "build")).toBeNull();
  });

  it("never returns anything else than was stored, whichever bit is flipped and wherever the file is cut", () => {
    const bytes = write();
    const believed: string[] = [];
    const tryOut = (name: string, changed: Buffer): void => {
      writeFileSync(path, changed);
      try {
        const answer = told();
        if (answer !== null && JSON.stringify(answer) !== JSON.stringify(ALL)) believed.push(name);
      } catch (error) {
        if (!(error instanceof CacheDamage)) believed.push(`${name}: ${String(error)}`);
      }
    };
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      tryOut(`bit at ${at}`, changed);
      tryOut(`cut at ${at}`, bytes.subarray(0, at));
    }
    expect(believed).toEqual([]);
  });

  it("if read in parts, returns only bytes that are the same in both copies", () => {
    const bytes = write({ filling: Buffer.alloc(600_000, 7), ...SMALL });
    for (const copy of [0, bytes.length / 2]) {
      const changed = Buffer.from(bytes);
      changed.fill(9, copy + 300_000, copy + 300_001);
      changed.fill(
        9,
        copy + changed.lastIndexOf("三个") - bytes.length / 2,
        copy + changed.lastIndexOf("三个") + 1 - bytes.length / 2,
      );
      writeFileSync(path, changed);
      const container = Container.open(path, "build");
      expect(() => all(container, "filling")).toThrow(CacheDamage);
      expect(() => all(container, "odd")).toThrow(CacheDamage);
      expect(() => all(container, "odd")).toThrow(CacheDamage);
    }
  });

  it("throws if a section is missing", () => {
    write();
    expect(() => all(Container.open(path, "build"), "other")).toThrow(CacheDamage);
  });
});
