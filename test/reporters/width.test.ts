import displayWidth from "fast-string-width";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ASCII_SYMBOLS, SYMBOLS } from "../../src/reporters/look.ts";
import { plainWidth } from "../../src/reporters/plain-width.ts";
import { widthOf } from "../../src/reporters/width.ts";

/** Characters counted without the library, and some that need it. */
const PLAIN_RANGES = [
  [0x20, 0x7e],
  [0x3000, 0x3029],
  [0x4e00, 0x9fff],
  [0xff01, 0xff5e],
] as const;
const PLAIN = [
  ...PLAIN_RANGES.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index)),
  ...[..."·–—‘’“”…→✓✗▸◦▮▯"].map((char) => char.codePointAt(0) ?? 0),
].map((code) => String.fromCodePoint(code));
const OTHERS = ["🏳️‍🌈", "e\u0301", "\u302a", "\u200d", "น้ำ", "█", "ｱ", "𠀀", "\u303f", "한", "\t"];

describe("the width of a text", () => {
  it("equals the library's for every character counted without it", () => {
    expect(PLAIN.filter((char) => widthOf(char) !== displayWidth(char))).toEqual([]);
  });

  it("equals the library's for every text", () => {
    const piece = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PLAIN) }, fc.constantFrom(...OTHERS));
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, (line) => widthOf(line) === displayWidth(line)),
      { seed: 20170331, numRuns: 2000 },
    );
  });

  it("needs no library for our own symbols", () => {
    const symbols = [SYMBOLS, ASCII_SYMBOLS].flatMap((set) => Object.values<string>({ ...set }));
    expect(symbols.map(plainWidth)).toEqual(symbols.map(() => 1));
  });

  it("is the same with colour", () => {
    const painted = "\u001b[1;31m逾期\u001b[39;22m 3 天";
    expect([widthOf(painted), displayWidth(painted)]).toEqual([9, 9]);
  });
});
