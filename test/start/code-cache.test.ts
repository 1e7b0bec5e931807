import { chmodSync, closeSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { keepCode } from "../../src/start/write-code-cache.ts";
import { type CodePlace, codeOf, openCode } from "../../src/start/code-cache.ts";

const folder = mkdtempSync(join(tmpdir(), "ipplan-code-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const PATH = join(folder, "deep/status.code");
const CODES = new Map([
  ["main.cjs", Buffer.from("abcdefghijk")],
  ["screen.cjs", Buffer.alloc(40_000, "x")],
  // Larger than ROOM.
  ["large.cjs", Buffer.alloc(70_000, "y")],
  ["empty.cjs", Buffer.alloc(0)],
]);
const KEY = "build 1";
const PLACE: CodePlace = { path: PATH, key: KEY };
const ROOM = new Uint8Array(64 * 1024);

/** The compiled code that can be read from the file, by name; null if the file cannot be used. */
function held(): Record<string, string | undefined> | null {
  const kept = openCode(PLACE, ROOM);
  if (kept === null) return null;
  const textOf = (code: Uint8Array | undefined): string | undefined => code && Buffer.from(code).toString();
  return Object.fromEntries(Object.keys(kept.places).map((name) => [name, textOf(codeOf(kept, name, ROOM))]));
}

describe("compiled code", () => {
  it("is read back as it was kept, and no other file remains", () => {
    keepCode(PLACE, CODES);
    const texts = Object.fromEntries([...CODES].map(([name, code]) => [name, code.toString()]));
    expect(held()).toEqual(texts);
    const kept = openCode(PLACE, ROOM);
    expect(kept === null ? "nothing" : codeOf(kept, "other.cjs", ROOM)).toBeUndefined();
    expect(readdirSync(join(folder, "deep"))).toEqual(["status.code"]);
  });

  it("of another build is not used", () => {
    keepCode(PLACE, CODES);
    expect(openCode({ path: PATH, key: "build 2" }, ROOM)).toBeNull();
  });

  it.runIf(process.getuid !== undefined)(
    "that others may have written is not used if it must be one user's own",
    () => {
      const owner = process.getuid?.() ?? 0;
      const isHeld = (place: Partial<CodePlace>): boolean => openCode({ ...PLACE, ...place }, ROOM) !== null;
      keepCode(PLACE, CODES);
      expect([isHeld({ owner }), isHeld({ owner: owner + 1 }), isHeld({})]).toEqual([true, false, true]);
      chmodSync(PATH, 0o666);
      expect([isHeld({ owner }), isHeld({})]).toEqual([false, true]);
    },
  );

  it("is undefined if the file can no longer be read", () => {
    keepCode(PLACE, CODES);
    const kept = openCode(PLACE, ROOM);
    if (kept !== null) closeSync(kept.fd);
    expect(kept === null ? "nothing" : codeOf(kept, "main.cjs", ROOM)).toBeUndefined();
  });

  it("is not read from a folder, a missing file or an empty one", () => {
    expect(openCode({ path: folder, key: KEY }, ROOM)).toBeNull();
    expect(openCode({ path: join(folder, "none"), key: KEY }, ROOM)).toBeNull();
    writeFileSync(PATH, "");
    expect(held()).toBeNull();
  });

  it("is never returned damaged, wherever one bit is wrong", () => {
    keepCode(PLACE, CODES);
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
    keepCode(PLACE, CODES);
    const whole = readFileSync(PATH);
    for (const length of [1, 3, 4096, 4097, 8192, whole.length / 2, whole.length - 1, whole.length - 2]) {
      writeFileSync(PATH, whole.subarray(0, length));
      const found = held();
      expect(
        Object.entries(found ?? {}).every(([name, text]) => [undefined, CODES.get(name)?.toString()].includes(text)),
      ).toBe(true);
    }
  });

  it("that cannot be kept is skipped without an error", () => {
    expect(() => keepCode({ path: join(PATH, "below-a-file"), key: KEY }, CODES)).not.toThrow();
    const names = Array.from(
      { length: 400 },
      (_, n) => [`a-file-with-a-rather-long-name-${n}.cjs`, Buffer.alloc(1)] as const,
    );
    keepCode({ path: join(folder, "many"), key: KEY }, new Map(names));
    expect(openCode({ path: join(folder, "many"), key: KEY }, ROOM)).toBeNull();
    expect(readdirSync(folder)).toEqual(["deep"]);
  });
});
