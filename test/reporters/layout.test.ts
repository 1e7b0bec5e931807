import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hang, padEnd, padStart, spread, wrap, wrapPieces } from "../../src/reporters/layout.ts";
import { widthOf } from "../../src/reporters/width.ts";
import { columnsOf } from "./display-width.ts";

const LAW = { seed: 20170101, numRuns: 2000 };
const OPENING = /[（《〈【〔［｛“‘「『([{]$/;
const CLOSING = /^[，。、；：！？）》〉】〕］｝”’」』,;!?)\]}]/;

const han = fc.constantFrom(..."开展专利政策需求调研制定发布市企业发明促进方案工作");
const phrase = fc.array(han, { minLength: 1, maxLength: 8 }).map((chars) => chars.join(""));
const number = fc.constantFrom("2017", "25000", "10-20", "6.5", "50%", "2017-06-30", "10.1", "+8", "1/3");
const name = fc.constantFrom("PCT", "GB/T29490", "10-2@Q2", "s1-1", "e-mail", "example", "ipplan", "Zürich");

const part = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(phrase, fc.constantFrom("", "", "，", "。", "、", "；", "：")).map((all) => all.join("")),
  },
  phrase.map((inside) => `《${inside}》`),
  phrase.map((inside) => `“${inside}”，`),
  phrase.map((inside) => `（${inside}）。`),
  number.map((digits) => `${digits}件`),
);
const join = (parts: readonly string[]): string => parts.join("");

/** Chinese running text as in plans: phrases with punctuation, quotes, brackets and numbers. */
const chinese = fc.array(part, { minLength: 1, maxLength: 20 }).map(join);
/** The same with Latin words in between. */
const sentence = fc.array(fc.oneof({ weight: 5, arbitrary: part }, name), { minLength: 1, maxLength: 20 }).map(join);

const latin = fc
  .array(fc.oneof(fc.constantFrom("a", "due", "milestone", "(late)", "evidence,", "quarter."), number, name), {
    minLength: 1,
    maxLength: 30,
  })
  .map((words) => words.join(" "));

const text = fc.oneof(
  sentence,
  latin,
  fc.tuple(sentence, latin).map((both) => both.join(" ")),
);
/** Any text: marks anywhere, any number of spaces, wide characters of all planes, combining marks. */
const anyText = fc
  .array(fc.constantFrom(..."甲乙（）《》“”，。 ab12-.%'\"!𠮷é—…", "e\u0301", "  ", "\u3000"), {
    minLength: 1,
    maxLength: 60,
  })
  .map((chars) => chars.join(""));
const width = fc.integer({ min: 16, max: 78 });
const anyWidth = fc.integer({ min: 2, max: 78 });

const wordsOf = (line: string): string[] => line.match(/[\p{Script=Latin}\p{N}@./%+-]+/gu) ?? [];

function expectLaw<Args extends [unknown, ...unknown[]]>(
  arbitraries: { [Index in keyof Args]: fc.Arbitrary<Args[Index]> },
  law: (...args: Args) => void,
): void {
  fc.assert(
    fc.property(...(arbitraries as unknown as [fc.Arbitrary<unknown>]), law as (...args: unknown[]) => void),
    LAW,
  );
}

describe("wrapped text", () => {
  it("has no line wider than the width", () => {
    expectLaw([fc.oneof(text, anyText), anyWidth], (given, columns) => {
      for (const line of wrap(given, columns)) expect(columnsOf(line), line).toBeLessThanOrEqual(columns);
    });
  });

  it("only differs from the text in white space at line breaks", () => {
    expectLaw([fc.oneof(text, anyText), anyWidth], (given, columns) => {
      let rest = given.trim();
      for (const line of wrap(given, columns)) {
        expect(rest.startsWith(line.trim()), `${line} is not what comes next in ${rest}`).toBe(true);
        rest = rest.slice(line.trim().length).trimStart();
      }
      expect(rest).toBe("");
    });
  });

  it("begins no line with a closing mark and ends none with an opening one", () => {
    expectLaw([text, width], (given, columns) => {
      wrap(given, columns).forEach((line, index, lines) => {
        if (index > 0) expect(line).not.toMatch(CLOSING);
        if (index < lines.length - 1) expect(line).not.toMatch(OPENING);
      });
    });
  });

  it("keeps numbers, ids and words whole if they fit", () => {
    expectLaw([text, width], (given, columns) => {
      fc.pre(wordsOf(given).every((word) => columnsOf(word) <= columns));
      expect(wrap(given, columns).flatMap(wordsOf)).toEqual(wordsOf(given));
    });
  });

  it("has at least four characters in its last line", () => {
    expectLaw([chinese, fc.integer({ min: 24, max: 78 })], (given, columns) => {
      const lines = wrap(given, columns);
      if (lines.length > 1) expect(columnsOf(lines.at(-1) ?? ""), lines.join("\n")).toBeGreaterThanOrEqual(8);
    });
  });

  it("fills lines: what still fits is not put on the next line", () => {
    expectLaw([phrase.map((chars) => chars.repeat(20)), width], (given, columns) => {
      for (const line of wrap(given, columns).slice(0, -2)) expect(columnsOf(line)).toBeGreaterThan(columns - 2);
    });
  });

  it("is the text itself if it fits or there is no limit", () => {
    expectLaw([fc.oneof(text, anyText)], (given) => {
      expect(wrap(given, Infinity)).toEqual([given]);
      expect(wrap(given, columnsOf(given))).toEqual([given]);
    });
  });
});

