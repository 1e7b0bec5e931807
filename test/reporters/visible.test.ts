import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { visible } from "../../src/reporters/visible.ts";
import { POISON } from "./payloads.ts";

describe("visible text", () => {
  it.each([
    ["\u0000", "<U+0000>"],
    ["\t", "<U+0009>"],
    ["\r", "<U+000D>"],
    ["\u001b[31m", "<U+001B>[31m"],
    ["\u007f", "<U+007F>"],
    ["\u009b", "<U+009B>"],
    ["\u061c", "<U+061C>"],
    ["\u200b", "<U+200B>"],
    ["\u200e", "<U+200E>"],
    ["\u2028", "<U+2028>"],
    ["a\u202eb", "a<U+202E>b"],
    ["\u2060", "<U+2060>"],
    ["\u2066", "<U+2066>"],
    ["\ufeff", "<U+FEFF>"],
    ["\u{e0041}", "<U+E0041>"],
    ["\ud800", "<U+D800>"],
    ["\udc00x", "<U+DC00>x"],
    ["\u00ad", "<U+00AD>"],
    ["\u180e", "<U+180E>"],
    ["\u2062", "<U+2062>"],
    ["\u206a", "<U+206A>"],
    ["\ufff9", "<U+FFF9>"],
  ])("spells out %j", (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it.each(["提升质量", "“双创”，《办法》", "a\nb", "𠮷", "é", "e\u0301", "✓ ✗ ▸ ◦ ▮ ▯", "\u3000", "…—"])(
    "leaves %j as it is",
    (text) => {
      expect(visible(text)).toBe(text);
    },
  );

  it("has at most four marks on one letter", () => {
    expect(visible(`a${"\u0301".repeat(4)}b`)).toBe(`a${"\u0301".repeat(4)}b`);
    expect(visible(`a${"\u0301".repeat(50)}b`)).not.toMatch(/\p{M}{5}/u);
  });

  it("has no character that acts on a terminal, whatever the text", () => {
    const part = fc.oneof(fc.constantFrom(...POISON), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const shown = visible(parts.join(""));
        expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
        expect(visible(shown)).toBe(shown);
      }),
      { seed: 20170101, numRuns: 2000 },
    );
  });
});
