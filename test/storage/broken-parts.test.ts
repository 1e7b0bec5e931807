/** How much is read to take out what no parser can read. */
import { describe, expect, it } from "vitest";
import { withoutBroken } from "../../src/storage/broken-parts.ts";
import type { OffsetFinding } from "../../src/storage/yaml-tokens.ts";

const MIB = 1024 * 1024;

/** What is read to take all open braces out of items, and whether that comes to an end. */
function takenOut(text: string): { readonly read: number; readonly isWhole: boolean } {
  let read = 0;
  const result = withoutBroken(text, (tried): OffsetFinding | null => {
    read += tried.length;
    const offset = tried.search(/\{[^}\n]*\n/);
    return offset < 0 ? null : { offset, length: 1, finding: { code: "E-SYNTAX", details: { fault: "bracket" } } };
  });
  return { read, isWhole: result !== null };
}

const open = (count: number): string => "  - {id: 1\n".repeat(count);
const closed = (count: number): string => "  - {id: 1}\n".repeat(count);

describe("items with an open brace", () => {
  it("are all taken out of a file as large as plans' are", () => {
    expect(takenOut(`tasks:\n${closed(2000)}${open(20)}`).isWhole).toBe(true);
  });

  it("are given up in a large file before the reading takes seconds: a whole one takes some tenths", () => {
    const { read, isWhole } = takenOut(`tasks:\n${closed(18_000)}${open(10)}`);
    expect(isWhole).toBe(false);
    expect(read).toBeLessThanOrEqual(MIB);
  });

  it("in great numbers are given up too", () => {
    const { read, isWhole } = takenOut(`tasks:\n${open(20_000)}`);
    expect(isWhole).toBe(false);
    expect(read).toBeLessThanOrEqual(MIB);
  });
});
