import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allNearest, editDistance, foldTyped, matchName, nearest } from "../../src/core/text.ts";
import { LAW } from "../support/laws.ts";

const DIVISIONS = ["专利管理处", "规划发展处", "法律事务处", "保护协调处", "专利代办处", "信息中心"];

const namesOf = (name: string): string[] => [name];
const words = fc.string({ unit: fc.constantFrom("a", "b", "c", "专", "处"), maxLength: 6 });

describe("typed text, folded", () => {
  it.each([
    ["１０－１", "10-1", "full-width digits"],
    ["10—1", "10-1", "an em dash"],
    ["10–1", "10-1", "an en dash"],
    ["10‑1", "10-1", "a hyphen that does not break"],
    ["10−1", "10-1", "a minus sign"],
    ["10﹣1", "10-1", "a small hyphen"],
    ["　Q2 ", "q2", "white space, full-width too"],
    ["Ｑ２", "q2", "full-width letters"],
    ["①", "1", "a circled digit"],
  ])("%j becomes %j: %s", (typed, folded) => {
    expect(foldTyped(typed)).toBe(folded);
  });

  it("does not change when folded again", () => {
    const typed = fc.string({ unit: fc.constantFrom("Ａ", "a", "－", "—", "-", "专", "　", "１", "ſ"), maxLength: 8 });
    fc.assert(
      fc.property(typed, (text) => foldTyped(foldTyped(text)) === foldTyped(text)),
      LAW,
    );
  });
});

it("plain ASCII text folds the same way as within other text", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), (text) => foldTyped(text) === foldTyped(`　${text}`)),
    LAW,
  );
  expect(foldTyped("A~!")).toBe("a~!");
});

describe("a typed name", () => {
  const match = (typed: string, names: string[] = DIVISIONS): unknown => matchName(typed, names, namesOf);

  it("is found as written", () => {
    expect(match("专利代办处")).toEqual({ isFound: true, thing: "专利代办处" });
  });

  it("is found by a part that no other name has", () => {
    expect(match("代办")).toEqual({ isFound: true, thing: "专利代办处" });
  });

  it("is found in other width and case", () => {
    expect(match("ｎｏｒｔｈ", ["North", "South"])).toEqual({ isFound: true, thing: "North" });
  });

  it("is found as a whole name even if others contain it", () => {
    expect(match("信息", ["信息", "信息中心"])).toEqual({ isFound: true, thing: "信息" });
    expect(match("NORTH", ["northern", "north"])).toEqual({ isFound: true, thing: "north" });
  });

  it("is found as written even if another is equal once folded", () => {
    expect(match("North", ["north", "North"])).toEqual({ isFound: true, thing: "North" });
  });

  it("is found by any of a thing's names", () => {
    const things = [
      { id: "zldbc", name: "专利代办处" },
      { id: "xxzx", name: "信息中心" },
    ];
    expect(matchName("xxzx", things, ({ id, name }) => [name, id])).toEqual({ isFound: true, thing: things[1] });
  });

  const candidates = ["专利管理处", "专利代办处"];

  it("that is part of several names gives these as candidates", () => {
    expect(match("专利")).toEqual({ isFound: false, isPart: true, candidates, guess: undefined });
  });

  it("that is part of every name gives these too", () => {
    expect(match("专利", candidates)).toEqual({ isFound: false, isPart: true, candidates, guess: undefined });
  });

  it("that equals several names once folded gives these", () => {
    expect(match("ＮＯＲＴＨ", ["north", "North", "south"])).toEqual({
      isFound: false,
      isPart: true,
      candidates: ["north", "North"],
      guess: undefined,
    });
  });

  it("that is unknown gives all names, and the nearest as a guess", () => {
    expect(match("专利代办出")).toEqual({ isFound: false, isPart: false, candidates: DIVISIONS, guess: "专利代办处" });
  });

  it("that is unlike all names has no guess", () => {
    expect(match("办公室")).toEqual({ isFound: false, isPart: false, candidates: DIVISIONS, guess: undefined });
  });

  it.each(["", " ", "　"])("%j, only white space, is part of no name", (typed) => {
    expect(match(typed)).toEqual({ isFound: false, isPart: false, candidates: DIVISIONS, guess: undefined });
  });

  it("finds every name by itself", () => {
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 1, maxLength: 6 }), fc.nat(), (names, any) => {
        const name = names[any % names.length] ?? "";
        expect(match(name, names)).toEqual({ isFound: true, thing: name });
      }),
      LAW,
    );
  });
});

