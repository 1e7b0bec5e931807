import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { compiledAs, haveContent } from "../../../src/storage/compiled/contents.ts";
import { type Compiled, type Input, areSettled, inputAt, signatureOf } from "../../../src/storage/compiled/inputs.ts";

const folder = mkdtempSync(join(tmpdir(), "ipplan-inputs-"));
const path = join(folder, "journal.jsonl");
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const SECOND = 1_000_000_000n;

function input(content: string): Input {
  writeFileSync(path, content);
  const found = inputAt(path, "journal.jsonl");
  if (found === null) throw new Error("not there");
  return found;
}

function compiled(content: string): Compiled {
  return compiledAs("journal.jsonl", Buffer.from(content));
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
    expect(inputAt(folder, "folder")).toBeNull();
    expect(inputAt(join(folder, "none"), "none")).toBeNull();
  });
});

describe("content", () => {
  it("is what was compiled, or more where more may have been appended", () => {
    expect(haveContent([input("one")], [compiled("one")], true)).toBe(true);
    expect(haveContent([input("one two")], [compiled("one")], true)).toBe(false);
    expect(haveContent([input("one two")], [compiled("one")], false)).toBe(true);
    expect(haveContent([input("onf two")], [compiled("one")], false)).toBe(false);
    expect(haveContent([input("on")], [compiled("one")], false)).toBe(false);
    expect(haveContent([input("one")], [], false)).toBe(false);
    expect(haveContent([input("one")], [{ ...compiled("one"), name: "other" }], false)).toBe(false);
  });
});
