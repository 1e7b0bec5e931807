import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { Container, type Section, encodeContainer } from "../../../src/storage/compiled/container.ts";
import { integers } from "../../../src/storage/compiled/numbers.ts";
import { find, indexOf } from "../../../src/storage/compiled/string-index.ts";
import { textSections } from "../../../src/storage/compiled/columns.ts";
import { Strings } from "../../../src/storage/compiled/strings.ts";
import { LAW } from "../../support/laws.ts";

const folder = mkdtempSync(join(tmpdir(), "ipplan-strings-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const PATH = join(folder, "file");

function stored(sections: Readonly<Record<string, Section>>): Container {
  const copy = Buffer.concat(encodeContainer({ key: "build", id: "1" }, sections));
  writeFileSync(PATH, Buffer.concat([copy, copy]));
  const container = Container.open(PATH, "build");
  if (container === null) throw new Error("it was just written");
  return container;
}

function all(strings: Strings): string[] {
  return Array.from({ length: strings.count }, (_, index) => strings.at(index));
}

const texts = fc.uniqueArray(
  fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.constantFrom("5-1", "5-1@Q2", "甲乙")),
);

describe("a column of texts", () => {
  it("returns the texts as stored, whatever they contain", () => {
    fc.assert(
      fc.property(texts, (values) => {
        expect(all(new Strings(stored(textSections("names", values)), "names"))).toEqual(values);
      }),
      LAW,
    );
  });

  it("finds the index of each of its texts, and no other text", () => {
    fc.assert(
      fc.property(texts, fc.string(), (values, other) => {
        const container = stored({ ...textSections("names", values), table: indexOf(values) });
        const strings = new Strings(container, "names");
        const table = integers(container, "table");
        expect(values.map((value) => find(value, strings, table))).toEqual(values.map((_, index) => index));
        expect(find(other, strings, table)).toBe(values.indexOf(other));
      }),
      LAW,
    );
  });

  it("is read correctly if its sections are far apart in a large file", () => {
    const { names, ...rest } = textSections("names", ["5-1", "5-2", "甲"]);
    const filling = Buffer.alloc(600_000, "x");
    const container = stored({ ...(names === undefined ? {} : { names }), filling, ...rest, more: filling });
    expect(all(new Strings(container, "names"))).toEqual(["5-1", "5-2", "甲"]);
  });
});