describe("the nearest name", () => {
  it("is the one with the fewest edits", () => {
    expect(nearest("stauts", ["state", "status", "start"], namesOf)).toBe("status");
  });

  it("is the first of several equally near", () => {
    expect(nearest("10-9", ["10-1", "10-2"], namesOf)).toBe("10-1");
  });

  it("is undefined if most of it differs", () => {
    expect(nearest("zzz", ["status", "list"], namesOf)).toBeUndefined();
  });

  it("is undefined without names", () => {
    expect(nearest("status", [], namesOf)).toBeUndefined();
  });
});

describe("the nearest names", () => {
  it("are all with the fewest edits, each once, in their order", () => {
    const names = (name: string): string[] => [name, name.toUpperCase()];
    expect(allNearest("专利服务处", DIVISIONS, names)).toEqual(["专利管理处", "专利代办处"]);
    expect(allNearest("10-9", ["11-1", "10-1", "10-2"], names)).toEqual(["10-1", "10-2"]);
  });

  it("are none if most of each differs", () => {
    expect(allNearest("zzz", ["status", "list"], namesOf)).toEqual([]);
  });
});

describe("the distance of two texts", () => {
  it.each([
    ["", "", 0],
    ["", "abc", 3],
    ["status", "status", 0],
    ["status", "stauts", 1],
    ["status", "statu", 1],
    ["status", "statuss", 1],
    ["status", "stetus", 1],
    ["专利代办处", "专利代办出", 1],
    ["kitten", "sitting", 3],
    ["ca", "abc", 3],
    ["𠮷", "吉", 1],
  ])("%j and %j is %i", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  /** The fewest edits, by trying all. */
  function tryAll([a, ...as]: readonly string[], [b, ...bs]: readonly string[]): number {
    if (a === undefined) return b === undefined ? 0 : bs.length + 1;
    if (b === undefined) return as.length + 1;
    const isSwap = as[0] !== undefined && a === bs[0] && as[0] === b;
    return Math.min(
      tryAll(as, bs) + (a === b ? 0 : 1),
      tryAll(as, [b, ...bs]) + 1,
      tryAll([a, ...as], bs) + 1,
      isSwap ? tryAll(as.slice(1), bs.slice(1)) + 1 : Infinity,
    );
  }

  it("is the fewest edits that there are, and infinite if that is more than wanted", () => {
    const short = fc.string({ unit: fc.constantFrom("a", "b", "𠮷"), maxLength: 5 });
    fc.assert(
      fc.property(short, short, fc.nat({ max: 5 }), (a, b, most) => {
        const fewest = tryAll([...a], [...b]);
        expect(editDistance(a, b)).toBe(fewest);
        expect(editDistance(a, b, most)).toBe(fewest > most ? Infinity : fewest);
      }),
      LAW,
    );
  });

  it("is the same both ways", () => {
    fc.assert(
      fc.property(words, words, (a, b) => editDistance(a, b) === editDistance(b, a)),
      LAW,
    );
  });

  it("is 0 only for equal texts", () => {
    fc.assert(
      fc.property(words, words, (a, b) => (editDistance(a, b) === 0) === (a === b)),
      LAW,
    );
  });

  it("is at least the difference of lengths, at most the longer length", () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
      LAW,
    );
  });

  it("changes by at most one with one more character", () => {
    fc.assert(
      fc.property(words, words, (a, b) => Math.abs(editDistance(`${a}b`, b) - editDistance(a, b)) <= 1),
      LAW,
    );
  });
});
