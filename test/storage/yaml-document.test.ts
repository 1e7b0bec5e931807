/** Parses YAML into values and places, on which the rules are built. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readYaml } from "../../src/storage/yaml-document.ts";
import { makeSource, placeOf } from "../../src/storage/text-source.ts";
import { refusedTokens } from "../../src/storage/yaml-tokens.ts";
import { LAW } from "../support/laws.ts";
import { placeText } from "./small-plan.ts";

const read = (text: string): ReturnType<typeof readYaml> => readYaml("a.yaml", Buffer.from(text));

describe("values", () => {
  it.each([
    [
      "texts and numbers",
      "a: 10\nb: 10-1\nc: 2017-03-31\nd: 1.5\ne: 'x'\n",
      { a: 10, b: "10-1", c: "2017-03-31", d: 1.5, e: "x" },
    ],
    ["only the booleans of YAML 1.2", "a: true\nb: yes\nc: off\nd: No\n", { a: true, b: "yes", c: "off", d: "No" }],
    ["nothing", "a:\nb: ~\nc: null\n", { a: null, b: null, c: null }],
    ["lists and maps", "a: [1, {b: c}]\nd:\n  - e\n", { a: [1, { b: "c" }], d: ["e"] }],
    ["a text over several lines", "a: |\n  一\n  二\n", { a: "一\n二\n" }],
    ["a plain text over several lines", "a: 一\n  二\n", { a: "一 二" }],
    ["keys that are numbers", "10: a\n", { "10": "a" }],
    ["a comment behind a value", "a: b # c\n", { a: "b" }],
  ])("%s", (_, text, value) => {
    const document = read(text);
    expect(document.problems).toEqual([]);
    expect(structuredClone(document.value)).toEqual(value);
  });

  it("change no prototype: __proto__ is a key like any other", () => {
    const value = read("__proto__: {a: 1}\nconstructor: 2\n").value as Record<string, unknown>;
    expect(Object.keys(value)).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect({}).not.toHaveProperty("a");
  });

  it("are not judged if the syntax is broken", () => {
    const document = read("? a\nb: 2\n");
    expect(document.readable).toBe(false);
    expect(document.problems).toHaveLength(1);
  });

  it("are judged except for the one with the broken syntax", () => {
    const document = read("a: [1\nb: 2\n");
    expect(document.value).toMatchObject({ b: 2 });
    expect(document.holes).toEqual([["a"]]);
    expect(document.problems).toHaveLength(1);
  });
});

describe("places", () => {
  const document = read("标题: 甲\nlist:\n  - {id: 1, 名: 乙}\n  - id: 丙\nempty:\n");

  it.each([
    [["标题"], "a.yaml:1:5-1:6"],
    [["list", 0], "a.yaml:3:5-3:18"],
    [["list", 0, "名"], "a.yaml:3:16-3:17"],
    [["list", 1, "id"], "a.yaml:4:9-4:10"],
    [["empty"], "a.yaml:5:7-5:7"],
  ])("of the value at %j", (path, place) => {
    expect(placeText(document.placeOfValue(path))).toBe(place);
  });

  it("of a missing value: the nearest thing around it", () => {
    expect(placeText(document.placeOfValue(["list", 0, "none", 3]))).toBe("a.yaml:3:5-3:18");
    expect(document.placeOfValue(["none"])).toMatchObject({ line: 1, column: 1 });
  });

  it("of a key", () => {
    expect(placeText(document.placeOfKey(["list", 0, "名"]))).toBe("a.yaml:3:13-3:14");
    expect(placeText(document.placeOfKey(["list", 0, "none"]))).toBe("a.yaml:3:5-3:18");
  });

  it("count lines by LF, and end with the text", () => {
    const source = makeSource("b.yaml", "一\r\n二三\n");
    expect(placeText(placeOf(source, 0, 1))).toBe("b.yaml:1:1-1:2");
    expect(placeText(placeOf(source, 4, 1))).toBe("b.yaml:2:2-2:3");
    expect(placeText(placeOf(source, 3, 100))).toBe("b.yaml:2:1-3:1");
  });
});

describe("a full-width colon", () => {
  it("does not hide the values: each is reported, with what was meant", () => {
    const document = read("section：s1-1\r\ntasks：\r\n  - id：  10\r\n    title: 目标：甲\r\n");
    expect(structuredClone(document.value)).toEqual({ section: "s1-1", tasks: [{ id: 10, title: "目标：甲" }] });
    expect(document.problems.map(({ at, details }) => [placeText(at), details])).toEqual([
      ["a.yaml:1:8-1:9", { key: "section", found: "：", expected: "section: s1-1" }],
      ["a.yaml:2:6-2:7", { key: "tasks", found: "：", expected: "tasks:" }],
      ["a.yaml:3:7-3:8", { key: "id", found: "：", expected: "id: 10" }],
    ]);
    expect(document.problems.map(({ excerpt }) => excerpt)).toEqual(["section：s1-1", "tasks：", "  - id：  10"]);
  });

  it.each(["title: 甲：乙\n", "# title：甲\n", "标题：甲: 乙\n", "title: |\n  甲\n"])(
    "is not reported in %j",
    (text) => {
      expect(read(text).problems).toEqual([]);
    },
  );
});

describe("refused tokens", () => {
  it("are not found in texts that merely contain their signs", () => {
    const text = "a: x & y * z ! %\nb: '&a *b !c'\nc: |\n  &a\n  %YAML\n  ---x\nd: a?b\ne: \"? \"\n# &a *b\n";
    expect(refusedTokens(text)).toEqual([]);
  });

  it("are found by the quick check as by looking at every token", () => {
    const piece = fc.constantFrom(
      ..."a: |b |- |[|]|{|}|,|&x |*x|!t |? |: |%Y|---|...|#|\"|'|\n|\n  |\n- |甲|？|！|\t".split("|"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24, size: "max" }), (pieces) => {
        const text = pieces.join("");
        // A bracket in a comment is no token, but makes the quick check fail.
        if (refusedTokens(text).length === 0) expect(refusedTokens(`${text}\n# [\n`)).toEqual([]);
      }),
      LAW,
    );
  });

  it("are found if a tag is right behind a quote", () => {
    expect(refusedTokens("''!t ").map(({ finding }) => finding.code)).toEqual(["E-YAML-FEATURE"]);
  });

  it("are searched for if brackets could nest too deep", () => {
    const deep = "[ 1,\n".repeat(40) + "]".repeat(40);
    expect(refusedTokens(`a: ${deep}`).map(({ finding }) => finding.code)).toEqual(["E-LIMIT"]);
    const quoted = `a: ${'[ "]",\n'.repeat(40)}`;
    expect(refusedTokens(quoted).map(({ finding }) => finding.code)).toEqual(["E-LIMIT"]);
    const commented = `a: ${"[ 1, # ]\n".repeat(40)}`;
    expect(refusedTokens(commented).map(({ finding }) => finding.code)).toEqual(["E-LIMIT"]);
  });

  it("are reported in order, with their length", () => {
    const found = refusedTokens("a: &b c\nd: !e f\n").map(({ offset, length }) => [offset, length]);
    expect(found).toEqual([
      [3, 2],
      [11, 2],
    ]);
  });
});
