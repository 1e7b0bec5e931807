import { expect, it } from "vitest";
import { strangeCharacters, strangeEscapes } from "../../src/storage/strange-characters.ts";

const TAB = 0x09;
const LAST = 0x10ffff;

/** The escape of a character as a double-quoted text may have it. */
function escapeOf(codePoint: number): string {
  return `\\U${codePoint.toString(16).padStart(8, "0")}`;
}

it("the same characters are strange as they are and as escapes, but for the tab, whose place matters", () => {
  const differing: number[] = [];
  for (let codePoint = 0; codePoint <= LAST; codePoint += 1) {
    const isFound = strangeCharacters(`a${String.fromCodePoint(codePoint)}b`).length > 0;
    if (isFound !== strangeEscapes(escapeOf(codePoint)).length > 0) differing.push(codePoint);
  }
  expect(differing).toEqual([TAB]);
});

it.each([
  ["a control character", "\u0007", "U+0007"],
  ["a soft hyphen", "\u00ad", "U+00AD"],
  ["a mark that reverses the direction", "\u202e", "U+202E"],
  ["a byte order mark within the text", "\ufeff", "U+FEFF"],
  ["a tag character", "\u{e0041}", "U+E0041"],
  ["a carriage return that ends no line", "\r", "U+000D"],
])("%s is found at its place", (_, character, codePoint) => {
  const finding = { code: "E-CHAR", details: { codePoint } };
  expect(strangeCharacters(`节点${character}一`)).toEqual([{ offset: 2, length: character.length, finding }]);
});

it("line ends, rare Chinese characters and emoji are not strange", () => {
  expect(strangeCharacters("一\r\n二\n\u{20bb7}😀")).toEqual([]);
});
