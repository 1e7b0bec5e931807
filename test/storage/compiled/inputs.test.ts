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

/** Whether the file with the content is what was compiled of these, or begins so. */
function fits(content: string, compiled: Readonly<Record<string, string>>, isExact: boolean): boolean {
  const names = Object.entries(compiled).map(([name, text]) => ({ name, bytes: Buffer.byteLength(text) }));
  const copy = Buffer.concat(encodeContainer({ key: "build", id: "1" }, { inputs: jsonSection(names) }));
  const kept = join(folder, "kept");
  writeFileSync(kept, Buffer.concat([copy, copy, ...Object.values(compiled).map((text) => Buffer.from(text))]));
  const held = Container.open(kept, "build");
  return held !== null && haveContent([input(content)], held, isExact);
}

describe("a signature", () => {
  it("is believed only some time after the last change: within one tick a file may change twice", () => {
    const now = input("one");
    expect(areSettled([now], now.changed)).toBe(false);
    expect(areSettled([now], now.changed + 2n * SECOND)).toBe(false);
    expect(areSettled([now], now.changed + 3n * SECOND)).toBe(true);
  });

  it("is not believed where the clock stood ahead when the file changed", () => {
    const now = input("one");
    expect(areSettled([now], now.changed - 3600n * SECOND)).toBe(false);
  });

  it("tells files apart by size, times and place", () => {
    const one = signatureOf([input("one")]);
    expect(signatureOf([input("three")])).not.toBe(one);
    expect(plainInputAt(folder, "folder")).toBeNull();
  });

  it("is asked of what is there: a journal may begin without one", () => {
    expect(plainInputAt(join(folder, "none"), "none")).toBeNull();
  });
});

describe("content", () => {
  it("is what was compiled, or more where more may have been appended", () => {
    const one = { "journal.jsonl": "one" };
    expect(fits("one", one, true)).toBe(true);
    expect(fits("one two", one, true)).toBe(false);
    expect(fits("one two", one, false)).toBe(true);
    expect(fits("onf two", one, false)).toBe(false);
    expect(fits("on", one, false)).toBe(false);
    expect(fits("one", {}, false)).toBe(false);
    expect(fits("one", { other: "one" }, false)).toBe(false);
  });

  it("is compared to its end, piece by piece", () => {
    const long = "a".repeat(200_000);
    expect(fits(`${long}b`, { "journal.jsonl": `${long}b` }, true)).toBe(true);
    expect(fits(`${long}b`, { "journal.jsonl": `${long}c` }, true)).toBe(false);
  });
});
