/** How much text is read to remove unparsable parts. */
import { describe, expect, it } from "vitest";
import { withoutBroken } from "../../src/storage/broken-parts.ts";
import type { OffsetFinding } from "../../src/storage/yaml-tokens.ts";

const MIB = 1024 * 1024;

/** How much text is read to remove all open braces with their items, and whether that succeeds. */
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
  it("are all removed from a file as large as those of a plan", () => {
    expect(takenOut(`tasks:\n${closed(2000)}${open(20)}`).isWhole).toBe(true);
  });

  it("are left in a large file before reading takes seconds: one pass takes some tenths", () => {
    const { read, isWhole } = takenOut(`tasks:\n${closed(18_000)}${open(10)}`);
    expect(isWhole).toBe(false);
    expect(read).toBeLessThanOrEqual(MIB);
  });

  it("are left if there are very many", () => {
    const { read, isWhole } = takenOut(`tasks:\n${open(20_000)}`);
    expect(isWhole).toBe(false);
    expect(read).toBeLessThanOrEqual(MIB);
  });
});
