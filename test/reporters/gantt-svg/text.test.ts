import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitLines } from "../../../src/reporters/gantt-svg/text.ts";
import { textWidth } from "../../../src/reporters/text-width.ts";

describe("the width of a text", () => {
  it("is an em for a Chinese character or mark, and more than half an em for a letter", () => {
    expect(textWidth("知识产权", 12)).toBe(48);
    // Chinese fonts draw these as wide as characters, unlike terminals.
    expect(textWidth("“”—…", 12)).toBe(48);
    expect(textWidth("nn", 10)).toBeGreaterThan(10);
    expect(textWidth("WW", 10)).toBeGreaterThan(18);
    expect(textWidth("", 12)).toBe(0);
  });
});

describe("lines", () => {
  it("are no wider than their column, for any text", () => {
    const text = fc.string({ unit: fc.constantFrom(..."知识产权，。《》“”W@m il1-…\n") });
    fc.assert(
      fc.property(text, fc.integer({ min: 40, max: 400 }), (whole, width) => {
        const lines = fitLines(whole, width, 12);
        for (const line of lines) expect(textWidth(line, 12), line).toBeLessThanOrEqual(width);
        expect(lines.join("").replace(/\s/g, "")).toBe(whole.replace(/\s/g, ""));
      }),
      { seed: 6 },
    );
  });

  it("begin with no closing mark", () => {
    const lines = fitLines("开展专利政策需求调研，制定发布《重庆市企业发明专利促进方案》。", 120, 12);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line).not.toMatch(/^[，。》]/);
  });
});
