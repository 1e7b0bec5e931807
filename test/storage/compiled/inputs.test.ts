import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Container, encodeContainer, jsonSection } from "../../../src/storage/compiled/container.ts";
import { haveContent } from "../../../src/storage/compiled/contents.ts";
import { type Input, areSettled, plainInputAt, signatureOf } from "../../../src/storage/compiled/inputs.ts";

const folder = mkdtempSync(join(tmpdir(), "ipplan-inputs-"));
const path = join(folder, "journal.jsonl");
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const SECOND = 1_000_000_000n;

function input(content: string): Input {
  writeFileSync(path, content);
  const found = plainInputAt(path, "journal.jsonl");
  if (found === null) throw new Error("not there");
  return found;
}

/** Whether a file with the content equals (or, unless `isExact`, begins with) what was compiled. */
function fits(content: string, compiled: Readonly<Record<string, string>>, isExact: boolean): boolean {
  const names = Object.entries(compiled).map(([name, text]) => ({ name, bytes: Buffer.byteLength(text) }));
  const copy = Buffer.concat(encodeContainer({ key: "build", id: "1" }, { inputs: jsonSection(names) }));
  const kept = join(folder, "kept");
  writeFileSync(kept, Buffer.concat([copy, copy, ...Object.values(compiled).map((text) => Buffer.from(text))]));
  const held = Container.open(kept, "build");
  return held !== null && haveContent([input(content)], held, isExact);
}

describe("a signature", () => {
  it("is trusted only some time after the last change, since a file may change twice within one clock tick", () => {
    const now = input("one");
    expect(areSettled([now], now.changed)).toBe(false);
    expect(areSettled([now], now.changed + 2n * SECOND)).toBe(false);
    expect(areSettled([now], now.changed + 3n * SECOND)).toBe(true);
  });

  it("is not trusted if the file's last change lies in the future", () => {
    const now = input("one");
    expect(areSettled([now], now.changed - 3600n * SECOND)).toBe(false);
  });

  it("differs between files of different sizes, and exists for plain files only", () => {
    const one = signatureOf([input("one")]);
    expect(signatureOf([input("three")])).not.toBe(one);
    expect(plainInputAt(folder, "folder")).toBeNull();
  });

  it("does not exist for a missing file, such as a journal without records", () => {
    expect(plainInputAt(join(folder, "none"), "none")).toBeNull();
  });
});

describe("content", () => {
  it("must be what was compiled, or more if lines may have been appended", () => {
    const one = { "journal.jsonl": "one" };
    expect(fits("one", one, true)).toBe(true);
    expect(fits("one two", one, true)).toBe(false);
    expect(fits("one two", one, false)).toBe(true);
    expect(fits("onf two", one, false)).toBe(false);
    expect(fits("on", one, false)).toBe(false);
    expect(fits("one", {}, false)).toBe(false);
    expect(fits("one", { other: "one" }, false)).toBe(false);
  });

  it("is compared piece by piece up to its end", () => {
    const long = "a".repeat(200_000);
    expect(fits(`${long}b`, { "journal.jsonl": `${long}b` }, true)).toBe(true);
    expect(fits(`${long}b`, { "journal.jsonl": `${long}c` }, true)).toBe(false);
  });
});
