import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { KeptCode, keepCode } from "../../src/start/kept-code.ts";
import { Room } from "../../src/start/room.ts";

const folder = mkdtempSync(join(tmpdir(), "ipplan-code-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const PATH = join(folder, "deep/status.code");
const CODES = new Map([
  ["main.cjs", Buffer.from("abcdefghijk")],
  ["screen.cjs", Buffer.alloc(40_000, "x")],
  ["empty.cjs", Buffer.alloc(0)],
]);
const KEY = "build 1";
const ROOM = new Room();

/** All that can be had of the file at the path. */
function held(): Record<string, string | undefined> | null {
  const kept = KeptCode.open(PATH, KEY);
  if (kept === null) return null;
  return Object.fromEntries(kept.names.map((name) => [name, kept.get(name, ROOM)?.toString()]));
}

describe("compiled code", () => {
  it("comes back as it was kept, and leaves nothing else behind", () => {
    keepCode(PATH, KEY, CODES);
    const texts = Object.fromEntries([...CODES].map(([name, code]) => [name, code.toString()]));
    expect(held()).toEqual(texts);
    expect(KeptCode.open(PATH, KEY)?.get("other.cjs", ROOM)).toBeUndefined();
    expect(readdirSync(join(folder, "deep"))).toEqual(["status.code"]);
  });

  it("of another build is not used", () => {
    keepCode(PATH, KEY, CODES);
    expect(KeptCode.open(PATH, "build 2")).toBeNull();
  });

  it("that others may have written is not used", () => {
    keepCode(PATH, KEY, CODES);
    chmodSync(PATH, 0o666);
    expect(held()).toBeNull();
  });

  it("is told from what is no file, and from an empty one", () => {
    expect(KeptCode.open(folder, KEY)).toBeNull();
    expect(KeptCode.open(join(folder, "none"), KEY)).toBeNull();
    writeFileSync(PATH, "");
    expect(held()).toBeNull();
  });

  it("is never returned damaged, wherever one bit is wrong", () => {
    keepCode(PATH, KEY, CODES);
    const whole = readFileSync(PATH);
    const texts = new Set([...[...CODES.values()].map(String), undefined]);
    for (let at = 0; at < whole.length; at += at % 4096 < 300 ? 1 : 997) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 4;
      writeFileSync(PATH, damaged);
      const found = held();
      expect(Object.values(found ?? {}).every((text) => texts.has(text))).toBe(true);
    }
  });

  it("is never returned cut short", () => {
    keepCode(PATH, KEY, CODES);
    const whole = readFileSync(PATH);
    for (const length of [1, 3, 4096, 4097, 8192, whole.length / 2, whole.length - 1, whole.length - 2]) {
      writeFileSync(PATH, whole.subarray(0, length));
      const found = held();
      expect(
        Object.entries(found ?? {}).every(([name, text]) => [undefined, CODES.get(name)?.toString()].includes(text)),
      ).toBe(true);
    }
  });

  it("that cannot be kept is left", () => {
    expect(() => keepCode(join(PATH, "below-a-file"), KEY, CODES)).not.toThrow();
    const names = Array.from(
      { length: 400 },
      (_, n) => [`a-file-with-a-rather-long-name-${n}.cjs`, Buffer.alloc(1)] as const,
    );
    keepCode(join(folder, "many"), KEY, new Map(names));
    expect(KeptCode.open(join(folder, "many"), KEY)).toBeNull();
    expect(readdirSync(folder)).toEqual(["deep"]);
  });
});