describe("wrapping by example", () => {
  it("breaks as the drawn screens do", () => {
    const given =
      "出台《重庆创新创业知识产权导师评聘办法》，聘请一批“双创”知识产权导师。启动开展众创空间“知识产权专员”培育试点工作。";
    expect(wrap(given, 54)).toEqual([
      "出台《重庆创新创业知识产权导师评聘办法》，聘请一批“双",
      "创”知识产权导师。启动开展众创空间“知识产权专员”培育试",
      "点工作。",
    ]);
  });

  it("keeps line breaks of the text and spells out hidden characters", () => {
    expect(wrap("一\n\n二\u202e三", 40)).toEqual(["一", "", "二<U+202E>三"]);
  });

  it("cuts a piece wider than a line without losing anything", () => {
    expect(wrap("a".repeat(25), 10)).toEqual(["a".repeat(10), "a".repeat(10), "a".repeat(5)]);
  });

  it.each([
    ["a thousands separator", "重点培育专利申请达到25,000件以上", 24],
    ["an apostrophe", "the office's plan of the year's work and the clerk's day", 20],
    ["a typographic apostrophe", "the office’s plan of the year’s work and the clerk’s day", 20],
  ])("keeps a word with %s whole", (_, given, most) => {
    const words = /[\p{Script=Latin}\p{N},'’]+/gu;
    for (let columns = 12; columns <= most; columns += 1) {
      expect(
        wrap(given, columns).flatMap((line) => line.match(words) ?? []),
        `at ${columns}`,
      ).toEqual(given.match(words));
    }
  });

  it("never makes the last line the widest in order to fill it", () => {
    expect(wrap("ab abcdefgh 1234567", 11)).toEqual(["ab abcdefgh", "1234567"]);
  });

  it("ends even if there is no room at all", () => {
    expect(wrap("一二", 0).join("")).toBe("一二");
    expect(wrap("一二", -5).join("")).toBe("一二");
  });
});

describe("width", () => {
  it("is the display's", () => {
    expectLaw([fc.oneof(text, anyText)], (given) => {
      expect(widthOf(given)).toBe(columnsOf(given));
    });
  });

  it("is padded as requested, on either side, and never cut", () => {
    expectLaw([text, fc.nat(60)], (given, columns) => {
      const wide = Math.max(columns, columnsOf(given));
      expect(columnsOf(padEnd(given, columns))).toBe(wide);
      expect(columnsOf(padStart(given, columns))).toBe(wide);
      expect(padEnd(given, columns).startsWith(given) && padStart(given, columns).endsWith(given)).toBe(true);
    });
  });
});

describe("pieces", () => {
  it("stay whole and in order, and fill each line", () => {
    const pieces = fc.array(name, { maxLength: 20 });
    expectLaw([pieces, anyWidth], (given, columns) => {
      const lines = wrapPieces(given, "  ", columns);
      expect(lines.flatMap((line) => line.split("  "))).toEqual(given);
      lines.forEach((line, index) => {
        if (line.includes("  ")) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
        const [next] = lines[index + 1]?.split("  ") ?? [];
        if (next !== undefined) expect(columnsOf(`${line}  ${next}`)).toBeGreaterThan(columns);
      });
    });
  });
});

describe("two texts on one line", () => {
  it("fill the width, the second aligned right; each is wrapped if they do not fit", () => {
    expectLaw([sentence, sentence, width], (left, right, columns) => {
      const lines = spread(left, right, columns);
      const fits = columnsOf(left) + columnsOf(right) + 2 <= columns;
      expect(lines.length === 1).toBe(fits);
      for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
      if (!fits) return;
      expect(columnsOf(lines[0] ?? "")).toBe(columns);
      expect(lines[0]?.startsWith(left) === true && lines[0].endsWith(right)).toBe(true);
    });
  });

  it("follow each other without a limit", () => {
    expect(spread("左", "右", Infinity)).toEqual(["左  右"]);
  });
});

describe("a suggested command", () => {
  it("only breaks at spaces, and the text after it as usual", () => {
    expect(wrap("全部见 ipplan overdue -d 专利代办处（筛选条件相同）", 30)).toEqual([
      "全部见 ipplan overdue -d",
      "专利代办处（筛选条件相同）",
    ]);
    expect(wrap("全部见 ipplan list --section 全面提升专利质量，再看", 34)).toEqual([
      "全部见 ipplan list --section",
      "全面提升专利质量，再看",
    ]);
  });

  it("is the only text whose words stay whole: a dash elsewhere begins no command", () => {
    expect(wrap("各处室 - 全面提升专利质量水平", 20)).toEqual(["各处室 - 全面提升专", "利质量水平"]);
  });
});

describe("a hanging text", () => {
  it("follows its prefix, with further lines below the first", () => {
    expectLaw([sentence, fc.integer({ min: 24, max: 78 })], (given, columns) => {
      const lines = hang("  1. ", given, columns);
      expect(lines[0]?.startsWith("  1. ")).toBe(true);
      for (const line of lines.slice(1)) expect(line.startsWith("     ")).toBe(true);
      for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
      expect(lines.map((line) => line.slice(5)).join("")).toBe(given);
    });
  });
});
