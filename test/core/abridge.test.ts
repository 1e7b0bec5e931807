import { expect, it } from "vitest";
import { abridged, betweenCharacters } from "../../src/core/abridge.ts";

it("keeps a text that fits, and marks one that it cuts", () => {
  expect(abridged("任务", 2)).toBe("任务");
  expect(abridged("任务书", 2)).toBe("任务…");
  expect(abridged("", 0)).toBe("");
});

it("cuts before a character of two UTF-16 units, never through it", () => {
  expect(abridged("甲𠮷乙", 2)).toBe("甲…");
  expect(abridged("甲𠮷乙", 3)).toBe("甲𠮷…");
});

it("finds a place between characters, also at both ends", () => {
  expect([0, 1, 2, 3].map((place) => betweenCharacters("𠮷甲", place))).toEqual([0, 0, 2, 3]);
});
