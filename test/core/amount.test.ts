import { describe, expect, it } from "vitest";
import { parseAmount, percentInCell } from "../../src/core/amount.ts";

describe("a typed amount", () => {
  it.each([
    ["25000", "件", 25_000],
    ["25,000", "件", 25_000],
    ["２５，０００", "件", 25_000],
    ["2.5万", "件", 25_000],
    ["1.15万件", "件", 11_500],
    ["0.3亿", "元", 30_000_000],
    ["30.5亿", "亿元", 30.5],
    ["30.5亿元", "亿元", 30.5],
    ["120万", "万元", 120],
    ["3万亿元", "亿元", 30_000],
    ["10000000亿", "件", 1e15],
    ["2.5万", "万件", 2.5],
    ["-3", "%", -3],
    ["－3", "%", -3],
    ["+3.5%", "%", 3.5],
    ["20％", "%", 20],
    ["20%", "％", 20],
    ["12 家", "家", 12],
    ["第8名", "名", 8],
    ["0", "件", 0],
    ["6.50", "件/万人", 6.5],
    [" 7 ", "", 7],
    ["123456789012", "件", 123_456_789_012],
    // Billions of yuan, to the fen.
    ["12,345,678,901.23", "元", 12_345_678_901.23],
    ["1234567.89012345万", "元", 12_345_678_901.2345],
    ["123456789012345", "件", 123_456_789_012_345],
  ])("%j of %j is %d", (typed, unit, expected) => {
    expect(parseAmount(typed, unit)).toBe(expected);
  });

  it.each([
    ["", "件"],
    ["件", "件"],
    ["12家", "件"],
    ["80%", "件"],
    ["1,00", "件"],
    ["1.2.3", "件"],
    ["1e3", "件"],
    ["十二", "件"],
    ["--3", "件"],
    ["Infinity", "件"],
    ["1234567890123456", "件"],
    ["0.123456789012345", "件"],
    ["99999999999亿", "件"],
    ["10000001亿", "件"],
    ["65万", "亿元"],
    ["3亿", "万元"],
  ])("%j is no amount in %j", (typed, unit) => {
    expect(parseAmount(typed, unit)).toBeUndefined();
  });
});

describe("a percentage in a cell", () => {
  it.each([
    ["0.8", "80"],
    [".8", "80"],
    ["0.57", "57"],
    [" ０．８ ", "80"],
    ["0.0", "0"],
  ])("that a spreadsheet stores as %j is %s", (typed, percent) => {
    expect(percentInCell(typed)).toBe(percent);
  });

  it.each(["80", "80%", "80.5", "0.805", "0.005", "1.5", "-0.8", "100", "大部分", ""])(
    "is left as it is typed: %j",
    (typed) => {
      expect(percentInCell(typed)).toBe(typed);
    },
  );

  it.each(["1", "１"])("is ambiguous if it is %s: 100 % or 1 %", (typed) => {
    expect(percentInCell(typed)).toBeNull();
  });
});
